/** Words of `maillage indicators`; each indicator brings its own label and definition. */
import type { Text } from './language.js';

export const INDICATOR_WORDS = {
  group: {
    en: 'Indicators: what each measures, over whom, when',
    fr: 'Indicateurs : ce que chacun mesure, sur qui, quand',
  },
  list: { en: 'List the indicators', fr: 'Lister les indicateurs' },
  show: { en: 'Show the definition of one indicator', fr: 'Montrer la définition d’un indicateur' },
  id: { en: 'id of an indicator', fr: 'identifiant d’un indicateur' },
  columns: {
    id: { en: 'id', fr: 'identifiant' },
    label: { en: 'indicator', fr: 'indicateur' },
    unit: { en: 'unit', fr: 'unité' },
  },
  fields: {
    unit: { en: 'Unit', fr: 'Unité' },
    base: { en: 'Over', fr: 'Sur' },
    date: { en: 'When', fr: 'Quand' },
    family: { en: 'Family', fr: 'Famille' },
    better: { en: 'Better when', fr: 'Sens favorable' },
    payer: { en: 'Paid by', fr: 'Payeur' },
    payee: { en: 'Paid to', fr: 'Bénéficiaire' },
  },
  headline: {
    en: '* headline: kept for every territory and year.',
    fr: '* principal : gardé pour chaque territoire et chaque année.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
