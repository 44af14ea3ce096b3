/** Words of the charts of CPTS, and of those of groups. */
import type { Text } from './language.js';

export const MORE_CHARTS = {
  stagesTitle: {
    en: 'CPTS by stage, scenario {scenario} (number of CPTS)',
    fr: 'CPTS par stade, scénario {scenario} (nombre de CPTS)',
  },
  stagesNote: {
    en: 'Areas: means of {runs} {runs|run|runs}, one stage upon the other. Dashed lines: 95 % of the runs for all stages together.',
    fr: 'Aires : moyennes de {runs} {runs|exécution|exécutions}, un stade sur l’autre. Traits tiretés : 95 % des exécutions pour tous les stades ensemble.',
  },
  stagesSummary: {
    en: '{scenario}, {year}: {values}; {total} in all.',
    fr: '{scenario}, {year} : {values} ; {total} en tout.',
  },
  stageNames: {
    cptsPreProject: { en: 'pre-project', fr: 'en avant-projet' },
    cptsWriting: { en: 'writing', fr: 'en rédaction' },
    cptsNegotiating: { en: 'negotiating', fr: 'en négociation' },
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
    en: 'Full lines: people who live under a signed CPTS on 31 December. Dotted lines with hollow marks: person-months of the year under an effective CPTS, that is signed for a year and giving enough placements and slots, in % of all. Light bands: 95 % of {runs} runs.',
    fr: 'Traits pleins : population sous une CPTS signée au 31 décembre. Pointillés à marques creuses : personnes-mois de l’année sous une CPTS effective, c’est-à-dire signée depuis un an et assurant assez de placements et de créneaux, en % du total. Bandes claires : 95 % des {runs} exécutions.',
  },
  coverageSummary: {
    en: '{year}, people under a signed CPTS, then person-months under an effective one: {values}.',
    fr: '{year}, population sous une CPTS signée, puis personnes-mois sous une CPTS effective : {values}.',
  },
  coverageOf: {
    en: '{scenario} {signed}, then {effective}',
    fr: '{scenario} {signed}, puis {effective}',
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
    fr: '{indicator} : différence avec {baseline} selon le groupe, {year} ({unit})',
  },
  regionsTitle: {
    en: '{indicator}: difference from {baseline} by région, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline} selon la région, {year} ({unit})',
  },
  instrumentsTitle: {
    en: 'Where the money differs from {baseline}, by instrument, {year} ({unit})',
    fr: 'Où l’argent diffère de {baseline}, par instrument, {year} ({unit})',
  },
  instrumentsNote: {
    en: 'What CPTS and MSP pay on came in from the other payers: their rows do not add up. {left} more instruments differ by less than a fiftieth of the largest difference, or not at all; the largest of each scenario is shown in any case.',
    fr: 'Ce que paient les CPTS et les MSP leur est venu des autres payeurs : ces lignes ne s’additionnent pas. {left} autres instruments diffèrent de moins d’un cinquantième de la plus grande différence, ou pas du tout ; la plus grande de chaque scénario est montrée dans tous les cas.',
  },
  instrument: { en: 'instrument', fr: 'instrument' },
  paidBy: { en: 'Paid by {payer}', fr: 'Payé par {payer}' },
  care: { en: 'Care of GPs, whoever pays', fr: 'Soins des généralistes, quel que soit le payeur' },
  personTitle: {
    en: '{indicator}: difference from {baseline}, everybody, low incomes and ALD, {year} ({unit})',
    fr: '{indicator} : différence avec {baseline}, ensemble, bas revenus et ALD, {year} ({unit})',
  },
  persons: {
    everybody: { en: 'everybody of 17 and over', fr: 'ensemble des 17 ans et plus' },
    lowIncome: { en: 'of 17 and over with a low income', fr: '17 ans et plus à bas revenus' },
    ald: {
      en: 'of 17 and over with a long-term condition (ALD)',
      fr: '17 ans et plus en affection de longue durée (ALD)',
    },
  },
  shortGroups: {
    'zoning:ZIP': { en: 'priority (ZIP)', fr: 'prioritaires (ZIP)' },
    'zoning:ZAC': { en: 'complementary (ZAC)', fr: 'complémentaires (ZAC)' },
    worstTenth: { en: 'tenth of the start', fr: 'dixième du départ' },
    worstTenthNow: { en: 'tenth of the year', fr: 'dixième de l’année' },
  },
  headings: {
    lowIncome: { en: 'By income', fr: 'Selon le revenu' },
    zoning: { en: 'By zoning', fr: 'Selon le zonage' },
    rural: { en: 'By kind of territory', fr: 'Selon le type de territoire' },
    worst: { en: 'The worst served', fr: 'Les moins bien desservis' },
  },
  dotsNote: {
    en: 'Mark: mean difference over {runs} pairs of runs; bar: its 95 % interval ({uncertainty}). A bar that crosses the line of zero tells no difference. {tests} differences are shown: at 95 % each, about {chance} would miss zero by chance alone.',
    fr: 'Marque : différence moyenne sur {runs} paires d’exécutions ; barre : son intervalle à 95 % ({uncertainty}). Une barre qui coupe la ligne du zéro n’affirme aucune différence. {tests} différences sont montrées : à 95 % chacune, environ {chance} manqueraient zéro par le seul hasard.',
  },
  dotsSummary: { en: '{better} {worse} {unclear}', fr: '{better} {worse} {unclear}' },
  dotsBetter: { en: 'Better than with {baseline}: {list}.', fr: 'Mieux qu’avec {baseline} : {list}.' },
  dotsWorse: { en: 'Worse: {list}.', fr: 'Moins bien : {list}.' },
  dotsHigher: { en: 'Higher than with {baseline}: {list}.', fr: 'Plus qu’avec {baseline} : {list}.' },
  dotsLower: { en: 'Lower: {list}.', fr: 'Moins : {list}.' },
  dotsUnclear: {
    en: 'No difference can be told, all tested together: {list}.',
    fr: 'Aucune différence ne peut être affirmée, toutes testées ensemble : {list}.',
  },
  dotsRow: { en: '{scenario} ({rows})', fr: '{scenario} ({rows})' },
  elsewhere: { en: '{count} others', fr: '{count} autres' },
  everywhere: { en: 'everywhere', fr: 'partout' },
  pairs: { en: 'pairs', fr: 'paires' },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** Words of the table of who gains and who loses. */
export const GAINS_TABLE = {
  title: {
    en: 'Who gains and who loses in {year}: paired differences from {baseline} by group, with their 95 % intervals',
    fr: 'Qui gagne et qui perd en {year} : différences appariées avec {baseline} selon le groupe, et leurs intervalles à 95 %',
  },
  note: {
    en: '± is the half-width of the 95 % interval over {pairs} pairs of runs of the same chance. ° and *: it leaves zero out; * (in colour, with its worth) stays so when the {tests} differences of this table are tested together (Holm 1979). Read alone, about {chance} would bear a ° by chance. Grey: no difference can be told. “–”: no such value of this group.',
    fr: '± est la demi-largeur de l’intervalle à 95 % sur {pairs} paires d’exécutions de même hasard. ° et * : il exclut zéro ; * (en couleur, avec son sens) le reste quand les {tests} différences de ce tableau sont testées ensemble (Holm 1979). Lues une à une, environ {chance} porteraient un ° par le seul hasard. En gris : aucune différence ne peut être affirmée. « – » : pas de telle valeur pour ce groupe.',
  },
  told: { en: 'interval leaves zero out', fr: 'intervalle excluant zéro' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
} as const satisfies Record<string, Text>;
