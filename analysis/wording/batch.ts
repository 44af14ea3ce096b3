/** Words of `maillage batch`, `status`, `merge` and `repair`. */
import type { Text } from './language.js';

export const BATCH = {
  describe: {
    en: 'Simulate several scenarios many times, with the same chance for each, and keep the results in one folder',
    fr: 'Simuler plusieurs scénarios de nombreuses fois, avec le même hasard pour chacun, et garder les résultats dans un dossier',
  },
  plans: {
    en: 'a plan (a file with the key `scenarios`), or scenarios: names or files',
    fr: 'un plan (un fichier avec la clé `scenarios`), ou des scénarios : noms ou fichiers',
  },
  dir: {
    en: 'folder of a study, written by `maillage batch`',
    fr: 'dossier d’une étude, écrit par `maillage batch`',
  },
  options: {
    replicates: {
      en: 'Runs of each scenario with independent chance (default: those of the plan, else 10)',
      fr: 'Exécutions de chaque scénario avec des hasards indépendants (par défaut : celles du plan, sinon 10)',
    },
    precision: {
      en: 'INDICATOR=HALFWIDTH: add replicates, five by five, until the 95 % interval is that narrow; --replicates is then the most (default: 100)',
      fr: 'INDICATEUR=DEMI-LARGEUR : ajouter des réplications, cinq par cinq, jusqu’à un intervalle à 95 % aussi étroit ; --replicates est alors le plus grand nombre (par défaut : 100)',
    },
    out: {
      en: 'Folder of the study (default: out/NAME); what it holds already is not simulated again',
      fr: 'Dossier de l’étude (par défaut : out/NOM) ; ce qu’il contient déjà n’est pas simulé à nouveau',
    },
    shard: {
      en: 'i/n: make only the i-th of n parts (counted from 1); `maillage merge` puts the parts together',
      fr: 'i/n : ne faire que la i-ème de n parts (comptées à partir de 1) ; `maillage merge` réunit les parts',
    },
    atOnce: {
      en: 'Runs simulated side by side (default: by size: one for each thread, or one large run on all threads)',
      fr: 'Exécutions simulées côte à côte (par défaut selon la taille : une par fil, ou une grande sur tous les fils)',
    },
    dryRun: {
      en: 'Only say how many runs, how much time and how much disk it would take',
      fr: 'Dire seulement combien d’exécutions, de temps et de disque il faudrait',
    },
    retryFailed: { en: 'Make the runs that failed again', fr: 'Refaire les exécutions qui ont échoué' },
    noFork: {
      en: 'Simulate every run from its start instead of sharing history (slower, the same results)',
      fr: 'Simuler chaque exécution depuis son début au lieu de partager l’histoire (plus lent, mêmes résultats)',
    },
    steal: {
      en: 'Take over a folder locked by a process that cannot be seen from here',
      fr: 'Reprendre un dossier verrouillé par un processus invisible d’ici',
    },
    force: {
      en: 'Replace another study in the folder (all its results are removed)',
      fr: 'Remplacer une autre étude dans le dossier (tous ses résultats sont supprimés)',
    },
  },
  settings: {
    study: { en: 'study', fr: 'étude' },
    scenarios: { en: 'scenarios', fr: 'scénarios' },
    points: { en: 'points', fr: 'points' },
    threads: { en: 'threads', fr: 'fils' },
    sideBySide: { en: '{runs} runs side by side', fr: '{runs} exécutions côte à côte' },
    onAll: { en: 'one run at a time on all of them', fr: 'une exécution à la fois sur tous' },
    pointsOf: { en: '{method} over {names}', fr: '{method} sur {names}' },
    folder: { en: 'folder', fr: 'dossier' },
    atMost: { en: '{replicates} at most', fr: '{replicates} au plus' },
    compared: { en: 'baseline: {name}', fr: 'référence : {name}' },
  },
  newBaseline: {
    en: 'The study is compared with {baseline} from now on, no longer with {former}; its results stay as they are.',
    fr: 'L’étude est désormais comparée à {baseline}, et non plus à {former} ; ses résultats restent tels quels.',
  },
  planned: {
    en: '{runs} {runs|run|runs}: {known} already there, {missing} to simulate.',
    fr: '{runs} {runs|exécution|exécutions} : {known} déjà là, {missing} à simuler.',
  },
  shardPlanned: {
    en: 'Shard {shard}: {missing} of {runs} {runs|run|runs} to simulate.',
    fr: 'Part {shard} : {missing} {missing|exécution|exécutions} à simuler sur {runs}.',
  },
  estimate: {
    en: 'About {time} on {threads} {threads|thread|threads}, {disk} of disk, {memory} of memory.',
    fr: 'Environ {time} sur {threads} {threads|fil|fils}, {disk} de disque, {memory} de mémoire.',
  },
  progress: {
    en: '{done}/{total} runs · {rate}/min · {left} left · {failed} failed · {memory}',
    fr: '{done}/{total} exécutions · {rate}/min · reste {left} · {failed} {failed|échec|échecs} · {memory}',
  },
  doneIn: {
    en: '{runs} {runs|run|runs} simulated in {time}.',
    fr: '{runs} {runs|exécution simulée|exécutions simulées} en {time}.',
  },
  nothing: {
    en: 'The study is complete: nothing to simulate.',
    fr: 'L’étude est complète : rien à simuler.',
  },
  written: { en: 'Study in {folder}', fr: 'Étude dans {folder}' },
  shardDone: {
    en: 'Shard {shard} is done. When all are: `maillage merge {folder}`',
    fr: 'La part {shard} est faite. Quand toutes le sont : `maillage merge {folder}`',
  },
  interrupted: {
    en: '{done} {done|run of this call is|runs of this call are} kept in {folder}; the same command goes on from there.',
    fr: '{done} {done|exécution de cet appel est gardée|exécutions de cet appel sont gardées} dans {folder} ; la même commande reprend de là.',
  },
  failedRuns: {
    en: '{count} failed {count|run is|runs are} kept as such:',
    fr: '{count} {count|exécution échouée est gardée comme telle|exécutions échouées sont gardées comme telles} :',
  },
  retry: {
    en: '`--retry-failed` makes them again.',
    fr: '`--retry-failed` les refait.',
  },
  andMore: { en: '… and {count} more', fr: '… et {count} de plus' },
  busyShard: {
    en: '{folder} is being written by process {pid} on {host}: wait for it, or take it over with --steal when it has ended',
    fr: '{folder} est en cours d’écriture par le processus {pid} sur {host} : l’attendre, ou le reprendre avec --steal s’il a pris fin',
  },
  precisionShard: {
    en: '--precision looks at all runs to decide on more, which a shard cannot: give --replicates',
    fr: '--precision décide d’après toutes les exécutions, ce qu’une part ne peut : donner --replicates',
  },
  notShard: {
    force: {
      en: '--force empties the folder that all shards share: remove the folder first, then start the shards',
      fr: '--force vide le dossier que toutes les parts partagent : supprimer d’abord le dossier, puis lancer les parts',
    },
    'retry-failed': {
      en: '--retry-failed opens tables that all shards share: give it without --shard, after the merge',
      fr: '--retry-failed rouvre des tables que toutes les parts partagent : le donner sans --shard, après la réunion',
    },
  },
  precisionForm: {
    en: "--precision '{value}' cannot be read: expected INDICATOR=HALFWIDTH, such as withoutMedecinTraitant=0.1",
    fr: '--precision « {value} » est illisible : attendu INDICATEUR=DEMI-LARGEUR, par exemple withoutMedecinTraitant=0.1',
  },
  onlyOnePlan: {
    en: '{plan} is a plan: give it alone, its scenarios are listed in it',
    fr: '{plan} est un plan : le donner seul, ses scénarios y sont listés',
  },
  diskFull: {
    en: 'the disk of {folder} is full; what was finished is kept: free some room, and the same command goes on',
    fr: 'le disque de {folder} est plein ; ce qui est fini est gardé : libérer de la place, et la même commande reprend',
  },
  foreign: {
    en: '{folder} holds files that are not a study of maillage: choose an empty or new folder with --out',
    fr: '{folder} contient des fichiers qui ne sont pas une étude de maillage : choisir un dossier vide ou nouveau avec --out',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;

export const STATUS = {
  describe: {
    en: 'Say what a study holds, what it lacks, and whether every byte of it is sound',
    fr: 'Dire ce que contient une étude, ce qui lui manque, et si chaque octet en est intact',
  },
  title: { en: '{name}: {runs} {runs|run|runs}', fr: '{name} : {runs} {runs|exécution|exécutions}' },
  counts: {
    en: '{done} done, {failed} failed, {missing} missing',
    fr: '{done} {done|faite|faites}, {failed} {failed|échouée|échouées}, {missing} {missing|manquante|manquantes}',
  },
  scenario: { en: 'scenario', fr: 'scénario' },
  done: { en: 'done', fr: 'faites' },
  failed: { en: 'failed', fr: 'échouées' },
  missing: { en: 'missing', fr: 'manquantes' },
  complete: {
    en: 'Complete and sound: every file has its digest.',
    fr: 'Complète et intacte : chaque fichier a son empreinte.',
  },
  missingRuns: { en: 'Missing: {runs}', fr: 'Manquent : {runs}' },
  goOn: {
    en: 'The command that began it, given again, makes them.',
    fr: 'La commande qui l’a commencée, redonnée, les fait.',
  },
  toMerge: {
    en: 'Every run is there: `maillage merge {folder}` finishes the study.',
    fr: 'Toutes les exécutions sont là : `maillage merge {folder}` achève l’étude.',
  },
  shards: {
    en: 'Shards that lack runs (of {count}): {list}; with Slurm: --array={array}',
    fr: 'Parts incomplètes (sur {count}) : {list} ; avec Slurm : --array={array}',
  },
  damagedFile: { en: 'Damaged: {file} ({what})', fr: 'Abîmé : {file} ({what})' },
  what: { absent: { en: 'absent', fr: 'absent' }, changed: { en: 'changed', fr: 'modifié' } },
  repair: {
    en: '`maillage repair {folder}` restores what is damaged.',
    fr: '`maillage repair {folder}` rétablit ce qui est abîmé.',
  },
  failure: { en: '{run}: {message}', fr: '{run} : {message}' },
} as const;

export const MERGE = {
  describe: { en: 'Put the shards of a study together', fr: 'Réunir les parts d’une étude' },
  merged: {
    en: 'Merged: {runs} {runs|run|runs} in {folder}',
    fr: 'Parts réunies : {runs} {runs|exécution|exécutions} dans {folder}',
  },
  missing: {
    en: '{count} {count|run is|runs are} missing; nothing was merged.',
    fr: '{count} {count|exécution manque|exécutions manquent} ; rien n’a été réuni.',
  },
} as const satisfies Record<string, Text>;

export const REPAIR = {
  describe: {
    en: 'Restore the damaged files of a study, simulating again what is needed',
    fr: 'Rétablir les fichiers abîmés d’une étude, en simulant à nouveau ce qu’il faut',
  },
  nothing: { en: 'Nothing is damaged.', fr: 'Rien n’est abîmé.' },
  restored: { en: 'Restored: {file}', fr: 'Rétabli : {file}' },
  again: { en: 'Runs simulated again: {runs}', fr: 'Exécutions simulées à nouveau : {runs}' },
  removed: { en: 'Removed: {file}', fr: 'Supprimé : {file}' },
} as const satisfies Record<string, Text>;
