/** Words of the cost-effectiveness tables of `maillage compare`. */
import type { Text } from './language.js';

export const COSTS = {
  heading: {
    en: 'Cost-effectiveness: {cost} and {effect}. {where}',
    fr: 'Coût-efficacité : {cost} et {effect}. {where}',
  },
  columns: {
    scenario: { en: 'scenario', fr: 'scénario' },
    cost: { en: 'cost', fr: 'coût' },
    effect: { en: 'effect', fr: 'effet' },
    moreCost: { en: 'more cost', fr: 'coût en plus' },
    gain: { en: 'gain', fr: 'gain' },
    standing: { en: 'standing', fr: 'rang' },
    icer: { en: 'cost of a\nunit more', fr: 'coût d’une\nunité de plus' },
    ratio: { en: 'cost of a unit gained\non the baseline', fr: 'coût d’une unité gagnée\nsur la référence' },
    dearerAndBetter: { en: 'dearer,\nbetter', fr: 'plus cher,\nmeilleur' },
    cheaperAndBetter: { en: 'cheaper,\nbetter', fr: 'moins cher,\nmeilleur' },
    cheaperAndWorse: { en: 'cheaper,\nworse', fr: 'moins cher,\nmoins bon' },
    dearerAndWorse: { en: 'dearer,\nworse', fr: 'plus cher,\nmoins bon' },
  },
  standings: {
    first: { en: 'frontier, least costly', fr: 'frontière, le moins coûteux' },
    frontier: { en: 'frontier, after {after}', fr: 'frontière, après {after}' },
    dominated: { en: 'dominated', fr: 'dominé' },
    extendedlyDominated: { en: 'dominated by a mix', fr: 'dominé par un mélange' },
    equal: { en: 'same as {after}', fr: 'identique à {after}' },
  },
  reference: { en: 'baseline', fr: 'référence' },
  bounds: { en: '{ratio} [{low}; {high}]', fr: '{ratio} [{low} ; {high}]' },
  saving: { en: '{text} saved', fr: '{text} économisés' },
  dominates: { en: 'cheaper and better', fr: 'moins cher et meilleur' },
  dominatedByBaseline: { en: 'dearer, not better', fr: 'plus cher, pas meilleur' },
  unbounded: { en: '{ratio}, no interval', fr: '{ratio}, sans intervalle' },
  notes: {
    less: {
      en: 'A gain is a fall of the effect. Costs in {cost}, effects in {effect}; means over {observations} observations in which every scenario has both.',
      fr: 'Un gain est une baisse de l’effet. Coûts en {cost}, effets en {effect} ; moyennes sur {observations} observations où chaque scénario a les deux.',
    },
    more: {
      en: 'A gain is a rise of the effect. Costs in {cost}, effects in {effect}; means over {observations} observations in which every scenario has both.',
      fr: 'Un gain est une hausse de l’effet. Coûts en {cost}, effets en {effect} ; moyennes sur {observations} observations où chaque scénario a les deux.',
    },
    frontier: {
      en: 'Standing by the means: a dominated option costs as much or more than another and gains no more; one dominated by a mix costs more per unit gained than going further (extended dominance; Drummond et al. 2015). A cost of a unit more is counted from the option before on the frontier, in {unit}.',
      fr: 'Rang selon les moyennes : une option dominée coûte autant ou plus qu’une autre sans gagner davantage ; une option dominée par un mélange coûte plus par unité gagnée que d’aller plus loin (dominance étendue ; Drummond et al. 2015). Le coût d’une unité de plus se compte depuis l’option précédente de la frontière, en {unit}.',
    },
    ratio: {
      en: 'In brackets, the 95 % interval of the ratio (Fieller 1954); none where the gain itself may be nil. “Saved”: the scenario costs less and gains less, the figure is what each unit lost saves.',
      fr: 'Entre crochets, l’intervalle à 95 % du rapport (Fieller 1954) ; aucun si le gain lui-même peut être nul. « Économisés » : le scénario coûte moins et gagne moins, le chiffre est ce qu’économise chaque unité perdue.',
    },
    plane: {
      en: 'Share of pairs in each quadrant of the cost-effectiveness plane, against the baseline:',
      fr: 'Part des paires dans chaque quadrant du plan coût-efficacité, par rapport à la référence :',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
