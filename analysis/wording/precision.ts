/** Words about the precision that a study reached with its replicates. */
import type { Text } from './language.js';

export const PRECISION = {
  difference: { en: '{indicator}, {scenario} − {baseline}', fr: '{indicator}, {scenario} − {baseline}' },
  mean: { en: '{indicator}, {scenario}', fr: '{indicator}, {scenario}' },
  columns: {
    number: { en: 'number', fr: 'nombre' },
    wanted: { en: 'wanted', fr: 'voulu' },
    reached: { en: 'reached', fr: 'atteint' },
    replicates: { en: 'replicates', fr: 'réplications' },
  },
  notYet: { en: 'not in {replicates}', fr: 'pas en {replicates}' },
  note: {
    en: 'Precision: half-width of the 95 % interval, reached after so many replicates and kept for those that follow (Hoad, Robinson & Davies 2010). Chance only: points are averaged within each replicate.',
    fr: 'Précision : demi-largeur de l’intervalle à 95 %, atteinte après tant de réplications et tenue pour les suivantes (Hoad, Robinson & Davies 2010). Le hasard seul : les points sont moyennés dans chaque réplication.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
