/** Words of the map and of the charts of territories. */
import type { Text } from './language.js';

/** Words that change with what is chosen on the map; `{…}` is filled in by the page. */
export const MAP = {
  title: {
    en: '{indicator}, {year}, scenario {scenario} ({unit})',
    fr: '{indicator}, {year}, scénario {scenario} ({unit})',
  },
  differenceTitle: {
    en: '{indicator}, {year}: {scenario} less {baseline} ({unit})',
    fr: '{indicator}, {year} : {scenario} moins {baseline} ({unit})',
  },
  summary: {
    en: '{territories} territories. Half of the people live where the value lies from {low} to {high} (median {middle}); a tenth below {lowest}, a tenth above {highest}.',
    fr: '{territories} territoires. La moitié de la population vit où la valeur va de {low} à {high} (médiane {middle}) ; un dixième sous {lowest}, un dixième au-dessus de {highest}.',
  },
  differenceSummary: {
    en: 'Of {territories} territories, {higher} are higher and {lower} lower with a 95 % interval that leaves zero out; for {unclear} no difference can be told. By chance alone, about {chance} would seem to differ.',
    fr: 'Sur {territories} territoires, {higher} sont plus hauts et {lower} plus bas avec un intervalle à 95 % qui exclut zéro ; pour {unclear}, aucune différence ne peut être affirmée. Par le seul hasard, environ {chance} sembleraient différer.',
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
    en: 'A bubble is a territory, its area its people; means of {runs} runs, whose 95 % intervals are in the table and under the pointer (half-widths, root mean square over the years). {supply} Outline of the départements fitted to Lambert-93: at most {tolerance} km off at the seven bubbles of coasts and borders that would fall outside their département, drawn just inside it. Boxes have scales of their own. Départements: © Victor Cazanave, @svg-maps, CC BY 4.0.',
    fr: 'Une bulle est un territoire, son aire sa population ; moyennes de {runs} exécutions, dont l’intervalle à 95 % est dans le tableau et sous le pointeur (demi-largeur, moyenne quadratique sur les années). {supply} Contour des départements ajusté au Lambert-93 : écart d’au plus {tolerance} km aux sept bulles de côtes et de frontières qui tomberaient hors de leur département, tracées juste à l’intérieur. Les encadrés ont chacun leur échelle. Départements : © Victor Cazanave, @svg-maps, CC BY 4.0.',
  },
  supplySynthetic: {
    en: 'Supply inside a région is synthetic: drawn from published regional figures, not a register of practices. Read territories as examples of their kind.',
    fr: 'L’offre à l’intérieur d’une région est synthétique : tirée de chiffres régionaux publiés, ce n’est pas un registre de cabinets. Lire les territoires comme des exemples de leur genre.',
  },
  supplyImported: {
    en: 'Where professionals practise at the start is imported: {name}; what these files leave out is synthetic. From the start on, rules move them: a territory is simulated, not observed.',
    fr: 'Où exercent les professionnels au départ est importé : {name} ; ce que ces fichiers ne disent pas est synthétique. Dès le départ, ce sont des règles qui les déplacent : un territoire est simulé, non observé.',
  },
  quantileTitle: {
    en: '{indicator}: how people spread over territories, {year} ({unit})',
    fr: '{indicator} : répartition de la population entre territoires, {year} ({unit})',
  },
  quantileAxis: {
    en: 'share of people, from the lowest territory to the highest (%, both ends stretched)',
    fr: 'part de la population, du territoire le plus bas au plus haut (%, les deux bouts étirés)',
  },
  quantileNote: {
    en: 'At 10 % stands the value below which a tenth of the people live. Bands: 50 % and 95 % of {runs} runs. A single run of a territory holds chance of its own, so the ends are a little wider than those of means.',
    fr: 'À 10 % se lit la valeur sous laquelle vit un dixième de la population. Bandes : 50 % et 95 % des {runs} exécutions. Une exécution d’un territoire a son propre hasard : les extrémités sont un peu plus larges que celles de moyennes.',
  },
  quantileSummary: {
    en: 'A tenth of the people live below, and a tenth above ({unit}): {values}.',
    fr: 'Un dixième de la population vit sous la première valeur, un dixième au-dessus de la seconde ({unit}) : {values}.',
  },
  quantileOf: { en: '{scenario} {low} and {high}', fr: '{scenario} {low} et {high}' },
  share: { en: 'share of people', fr: 'part de la population' },
  gainsTitle: {
    en: 'People in territories that gain or lose against {baseline}, {year} (% of people)',
    fr: 'Population des territoires qui gagnent ou perdent par rapport à {baseline}, {year} (% de la population)',
  },
  gainsNote: {
    en: 'A territory gains or loses where the 95 % interval of its own difference leaves zero out. Were nothing changed anywhere, about 2.5 % would seem to gain and 2.5 % to lose.',
    fr: 'Un territoire gagne ou perd quand l’intervalle à 95 % de sa propre différence exclut zéro. Si rien ne changeait nulle part, environ 2,5 % sembleraient gagner et 2,5 % perdre.',
  },
  gainsSummary: {
    en: 'People in territories that gain, then that lose: {values}.',
    fr: 'Population des territoires qui gagnent, puis de ceux qui perdent : {values}.',
  },
  gainsRow: { en: '{indicator}, {scenario}', fr: '{indicator}, {scenario}' },
  gainsOf: { en: '{row} {better} and {worse}', fr: '{row} {better} et {worse}' },
  better: { en: 'gain', fr: 'gagnent' },
  worse: { en: 'lose', fr: 'perdent' },
  unclear: { en: 'cannot be told', fr: 'ne peut être affirmé' },
  percentOfPeople: { en: '% of people', fr: '% de la population' },
} as const satisfies Record<string, Text>;
