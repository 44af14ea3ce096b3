/** Words of `maillage report` on the command line. Those of the page are in page.ts. */
import type { Text } from './language.js';

export const REPORT = {
  describe: {
    en: 'Write what a study shows: one HTML page that needs no network, or pictures',
    fr: 'Écrire ce que montre une étude : une page HTML qui se passe de réseau, ou des images',
  },
  dir: { en: 'folder of a study', fr: 'dossier d’une étude' },
  options: {
    out: {
      en: 'File to write (default: report.html in the folder of the study)',
      fr: 'Fichier à écrire (par défaut : report.html dans le dossier de l’étude)',
    },
    png: {
      en: 'Folder for a PNG picture of each chart, instead of the page unless --out is given too',
      fr: 'Dossier pour une image PNG de chaque graphique, au lieu de la page, sauf si --out est donné aussi',
    },
    baseline: {
      en: 'Scenario that the others are compared with (default: that of the plan)',
      fr: 'Scénario auquel les autres sont comparés (par défaut : celui du plan)',
    },
    indicators: {
      en: 'Further indicators to draw over the years, a,b',
      fr: 'Indicateurs à tracer en plus au fil des ans, a,b',
    },
    force: {
      en: 'Replace a file of --out that is no report',
      fr: 'Remplacer un fichier de --out qui n’est pas un rapport',
    },
  },
  reading: { en: 'Reading the study …', fr: 'Lecture de l’étude…' },
  written: { en: 'Report: {file} ({size})', fr: 'Rapport : {file} ({size})' },
  pictures: { en: 'Pictures: {count} charts in {folder}', fr: 'Images : {count} graphiques dans {folder}' },
  noRun: {
    en: 'the study {study} holds no finished run to report yet: `maillage status {dir}` says what is missing, and the same `maillage batch` makes it',
    fr: 'l’étude {study} ne contient encore aucune exécution finie à montrer : `maillage status {dir}` dit ce qui manque, et le même `maillage batch` le fait',
  },
  noRunOfBaseline: {
    en: 'no run of {baseline} is finished in the study {study}, so nothing can be compared with it: choose another with --baseline, or complete the study with `maillage batch`',
    fr: 'aucune exécution de {baseline} n’est finie dans l’étude {study}, et rien ne peut lui être comparé : choisir une autre référence avec --baseline, ou compléter l’étude avec `maillage batch`',
  },
  notAReport: {
    en: '{file} is there and is no report of maillage: choose another --out, or --force replaces it',
    fr: '{file} existe et n’est pas un rapport de maillage : choisir un autre --out, ou --force le remplace',
  },
  isFolder: {
    en: '{file} is a folder: give --out the name of a file, such as report.html',
    fr: '{file} est un dossier : donner à --out le nom d’un fichier, par exemple report.html',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
