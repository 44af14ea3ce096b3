/** Words of the charts of costs and of certainty. */
import type { Text } from './language.js';

/** Words of the charts of costs. */
export const COST_CHARTS = {
  planeTitle: {
    en: 'Cost and effect of each pair of runs against {baseline}, {year}',
    fr: 'Coût et effet de chaque paire d’exécutions comparée à {baseline}, {year}',
  },
  frontierTitle: {
    en: 'Which scenarios are worth their cost: mean cost and effect against {baseline}, {year}',
    fr: 'Quels scénarios valent leur coût : coût et effet moyens comparés à {baseline}, {year}',
  },
  gainLess: {
    en: '{effect}, fewer than with the baseline ({unit})',
    fr: '{effect}, de moins qu’avec la référence ({unit})',
  },
  gainMore: {
    en: '{effect}, more than with the baseline ({unit})',
    fr: '{effect}, en plus que la référence ({unit})',
  },
  cost: {
    en: '{cost}, more than with the baseline ({unit})',
    fr: '{cost}, en plus que la référence ({unit})',
  },
  corners: {
    dearerAndWorse: { en: 'dearer and worse', fr: 'plus cher et moins bien' },
    dearerAndBetter: { en: 'dearer and better', fr: 'plus cher et mieux' },
    cheaperAndWorse: { en: 'cheaper and worse', fr: 'moins cher et moins bien' },
    cheaperAndBetter: { en: 'cheaper and better', fr: 'moins cher et mieux' },
  },
  planeNote: {
    en: 'A point is a pair of runs of the same chance. Right of zero the scenario does better, above zero it costs more: the upper left costs more and does worse. {runs} pairs a scenario.',
    fr: 'Un point est une paire d’exécutions de même hasard. À droite de zéro le scénario fait mieux, au-dessus il coûte plus : en haut à gauche, il coûte plus et fait moins bien. {runs} paires par scénario.',
  },
  frontierNote: {
    en: 'Crosses: 95 % intervals of the mean differences. The line joins the scenarios that no other one, nor a mix of two, betters at the same cost (by their means). A cross that touches both axes tells nothing.',
    fr: 'Croix : intervalles à 95 % des différences moyennes. La ligne joint les scénarios qu’aucun autre, ni un mélange de deux, ne bat à coût égal (selon les moyennes). Une croix qui touche les deux axes n’affirme rien.',
  },
  frontierSummary: { en: '{values}.', fr: '{values}.' },
  optionOf: {
    en: '{scenario}: cost {cost}, gain {gain}, {standing}',
    fr: '{scenario} : coût {cost}, gain {gain}, {standing}',
  },
  baselineOf: { en: '{scenario} (baseline): {standing}', fr: '{scenario} (référence) : {standing}' },
  unclear: { en: '{value} (may be nil)', fr: '{value} (peut être nul)' },
  standings: {
    frontier: { en: 'on the frontier by the means', fr: 'sur la frontière selon les moyennes' },
    dominated: { en: 'dominated by the means', fr: 'dominé selon les moyennes' },
    extendedlyDominated: {
      en: 'dominated by a mix by the means',
      fr: 'dominé par un mélange selon les moyennes',
    },
    equal: { en: 'the same as another', fr: 'identique à un autre' },
  },
  quadrant: {
    en: '{scenario}: dearer and better in {a} of pairs, cheaper and better in {b}, cheaper and worse in {c}, dearer and worse in {d}',
    fr: '{scenario} : plus cher et meilleur dans {a} des paires, moins cher et meilleur dans {b}, moins cher et moins bon dans {c}, plus cher et moins bon dans {d}',
  },
  frontier: { en: 'frontier', fr: 'frontière' },
  gain: { en: 'gain', fr: 'gain' },
  moreCost: { en: 'more cost', fr: 'coût en plus' },
  standing: { en: 'standing', fr: 'rang' },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** Words of the charts of certainty. */
export const SURE_CHARTS = {
  convergenceTitle: {
    en: '{indicator}, {year}: difference from {baseline} as pairs of runs are added ({unit})',
    fr: '{indicator}, {year} : différence avec {baseline} à mesure que s’ajoutent des paires d’exécutions ({unit})',
  },
  convergenceAxis: { en: 'pairs of runs', fr: 'paires d’exécutions' },
  convergenceAxisPoints: { en: 'draws of the parameters', fr: 'tirages des paramètres' },
  convergenceNote: {
    en: 'Mean of the first 2, 3, 4 … pairs with its 50 % and 95 % intervals. Bands that still move at the right end ask for more runs.',
    fr: 'Moyenne des 2, 3, 4 … premières paires avec ses intervalles à 50 % et à 95 %. Des bandes qui bougent encore à droite demandent plus d’exécutions.',
  },
  depthTitle: {
    en: '{indicator}: difference from {baseline} by what the depth of CPTS buys, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline} selon ce qu’achète la profondeur des CPTS, {year} ({unit})',
  },
  depthRow: { en: 'depth effects × {level}', fr: 'effets de la profondeur × {level}' },
  depthRows: {
    0: { en: 'no effect of depth (× 0)', fr: 'aucun effet de la profondeur (× 0)' },
    1: { en: 'central assumption (× 1)', fr: 'hypothèse centrale (× 1)' },
    2: { en: 'high (× 2)', fr: 'haute (× 2)' },
  },
  setting: { en: 'setting', fr: 'réglage' },
  drawsTitle: {
    en: '{indicator}, {year}: difference from {baseline} in each draw of the parameters ({unit})',
    fr: '{indicator}, {year} : différence avec {baseline} à chaque tirage des paramètres ({unit})',
  },
  drawsAxis: {
    en: 'draws, from the lowest difference to the highest (%)',
    fr: 'tirages, de la différence la plus basse à la plus haute (%)',
  },
  drawsNote: {
    en: 'A point is a draw of all uncertain parameters, the same for both scenarios. Where the points cross zero, the sign of the difference hangs on the parameters.',
    fr: 'Un point est un tirage de tous les paramètres incertains, le même pour les deux scénarios. Où les points passent zéro, le signe de la différence dépend des paramètres.',
  },
  drawsSummary: {
    en: 'Higher than with {baseline}: {values}.',
    fr: 'Plus haut qu’avec {baseline} : {values}.',
  },
  drawsOf: {
    en: '{scenario} in {share} of {count} draws',
    fr: '{scenario} dans {share} des {count} tirages',
  },
  draw: { en: 'draw', fr: 'tirage' },
} as const satisfies Record<string, Text | Record<string | number, Text>>;
