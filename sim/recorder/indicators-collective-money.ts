/**
 * Money of coordinated practice: each instrument, and sums over public payers. What teams and projects pay out of their
 * treasuries is shown instrument by instrument and enters no sum, for the same euro came in before.
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import {
  type Account,
  INSTRUMENTS,
  type InstrumentFamily,
  type InstrumentId,
} from '../world/teams/instruments.js';
import { type Entry, family, type Kind, ratio, type Terms } from './indicator.js';
import { LABELS, PAYERS } from './instrument-words.js';
import { paidBy } from './measures-collective.js';

const MILLION = 1_000_000;
export const millions = (of: Terms): Kind => ({ kind: 'ratio', of, factor: 1 / MILLION });

/** Payers whose money is public: the sums are theirs. */
export const PUBLIC_PAYERS: readonly Account[] = ['ars', 'cnam', 'region', 'commune', 'state'];

type OneInstrument = (typeof INSTRUMENTS)[number];

/** What instruments of a family paid, of those chosen. */
const sumOf = (of: InstrumentFamily, chosen: (one: OneInstrument) => boolean): Terms =>
  Object.fromEntries(
    INSTRUMENTS.filter((one) => one.family === of && chosen(one)).map(({ id }) => [paidBy(id), 1]),
  );
const coordination = (chosen: (one: OneInstrument) => boolean) => sumOf('coordination', chosen);

const isPublic = ({ payer }: { readonly payer: Account }) => PUBLIC_PAYERS.includes(payer);
const OF_MSP: readonly InstrumentId[] = ['firMsp', 'communeAid', 'aciMsp'];
const OF_ALL: readonly InstrumentId[] = ['meetingHours', 'agencyStaff', 'cpamStaff'];
const ACI_CPTS: readonly InstrumentId[] = [
  'aciRunning',
  'aciMissions',
  'aciVariable',
  'aciStarter',
  'aciLetter',
];

/** Public money of a family of instruments. */
export function publicMoney(of: InstrumentFamily): Terms {
  return sumOf(of, isPublic);
}
const PUBLIC = publicMoney('coordination');
/** Public money that goes to CPTS and their supporters; staff and paid hours serve MSP too. */
const CPTS = coordination((one) => isPublic(one) && !OF_MSP.includes(one.id) && !OF_ALL.includes(one.id));

const byInstrument: readonly Entry[] = INSTRUMENTS.map(({ id, payer }) => ({
  id,
  unit: 'millionEuros',
  label: LABELS[id],
  definition: {
    en: `${LABELS[id].en}: euros of the year, paid by ${PAYERS[payer].en}.`,
    fr: `${LABELS[id].fr} : euros de l’année, payés par ${PAYERS[payer].fr}.`,
  },
  base: 'payments',
  date: 'year',
  kind: millions({ [paidBy(id)]: 1 }),
}));

export const COLLECTIVE_MONEY = family('money', [
  {
    id: 'collectiveMoney',
    unit: 'millionEuros',
    label: { en: 'Public money of coordinated practice', fr: 'Argent public de l’exercice coordonné' },
    definition: {
      en: 'Euros of the year from the ARS (FIR), the Assurance Maladie, regional councils, communes and the State for MSP, CPTS, their supporters, paid hours and staff. What teams and CPTS pay on is not added.',
      fr: 'Euros de l’année venus de l’ARS (FIR), de l’Assurance Maladie, des conseils régionaux, des communes et de l’État pour les MSP, les CPTS, leurs accompagnateurs, les heures payées et les agents. Ce que les équipes et les CPTS reversent n’est pas ajouté.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(PUBLIC),
  },
  {
    id: 'collectiveMoneyPerPerson',
    unit: 'eurosPerPersonYear',
    headline: true,
    label: {
      en: 'Coordinated practice, public euros per head',
      fr: 'Exercice coordonné, euros publics par habitant',
    },
    definition: {
      en: 'Public money of coordinated practice divided by the mean number of people over the year.',
      fr: 'Argent public de l’exercice coordonné rapporté à la population moyenne de l’année.',
    },
    base: 'people',
    date: 'year',
    better: 'less',
    kind: ratio(PUBLIC, { personMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'primaryCareMoney',
    unit: 'millionEuros',
    label: {
      en: 'Cost of GPs’ care and its coordination',
      fr: 'Coût des soins de généralistes et de leur coordination',
    },
    definition: {
      en: 'Fees of GPs’ acts whoever pays, flat payments to médecins traitants, and public money of coordinated practice, of the year.',
      fr: 'Honoraires des actes de généralistes quel que soit le payeur, forfaits des médecins traitants et argent public de l’exercice coordonné, dans l’année.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions({ fees: 1, flatPayments: 1, ...PUBLIC }),
  },
  {
    id: 'firMoney',
    unit: 'millionEuros',
    label: { en: 'FIR for coordinated practice', fr: 'FIR de l’exercice coordonné' },
    definition: {
      en: 'Euros of the year that the ARS pay from the FIR for MSP, CPTS and their supporters.',
      fr: 'Euros de l’année que les ARS versent sur le FIR pour les MSP, les CPTS et leurs accompagnateurs.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(coordination(({ payer }) => payer === 'ars')),
  },
  {
    id: 'aciCpts',
    unit: 'millionEuros',
    label: { en: 'ACI of CPTS, in all', fr: 'ACI des CPTS, ensemble' },
    definition: {
      en: 'Euros of the year that the Assurance Maladie pays to CPTS under the ACI: running, missions, variable part, starter money and letters.',
      fr: 'Euros de l’année que l’Assurance Maladie verse aux CPTS au titre de l’ACI : fonctionnement, missions, part variable, crédits d’amorçage et lettres.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(coordination(({ id }) => ACI_CPTS.includes(id))),
  },
  {
    id: 'cptsMoney',
    unit: 'millionEuros',
    label: { en: 'Public money of CPTS', fr: 'Argent public des CPTS' },
    definition: {
      en: 'Public euros of the year for CPTS and their supporters, without staff of agencies and hours paid to GPs.',
      fr: 'Euros publics de l’année pour les CPTS et leurs accompagnateurs, hors agents et heures payées aux généralistes.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(CPTS),
  },
  {
    id: 'firEnvelopePerCpts',
    unit: 'euros',
    label: { en: 'FIR envelope of a CPTS', fr: 'Enveloppe FIR d’une CPTS' },
    definition: {
      en: 'FIR envelopes of the year divided by the letters of intent validated in the year.',
      fr: 'Enveloppes FIR de l’année rapportées aux lettres d’intention validées dans l’année.',
    },
    base: 'movingCpts',
    date: 'year',
    kind: ratio({ paidFirEnvelope: 1 }, { cptsLetters: 1 }),
  },
  {
    id: 'cptsMoneyPerEffectiveYear',
    unit: 'eurosPerPersonYear',
    label: { en: 'Public money per effective person-year', fr: 'Argent public par personne-année effective' },
    definition: {
      en: 'Public money of CPTS divided by the person-years of effective CPTS coverage.',
      fr: 'Argent public des CPTS rapporté aux personnes-années de couverture effective des CPTS.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'less',
    kind: ratio(CPTS, { effectiveMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'cptsMoneyPerPlacement',
    unit: 'euros',
    label: { en: 'Public money of CPTS per placement', fr: 'Argent public des CPTS par placement' },
    definition: {
      en: 'Public money of CPTS divided by the patients for whom they found a médecin traitant.',
      fr: 'Argent public des CPTS rapporté aux patients à qui elles ont trouvé un médecin traitant.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'less',
    kind: ratio(CPTS, { cptsPlacements: 1 }),
  },
  ...byInstrument,
]);
