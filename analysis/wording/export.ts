/** Words of `maillage export`. */
import type { Text } from './language.js';

export const EXPORT = {
  describe: {
    en: 'Write the tables of a folder of results as one Parquet or CSV file each',
    fr: 'Écrire les tables d’un dossier de résultats, chacune en un fichier Parquet ou CSV',
  },
  dir: { en: 'folder of a study or of a run', fr: 'dossier d’une étude ou d’une exécution' },
  format: { en: 'Form of the files', fr: 'Forme des fichiers' },
  out: { en: 'Folder for the files', fr: 'Dossier des fichiers' },
  force: {
    en: 'Replace files of the same names',
    fr: 'Remplacer les fichiers de mêmes noms',
  },
  needs: {
    en: '`maillage export` needs {option}: maillage export {dir} --format csv --out FOLDER',
    fr: '`maillage export` demande {option} : maillage export {dir} --format csv --out DOSSIER',
  },
  none: {
    en: '{folder} holds no table yet: nothing to export',
    fr: '{folder} ne contient encore aucune table : rien à exporter',
  },
  columns: {
    file: { en: 'file', fr: 'fichier' },
    rows: { en: 'rows', fr: 'lignes' },
    bytes: { en: 'bytes', fr: 'octets' },
  },
  same: {
    en: 'The files of {folder} already hold these tables: nothing was written.',
    fr: 'Les fichiers de {folder} contiennent déjà ces tables : rien n’a été écrit.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
