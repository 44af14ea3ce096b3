/** What the command line itself says: help, refusals of options, the course of a command. */
import type { Text } from './language.js';

export const PROGRAM = {
  usage: {
    en: 'maillage simulates access to primary care on the real territories of France.',
    fr: 'maillage simule l’accès aux soins primaires sur les territoires réels de la France.',
  },
  commandsOf: { en: 'Commands of {name}:', fr: 'Commandes de {name} :' },
  help: { en: 'Show this help', fr: 'Afficher cette aide' },
  version: { en: 'Show the version', fr: 'Afficher la version' },
  lang: {
    en: 'Language of what a person reads (default: from LC_ALL or LANG)',
    fr: 'Langue de ce que l’on lit (par défaut : d’après LC_ALL ou LANG)',
  },
  completion: {
    en: 'Print a script that completes commands in your shell',
    fr: 'Écrire un script qui complète les commandes dans le terminal',
  },
  error: { en: 'Error', fr: 'Erreur' },
  warning: { en: 'Warning', fr: 'Attention' },
  interrupted: {
    en: 'Interrupted; nothing half-written is left.',
    fr: 'Interrompu ; rien n’est laissé à moitié écrit.',
  },
  bug: {
    en: 'Error of the program itself, please report it with the lines below.',
    fr: 'Erreur du programme lui-même : merci de la signaler avec les lignes qui suivent.',
  },
} as const satisfies Record<string, Text>;

export const REFUSALS = {
  unknownCommand: { en: "unknown command '{name}'; {hint}", fr: 'commande inconnue « {name} » ; {hint}' },
  unknownOption: {
    en: "unknown option '{name}' of `maillage {command}`; {hint}",
    fr: 'option inconnue « {name} » de `maillage {command}` ; {hint}',
  },
  didYouMean: { en: "did you mean '{name}'?", fr: 'vouliez-vous dire « {name} » ?' },
  seeHelp: { en: 'see `maillage {command}--help`', fr: 'voir `maillage {command}--help`' },
  oneOf: { en: 'expected one of: {names}', fr: 'attendu, au choix : {names}' },
  needsValue: {
    en: '{option} needs a value: {option} VALUE',
    fr: '{option} demande une valeur : {option} VALEUR',
  },
  givenTwice: {
    en: '{option} is given twice: keep one',
    fr: '{option} est donnée deux fois : en garder une',
  },
  notAChoice: {
    en: "'{value}' is not a value of {option}; {hint}",
    fr: '« {value} » n’est pas une valeur de {option} ; {hint}',
  },
  missing: {
    en: '`maillage {command}` needs {name} ({describe}): maillage {usage}',
    fr: '`maillage {command}` demande {name} ({describe}) : maillage {usage}',
  },
  tooMany: {
    en: "unexpected argument '{value}': maillage {usage}",
    fr: 'argument inattendu « {value} » : maillage {usage}',
  },
  chooseCommand: {
    en: '`maillage {command}` needs a command: {names}',
    fr: '`maillage {command}` demande une commande : {names}',
  },
  wholeNumber: {
    en: "{option} is '{value}', expected a whole number from {low} to {high}",
    fr: '{option} vaut « {value} » : attendu, un nombre entier de {low} à {high}',
  },
} as const satisfies Record<string, Text>;
