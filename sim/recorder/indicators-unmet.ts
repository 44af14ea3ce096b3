/** What becomes of requests that no GP answers, and of the follow-up of long-term conditions. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { count, family, PERCENT, ratio, share } from './indicator.js';

/** Per 100 people a year, from a sum of months over a sum of person-months. */
const PER_100_A_YEAR = PERCENT * MONTHS_PER_YEAR;

export const UNMET = family('access', [
  {
    id: 'unmet',
    unit: 'percent',
    headline: true,
    label: { en: 'Unmet requests', fr: 'Demandes non satisfaites' },
    definition: {
      en: 'Requests that ended at the emergency department or were renounced.',
      fr: 'Demandes ayant abouti aux urgences ou à un renoncement.',
    },
    base: 'requests',
    date: 'year',
    better: 'less',
    kind: share({ emergency: 1, renounced: 1 }, { requests: 1 }),
  },
  {
    id: 'unmetRequests',
    unit: 'requests',
    label: { en: 'Unmet requests, number', fr: 'Demandes non satisfaites, nombre' },
    definition: {
      en: 'Number of requests of the year that ended at the emergency department or were renounced.',
      fr: 'Nombre de demandes de l’année ayant abouti aux urgences ou à un renoncement.',
    },
    base: 'requests',
    date: 'year',
    better: 'less',
    kind: count({ emergency: 1, renounced: 1 }),
  },
  {
    id: 'emergencyShare',
    unit: 'percent',
    label: { en: 'Requests ending at the emergency department', fr: 'Demandes reportées aux urgences' },
    definition: {
      en: 'Requests for a GP that ended at the emergency department.',
      fr: 'Demandes adressées à un généraliste et ayant abouti aux urgences.',
    },
    base: 'requests',
    date: 'year',
    better: 'less',
    kind: share({ emergency: 1 }, { requests: 1 }),
  },
  {
    id: 'renouncedShare',
    unit: 'percent',
    label: { en: 'Renounced requests', fr: 'Demandes abandonnées' },
    definition: {
      en: 'Requests for a GP that were given up.',
      fr: 'Demandes adressées à un généraliste et suivies d’un renoncement.',
    },
    base: 'requests',
    date: 'year',
    better: 'less',
    kind: share({ renounced: 1 }, { requests: 1 }),
  },
  {
    id: 'teleconsultationShare',
    unit: 'percent',
    label: { en: 'Requests ending in a teleconsultation', fr: 'Demandes reportées en téléconsultation' },
    definition: {
      en: 'Requests that no GP within reach answered and that a teleconsultation or the SAS did.',
      fr: 'Demandes sans réponse d’un généraliste proche et prises en charge en téléconsultation ou par le SAS.',
    },
    base: 'requests',
    date: 'year',
    kind: share({ teleconsultations: 1 }, { requests: 1 }),
  },
  {
    id: 'emergencyPer100',
    unit: 'per100PerYear',
    label: { en: 'Emergency visits for want of a GP', fr: 'Passages aux urgences faute de généraliste' },
    definition: {
      en: 'Requests for a GP that ended at the emergency department, per 100 people a year.',
      fr: 'Demandes adressées à un généraliste et ayant abouti aux urgences, pour 100 personnes par an.',
    },
    base: 'people',
    date: 'year',
    better: 'less',
    kind: ratio({ emergency: 1 }, { personMonths: 1 }, PER_100_A_YEAR),
  },
  {
    id: 'renouncedPer100',
    unit: 'per100PerYear',
    label: { en: 'Renounced requests per 100 people', fr: 'Renoncements pour 100 personnes' },
    definition: {
      en: 'Requests for a GP that were given up, per 100 people a year.',
      fr: 'Demandes adressées à un généraliste et suivies d’un renoncement, pour 100 personnes par an.',
    },
    base: 'people',
    date: 'year',
    better: 'less',
    kind: ratio({ renounced: 1 }, { personMonths: 1 }, PER_100_A_YEAR),
  },
  {
    id: 'teleconsultationsPer100',
    unit: 'per100PerYear',
    label: { en: 'Teleconsultations for want of a GP', fr: 'Téléconsultations faute de généraliste' },
    definition: {
      en: 'Requests that a teleconsultation or the SAS answered in place of a GP within reach, per 100 people a year.',
      fr: 'Demandes prises en charge en téléconsultation ou par le SAS à défaut d’un généraliste proche, pour 100 personnes par an.',
    },
    base: 'people',
    date: 'year',
    kind: ratio({ teleconsultations: 1 }, { personMonths: 1 }, PER_100_A_YEAR),
  },
  {
    id: 'recentUnmet',
    unit: 'percent',
    label: { en: 'People with a recent unmet request', fr: 'Personnes ayant récemment essuyé un refus' },
    definition: {
      en: 'People who remember a recent request that no GP answered.',
      fr: 'Personnes ayant récemment adressé à un généraliste une demande restée sans réponse.',
    },
    base: 'people',
    date: 'december',
    better: 'less',
    kind: share({ recentUnmet: 1 }, { people: 1 }),
  },
  {
    id: 'followUpToDate',
    unit: 'percent',
    headline: true,
    label: { en: 'Chronic follow-up up to date', fr: 'Suivi chronique à jour' },
    definition: {
      en: 'People with a long-term condition whose last follow-up was done when due.',
      fr: 'Personnes en affection de longue durée dont le suivi a été fait à l’échéance.',
    },
    base: 'ald',
    date: 'december',
    better: 'more',
    kind: share({ followUpToDate: 1 }, { ald: 1 }),
  },
]);
