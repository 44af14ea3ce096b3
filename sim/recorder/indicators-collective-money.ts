/**
 * Money of coordinated practice: each instrument, and sums over public payers. What teams and projects pay out of their
 * treasuries is shown instrument by instrument and enters no sum, for the same euro came in before.
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { type Account, INSTRUMENTS, type InstrumentId } from '../world/teams/instruments.js';
import { type Entry, family, type Kind, ratio, type Terms, type Words } from './indicator.js';
import { paidBy } from './measures-collective.js';

const MILLION = 1_000_000;
const millions = (of: Terms): Kind => ({ kind: 'ratio', of, factor: 1 / MILLION });

/** Payers whose money is public: the sums are theirs. */
export const PUBLIC_PAYERS: readonly Account[] = ['ars', 'cnam', 'region', 'commune', 'state'];

/** Who pays, in words. */
export const PAYERS: Readonly<Record<Account, Words>> = {
  ars: { en: 'the ARS, from the FIR', fr: 'l’ARS, sur le FIR' },
  cnam: { en: 'the Assurance Maladie', fr: 'l’Assurance Maladie' },
  region: { en: 'regional councils', fr: 'les conseils régionaux' },
  commune: { en: 'communes and their groups', fr: 'les communes et leurs groupements' },
  state: { en: 'the State', fr: 'l’État' },
  unions: {
    en: 'unions and federations, from their own funds',
    fr: 'les unions et fédérations, sur fonds propres',
  },
  supporters: { en: 'supporters', fr: 'les accompagnateurs' },
  coordinators: { en: 'coordinators', fr: 'les coordinateurs' },
  physicians: { en: 'GPs', fr: 'les généralistes' },
  facilitators: { en: 'facilitators', fr: 'les facilitateurs' },
  premises: { en: 'premises', fr: 'les locaux' },
  teams: { en: 'MSP, from their treasury', fr: 'les MSP, sur leur trésorerie' },
  projects: { en: 'CPTS, from their treasury', fr: 'les CPTS, sur leur trésorerie' },
};

const LABELS: Readonly<Record<InstrumentId, Words>> = {
  firEnvelope: { en: 'FIR envelopes of CPTS', fr: 'Enveloppes FIR des CPTS' },
  firSupport: { en: 'FIR missions of supporters', fr: 'Missions d’accompagnement sur le FIR' },
  firCpom: { en: 'FIR contracts (CPOM) of partners', fr: 'Contrats (CPOM) de partenaires sur le FIR' },
  firPreAci: { en: 'FIR running money before the ACI', fr: 'Fonctionnement avant ACI sur le FIR' },
  firMsp: { en: 'FIR aid to MSP', fr: 'Aides FIR aux MSP' },
  regionAid: { en: 'Aid of regional councils to CPTS', fr: 'Aides des conseils régionaux aux CPTS' },
  communeAid: { en: 'Premises paid by communes', fr: 'Locaux payés par les communes' },
  ownFunds: { en: 'Own funds of unions given to CPTS', fr: 'Fonds propres des unions donnés aux CPTS' },
  aciMsp: { en: 'ACI of MSP', fr: 'ACI des MSP' },
  aciRunning: { en: 'ACI of CPTS, running', fr: 'ACI des CPTS, fonctionnement' },
  aciMissions: { en: 'ACI of CPTS, missions', fr: 'ACI des CPTS, missions' },
  aciVariable: { en: 'ACI of CPTS, variable part', fr: 'ACI des CPTS, part variable' },
  aciStarter: { en: 'ACI of CPTS, starter money', fr: 'ACI des CPTS, crédits d’amorçage' },
  aciLetter: { en: 'ACI of CPTS, at the letter', fr: 'ACI des CPTS, à la lettre d’intention' },
  accelerator: { en: 'Accelerator of ACI', fr: 'Accélérateur de l’ACI' },
  supporterFromTeam: { en: 'Supporters paid by CPTS', fr: 'Accompagnateurs payés par les CPTS' },
  coordinatorWages: { en: 'Wages of CPTS coordinators', fr: 'Salaires des coordinateurs de CPTS' },
  leaderIndemnities: { en: 'Indemnities of CPTS leaders', fr: 'Indemnités des porteurs de CPTS' },
  meetingHours: {
    en: 'Coordination hours paid to GPs',
    fr: 'Heures de coordination payées aux généralistes',
  },
  mspCoordination: { en: 'Coordination paid by MSP', fr: 'Coordination payée par les MSP' },
  mspMeetings: { en: 'Meetings paid by MSP', fr: 'Réunions payées par les MSP' },
  evaluation: { en: 'Evaluations of CPTS', fr: 'Évaluations de CPTS' },
  agencyStaff: { en: 'Staff of agencies on coordination', fr: 'Agents des ARS pour la coordination' },
  cpamStaff: { en: 'Staff of CPAM on coordination', fr: 'Agents des CPAM pour la coordination' },
  supporterOwnDays: { en: 'Days that unions pay themselves', fr: 'Jours payés par les unions elles-mêmes' },
  mergedTreasury: {
    en: 'Treasuries passed on by merged CPTS',
    fr: 'Trésoreries transmises par les CPTS fusionnées',
  },
};

const sumOf = (chosen: (one: (typeof INSTRUMENTS)[number]) => boolean): Terms =>
  Object.fromEntries(INSTRUMENTS.filter(chosen).map(({ id }) => [paidBy(id), 1]));

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
const PUBLIC = sumOf(isPublic);
/** Public money that goes to CPTS and their supporters; staff and paid hours serve MSP too. */
const CPTS = sumOf((one) => isPublic(one) && !OF_MSP.includes(one.id) && !OF_ALL.includes(one.id));

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
    kind: millions(sumOf(({ payer }) => payer === 'ars')),
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
    kind: millions(sumOf(({ id }) => ACI_CPTS.includes(id))),
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
