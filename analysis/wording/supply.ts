/** Words of `maillage import supply`, and of runs that start from an imported supply. */
import type { Text } from './language.js';

export const SUPPLY = {
  group: {
    en: 'Make datasets out of official files',
    fr: 'Faire des jeux de données à partir de fichiers officiels',
  },
  describe: {
    en: 'Make a dataset of GPs and nurses by territory out of official files (Insee BPE, DREES) or of your own CSV',
    fr: 'Faire un jeu de données des médecins et infirmiers par territoire à partir de fichiers officiels (Insee BPE, DREES) ou de votre CSV',
  },
  files: { en: 'CSV files; the finest level wins', fr: 'fichiers CSV ; le niveau le plus fin l’emporte' },
  out: { en: 'Folder for the dataset', fr: 'Dossier du jeu de données' },
  year: {
    en: 'Year to read where a file has a column for each (default: 2013, when history starts)',
    fr: 'Année à lire si un fichier a une colonne par année (par défaut : 2013, début de l’histoire)',
  },
  force: { en: 'Replace another dataset in --out', fr: 'Remplacer un autre jeu de données dans --out' },
  data: {
    en: 'Folder of an imported supply: GPs and nurses start where its files say (maillage import supply)',
    fr: 'Dossier d’une offre importée : médecins et infirmiers partent d’où ses fichiers le disent (maillage import supply)',
  },
  needsOut: {
    en: '`maillage import supply` needs --out: maillage import supply FILE… --out FOLDER',
    fr: '`maillage import supply` demande --out : maillage import supply FICHIER… --out DOSSIER',
  },
  notDataset: {
    en: '{folder} holds something that is no imported supply: choose another folder with --out',
    fr: '{folder} contient autre chose qu’une offre importée : choisir un autre dossier avec --out',
  },
  other: {
    en: '{folder} holds another supply: choose another folder with --out, or replace it with --force',
    fr: '{folder} contient une autre offre : choisir un autre dossier avec --out, ou la remplacer avec --force',
  },
  title: { en: 'Imported supply: {name}', fr: 'Offre importée : {name}' },
  columns: {
    file: { en: 'file', fr: 'fichier' },
    rows: { en: 'rows', fr: 'lignes' },
    matchedRows: { en: 'on the map', fr: 'situées' },
    gps: { en: 'GPs', fr: 'médecins' },
    gpsMatched: { en: 'on the map', fr: 'situés' },
    nurses: { en: 'nurses', fr: 'infirmiers' },
    nursesMatched: { en: 'on the map', fr: 'situés' },
  },
  unmatched: {
    en: '{file}, not on the map: {places}',
    fr: '{file}, hors de la carte : {places}',
  },
  unmatchedOne: {
    en: '{place} (GPs {gps}, nurses {nurses})',
    fr: '{place} (médecins {gps}, infirmiers {nurses})',
  },
  unmatchedMore: {
    en: '{count} more in dataset.json',
    fr: '{count} autres dans dataset.json',
  },
  unmatchedEmpty: {
    en: '{file}: {count} places not on the map hold neither a GP nor a nurse',
    fr: '{file} : {count} lieux hors de la carte n’ont ni médecin ni infirmier',
  },
  warning: { en: '{file}: {message}', fr: '{file} : {message}' },
  total: {
    gps: {
      en: 'GPs: {total} over the territories; a run brings them to the national number of the scenario, {national}',
      fr: 'Médecins : {total} sur les territoires ; une exécution les ramène au nombre national du scénario, {national}',
    },
    nurses: {
      en: 'Nurses: {total} over the territories; a run brings them to the national number of the scenario, {national}',
      fr: 'Infirmiers : {total} sur les territoires ; une exécution les ramène au nombre national du scénario, {national}',
    },
  },
  synthetic: {
    en: '{count} territories of which no file speaks keep the synthetic number',
    fr: '{count} territoires dont aucun fichier ne parle gardent le nombre synthétique',
  },
  spread: {
    en: '{count} territories share the number of a larger place, as the synthetic spread would',
    fr: '{count} territoires se partagent le nombre d’un lieu plus grand, comme le ferait la répartition synthétique',
  },
  unused: {
    en: 'without figures for {what}: they stay synthetic',
    fr: 'pas de chiffres pour {what} : ils restent synthétiques',
  },
  professions: {
    gps: { en: 'GPs', fr: 'les médecins' },
    nurses: { en: 'nurses', fr: 'les infirmiers' },
  },
  written: {
    en: 'Dataset in {folder}; use it with --data {folder}',
    fr: 'Jeu de données dans {folder} ; s’en servir avec --data {folder}',
  },
  used: {
    en: 'Where {what} practise at the start is imported: {name}, {share} matched. National numbers are those of the scenario.',
    fr: 'Le lieu d’exercice au départ est importé pour {what} : {name}, {share} retrouvés. Les nombres nationaux sont ceux du scénario.',
  },
  partly: {
    en: 'Where {what} practise inside a région is synthetic.',
    fr: 'La répartition dans chaque région est synthétique pour {what}.',
  },
  otherMap: {
    en: '{folder} was simulated on another map: give the dataset that it was made with as --data',
    fr: '{folder} a été simulé sur une autre carte : donner par --data le jeu de données de sa simulation',
  },
  and: { en: ' and ', fr: ' et ' },
  list: { en: ', ', fr: ', ' },
} as const satisfies Record<string, Text | Record<string, Text>>;
