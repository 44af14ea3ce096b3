/** How far, how long, and who goes without. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { count, family, type Ratio, ratio, share } from './indicator.js';

/** Accessibility of a place: the people's mean of their territories' APL. */
export const APL: Ratio = { of: { aplPeople: 1 }, per: { people: 1 }, factor: 1 };
const NEVER = Number.POSITIVE_INFINITY;

export const ACCESS = family('access', [
  {
    id: 'aplMean',
    unit: 'actsPerPersonYear',
    headline: true,
    label: { en: 'Accessibility (APL)', fr: 'Accessibilité (APL)' },
    definition: {
      en: 'Acts that GPs within reach gave in the year, per standardised person: two-step floating catchment with decay by travel time and people weighted by the need of their age. Mean over people.',
      fr: 'Actes donnés dans l’année par les généralistes accessibles, par habitant standardisé : aires d’attraction flottantes en deux temps, décroissance avec le temps de trajet, population pondérée selon les besoins par âge. Moyenne sur la population.',
    },
    base: 'people',
    date: 'december',
    kind: { kind: 'ratio', ...APL },
  },
  {
    id: 'aplP10',
    unit: 'actsPerPersonYear',
    label: { en: 'Accessibility, lowest tenth (P10)', fr: 'Accessibilité, premier décile (P10)' },
    definition: {
      en: 'A tenth of people live in a territory of this accessibility or less.',
      fr: 'Un dixième de la population vit dans un territoire d’accessibilité inférieure ou égale.',
    },
    base: 'people',
    date: 'december',
    kind: { kind: 'territoryQuantile', value: APL, weight: 'people', p: 0.1 },
  },
  {
    id: 'aplP90',
    unit: 'actsPerPersonYear',
    label: { en: 'Accessibility, highest tenth (P90)', fr: 'Accessibilité, dernier décile (P90)' },
    definition: {
      en: 'Nine tenths of people live in a territory of this accessibility or less.',
      fr: 'Neuf dixièmes de la population vivent dans un territoire d’accessibilité inférieure ou égale.',
    },
    base: 'people',
    date: 'december',
    kind: { kind: 'territoryQuantile', value: APL, weight: 'people', p: 0.9 },
  },
  {
    id: 'aplBelowThreshold',
    unit: 'percent',
    headline: true,
    label: { en: 'People in territories below 2.5 acts', fr: 'Population sous le seuil de 2,5 actes' },
    definition: {
      en: 'Share of people living in a territory whose accessibility is below 2.5 acts per person and year. Compares with observed series by territory, not by commune.',
      fr: 'Part de la population vivant dans un territoire d’accessibilité inférieure à 2,5 actes par habitant et par an. Comparable aux séries par territoire, non à celles par commune.',
    },
    base: 'people',
    date: 'december',
    kind: share({ aplBelowPeople: 1 }, { people: 1 }),
  },
  {
    id: 'requests',
    unit: 'requests',
    label: { en: 'Requests', fr: 'Demandes' },
    definition: {
      en: 'Acts of a GP that residents wanted, met or not.',
      fr: 'Actes de généraliste souhaités par les habitants, obtenus ou non.',
    },
    base: 'requests',
    date: 'year',
    kind: count({ requests: 1 }),
  },
  {
    id: 'acts',
    unit: 'acts',
    label: { en: 'Acts', fr: 'Actes' },
    definition: {
      en: 'Consultations and visits given by GPs, liberal and in centres de santé.',
      fr: 'Consultations et visites des généralistes, libéraux et en centre de santé.',
    },
    base: 'acts',
    date: 'year',
    kind: count({ acts: 1 }),
  },
  {
    id: 'actsPerPerson',
    unit: 'actsPerPersonYear',
    label: { en: 'Acts per person', fr: 'Actes par habitant' },
    definition: {
      en: 'Acts of GPs divided by the mean number of people over the year.',
      fr: 'Actes des généralistes rapportés à la population moyenne de l’année.',
    },
    base: 'people',
    date: 'year',
    kind: ratio({ acts: 1 }, { personMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'unscheduledShare',
    unit: 'percent',
    label: { en: 'Unscheduled acts', fr: 'Actes non programmés' },
    definition: {
      en: 'Share of acts that answer a request which could not wait.',
      fr: 'Part des actes répondant à une demande qui ne pouvait attendre.',
    },
    base: 'acts',
    date: 'year',
    kind: share({ actsUnscheduled: 1 }, { acts: 1 }),
  },
  {
    id: 'followUpShare',
    unit: 'percent',
    label: { en: 'Chronic follow-up and renewal', fr: 'Suivi chronique et renouvellement' },
    definition: {
      en: 'Share of requests that follow up or renew a treatment: the part that can be delegated.',
      fr: 'Part des demandes de suivi ou de renouvellement d’un traitement : la part délégable.',
    },
    base: 'requests',
    date: 'year',
    kind: share({ followUpRequests: 1 }, { requests: 1 }),
  },
  {
    id: 'continuity',
    unit: 'percent',
    label: { en: 'Acts with one’s own GP', fr: 'Actes avec son propre médecin' },
    definition: {
      en: 'Share of acts given by the patient’s usual GP.',
      fr: 'Part des actes donnés par le médecin habituel du patient.',
    },
    base: 'acts',
    date: 'year',
    kind: share({ actsOwn: 1 }, { acts: 1 }),
  },
  {
    id: 'peopleSeen',
    unit: 'percent',
    headline: true,
    label: { en: 'People seen in the year', fr: 'Personnes vues dans l’année' },
    definition: {
      en: 'People expected to have at least one act of a GP in the year, from their probabilities.',
      fr: 'Personnes ayant au moins un acte de généraliste dans l’année, d’après leurs probabilités.',
    },
    base: 'people',
    date: 'year',
    kind: share({ seen: 1 }, { people: 1 }),
  },
  {
    id: 'delayMean',
    unit: 'days',
    label: { en: 'Mean delay', fr: 'Délai moyen' },
    definition: {
      en: 'Days between the request and the act, the wished lead time included, over all acts.',
      fr: 'Jours entre la demande et l’acte, échéance souhaitée comprise, pour l’ensemble des actes.',
    },
    base: 'acts',
    date: 'year',
    kind: ratio({ delayDays: 1 }, { delayActs: 1 }),
  },
  {
    id: 'delayMedian',
    unit: 'days',
    headline: true,
    label: { en: 'Median delay', fr: 'Délai médian' },
    definition: {
      en: 'Half of acts come within this number of days of the request.',
      fr: 'La moitié des actes ont lieu dans ce nombre de jours après la demande.',
    },
    base: 'acts',
    date: 'year',
    kind: { kind: 'delayQuantile', p: 0.5 },
  },
  {
    id: 'delayOver5',
    unit: 'percent',
    label: { en: 'Delay of more than 5 days', fr: 'Délai de plus de 5 jours' },
    definition: {
      en: 'Share of acts that come more than five days after the request.',
      fr: 'Part des actes qui ont lieu plus de cinq jours après la demande.',
    },
    base: 'acts',
    date: 'year',
    kind: { kind: 'delayShare', from: 5, below: NEVER },
  },
  {
    id: 'delayOver11',
    unit: 'percent',
    label: { en: 'Delay of more than 11 days', fr: 'Délai de plus de 11 jours' },
    definition: {
      en: 'Share of acts that come more than eleven days after the request.',
      fr: 'Part des actes qui ont lieu plus de onze jours après la demande.',
    },
    base: 'acts',
    date: 'year',
    kind: { kind: 'delayShare', from: 11, below: NEVER },
  },
  {
    id: 'sameOrNextDay',
    unit: 'percent',
    label: { en: 'Same or next day', fr: 'Le jour même ou le lendemain' },
    definition: {
      en: 'Share of acts that come less than two days after the request.',
      fr: 'Part des actes qui ont lieu moins de deux jours après la demande.',
    },
    base: 'acts',
    date: 'year',
    kind: { kind: 'delayShare', from: 0, below: 2 },
  },
  {
    id: 'waitingActs',
    unit: 'acts',
    label: { en: 'Requests waiting', fr: 'Demandes en attente' },
    definition: {
      en: 'Planned requests waiting for their act.',
      fr: 'Demandes programmées en attente de leur acte.',
    },
    base: 'requests',
    date: 'december',
    kind: count({ waiting: 1 }),
  },
]);
