/**
 * The three tables of a study, column by column, as data: the Parquet files are written from it, and the data
 * package, the crate and README.md describe them with it. The columns of the table of runs are in run-columns.ts.
 */
import { HEADLINE } from '../../recorder/dictionary.js';
import { UNITS, type Words } from '../../recorder/indicator.js';
import type { Column } from '../parquet.js';
import type { TableName } from './names.js';

/** A column as `writeParquet` takes it, with what it means. */
export interface TableColumn extends Column {
  readonly description: Words;
  readonly unit?: Words;
}

export const TABLES: Readonly<Record<TableName, { readonly title: Words; readonly description: Words }>> = {
  results: {
    title: { en: 'Results', fr: 'Résultats' },
    description: {
      en: 'One row for each value: what one indicator was, in one run, period, place and group. A value that does not exist (0/0) has no row.',
      fr: 'Une ligne par valeur : ce que valait un indicateur, dans une exécution, pour une période, un lieu et un groupe. Une valeur qui n’existe pas (0/0) n’a pas de ligne.',
    },
  },
  territories: {
    title: { en: 'Territories', fr: 'Territoires' },
    description: {
      en: 'One row for each run, year and territory: the headline indicators. A value that does not exist is empty.',
      fr: 'Une ligne par exécution, année et territoire : les indicateurs principaux. Une valeur qui n’existe pas est vide.',
    },
  },
  runs: {
    title: { en: 'Runs', fr: 'Exécutions' },
    description: {
      en: 'One row for each run: how it ended, its seed, its place in the design and every parameter it was made with.',
      fr: 'Une ligne par exécution : comment elle s’est terminée, sa graine, sa place dans le plan et chacun de ses paramètres.',
    },
  },
};

/** Which run a row belongs to; the same three columns in every table. */
export const RUN_KEY: readonly TableColumn[] = [
  {
    name: 'scenario',
    type: 'text',
    key: true,
    description: { en: 'Name of the scenario.', fr: 'Nom du scénario.' },
  },
  {
    name: 'point',
    type: 'integer',
    key: true,
    description: {
      en: 'Number of the draw of the varied parameters, from 0; always 0 when nothing is varied. The same draw meets every scenario.',
      fr: 'Numéro du tirage des paramètres variés, à partir de 0 ; toujours 0 quand rien ne varie. Le même tirage vaut pour tous les scénarios.',
    },
  },
  {
    name: 'replicate',
    type: 'integer',
    key: true,
    description: {
      en: 'Number of the replicate, from 0: the same chance in every scenario. Compare scenarios within a point and a replicate.',
      fr: 'Numéro de la réplication, à partir de 0 : le même hasard dans tous les scénarios. Comparer les scénarios à point et réplication égaux.',
    },
  },
];

export const resultColumns: readonly TableColumn[] = [
  ...RUN_KEY,
  {
    name: 'period',
    type: 'text',
    key: true,
    description: { en: 'Year (YYYY) or month (YYYY-MM).', fr: 'Année (AAAA) ou mois (AAAA-MM).' },
  },
  {
    name: 'place',
    type: 'text',
    key: true,
    description: {
      en: 'FR for the whole of France, the code of a région or the code of a territory (`maillage territories list`).',
      fr: 'FR pour la France entière, le code d’une région ou celui d’un territoire (`maillage territories list`).',
    },
  },
  {
    name: 'group',
    type: 'text',
    key: true,
    description: {
      en: 'People or territories concerned; `all` for everybody. The word belongs to SQL: write "group" in a query.',
      fr: 'Population ou territoires concernés ; `all` pour l’ensemble. Ce mot appartient à SQL : écrire "group" dans une requête.',
    },
  },
  {
    name: 'indicator',
    type: 'text',
    key: true,
    description: {
      en: 'Id of the indicator; each is defined in README.md.',
      fr: 'Identifiant de l’indicateur ; chacun est défini dans README.md.',
    },
  },
  {
    name: 'value',
    type: 'double',
    description: {
      en: 'Value of the indicator, in the unit of the indicator.',
      fr: 'Valeur de l’indicateur, dans l’unité de l’indicateur.',
    },
  },
];

export const territoryColumns: readonly TableColumn[] = [
  ...RUN_KEY,
  { name: 'year', type: 'integer', key: true, description: { en: 'Year.', fr: 'Année.' } },
  {
    name: 'territory',
    type: 'text',
    key: true,
    description: { en: 'Code of the territory.', fr: 'Code du territoire.' },
  },
  ...HEADLINE.map(
    ({ id, label, definition, unit }): TableColumn => ({
      name: id,
      type: 'double',
      description: {
        en: `${label.en}. ${definition.en}`,
        fr: `${label.fr}. ${definition.fr}`,
      },
      unit: UNITS[unit],
    }),
  ),
];
