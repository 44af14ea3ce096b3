/** Words of `maillage query`. */
import type { Text } from './language.js';

export const QUERY = {
  describe: {
    en: 'Answer a question in SQL from the tables of a folder of results',
    fr: 'Répondre à une question en SQL d’après les tables d’un dossier de résultats',
  },
  dir: { en: 'folder of a study or of a run', fr: 'dossier d’une étude ou d’une exécution' },
  sql: { en: 'one SELECT statement, in quotes', fr: 'une instruction SELECT, entre guillemets' },
  csv: { en: 'Answer as CSV', fr: 'Répondre en CSV' },
  oneForm: {
    en: '--json and --csv are two forms of the answer: choose one',
    fr: '--json et --csv sont deux formes de la réponse : en choisir une',
  },
  rows: { en: '{count} {count|row|rows}.', fr: '{count} {count|ligne|lignes}.' },
  oneRow: { en: '1 row.', fr: '1 ligne.' },
  shortened: {
    en: 'Long numbers are rounded and long texts cut: --csv or --json give them whole.',
    fr: 'Les nombres longs sont arrondis et les textes longs coupés : --csv ou --json les donnent entiers.',
  },
  record: { en: 'row {number}', fr: 'ligne {number}' },
  at: {
    en: 'line {line}, column {column}: {message}',
    fr: 'ligne {line}, colonne {column} : {message}',
  },
  problems: {
    empty: {
      en: 'the query is empty: write a SELECT statement over {tables}',
      fr: 'la requête est vide : écrire une instruction SELECT sur {tables}',
    },
    several: {
      en: 'the query holds {count} statements: give one SELECT (a PIVOT needs its values: ON column IN (…))',
      fr: 'la requête contient {count} instructions : donner un seul SELECT (un PIVOT demande ses valeurs : ON colonne IN (…))',
    },
    statement: {
      en: 'this is a {statement} statement: a query only reads, with SELECT',
      fr: 'ceci est une instruction {statement} : une requête ne fait que lire, avec SELECT',
    },
    parameters: {
      en: 'the query holds a parameter (? or $name): write its value',
      fr: 'la requête contient un paramètre (? ou $nom) : écrire sa valeur',
    },
    outside: {
      en: 'a query reads the tables of its folder and no other file: {tables}',
      fr: 'une requête lit les tables de son dossier et aucun autre fichier : {tables}',
    },
    column: {
      en: 'there is no column "{name}"; {hint}',
      fr: 'il n’y a pas de colonne « {name} » ; {hint}',
    },
    table: {
      en: 'there is no table "{name}" in this folder; {hint}',
      fr: 'il n’y a pas de table « {name} » dans ce dossier ; {hint}',
    },
    syntax: {
      en: 'the query is not SQL: {message}',
      fr: 'la requête n’est pas du SQL : {message}',
    },
    other: {
      en: 'the query is refused: {message}',
      fr: 'la requête est refusée : {message}',
    },
  },
  didYouMean: { en: 'did you mean "{name}"?', fr: 'vouliez-vous dire « {name} » ?' },
  theTables: { en: 'the tables are {tables}', fr: 'les tables sont {tables}' },
  theColumns: {
    en: '`DESCRIBE results` lists the columns of a table',
    fr: '`DESCRIBE results` donne les colonnes d’une table',
  },
  noTable: { en: 'none yet', fr: 'aucune pour l’instant' },
} as const satisfies Record<string, Text | Record<string, Text>>;
