/** How unequal access is between territories; gaps between groups are read by comparing the groups. */
import { family } from './indicator.js';
import { APL } from './indicators-access.js';

export const EQUITY = family('equity', [
  {
    id: 'aplTheil',
    unit: 'index',
    label: { en: 'Inequality of accessibility (Theil)', fr: 'Inégalité d’accessibilité (Theil)' },
    definition: {
      en: 'Theil’s T of accessibility between territories weighted by people: 0 when all are equal.',
      fr: 'Indice T de Theil de l’accessibilité entre territoires pondérés par la population : 0 si tous sont égaux.',
    },
    base: 'people',
    date: 'december',
    better: 'less',
    kind: { kind: 'concentration', value: APL, weight: 'people', measure: 'theil' },
  },
  {
    id: 'aplP90P10',
    unit: 'index',
    label: { en: 'Accessibility, P90 over P10', fr: 'Accessibilité, rapport P90/P10' },
    definition: {
      en: 'Accessibility of the last decile of people divided by that of the first.',
      fr: 'Accessibilité du dernier décile de la population rapportée à celle du premier.',
    },
    base: 'people',
    date: 'december',
    better: 'less',
    kind: { kind: 'concentration', value: APL, weight: 'people', measure: 'p90p10' },
  },
]);
