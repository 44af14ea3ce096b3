/** Words of the charts: titles, axes, how to read them. Findings in sentences are in findings.ts. */
import type { Text } from './language.js';

export const CHARTS = {
  year: { en: 'year', fr: 'année' },
  scenario: { en: 'scenario', fr: 'scénario' },
  indicator: { en: 'indicator', fr: 'indicateur' },
  group: { en: 'group', fr: 'groupe' },
  region: { en: 'région', fr: 'région' },
  unit: { en: 'unit', fr: 'unité' },
  runs: { en: 'runs', fr: 'exécutions' },
  mean: { en: 'mean', fr: 'moyenne' },
  low: { en: '95 %, low', fr: '95 %, bas' },
  high: { en: '95 %, high', fr: '95 %, haut' },
  lowHalf: { en: '50 %, low', fr: '50 %, bas' },
  highHalf: { en: '50 %, high', fr: '50 %, haut' },
  difference: { en: 'difference', fr: 'différence' },
  levelTitle: { en: '{indicator} ({unit})', fr: '{indicator} ({unit})' },
  differenceTitle: {
    en: '{indicator}: difference from {baseline} ({unit})',
    fr: '{indicator} : différence avec {baseline} ({unit})',
  },
  levelNote: {
    en: 'Line: mean of {runs} runs. Dark band: the middle half of the runs; light band: 95 % of them, chance within the model only. Bands of scenarios that meet the same chance overlap: read differences beside.',
    fr: 'Trait : moyenne de {runs} exécutions. Bande foncée : la moitié centrale des exécutions ; bande claire : 95 % d’entre elles, le hasard interne au modèle seulement. Les bandes de scénarios de même hasard se recouvrent : lire les différences à côté.',
  },
  levelNotePoints: {
    en: 'Line: mean over {runs} draws of the parameters. Dark band: the middle half of the draws; light band: 95 % of them. Scenarios meet the same draws, so bands overlap: read differences beside.',
    fr: 'Trait : moyenne sur {runs} tirages des paramètres. Bande foncée : la moitié centrale des tirages ; bande claire : 95 % d’entre eux. Les scénarios ont les mêmes tirages, les bandes se recouvrent : lire les différences à côté.',
  },
  oneRun: {
    en: 'One run for each scenario: no band and no interval can be given; what is seen may be chance.',
    fr: 'Une seule exécution par scénario : ni bande ni intervalle ne peuvent être donnés ; ce qui se voit peut être dû au hasard.',
  },
  differenceNote: {
    en: 'Mean difference over {runs} pairs of runs of the same chance. Dark band: its 50 % interval; light band: its 95 % interval ({uncertainty}). Where the light band holds zero, no difference can be told.',
    fr: 'Différence moyenne sur {runs} paires d’exécutions de même hasard. Bande foncée : son intervalle à 50 % ; bande claire : son intervalle à 95 % ({uncertainty}). Où la bande claire contient zéro, aucune différence ne peut être affirmée.',
  },
  uncertainty: {
    chance: { en: 'chance within the model only', fr: 'le hasard interne au modèle seulement' },
    parameters: { en: 'the parameters drawn', fr: 'les paramètres tirés au sort' },
    chanceAndParameters: {
      en: 'chance and the parameters drawn',
      fr: 'le hasard et les paramètres tirés au sort',
    },
  },
  levelSummary: {
    en: '{indicator}, {place}, {year} ({unit}): {values}.',
    fr: '{indicator}, {place}, {year} ({unit}) : {values}.',
  },
  levelFrom: { en: 'In {first}: {value}.', fr: 'En {first} : {value}.' },
  levelOf: { en: '{scenario} {value}', fr: '{scenario} {value}' },
  levelRange: {
    en: '{scenario} {value} (95 % of runs from {low} to {high})',
    fr: '{scenario} {value} (95 % des exécutions de {low} à {high})',
  },
  differenceSummary: {
    en: 'Against {baseline}, {year} ({unit}): {values}.',
    fr: 'Comparé à {baseline}, {year} ({unit}) : {values}.',
  },
  differenceOf: {
    en: '{scenario} {value} (95 % interval {low} to {high})',
    fr: '{scenario} {value} (intervalle à 95 % de {low} à {high})',
  },
  differenceUnclear: {
    en: '{scenario}: no difference can be told ({value}, interval {low} to {high})',
    fr: '{scenario} : aucune différence ne peut être affirmée ({value}, intervalle de {low} à {high})',
  },
  differenceOne: {
    en: '{scenario} {value} (one pair of runs, no interval)',
    fr: '{scenario} {value} (une seule paire d’exécutions, pas d’intervalle)',
  },
  differenceSame: { en: '{scenario}: no difference', fr: '{scenario} : aucune différence' },
  differenceNone: { en: '{scenario}: no value', fr: '{scenario} : pas de valeur' },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** Words of the charts of CPTS, groups, costs and certainty. */
export const MORE_CHARTS = {
  stagesTitle: {
    en: 'CPTS by stage, scenario {scenario} (number of CPTS)',
    fr: 'CPTS par stade, scénario {scenario} (nombre de CPTS)',
  },
  stagesNote: {
    en: 'Areas: means of {runs} runs, one stage upon the other. Dashed lines: 95 % of the runs for all stages together.',
    fr: 'Aires : moyennes de {runs} exécutions, un stade sur l’autre. Traits tiretés : 95 % des exécutions pour tous les stades ensemble.',
  },
  stagesSummary: {
    en: '{scenario}, {year}: {values}; {total} in all.',
    fr: '{scenario}, {year} : {values} ; {total} en tout.',
  },
  stageNames: {
    cptsPreProject: { en: 'pre-project', fr: 'avant-projet' },
    cptsWriting: { en: 'writing', fr: 'rédaction' },
    cptsNegotiating: { en: 'negotiating', fr: 'négociation' },
    cptsSigned: { en: 'signed', fr: 'signées' },
  },
  stage: { en: 'stage', fr: 'stade' },
  allStages: { en: 'all stages', fr: 'tous stades' },
  cptsUnit: { en: 'CPTS', fr: 'CPTS' },
  coverageTitle: {
    en: 'Signed and effective CPTS coverage ({unit} of people)',
    fr: 'Couverture des CPTS, signée et effective ({unit} de la population)',
  },
  coverageNote: {
    en: 'Full lines: people who live under a signed CPTS. Dotted lines with hollow marks: those whose CPTS is effective, that is signed for a year and giving enough placements and slots. Light bands: 95 % of {runs} runs.',
    fr: 'Traits pleins : population d’une CPTS signée. Pointillés à marques creuses : celle dont la CPTS est effective, c’est-à-dire signée depuis un an et donnant assez d’orientations et de créneaux. Bandes claires : 95 % des {runs} exécutions.',
  },
  coverageSummary: {
    en: '{year}, under a signed CPTS and under an effective one: {values}.',
    fr: '{year}, population d’une CPTS signée, puis d’une CPTS effective : {values}.',
  },
  coverageOf: {
    en: '{scenario} {signed}, of which {effective}',
    fr: '{scenario} {signed}, dont {effective}',
  },
  effective: { en: '{scenario}, effective', fr: '{scenario}, effective' },
  signed: { en: '{scenario}, signed', fr: '{scenario}, signée' },
  kind: { en: 'coverage', fr: 'couverture' },
  kinds: {
    cptsCoverage: { en: 'signed', fr: 'signée' },
    cptsEffectiveCoverage: { en: 'effective', fr: 'effective' },
  },
  groupsTitle: {
    en: '{indicator}: difference from {baseline} by group, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline} selon le groupe, {year} ({unit})',
  },
  regionsTitle: {
    en: '{indicator}: difference from {baseline} by région, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline} selon la région, {year} ({unit})',
  },
  aldTitle: {
    en: 'Without a médecin traitant: difference from {baseline}, everybody and ALD, {year} (points)',
    fr: 'Sans médecin traitant : différence avec {baseline}, ensemble et ALD, {year} (points)',
  },
  aldRows: {
    withoutMedecinTraitant: { en: 'everybody of 17 and over', fr: 'ensemble des 17 ans et plus' },
    aldWithoutMedecinTraitant: {
      en: 'of 17 and over with a long-term condition (ALD)',
      fr: '17 ans et plus en affection de longue durée (ALD)',
    },
  },
  dotsNote: {
    en: 'Mark: mean difference over {runs} pairs of runs; bar: its 95 % interval ({uncertainty}). A bar that crosses the line of zero tells no difference. {tests} differences are shown: at 95 % each, about {chance} would miss zero by chance alone.',
    fr: 'Marque : différence moyenne sur {runs} paires d’exécutions ; barre : son intervalle à 95 % ({uncertainty}). Une barre qui coupe la ligne du zéro n’affirme aucune différence. {tests} différences sont montrées : à 95 % chacune, environ {chance} manqueraient zéro par le seul hasard.',
  },
  dotsSummary: { en: '{better} {worse} {unclear}', fr: '{better} {worse} {unclear}' },
  dotsBetter: { en: 'Better than with {baseline}: {list}.', fr: 'Mieux qu’avec {baseline} : {list}.' },
  dotsWorse: { en: 'Worse: {list}.', fr: 'Moins bien : {list}.' },
  dotsHigher: { en: 'Higher than with {baseline}: {list}.', fr: 'Plus qu’avec {baseline} : {list}.' },
  dotsLower: { en: 'Lower: {list}.', fr: 'Moins : {list}.' },
  dotsUnclear: {
    en: 'No difference can be told: {list}.',
    fr: 'Aucune différence ne peut être affirmée : {list}.',
  },
  dotsRow: { en: '{scenario} ({rows})', fr: '{scenario} ({rows})' },
  everywhere: { en: 'everywhere', fr: 'partout' },
  pairs: { en: 'pairs', fr: 'paires' },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** Words of the map and of the charts of territories. */
export const MAP = {
  title: {
    en: '{indicator}, {year}, scenario {scenario} ({unit})',
    fr: '{indicator}, {year}, scénario {scenario} ({unit})',
  },
  differenceTitle: {
    en: '{indicator}, {year}: {scenario} less {baseline} ({unit})',
    fr: '{indicator}, {year} : {scenario} moins {baseline} ({unit})',
  },
  summary: {
    en: '{territories} territories. Half of the people live where the value lies from {low} to {high} (median {middle}); a tenth below {lowest}, a tenth above {highest}.',
    fr: '{territories} territoires. La moitié de la population vit où la valeur va de {low} à {high} (médiane {middle}) ; un dixième sous {lowest}, un dixième au-dessus de {highest}.',
  },
  differenceSummary: {
    en: 'Of {territories} territories, {higher} are higher and {lower} lower with a 95 % interval that leaves zero out; for {unclear} no difference can be told. By chance alone, about {chance} would seem to differ.',
    fr: 'Sur {territories} territoires, {higher} sont plus hauts et {lower} plus bas avec un intervalle à 95 % qui exclut zéro ; pour {unclear}, aucune différence ne peut être affirmée. Par le seul hasard, environ {chance} sembleraient différer.',
  },
  below: { en: 'below {high}', fr: 'moins de {high}' },
  from: { en: '{low} and more', fr: '{low} et plus' },
  between: { en: '{low} to {high}', fr: '{low} à {high}' },
  unclear: { en: 'no difference can be told', fr: 'aucune différence affirmée' },
  territory: { en: 'territory', fr: 'territoire' },
  people: { en: 'people', fr: 'population' },
  value: { en: 'value', fr: 'valeur' },
  halfWidth: { en: '± of the mean, all years', fr: '± de la moyenne, toutes années' },
  difference: { en: 'difference', fr: 'différence' },
  clear: { en: 'told from zero', fr: 'distincte de zéro' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  about: { en: '± {halfWidth}', fr: '± {halfWidth}' },
} as const satisfies Record<string, Text>;

/** Words around the map. */
export const TERRITORIES = {
  mapNote: {
    en: 'A bubble is a territory, its area its people; means of {runs} runs, with the half-width of their 95 % interval (root mean square over the years). Supply inside a région is synthetic: drawn from published regional figures, not a register of practices. Read territories as examples of their kind. Outline of the départements fitted to Lambert-93: every mainland bubble stands inside its département, or at most {tolerance} km outside. Boxes have scales of their own. Départements: © Victor Cazanave, @svg-maps, CC BY 4.0.',
    fr: 'Une bulle est un territoire, son aire sa population ; moyennes de {runs} exécutions, avec la demi-largeur de leur intervalle à 95 % (moyenne quadratique sur les années). L’offre à l’intérieur d’une région est synthétique : tirée de chiffres régionaux publiés, ce n’est pas un registre de cabinets. Lire les territoires comme des exemples de leur genre. Contour des départements ajusté au Lambert-93 : chaque bulle de métropole est dans son département, ou au plus à {tolerance} km au-dehors. Les encadrés ont chacun leur échelle. Départements : © Victor Cazanave, @svg-maps, CC BY 4.0.',
  },
  quantileTitle: {
    en: '{indicator}: how people spread over territories, {year} ({unit})',
    fr: '{indicator} : répartition de la population entre territoires, {year} ({unit})',
  },
  quantileAxis: {
    en: 'share of people, from the lowest territory to the highest (%)',
    fr: 'part de la population, du territoire le plus bas au plus haut (%)',
  },
  quantileNote: {
    en: 'At 10 % stands the value below which a tenth of the people live. Bands: 50 % and 95 % of {runs} runs. A single run of a territory holds chance of its own, so the ends are a little wider than those of means.',
    fr: 'À 10 % se lit la valeur sous laquelle vit un dixième de la population. Bandes : 50 % et 95 % des {runs} exécutions. Une exécution d’un territoire a son propre hasard : les extrémités sont un peu plus larges que celles de moyennes.',
  },
  quantileSummary: {
    en: 'A tenth of the people live below, and a tenth above ({unit}): {values}.',
    fr: 'Un dixième de la population vit sous la première valeur, un dixième au-dessus de la seconde ({unit}) : {values}.',
  },
  quantileOf: { en: '{scenario} {low} and {high}', fr: '{scenario} {low} et {high}' },
  share: { en: 'share of people', fr: 'part de la population' },
  gainsTitle: {
    en: 'People in territories that gain or lose against {baseline}, {year} (% of people)',
    fr: 'Population des territoires qui gagnent ou perdent par rapport à {baseline}, {year} (% de la population)',
  },
  gainsNote: {
    en: 'A territory gains or loses where the 95 % interval of its own difference leaves zero out. Were nothing changed anywhere, about 2.5 % would seem to gain and 2.5 % to lose.',
    fr: 'Un territoire gagne ou perd quand l’intervalle à 95 % de sa propre différence exclut zéro. Si rien ne changeait nulle part, environ 2,5 % sembleraient gagner et 2,5 % perdre.',
  },
  gainsSummary: {
    en: 'People in territories that gain, then that lose: {values}.',
    fr: 'Population des territoires qui gagnent, puis de ceux qui perdent : {values}.',
  },
  gainsRow: { en: '{indicator}, {scenario}', fr: '{indicator}, {scenario}' },
  gainsOf: { en: '{row} {better} and {worse}', fr: '{row} {better} et {worse}' },
  better: { en: 'gain', fr: 'gagnent' },
  worse: { en: 'lose', fr: 'perdent' },
  unclear: { en: 'cannot be told', fr: 'ne peut être affirmé' },
  percentOfPeople: { en: '% of people', fr: '% de la population' },
} as const satisfies Record<string, Text>;

/** Words of the charts of costs. */
export const COST_CHARTS = {
  planeTitle: {
    en: 'Cost and effect of each pair of runs against {baseline}, {year}',
    fr: 'Coût et effet de chaque paire d’exécutions comparée à {baseline}, {year}',
  },
  frontierTitle: {
    en: 'Which scenarios are worth their cost: mean cost and effect against {baseline}, {year}',
    fr: 'Quels scénarios valent leur coût : coût et effet moyens comparés à {baseline}, {year}',
  },
  gainLess: { en: '{effect}: fewer ({unit})', fr: '{effect} : en moins ({unit})' },
  gainMore: { en: '{effect}: more ({unit})', fr: '{effect} : en plus ({unit})' },
  cost: { en: '{cost}: more ({unit})', fr: '{cost} : en plus ({unit})' },
  planeNote: {
    en: 'A point is a pair of runs of the same chance. Right of zero the scenario does better, above zero it costs more: the upper left costs more and does worse. {runs} pairs a scenario.',
    fr: 'Un point est une paire d’exécutions de même hasard. À droite de zéro le scénario fait mieux, au-dessus il coûte plus : en haut à gauche, il coûte plus et fait moins bien. {runs} paires par scénario.',
  },
  frontierNote: {
    en: 'Crosses: 95 % intervals of the mean differences. The line joins the scenarios that no other one, nor a mix of two, betters at the same cost (by their means). A cross that touches both axes tells nothing.',
    fr: 'Croix : intervalles à 95 % des différences moyennes. La ligne joint les scénarios qu’aucun autre, ni un mélange de deux, ne bat à coût égal (selon les moyennes). Une croix qui touche les deux axes n’affirme rien.',
  },
  frontierSummary: { en: '{values}.', fr: '{values}.' },
  optionOf: {
    en: '{scenario}: cost {cost}, gain {gain}, {standing}',
    fr: '{scenario} : coût {cost}, gain {gain}, {standing}',
  },
  baselineOf: { en: '{scenario} (baseline): {standing}', fr: '{scenario} (référence) : {standing}' },
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
    fr: '{scenario} : plus cher et meilleur dans {a} des paires, moins cher et meilleur dans {b}, moins cher et moins bon dans {c}, plus cher et moins bon dans {d}',
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
    fr: '{indicator}, {year} : différence avec {baseline} à mesure que s’ajoutent des paires d’exécutions ({unit})',
  },
  convergenceAxis: { en: 'pairs of runs', fr: 'paires d’exécutions' },
  convergenceAxisPoints: { en: 'draws of the parameters', fr: 'tirages des paramètres' },
  convergenceNote: {
    en: 'Mean of the first 2, 3, 4 … pairs with its 50 % and 95 % intervals. Bands that still move at the right end ask for more runs.',
    fr: 'Moyenne des 2, 3, 4 … premières paires avec ses intervalles à 50 % et à 95 %. Des bandes qui bougent encore à droite demandent plus d’exécutions.',
  },
  depthTitle: {
    en: '{indicator}: difference from {baseline} by what the depth of CPTS buys, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline} selon ce qu’achète la profondeur des CPTS, {year} ({unit})',
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
    fr: '{indicator}, {year} : différence avec {baseline} à chaque tirage des paramètres ({unit})',
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
    fr: 'Plus haut qu’avec {baseline} : {values}.',
  },
  drawsOf: {
    en: '{scenario} in {share} of {count} draws',
    fr: '{scenario} dans {share} des {count} tirages',
  },
  draw: { en: 'draw', fr: 'tirage' },
} as const satisfies Record<string, Text | Record<string | number, Text>>;
