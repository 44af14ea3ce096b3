/** Words of `maillage scenarios`. */
import type { Text } from './language.js';

export const SCENARIOS = {
  group: {
    en: 'Scenarios: list, read, check, compare, begin a new one',
    fr: 'Scénarios : lister, lire, vérifier, comparer, en commencer un',
  },
  list: { en: 'List the ready scenarios', fr: 'Lister les scénarios prêts' },
  show: {
    en: 'Show what a scenario changes, from when and why',
    fr: 'Montrer ce qu’un scénario change, depuis quand et pourquoi',
  },
  check: {
    en: 'Check a scenario and say every mistake',
    fr: 'Vérifier un scénario et dire toutes ses erreurs',
  },
  diff: {
    en: 'Compare the parameters of two scenarios, month by month',
    fr: 'Comparer les paramètres de deux scénarios, mois par mois',
  },
  planSchema: {
    en: 'The schema of plans (files for `maillage batch`) instead',
    fr: 'Plutôt le schéma des plans (fichiers pour `maillage batch`)',
  },
  schema: {
    en: 'Print the JSON Schema that completes scenarios in an editor',
    fr: 'Écrire le schéma JSON qui complète les scénarios dans un éditeur',
  },
  new: {
    en: 'Write a new scenario to fill in, with its schema beside it',
    fr: 'Écrire un nouveau scénario à remplir, avec son schéma à côté',
  },
  scenario: { en: 'name of a ready scenario, or a YAML file', fr: 'nom d’un scénario prêt, ou fichier YAML' },
  newName: {
    en: 'name of the new scenario, such as more-places',
    fr: 'nom du nouveau scénario, par exemple plus-de-places',
  },
  columns: {
    name: { en: 'name', fr: 'nom' },
    title: { en: 'title', fr: 'titre' },
    extends: { en: 'extends', fr: 'étend' },
    parameter: { en: 'parameter', fr: 'paramètre' },
    change: { en: 'change', fr: 'changement' },
    months: { en: 'months', fr: 'mois' },
  },
  broken: {
    en: '(cannot be read: maillage scenarios check {name})',
    fr: '(illisible : maillage scenarios check {name})',
  },
  lineage: { en: 'Extends: {names}', fr: 'Étend : {names}' },
  reason: { en: 'Reason: {reason}', fr: 'Raison : {reason}' },
  sources: { en: 'Sources', fr: 'Sources' },
  years: { en: 'Years: {from} to {to}', fr: 'Années : {from} à {to}' },
  places: { en: 'Territories: {names}', fr: 'Territoires : {names}' },
  nothing: { en: 'It changes nothing.', fr: 'Il ne change rien.' },
  expected: { en: 'Expected', fr: 'Attendu' },
  directions: {
    up: { en: 'up', fr: 'hausse' },
    down: { en: 'down', fr: 'baisse' },
    none: { en: 'no clear difference', fr: 'pas de différence nette' },
  },
  expectation: { en: '{indicator}: {direction}{since}', fr: '{indicator} : {direction}{since}' },
  since: { en: ' from {year}', fr: ' à partir de {year}' },
  always: { en: 'always', fr: 'toujours' },
  from: { en: 'from {from}', fr: 'depuis {from}' },
  fromTo: { en: '{from} to {to}', fr: '{from} à {to}' },
  fine: { en: '{name}: no mistake', fr: '{name} : aucune erreur' },
  same: { en: '{a} and {b} give the same values.', fr: '{a} et {b} donnent les mêmes valeurs.' },
  written: {
    en: 'Wrote {file}. Next: edit it, `maillage scenarios check {file}`, `maillage run {file}`.',
    fr: '{file} est écrit. Ensuite : le modifier, `maillage scenarios check {file}`, `maillage run {file}`.',
  },
  exists: {
    en: '{file} exists already: choose another name, or remove it',
    fr: '{file} existe déjà : choisir un autre nom, ou le supprimer',
  },
  notWritten: {
    en: 'cannot write {file} ({reason}): choose a folder that you may write in',
    fr: 'impossible d’écrire {file} ({reason}) : choisir un dossier où vous pouvez écrire',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
