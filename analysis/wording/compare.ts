/** Words of `maillage compare`. */
import type { Text } from './language.js';

export const COMPARE = {
  describe: {
    en: 'Compare the scenarios of a study with a baseline, run by run of the same chance',
    fr: 'Comparer les scénarios d’une étude à une référence, à hasard égal',
  },
  dir: { en: 'folder of a study', fr: 'dossier d’une étude' },
  options: {
    baseline: {
      en: 'Scenario that the others are compared with (default: that of the plan)',
      fr: 'Scénario auquel les autres sont comparés (par défaut : celui du plan)',
    },
    scenarios: {
      en: 'Scenarios to compare, a,b (default: all)',
      fr: 'Scénarios à comparer, a,b (par défaut : tous)',
    },
    indicators: {
      en: 'Indicators, a,b, or all (default: the headline indicators)',
      fr: 'Indicateurs, a,b, ou all pour tous (par défaut : les indicateurs principaux)',
    },
    years: {
      en: 'Years, 2025,2030, or months where the study keeps them (default: the last year)',
      fr: 'Années, 2025,2030, ou mois si l’étude les garde (par défaut : la dernière année)',
    },
    by: {
      en: 'One row by place, by group, or by point of the design, instead of by indicator',
      fr: 'Une ligne par lieu, par groupe ou par point du plan d’expérience, au lieu d’une par indicateur',
    },
    places: {
      en: 'Places, codes or names (default: France; with --by place, every place kept)',
      fr: 'Lieux, codes ou noms (par défaut : la France ; avec --by place, tous les lieux gardés)',
    },
    groups: {
      en: 'Groups (default: everybody; with --by group, every group kept)',
      fr: 'Groupes (par défaut : l’ensemble ; avec --by group, tous les groupes gardés)',
    },
    cost: {
      en: 'Indicator of cost of a cost-effectiveness table (default: accessMoney, where kept)',
      fr: 'Indicateur de coût d’un tableau coût-efficacité (par défaut : consultationFees, s’il est gardé)',
    },
    effect: {
      en: 'Indicator of effect of that table (default: withoutMedecinTraitantPeople)',
      fr: 'Indicateur d’effet de ce tableau (par défaut : withoutMedecinTraitantPeople)',
    },
    csv: {
      en: 'Answer as CSV: one row a difference, costs left out',
      fr: 'Répondre en CSV : une ligne par différence, sans les coûts',
    },
  },
  refusals: {
    scenario: {
      en: "the study {study} has no scenario '{name}'; {hint}",
      fr: 'l’étude {study} n’a pas de scénario « {name} » ; {hint}',
    },
    indicator: {
      en: "the study {study} keeps no indicator '{name}'; {hint}",
      fr: 'l’étude {study} ne garde pas d’indicateur « {name} » ; {hint}',
    },
    place: {
      en: "the study {study} keeps no place '{name}'; {hint}",
      fr: 'l’étude {study} ne garde pas de lieu « {name} » ; {hint}',
    },
    group: {
      en: "the study {study} keeps no group '{name}'; {hint}",
      fr: 'l’étude {study} ne garde pas de groupe « {name} » ; {hint}',
    },
    didYouMean: { en: "did you mean '{name}'?", fr: 'vouliez-vous dire « {name} » ?' },
    thereAre: { en: 'it has: {names}', fr: 'elle a : {names}' },
    thereAreMore: {
      en: 'it has: {names} and {more} more',
      fr: 'elle a : {names} et {more} de plus',
    },
    noYear: {
      en: "'{period}' is not a year of the study {study}, which runs from {from} to {to} and keeps no months",
      fr: '« {period} » n’est pas une année de l’étude {study}, qui va de {from} à {to} et ne garde pas de mois',
    },
    noMonth: {
      en: "'{period}' is not a year or a month (2025-06) of the study {study}, which runs from {from} to {to}",
      fr: '« {period} » n’est ni une année ni un mois (2025-06) de l’étude {study}, qui va de {from} à {to}',
    },
    oneScenario: {
      en: 'the study {study} leaves nothing to compare with {name}: choose two scenarios, or add one with `maillage batch`',
      fr: 'l’étude {study} ne laisse rien à comparer à {name} : choisir deux scénarios, ou en ajouter un avec `maillage batch`',
    },
    noCommon: {
      en: 'no run of {name} ({own} done) meets the same chance and parameters as one of {baseline} ({theirs} done), so their difference would mix both: complete the study with `maillage batch`, or leave {name} out with --scenarios',
      fr: 'aucune exécution de {name} ({own} faites) n’a le même hasard et les mêmes paramètres qu’une de {baseline} ({theirs} faites), et leur différence mêlerait les deux : compléter l’étude avec `maillage batch`, ou écarter {name} avec --scenarios',
    },
    noCell: {
      en: 'the study holds no value for this choice: its runs may not be finished (`maillage status` names them), some groups exist for France only, and some indicators only for places larger than a territory',
      fr: 'l’étude n’a aucune valeur pour ce choix : ses exécutions ne sont peut-être pas finies (`maillage status` les nomme), certains groupes n’existent que pour la France, et certains indicateurs que pour des lieux plus grands qu’un territoire',
    },
    costIsEffect: {
      en: '--cost and --effect are both {id}: choose two indicators',
      fr: '--cost et --effect sont tous deux {id} : choisir deux indicateurs',
    },
    neutralEffect: {
      en: '--effect {id}: neither more nor less of it is better for people, so it cannot be the gain of a cost',
      fr: '--effect {id} : ni plus ni moins n’en est meilleur pour la population, ce ne peut être le gain d’un coût',
    },
    twoForms: { en: 'choose one of --json and --csv', fr: 'choisir entre --json et --csv' },
  },
  heading: {
    en: '{title} ({name}) against {baseline}: {where}',
    fr: '{title} ({name}), comparé à {baseline} : {where}',
  },
  columns: {
    indicator: { en: 'indicator', fr: 'indicateur' },
    place: { en: 'place', fr: 'lieu' },
    group: { en: 'group', fr: 'groupe' },
    point: { en: 'point', fr: 'point' },
    baseline: { en: 'baseline', fr: 'référence' },
    difference: { en: 'difference', fr: 'différence' },
    better: { en: 'better\nin', fr: 'meilleur\ndans' },
    pairing: { en: 'pairing\nremoves', fr: 'gain des\npaires' },
    worth: { en: 'worth', fr: 'vaut' },
  },
  none: { en: '–', fr: '–' },
  strips: {
    en: 'Differences with their 95 % intervals; │ is zero, each row has its own scale:',
    fr: 'Différences avec leurs intervalles à 95 % ; │ est zéro, chaque ligne a son échelle :',
  },
  noDifference: { en: 'no difference', fr: 'aucune différence' },
  notes: {
    pairsOfReplicates: {
      en: 'Each difference is a mean over {pairs} pairs of runs of the same chance (seed and replicate).',
      fr: 'Chaque différence est une moyenne sur {pairs} paires d’exécutions de même hasard (graine et réplication).',
    },
    onePair: {
      en: 'One pair of runs of the same chance claims no interval: --replicates 10 in `maillage batch` gives one.',
      fr: 'Une seule paire d’exécutions de même hasard ne permet aucun intervalle : --replicates 10 dans `maillage batch` en donne un.',
    },
    onePoint: {
      en: 'One draw of the parameters claims no interval: more points in the plan give one.',
      fr: 'Un seul tirage des paramètres ne permet aucun intervalle : davantage de points dans le plan en donnent un.',
    },
    pairsOfPoints: {
      en: 'Each difference is a mean over {pairs} draws of the parameters, the same for both scenarios; replicates are averaged within each draw first.',
      fr: 'Chaque différence est une moyenne sur {pairs} tirages des paramètres, les mêmes pour les deux scénarios ; les réplications sont d’abord moyennées dans chaque tirage.',
    },
    grid: {
      en: 'Each replicate is first averaged over the {points} points of the design, which are chosen settings and not a sample; --by point shows them one by one.',
      fr: 'Chaque réplication est d’abord moyennée sur les {points} points du plan d’expérience, réglages choisis et non un échantillon ; --by point les montre un par un.',
    },
    chance: {
      en: '± is the half-width of the 95 % interval of the mean difference (Student): chance within the model only, not the uncertainty of its parameters.',
      fr: '± est la demi-largeur de l’intervalle à 95 % de la différence moyenne (Student) : le hasard interne au modèle seulement, non l’incertitude de ses paramètres.',
    },
    parameters: {
      en: '± is the half-width of the 95 % interval of the mean difference (Student): the parameters that the design draws. Every draw meets the same chance, the mean of {replicates} replicates, which ± does not count.',
      fr: '± est la demi-largeur de l’intervalle à 95 % de la différence moyenne (Student) : les paramètres que le plan d’expérience tire au sort. Chaque tirage a le même hasard, la moyenne de {replicates} réplications, que ± ne compte pas.',
    },
    chanceAndParameters: {
      en: '± is the half-width of the 95 % interval of the mean difference (Student): chance and the parameters that the design draws.',
      fr: '± est la demi-largeur de l’intervalle à 95 % de la différence moyenne (Student) : le hasard et les paramètres que le plan d’expérience tire au sort.',
    },
    better: {
      en: '“Better in”: share of pairs in which the scenario is better than the baseline for people, ties counting half; – where neither direction is better.',
      fr: '« Meilleur dans » : part des paires où le scénario est meilleur que la référence pour la population, les égalités comptant pour moitié ; – si aucune direction n’est meilleure.',
    },
    pairing: {
      en: '“Pairing removes”: share of the variance of the difference that common chance takes away; “worth”: unpaired runs of each scenario that would tell as much.',
      fr: '« Gain des paires » : part de la variance de la différence que le hasard commun supprime ; « vaut » : exécutions non appariées de chaque scénario qui en diraient autant.',
    },
    identical: {
      en: 'No difference: equal to the last digit in every pair; the scenario changes nothing of what is measured there.',
      fr: 'Aucune différence : égalité jusqu’au dernier chiffre dans chaque paire ; le scénario ne change rien de ce qui est mesuré là.',
    },
    several: {
      en: '*: stays significant at 5 % when the {family} differences shown are tested together (Holm 1979): {significant} of {family}. At 5 % each, some would differ by chance alone.',
      fr: '* : reste significatif à 5 % quand les {family} différences affichées sont testées ensemble (Holm 1979) : {significant} sur {family}. À 5 % chacune, certaines différeraient par le seul hasard.',
    },
    single: {
      en: '*: significant at 5 %. One difference is shown; among several, some would seem so by chance alone.',
      fr: '* : significatif à 5 %. Une seule différence est affichée ; parmi plusieurs, certaines le paraîtraient par le seul hasard.',
    },
    leftOut: {
      en: 'Runs left out of a row because their counterpart is missing or failed: up to {leftOut}.',
      fr: 'Exécutions écartées d’une ligne parce que leur homologue manque ou a échoué : jusqu’à {leftOut}.',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
