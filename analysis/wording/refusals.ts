/** Refusals of folders, studies and options, in French; English ones stand in `sim/base/refusals.ts`. */
import type { MaillageError } from '../../sim/base/errors.js';
import { REFUSAL_SENTENCES, type RefusalId, refusalText } from '../../sim/base/refusals.js';
import type { Language } from './language.js';

const AGAIN = 'le refaire avec `maillage import supply FICHIER… --out DOSSIER`';

/** Sentences of refusals by language, by id. */
export const REFUSED: Readonly<Record<Language, Readonly<Record<RefusalId, string>>>> = {
  en: REFUSAL_SENTENCES,
  fr: {
    lockAlive:
      '{folder} est occupé : le processus {pid} sur {host} y travaille depuis {started} ; attendre qu’il finisse, l’arrêter par `kill {pid}`, ou choisir un autre dossier avec --out',
    lockElsewhere:
      '{folder} a été verrouillé par le processus {pid} sur {host} le {started}, et ce processus n’est pas visible d’ici : s’il est certain qu’il a pris fin, reprendre le dossier avec --steal',
    lockBroken:
      '{file} ne dit pas qui travaille dans {folder} (il est vide ou abîmé, comme après un disque plein) : s’il est certain que personne n’y travaille, reprendre le dossier avec --steal',
    lockWanted: '{folder} : trop de processus veulent son verrou à la fois ; réessayer',
    lockNotWritable:
      'le verrou de {folder} ne peut être écrit ({code}) : choisir un dossier où il est permis d’écrire, et qui a de la place',
    notWritable:
      'les résultats ne peuvent être écrits dans {folder} : {reason} ; choisir un autre dossier avec --out',
    isFile: '{file} est un fichier, pas un dossier',
    noFolderIn: 'aucun dossier ne peut être créé dans {folder}',
    fullDisk: 'le disque de {folder} est plein : rien n’a été écrit ; choisir un autre dossier avec --out',
    insideExport: '{folder} fait partie du dossier à exporter : choisir un autre dossier avec --out',
    somethingElse:
      '{file} contient autre chose : choisir un autre dossier avec --out, ou le remplacer avec --force',
    notRunFiles:
      '{folder} contient des fichiers qui ne sont pas une exécution de maillage : choisir un dossier vide ou nouveau avec --out',
    otherRun:
      '{folder} contient une autre exécution ({differences}) : choisir un autre dossier avec --out, ou la remplacer avec --force',
    otherStudy:
      '{folder} contient une autre étude de {runs} {runs|exécution|exécutions} ({differences}) : choisir un autre dossier avec --out, ou la remplacer avec --force',
    changedTables: 'ses tables ont été modifiées depuis leur écriture',
    differentValue: '{name} : {there} là, {asked} demandé',
    differentNames: '{name} : seulement là, {there} ; seulement demandé, {asked}',
    differentMeaning: '{name} : {ids} défini autrement là',
    differentScenario: 'le scénario « {name} » n’a pas les paramètres de celui qui porte ce nom là',
    nothing: 'rien',
    noRun:
      '{folder} ne contient pas de résultats de maillage : donner un dossier écrit par `maillage run --out`',
    noResults:
      '{folder} ne contient pas de résultats de maillage : donner un dossier écrit par `maillage batch` ou `maillage run --out`{hint}',
    runsInside: ' (chaque exécution y a le sien : {folder})',
    noStudy: '{folder} ne contient pas d’étude de maillage : donner un dossier écrit par `maillage batch`',
    otherFormat:
      'cette étude a été écrite dans la version {found} de son format, et ce maillage lit la version {version} : utiliser le maillage qui l’a faite',
    manifestDamaged: '{file} est abîmé : `maillage repair {folder}` le rétablit',
    manifestLost:
      '{file} et sa copie {copy} sont abîmés : relancer `maillage batch` avec le plan, dans un nouveau dossier',
    damagedTable: '{file} de {folder} est abîmé ou absent : `maillage repair {folder}` le rétablit',
    unreadableTable:
      'une table de {folder} est illisible, abîmée ou absente : `maillage status {folder}` la nomme, `maillage repair {folder}` la rétablit',
    damagedStudyFile:
      '{file} ne peut être lu comme fichier Parquet, il est abîmé : `maillage status` nomme tous les fichiers abîmés d’une étude',
    damagedRunFile: '{file} ne peut être lu comme fichier Parquet, il est abîmé : refaire l’exécution',
    unknownIndicator:
      'l’étude garde l’indicateur « {id} », que cette version de maillage ne connaît pas : utiliser le maillage qui l’a simulée ({code})',
    otherVersion:
      '{folder} a été fait par maillage {made}, et celui-ci est {present} : ses exécutions ne peuvent être refaites telles quelles ; utiliser cette version-là',
    notRestored:
      'non rétabli : {files} ; refait, un fichier diffère de ce que dit le manifeste, et il est resté tel quel ; le reprendre d’une copie de l’étude, ou refaire une étude saine avec `maillage batch` dans un nouveau dossier',
    noShard:
      '« {text} » n’est pas une part : attendu i/n, la i-ième de n parts comptées à partir de 1, par exemple 3/8',
    noDataset: `ce n’est pas un jeu de données : {file} est illisible ; ${AGAIN}`,
    otherDataset: `{file} n’est pas celui d’une offre importée de version {version} ; ${AGAIN}`,
    changedDataset: `{file} n’est pas ce qui a été importé ; ${AGAIN}`,
    otherTerritories: `ses territoires ne sont pas ceux de cette version du programme ; ${AGAIN}`,
  },
};

/** What an error says in a language; in English where its sentence has no other. */
export function errorText({ message, refusal, where }: MaillageError, language: Language): string {
  if (refusal === undefined) return message;
  const text = refusalText(refusal, REFUSED[language], language);
  return where === undefined ? text : `${where}${language === 'fr' ? '\u00a0: ' : ': '}${text}`;
}
