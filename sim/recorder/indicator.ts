/** What an indicator is: a closed dictionary entry that says what is measured, over whom, when, and how. */
import type { MeasureId } from './measures.js';
import type { GpSnapshot } from './recording.js';

export interface Words {
  readonly en: string;
  readonly fr: string;
}

export const UNITS = {
  people: { en: 'people', fr: 'personnes' },
  gps: { en: 'GPs', fr: 'médecins généralistes' },
  nurses: { en: 'nurses', fr: 'infirmiers' },
  percent: { en: '%', fr: '%' },
  acts: { en: 'acts', fr: 'actes' },
  requests: { en: 'requests', fr: 'demandes' },
  actsPerYear: { en: 'acts a year', fr: 'actes par an' },
  per100PerYear: { en: 'per 100 people a year', fr: 'pour 100 personnes par an' },
  per10000: { en: 'per 10,000 people', fr: 'pour 10 000 habitants' },
  days: { en: 'days', fr: 'jours' },
  hoursPerWeek: { en: 'hours a week', fr: 'heures par semaine' },
  minutes: { en: 'minutes', fr: 'minutes' },
  actsPerPersonYear: { en: 'acts per person and year', fr: 'actes par habitant et par an' },
  millionEuros: { en: 'million euros', fr: 'millions d’euros' },
  eurosPerPersonYear: { en: 'euros per person and year', fr: 'euros par habitant et par an' },
  index: { en: 'index', fr: 'indice' },
  teams: { en: 'teams', fr: 'équipes' },
  projects: { en: 'CPTS', fr: 'CPTS' },
  months: { en: 'months', fr: 'mois' },
  hoursPerYear: { en: 'hours a year', fr: 'heures par an' },
  effortDays: { en: 'days of work', fr: 'jours de travail' },
  personYears: { en: 'person-years', fr: 'personnes-années' },
  per1000PerYear: { en: 'per 1,000 people a year', fr: 'pour 1 000 habitants par an' },
  euros: { en: 'euros', fr: 'euros' },
  fte: { en: 'FTE', fr: 'ETP' },
  contracts: { en: 'contracts', fr: 'contrats' },
  posts: { en: 'posts', fr: 'postes' },
} as const satisfies Record<string, Words>;
export type IndicatorUnit = keyof typeof UNITS;

/** Who is in the denominator, or who is counted. */
export const BASES = {
  people: { en: 'all people', fr: 'toute la population' },
  adults: { en: 'people of 17 and over', fr: 'personnes de 17 ans et plus' },
  children: { en: 'people under 17', fr: 'personnes de moins de 17 ans' },
  ald: { en: 'people with a long-term condition (ALD)', fr: 'personnes en affection de longue durée (ALD)' },
  aldAdults: {
    en: 'people of 17 and over with a long-term condition (ALD)',
    fr: 'personnes de 17 ans et plus en affection de longue durée (ALD)',
  },
  withoutMedecinTraitant: {
    en: 'people of 17 and over without a médecin traitant',
    fr: 'personnes de 17 ans et plus sans médecin traitant',
  },
  searching: {
    en: 'people of 17 and over looking for a médecin traitant',
    fr: 'personnes de 17 ans et plus cherchant un médecin traitant',
  },
  liberalGps: { en: 'liberal GPs in practice', fr: 'médecins généralistes libéraux en exercice' },
  allGps: {
    en: 'GPs in practice, liberal or in centres de santé',
    fr: 'médecins généralistes en exercice, libéraux ou en centre de santé',
  },
  liberalGpsUnder50: { en: 'liberal GPs under 50', fr: 'médecins généralistes libéraux de moins de 50 ans' },
  liberalGps50to59: { en: 'liberal GPs of 50 to 59', fr: 'médecins généralistes libéraux de 50 à 59 ans' },
  liberalGps60plus: {
    en: 'liberal GPs of 60 and over',
    fr: 'médecins généralistes libéraux de 60 ans et plus',
  },
  settledGps: {
    en: 'liberal GPs who settled since the start of the simulation',
    fr: 'médecins généralistes libéraux installés depuis le début de la simulation',
  },
  nurses: { en: 'liberal nurses in practice', fr: 'infirmiers libéraux en exercice' },
  acts: { en: 'acts of GPs', fr: 'actes des médecins généralistes' },
  requests: { en: 'requests for a GP', fr: 'demandes adressées aux médecins généralistes' },
  openMsp: { en: 'open MSP', fr: 'MSP ouvertes' },
  openingMsp: { en: 'MSP that opened', fr: 'MSP qui ont ouvert' },
  msp: { en: 'MSP, open or in preparation', fr: 'MSP, ouvertes ou en préparation' },
  teams: { en: 'teams: MSP and ESP', fr: 'équipes : MSP et ESP' },
  mspJoiners: {
    en: 'liberal GPs of the place who joined an MSP',
    fr: 'médecins généralistes libéraux du lieu entrés dans une MSP',
  },
  cpts: { en: 'CPTS, from pre-project to signed', fr: 'CPTS, de l’avant-projet à la signature' },
  signedCpts: { en: 'CPTS whose ACI is signed', fr: 'CPTS dont l’ACI est signé' },
  movingCpts: { en: 'CPTS that passed the stage', fr: 'CPTS qui ont franchi l’étape' },
  coveredPeople: { en: 'people under a signed CPTS', fr: 'population sous une CPTS signée' },
  coveredGps: { en: 'GPs in signed perimeters', fr: 'médecins généralistes des périmètres signés' },
  coveredProfessionals: {
    en: 'liberal professionals in signed perimeters',
    fr: 'professionnels libéraux des périmètres signés',
  },
  payments: {
    en: 'money of coordinated practice, delegation and settlement',
    fr: 'argent de l’exercice coordonné, de la délégation et de l’installation',
  },
  asaleeNurses: { en: 'posts of Asalée nurses', fr: 'postes d’infirmières Asalée' },
  ipa: {
    en: 'infirmières en pratique avancée (IPA)',
    fr: 'infirmières en pratique avancée (IPA)',
  },
  liberalIpa: { en: 'liberal IPA', fr: 'IPA libérales' },
  openTeams: {
    en: 'open teams: MSP, ESP and centres de santé',
    fr: 'équipes ouvertes : MSP, ESP et centres',
  },
  patients: { en: 'people of the lists of GPs', fr: 'personnes des patientèles' },
  aidRecipients: {
    en: 'GPs and students who sign for an aid to settle',
    fr: 'généralistes et étudiants signataires d’une aide à l’installation',
  },
} as const satisfies Record<string, Words>;
export type Base = keyof typeof BASES;

/** When it is measured; a monthly value is the month's own sum or end, and rates stay yearly rates. */
export const DATES = {
  year: { en: 'sum of the year', fr: 'total de l’année' },
  yearMean: { en: 'mean of the year', fr: 'moyenne de l’année' },
  december: { en: '31 December', fr: '31 décembre' },
} as const satisfies Record<string, Words>;
export type DateOfMeasure = keyof typeof DATES;

export const FAMILIES = {
  demography: { en: 'Demography', fr: 'Démographie' },
  coverage: { en: 'Coverage', fr: 'Couverture' },
  access: { en: 'Access', fr: 'Accès' },
  professionals: { en: 'Professionals', fr: 'Professionnels' },
  equity: { en: 'Equity', fr: 'Équité' },
  teams: { en: 'Teams', fr: 'Équipes' },
  cpts: { en: 'CPTS', fr: 'CPTS' },
  institutions: { en: 'Institutions', fr: 'Institutions' },
  delegation: { en: 'Delegation', fr: 'Délégation' },
  settlement: { en: 'Settlement', fr: 'Installation' },
  money: { en: 'Money', fr: 'Argent' },
} as const satisfies Record<string, Words>;
export type Family = keyof typeof FAMILIES;

/** Which direction is better for patients and the public. */
export const BETTER = {
  more: { en: 'it rises', fr: 'à la hausse' },
  less: { en: 'it falls', fr: 'à la baisse' },
} as const satisfies Record<string, Words>;
export type Better = keyof typeof BETTER;

/** Measures added with weights. */
export type Terms = Readonly<Partial<Record<MeasureId, number>>>;

/** A sum of measures, divided by another (by 1 without one), times a factor. */
export interface Ratio {
  readonly of: Terms;
  readonly per?: Terms;
  readonly factor: number;
}

export type GpVariable = Exclude<keyof GpSnapshot, 'start'>;

export type Kind =
  | ({ readonly kind: 'ratio' } & Ratio)
  /** Share of acts whose delay is at least `from` and under `below` days, %. */
  | { readonly kind: 'delayShare'; readonly from: number; readonly below: number }
  | { readonly kind: 'delayQuantile'; readonly p: number }
  /** Quantile over territories of a ratio, each weighing its people. */
  | {
      readonly kind: 'territoryQuantile';
      readonly value: Ratio;
      readonly weight: MeasureId;
      readonly p: number;
    }
  | {
      readonly kind: 'concentration';
      readonly value: Ratio;
      readonly weight: MeasureId;
      readonly measure: 'theil' | 'p90p10';
    }
  /** Over people followed by each liberal IPA. */
  | { readonly kind: 'ipaMean' }
  | { readonly kind: 'ipaQuantile'; readonly p: number }
  /** Over liberal GPs one by one. */
  | { readonly kind: 'gpMean'; readonly variable: GpVariable }
  | { readonly kind: 'gpQuantile'; readonly variable: GpVariable; readonly p: number }
  | { readonly kind: 'gpShareAbove'; readonly variable: GpVariable; readonly threshold: number }
  /** How far a ratio lies above the mean of all liberal GPs, %. */
  | { readonly kind: 'gpExcess'; readonly value: Ratio; readonly variable: GpVariable };

export interface Indicator {
  /** ASCII camelCase. */
  readonly id: string;
  readonly unit: IndicatorUnit;
  readonly label: Words;
  readonly definition: Words;
  readonly base: Base;
  readonly date: DateOfMeasure;
  /** Absent where one may argue: more acts or more requests are neither good nor bad in themselves. */
  readonly better?: Better;
  readonly family: Family;
  /** One of those kept for every territory and year, whatever the detail asked. */
  readonly headline: boolean;
  readonly kind: Kind;
}

/** A dictionary entry as written in the family files. */
export type Entry = Omit<Indicator, 'family' | 'headline'> & { readonly headline?: true };

export function family(name: Family, entries: readonly Entry[]): Indicator[] {
  return entries.map((entry) => ({ ...entry, family: name, headline: entry.headline ?? false }));
}

export const PERCENT = 100;

/** A count, a share in percent, or any other ratio of sums. */
export function count(of: Terms): Kind {
  return { kind: 'ratio', of, factor: 1 };
}
export function share(of: Terms, per: Terms): Kind {
  return { kind: 'ratio', of, per, factor: PERCENT };
}
export function ratio(of: Terms, per: Terms, factor = 1): Kind {
  return { kind: 'ratio', of, per, factor };
}
