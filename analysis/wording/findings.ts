/** Sentences of findings: what the numbers say, and never more than their intervals allow. */
import type { Text } from './language.js';

export const FINDINGS = {
  question: {
    en: '{place}: what changes by {year} with {others}, compared with {baseline}?',
    fr: '{place} : qu’est-ce qui change d’ici {year} avec {others}, par rapport à {baseline} ?',
  },
  questionAlone: {
    en: '{place}: what happens from {from} to {year} with {baseline}?',
    fr: '{place} : que se passe-t-il de {from} à {year} avec {baseline} ?',
  },
  parts: {
    en: '{indicator}, {year} ({unit}): {parts}.',
    fr: '{indicator}, {year} ({unit}) : {parts}.',
  },
  above: { en: 'above {baseline} with {list}{worth}', fr: 'au-dessus de {baseline} avec {list}{worth}' },
  below: { en: 'below {baseline} with {list}{worth}', fr: 'au-dessous de {baseline} avec {list}{worth}' },
  good: { en: ', which is better', fr: ', ce qui est mieux' },
  bad: { en: ', which is worse', fr: ', ce qui est moins bien' },
  neutral: { en: '', fr: '' },
  item: {
    en: '{scenario} ({value}, 95 % interval {low} to {high})',
    fr: '{scenario} ({value}, intervalle à 95 % de {low} à {high})',
  },
  same: { en: 'no difference at all with {list}', fr: 'aucune différence avec {list}' },
  unclear: {
    en: 'no difference can be told for {list}',
    fr: 'aucune différence ne peut être affirmée pour {list}',
  },
  manyTests: {
    en: 'for {list} the interval leaves zero out, but no difference can be told once the {tests} comparisons are counted together',
    fr: 'pour {list}, l’intervalle exclut zéro, mais aucune différence ne peut être affirmée une fois les {tests} comparaisons comptées ensemble',
  },
  alone: {
    en: 'one pair of runs gives {list}, without an interval: it may be chance',
    fr: 'une seule paire d’exécutions donne {list}, sans intervalle : ce peut être le hasard',
  },
  itemAlone: { en: '{scenario} {value}', fr: '{scenario} {value}' },
  missing: { en: 'no value for {list}', fr: 'pas de valeur pour {list}' },
  level: {
    en: '{indicator}: {first} in {from}, {last} in {year}.',
    fr: '{indicator} : {first} en {from}, {last} en {year}.',
  },
} as const satisfies Record<string, Text>;
