/**
 * The fixed words of a study's README.md, in English and in French; `{name}` marks where a value goes. The no-break
 * spaces of French are put in by readme.ts.
 */
import type { Words } from '../../recorder/indicator.js';

export const README_WORDS = {
  what: { en: 'What this is', fr: 'Ce que contient ce dossier' },
  whatText: {
    en: 'Results of simulations of access to primary care in France, made by maillage {version} ({code}) and dated {date}. They show what stated mechanisms and parameters imply; they are neither observations nor forecasts. Differences between scenarios are read run by run: the same point and the same replicate met the same chance and the same parameters in every scenario.',
    fr: 'Résultats de simulations de l’accès aux soins primaires en France, produits par maillage {version} ({code}) et datés du {date}. Ils montrent ce qu’impliquent des mécanismes et des paramètres explicités ; ce ne sont ni des observations, ni des prévisions. Les écarts entre scénarios se lisent exécution par exécution : à point et réplication égaux, tous les scénarios ont rencontré le même hasard et les mêmes paramètres.',
  },
  scenarios: { en: 'Scenarios', fr: 'Scénarios' },
  scenario: { en: 'scenario', fr: 'scénario' },
  title: { en: 'title', fr: 'titre' },
  digest: { en: 'SHA-256', fr: 'SHA-256' },
  design: { en: 'Design', fr: 'Plan d’expérience' },
  years: { en: 'Years: {from} to {to}.', fr: 'Années : de {from} à {to}.' },
  scale: {
    en: 'Scale: one simulated patient stands for {scale} people; professionals are simulated one by one.',
    fr: 'Échelle : un patient simulé représente {scale} personnes ; les professionnels sont simulés un par un.',
  },
  seed: { en: 'Seed: `{seed}`.', fr: 'Graine : `{seed}`.' },
  supply: {
    en: 'Where GPs and nurses practise at the start is imported: {name}.',
    fr: 'Le lieu d’exercice des médecins et infirmiers au départ est importé : {name}.',
  },
  runs: {
    en: 'Each scenario: {points} points × {replicates} replicates (method of the design: {method}).',
    fr: 'Par scénario : {points} points × {replicates} réplications (méthode du plan : {method}).',
  },
  periods: {
    en: 'Periods kept: years and months.',
    fr: 'Périodes gardées : années et mois.',
  },
  yearsOnly: { en: 'Periods kept: years.', fr: 'Périodes gardées : années.' },
  places: { en: 'Places kept: {places}.', fr: 'Lieux gardés : {places}.' },
  morePlaces: { en: '{places} and {more} more', fr: '{places} et {more} autres' },
  varied: { en: 'What varies from point to point:', fr: 'Ce qui varie d’un point à l’autre :' },
  files: { en: 'Files', fr: 'Fichiers' },
  fileOf: { en: 'what it holds', fr: 'contenu' },
  parquetFiles: { en: '{title}, {count} Parquet files', fr: '{title}, {count} fichiers Parquet' },
  oneParquetFile: { en: '{title}, 1 Parquet file', fr: '{title}, 1 fichier Parquet' },
  manifest: {
    en: 'the manifest: plan, scenarios with their changes, SHA-256 of every file',
    fr: 'le manifeste : plan, scénarios et leurs changements, SHA-256 de chaque fichier',
  },
  spareManifest: { en: 'a spare copy of the manifest', fr: 'un double du manifeste' },
  dataPackage: {
    en: 'Frictionless data package: the tables for data tools',
    fr: 'paquet de données Frictionless : les tables pour les outils de données',
  },
  crate: {
    en: 'RO-Crate: what was made from what, for research archives',
    fr: 'RO-Crate : ce qui a été produit à partir de quoi, pour les archives de la recherche',
  },
  provenance: {
    en: 'hosts, threads and times; all other files are identical whenever the study is',
    fr: 'machines, fils d’exécution et dates ; tous les autres fichiers sont identiques quand l’étude l’est',
  },
  file: { en: 'file', fr: 'fichier' },
  tables: { en: 'Tables', fr: 'Tables' },
  table: { en: 'Table `{name}`', fr: 'Table `{name}`' },
  key: {
    en: 'Key: {columns}.',
    fr: 'Clé : {columns}.',
  },
  parameterColumns: {
    en: 'One more column for each parameter, named `parameter:` and its path: JSON text of the values by month, a plain number when the parameter never changes.',
    fr: 'Une colonne de plus par paramètre, nommée `parameter:` suivi de son chemin : texte JSON des valeurs par mois, un simple nombre quand le paramètre ne change jamais.',
  },
  column: { en: 'column', fr: 'colonne' },
  type: { en: 'type', fr: 'type' },
  unit: { en: 'unit', fr: 'unité' },
  meaning: { en: 'meaning', fr: 'signification' },
  groups: { en: 'Groups', fr: 'Groupes' },
  groupsText: {
    en: 'Values of the column `group`; a study may keep some of them only, and régions and territories lack some.',
    fr: 'Valeurs de la colonne `group` ; une étude peut n’en garder qu’une partie, et régions et territoires n’ont pas tous ces groupes.',
  },
  group: { en: 'group', fr: 'groupe' },
  indicators: { en: 'Indicators', fr: 'Indicateurs' },
  indicatorsText: {
    en: 'Those kept in the table `results`.',
    fr: 'Ceux que garde la table `results`.',
  },
  indicator: { en: 'indicator', fr: 'indicateur' },
  definition: { en: 'definition', fr: 'définition' },
  over: { en: 'Over: {base}.', fr: 'Sur : {base}.' },
  when: { en: 'When: {date}.', fr: 'Quand : {date}.' },
  reading: { en: 'How to read it', fr: 'Comment lire les tables' },
  readingText: {
    en: 'From this folder; all four give the mean over the runs of each scenario.',
    fr: 'Depuis ce dossier ; les quatre façons donnent la moyenne sur les exécutions de chaque scénario.',
  },
  withMaillage: { en: 'With maillage:', fr: 'Avec maillage :' },
  withPython: { en: 'In Python (pandas, pyarrow):', fr: 'En Python (pandas, pyarrow) :' },
  withR: { en: 'In R (arrow, dplyr):', fr: 'En R (arrow, dplyr) :' },
  withDuckdb: { en: 'In DuckDB:', fr: 'Dans DuckDB :' },
  asCsv: {
    en: '`maillage export . --format csv --out FOLDER` writes each table as one CSV file.',
    fr: '`maillage export . --format csv --out DOSSIER` écrit chaque table en un fichier CSV.',
  },
  citing: { en: 'How to cite', fr: 'Comment citer' },
  citingText: {
    en: '{authors}. {software}. Version {version} ({code}), licence {license}. Study "{name}", {date}.',
    fr: '{authors}. {software}. Version {version} ({code}), licence {license}. Étude « {name} », {date}.',
  },
  data: {
    en: 'Data and figures behind every run:',
    fr: 'Données et chiffres à la base de chaque exécution :',
  },
  licence: { en: 'licence {id}', fr: 'licence {id}' },
} as const satisfies Record<string, Words>;
