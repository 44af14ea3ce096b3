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
  low: { en: '95 %, low', fr: '95 %, bas' },
  high: { en: '95 %, high', fr: '95 %, haut' },
  lowHalf: { en: '50 %, low', fr: '50 %, bas' },
  highHalf: { en: '50 %, high', fr: '50 %, haut' },
  difference: { en: 'difference', fr: 'différence' },
  levelTitle: { en: '{indicator} ({unit})', fr: '{indicator} ({unit})' },
  differenceTitle: {
    en: '{indicator}: difference from {baseline} ({unit})',
    fr: '{indicator} : différence avec {baseline} ({unit})',
  },
  levelNote: {
    en: 'Line: mean of {runs} {runs|run|runs}. Dark band: the middle half of the runs; light band: 95 % of them, chance within the model only. Scenarios that meet the same chance lie over one another: the chart of differences tells them apart. The vertical axis need not begin at zero.',
    fr: 'Trait : moyenne de {runs} {runs|exécution|exécutions}. Bande foncée : la moitié centrale des exécutions ; bande claire : 95 % d’entre elles, le hasard interne au modèle seulement. Les scénarios de même hasard se recouvrent : le graphique des différences les distingue. L’axe vertical ne part pas toujours de zéro.',
  },
  levelNotePoints: {
    en: 'Line: mean over {runs} draws of the parameters. Dark band: the middle half of the draws; light band: 95 % of them. Scenarios meet the same draws and lie over one another: the chart of differences tells them apart. The vertical axis need not begin at zero.',
    fr: 'Trait : moyenne sur {runs} tirages des paramètres. Bande foncée : la moitié centrale des tirages ; bande claire : 95 % d’entre eux. Les scénarios ont les mêmes tirages et se recouvrent : le graphique des différences les distingue. L’axe vertical ne part pas toujours de zéro.',
  },
  oneRun: {
    en: 'One run for each scenario: no band and no interval can be given; what is seen may be chance.',
    fr: 'Une seule exécution par scénario : ni bande ni intervalle ne peuvent être donnés ; ce qui se voit peut être dû au hasard.',
  },
  differenceNote: {
    en: 'Mean difference over {runs} pairs of runs of the same chance. Dark band: its 50 % interval; light band: its 95 % interval ({uncertainty}). Where the light band holds zero, no difference can be told; the tables test many differences together, and are stricter.',
    fr: 'Différence moyenne sur {runs} paires d’exécutions de même hasard. Bande foncée : son intervalle à 50 % ; bande claire : son intervalle à 95 % ({uncertainty}). Où la bande claire contient zéro, aucune différence ne peut être affirmée ; les tableaux testent de nombreuses différences ensemble, plus sévèrement.',
  },
  levelBeside: {
    en: 'For scale: {indicator}, {level} with {baseline} in {year}.',
    fr: 'Pour l’ordre de grandeur : {indicator}, {level} avec {baseline} en {year}.',
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
    fr: '{indicator}, {place}, {year} ({unit}) : {values}.',
  },
  levelFrom: { en: 'In {first}: {value}.', fr: 'En {first} : {value}.' },
  levelOf: { en: '{scenario} {value}', fr: '{scenario} {value}' },
  levelRange: {
    en: '{scenario} {value} (95 % of runs from {low} to {high})',
    fr: '{scenario} {value} (95 % des exécutions de {low} à {high})',
  },
  differenceSummary: {
    en: 'Against {baseline}, {year} ({unit}), each interval read alone: {values}.',
    fr: 'Comparé à {baseline}, {year} ({unit}), chaque intervalle lu seul : {values}.',
  },
  differenceOf: {
    en: '{scenario} {value} (95 % interval {low} to {high})',
    fr: '{scenario} {value} (intervalle à 95 % de {low} à {high})',
  },
  differenceUnclear: {
    en: '{scenario}: no difference can be told ({value}, interval {low} to {high})',
    fr: '{scenario} : aucune différence ne peut être affirmée ({value}, intervalle de {low} à {high})',
  },
  differenceOne: {
    en: '{scenario} {value} (one pair of runs, no interval)',
    fr: '{scenario} {value} (une seule paire d’exécutions, pas d’intervalle)',
  },
  differenceSame: { en: '{scenario}: no difference', fr: '{scenario} : aucune différence' },
  differenceNone: { en: '{scenario}: no value', fr: '{scenario} : pas de valeur' },
} as const satisfies Record<string, Text | Record<string, Text>>;
