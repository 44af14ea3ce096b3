/** What delegation does: requests answered in place of GPs, hours freed and their use, tests of diabetics. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { family, type Kind, ratio, share, type Terms } from './indicator.js';

const FREED = { freedByTeam: 1, freedByNurse: 1, freedByAssistant: 1 };
const COLLECTIVE = { hoursJoint: -1, hoursIndicators: -1, hoursLeadership: -1 };

/** Hours of a liberal GP in a year. */
const hours = (of: Terms): Kind => ratio(of, { gpLiberalMonths: 1 }, MONTHS_PER_YEAR);

export const FREED_TIME = family('delegation', [
  {
    id: 'delegatedRequests',
    unit: 'percent',
    label: { en: 'Requests answered by delegates', fr: 'Demandes traitées par délégation' },
    definition: {
      en: 'Requests for a GP that an Asalée nurse, an IPA or a nurse under a protocol answered in the GP’s place.',
      fr: 'Demandes adressées à un généraliste et traitées à sa place par une infirmière Asalée, une IPA ou une infirmière sous protocole.',
    },
    base: 'requests',
    date: 'year',
    better: 'more',
    kind: share({ delegated: 1 }, { requests: 1 }),
  },
  {
    id: 'freedHours',
    unit: 'hoursPerYear',
    label: { en: 'Hours freed, per GP', fr: 'Temps médical libéré, par médecin' },
    definition: {
      en: 'Hours of liberal GPs freed in the year by the means of teams, by nurses who follow patients and by assistants, divided by the mean number of these GPs.',
      fr: 'Heures des généralistes libéraux libérées dans l’année par les moyens des équipes, par les infirmières qui suivent des patients et par les assistants, rapportées au nombre moyen de ces médecins.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'more',
    kind: hours(FREED),
  },
  {
    id: 'freedToCare',
    unit: 'hoursPerYear',
    label: { en: 'Freed hours kept for care, per GP', fr: 'Temps libéré rendu aux soins, par médecin' },
    definition: {
      en: 'Of the hours freed, those that liberal GPs kept for care: delegated visits, new patients, shorter delays.',
      fr: 'Des heures libérées, celles que les généralistes libéraux ont gardées pour les soins : suivis délégués, nouveaux patients, délais plus courts.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: hours({ freedCare: 1 }),
  },
  {
    id: 'freedRest',
    unit: 'hoursPerYear',
    label: { en: 'Freed hours rested, per GP', fr: 'Temps libéré en repos, par médecin' },
    definition: {
      en: 'Of the hours freed, those by which liberal GPs worked less.',
      fr: 'Des heures libérées, celles que les généralistes libéraux n’ont plus travaillées.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: hours({ freedRest: 1 }),
  },
  {
    id: 'netGpHours',
    unit: 'hoursPerYear',
    label: { en: 'Hours freed less collective work', fr: 'Temps libéré moins temps collectif' },
    definition: {
      en: 'Hours freed in the year less hours of meetings, indicators and leadership, per liberal GP.',
      fr: 'Heures libérées dans l’année moins heures de réunions, d’indicateurs et de portage, par généraliste libéral.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'more',
    kind: hours({ ...FREED, ...COLLECTIVE }),
  },
  {
    id: 'diabetesTested',
    unit: 'percent',
    label: { en: 'Diabetics with their tests', fr: 'Diabétiques ayant eu leurs dosages' },
    definition: {
      en: 'Expected share of diabetics with the tests of blood sugar (HbA1c) of the year, mean of GPs’ lists weighed by their people.',
      fr: 'Part attendue des diabétiques ayant eu les dosages (HbA1c) de l’année, moyenne des patientèles pondérée par leurs personnes.',
    },
    base: 'patients',
    date: 'december',
    better: 'more',
    kind: share({ listedTested: 1 }, { listed: 1 }),
  },
]);
