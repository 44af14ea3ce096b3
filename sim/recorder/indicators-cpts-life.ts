/** Signed CPTS at work: members, what they do for patients, how they last. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { count, family, type Kind, ratio, share } from './indicator.js';
import type { MeasureId } from './measures.js';

const PER_1000 = 1000;
/** Per 1,000 people under signed CPTS and year. */
const per1000 = (id: MeasureId): Kind => ratio({ [id]: 1 }, { signedMonths: 1 }, PER_1000 * MONTHS_PER_YEAR);

export const CPTS_LIFE = family('cpts', [
  {
    id: 'cptsMembersGps',
    unit: 'percent',
    label: { en: 'GPs who are members of their CPTS', fr: 'Généralistes membres de leur CPTS' },
    definition: {
      en: 'Share of the GPs in signed perimeters who are members.',
      fr: 'Part des généralistes des périmètres signés qui sont membres.',
    },
    base: 'coveredGps',
    date: 'december',
    kind: share({ cptsMemberGps: 1 }, { cptsPerimeterGps: 1 }),
  },
  {
    id: 'cptsMembersProfessionals',
    unit: 'percent',
    label: { en: 'Professionals who are members of their CPTS', fr: 'Professionnels membres de leur CPTS' },
    definition: {
      en: 'Share of the liberal professionals in signed perimeters who are members.',
      fr: 'Part des professionnels libéraux des périmètres signés qui sont membres.',
    },
    base: 'coveredProfessionals',
    date: 'december',
    kind: share({ cptsMemberGps: 1, cptsMemberOthers: 1 }, { cptsProfessionals: 1 }),
  },
  {
    id: 'cptsMembersPerCpts',
    unit: 'people',
    label: { en: 'Members of a signed CPTS', fr: 'Membres d’une CPTS signée' },
    definition: {
      en: 'Members of signed CPTS, GPs and others, divided by their number.',
      fr: 'Membres des CPTS signées, généralistes et autres, rapportés à leur nombre.',
    },
    base: 'signedCpts',
    date: 'december',
    kind: ratio({ cptsMemberGps: 1, cptsMemberOthers: 1 }, { cptsSigned: 1 }),
  },
  {
    id: 'placementsPer1000',
    unit: 'per1000PerYear',
    label: { en: 'Placements by CPTS', fr: 'Placements par les CPTS' },
    definition: {
      en: 'Patients without a médecin traitant for whom a CPTS found one, per 1,000 people under signed CPTS and year.',
      fr: 'Patients sans médecin traitant à qui une CPTS en a trouvé un, pour 1 000 habitants de CPTS signée et par an.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'more',
    kind: per1000('cptsPlacements'),
  },
  {
    id: 'sharedSlotsPer1000',
    unit: 'per1000PerYear',
    label: { en: 'Unscheduled acts shared by CPTS', fr: 'Actes non programmés partagés par les CPTS' },
    definition: {
      en: 'Unscheduled acts given on slots kept by members of a CPTS, per 1,000 people under signed CPTS and year.',
      fr: 'Actes non programmés donnés sur des créneaux réservés par les membres d’une CPTS, pour 1 000 habitants de CPTS signée et par an.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'more',
    kind: per1000('cptsSharedSlots'),
  },
  {
    id: 'recallsPer1000',
    unit: 'per1000PerYear',
    label: { en: 'Late follow-ups recalled by CPTS', fr: 'Suivis en retard rappelés par les CPTS' },
    definition: {
      en: 'People with an ALD late in their follow-up whom a CPTS brought back, per 1,000 people under signed CPTS and year.',
      fr: 'Personnes en ALD au suivi en retard ramenées par une CPTS, pour 1 000 habitants de CPTS signée et par an.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'more',
    kind: per1000('cptsRecalls'),
  },
  {
    id: 'preventionPer1000',
    unit: 'per1000PerYear',
    label: { en: 'Prevention contacts of CPTS', fr: 'Contacts de prévention des CPTS' },
    definition: {
      en: 'Contacts of prevention by CPTS per 1,000 people under signed CPTS and year; the model gives them no effect on health.',
      fr: 'Contacts de prévention des CPTS pour 1 000 habitants de CPTS signée et par an ; le modèle ne leur prête aucun effet sur la santé.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'more',
    kind: per1000('cptsPrevention'),
  },
  {
    id: 'crisisContactsPer1000',
    unit: 'per1000PerYear',
    label: { en: 'Crisis contacts of CPTS', fr: 'Contacts de crise des CPTS' },
    definition: {
      en: 'Contacts of CPTS in months of health crisis per 1,000 people under signed CPTS and year.',
      fr: 'Contacts des CPTS dans les mois de crise sanitaire pour 1 000 habitants de CPTS signée et par an.',
    },
    base: 'coveredPeople',
    date: 'year',
    kind: per1000('cptsCrisisContacts'),
  },
  {
    id: 'cptsWelcomed',
    unit: 'gps',
    label: { en: 'Newcomers where a CPTS welcomes', fr: 'Nouveaux venus là où une CPTS accueille' },
    definition: {
      en: 'GPs who settled in the year where a signed CPTS made the place more attractive.',
      fr: 'Généralistes installés dans l’année là où une CPTS signée rendait le lieu plus attirant.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'more',
    kind: count({ cptsWelcomed: 1 }),
  },
  {
    id: 'cptsActiveTwoYears',
    unit: 'percent',
    label: { en: 'CPTS still active after two years', fr: 'CPTS encore actives après deux ans' },
    definition: {
      en: 'Share of the CPTS signed for `coverage.lasting` months or more that are neither weakened nor hollow.',
      fr: 'Part des CPTS signées depuis `coverage.lasting` mois ou plus qui ne sont ni affaiblies ni vides.',
    },
    base: 'signedCpts',
    date: 'december',
    better: 'more',
    kind: share({ cptsActiveTwoYears: 1 }, { cptsSignedTwoYears: 1 }),
  },
  {
    id: 'cptsSurvivalAfterSupport',
    unit: 'percent',
    label: {
      en: 'CPTS alive two years after their supporter left',
      fr: 'CPTS vivantes deux ans après l’accompagnement',
    },
    definition: {
      en: 'Share of the CPTS whose supporter left `coverage.lasting` months ago that still live, as themselves or merged.',
      fr: 'Part des CPTS dont l’accompagnateur est parti il y a `coverage.lasting` mois qui vivent encore, seules ou fusionnées.',
    },
    base: 'cpts',
    date: 'year',
    better: 'more',
    kind: share({ cptsSurvivedTwoYears: 1 }, { cptsLeftTwoYears: 1 }),
  },
  {
    id: 'cptsLeadersLost',
    unit: 'people',
    label: { en: 'Leaders lost by CPTS', fr: 'Porteurs perdus par les CPTS' },
    definition: {
      en: 'Leaders of CPTS who stepped down, retired or left in the year.',
      fr: 'Porteurs de CPTS qui ont renoncé, pris leur retraite ou sont partis dans l’année.',
    },
    base: 'cpts',
    date: 'year',
    better: 'less',
    kind: count({ cptsLeadersLost: 1 }),
  },
]);
