/** Words of `maillage verify`. */
import type { Text } from './language.js';

export const VERIFY = {
  describe: {
    en: 'Check that a study still gives the numbers of a file; exit 1 names those that moved',
    fr: 'Vérifier qu’une étude donne encore les nombres d’un fichier ; la sortie 1 nomme ceux qui ont bougé',
  },
  dir: { en: 'folder of a study', fr: 'dossier d’une étude' },
  options: {
    against: {
      en: 'File of the numbers that the study must give',
      fr: 'Fichier des nombres que l’étude doit donner',
    },
    write: {
      en: 'Write such a file from the study: headline indicators of the last year, with their differences',
      fr: 'Écrire un tel fichier d’après l’étude : indicateurs principaux de la dernière année et leurs différences',
    },
  },
  chooseOne: {
    en: 'give either --against FILE, to check, or --write FILE, to begin a file of numbers',
    fr: 'donner soit --against FICHIER, pour vérifier, soit --write FICHIER, pour créer un fichier de nombres',
  },
  missing: {
    en: 'the study holds no such number ({number}): correct the name, or take the number out of the file',
    fr: 'l’étude n’a pas ce nombre ({number}) : corriger le nom, ou ôter le nombre du fichier',
  },
  nothing: {
    en: 'the study {study} holds no headline value of {to} to write: complete it with `maillage batch`',
    fr: 'l’étude {study} n’a aucune valeur principale de {to} à écrire : la compléter avec `maillage batch`',
  },
  notNumbers: {
    en: '{file} is there and holds no numbers of maillage: choose another file with --write',
    fr: '{file} existe et ne contient pas de nombres de maillage : choisir un autre fichier avec --write',
  },
  notWritable: {
    en: '{file} cannot be written: choose another file with --write',
    fr: '{file} ne peut être écrit : choisir un autre fichier avec --write',
  },
  written: { en: '{numbers} numbers written to {file}', fr: '{numbers} nombres écrits dans {file}' },
  same: {
    en: 'None of the {numbers} numbers of {file} has moved.',
    fr: 'Aucun des {numbers} nombres de {file} n’a bougé.',
  },
  moved: {
    en: '{moved} of the {numbers} numbers of {file} moved:',
    fr: '{moved} des {numbers} nombres de {file} ont bougé :',
  },
  oneMoved: {
    en: '1 of the {numbers} numbers of {file} moved:',
    fr: '1 des {numbers} nombres de {file} a bougé :',
  },
  wasIs: { en: 'was {before}, is {now}', fr: 'valait {before}, vaut {now}' },
  tolerance: { en: ' (tolerance {tolerance})', fr: ' (tolérance {tolerance})' },
  interval: {
    en: '±: half-width of the 95 % interval. If the change is meant, --write takes the new numbers.',
    fr: '± : demi-largeur de l’intervalle à 95 %. Si le changement est voulu, --write prend les nouveaux nombres.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
