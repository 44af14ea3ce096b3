/** Lists and patients of liberal GPs, one by one. Read quantiles at scale 10 or finer: an agent of 100 is coarse. */
import { type Entry, family, type GpVariable, type Kind, type Words } from './indicator.js';

interface Statistic {
  readonly suffix: string;
  readonly label: Words;
  readonly definition: Words;
  readonly kind: (variable: GpVariable) => Kind;
}

const quantile =
  (p: number) =>
  (variable: GpVariable): Kind => ({ kind: 'gpQuantile', variable, p });
const MEAN: Statistic = {
  suffix: 'Mean',
  label: { en: 'mean', fr: 'moyenne' },
  definition: { en: 'Mean over liberal GPs', fr: 'Moyenne sur les généralistes libéraux' },
  kind: (variable) => ({ kind: 'gpMean', variable }),
};
const MEDIAN: Statistic = {
  suffix: 'Median',
  label: { en: 'median', fr: 'médiane' },
  definition: { en: 'Median over liberal GPs', fr: 'Médiane sur les généralistes libéraux' },
  kind: quantile(0.5),
};
const P10: Statistic = {
  suffix: 'P10',
  label: { en: 'P10', fr: 'P10' },
  definition: { en: 'First decile over liberal GPs', fr: 'Premier décile sur les généralistes libéraux' },
  kind: quantile(0.1),
};
const P90: Statistic = {
  suffix: 'P90',
  label: { en: 'P90', fr: 'P90' },
  definition: { en: 'Last decile over liberal GPs', fr: 'Dernier décile sur les généralistes libéraux' },
  kind: quantile(0.9),
};

function described(
  id: string,
  variable: GpVariable,
  date: Entry['date'],
  label: Words,
  what: Words,
  statistics: readonly Statistic[],
): Entry[] {
  return statistics.map((statistic) => ({
    id: `${id}${statistic.suffix}`,
    unit: 'people',
    label: {
      en: `${label.en}, ${statistic.label.en}`,
      fr: `${label.fr}, ${statistic.label.fr}`,
    },
    definition: {
      en: `${statistic.definition.en} of ${what.en}.`,
      fr: `${statistic.definition.fr} ${what.fr}.`,
    },
    base: 'liberalGps',
    date,
    kind: statistic.kind(variable),
  }));
}

export const LISTS = family('professionals', [
  ...described(
    'patientsSeen',
    'patientsSeen',
    'year',
    { en: 'Patients seen per GP', fr: 'Patients vus par généraliste' },
    {
      en: 'the number of different people seen in the year',
      fr: 'du nombre de personnes différentes vues dans l’année',
    },
    [MEAN, MEDIAN],
  ),
  ...described(
    'adultList',
    'adultList',
    'december',
    { en: 'Adults on the list', fr: 'Adultes inscrits' },
    {
      en: 'the number of people of 17 and over who declared this GP as médecin traitant',
      fr: 'du nombre de personnes de 17 ans et plus ayant déclaré ce médecin comme médecin traitant',
    },
    [MEAN, MEDIAN, P10, P90],
  ),
  ...described(
    'patientList',
    'patientList',
    'december',
    { en: 'People on the list', fr: 'Patients inscrits' },
    {
      en: 'the number of people of all ages whose usual GP this is',
      fr: 'du nombre de personnes de tous âges dont c’est le médecin habituel',
    },
    [MEAN, MEDIAN, P10, P90],
  ),
  {
    id: 'gpsMostlyUnscheduled',
    unit: 'percent',
    label: {
      en: 'GPs with more than 30 % unscheduled acts',
      fr: 'Généralistes à plus de 30 % d’actes non programmés',
    },
    definition: {
      en: 'Share of liberal GPs for whom unscheduled requests are more than 30 % of the year’s acts.',
      fr: 'Part des généralistes libéraux dont plus de 30 % des actes de l’année sont non programmés.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: { kind: 'gpShareAbove', variable: 'unscheduledShare', threshold: 30 },
  },
]);
