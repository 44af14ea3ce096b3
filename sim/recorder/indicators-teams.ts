/** Teams: MSP and ESP, how many, who is in them, how far they work together, who joins. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { PROFESSIONS } from '../world/teams/professions.js';
import { count, type Entry, family, PERCENT, type Ratio, ratio, share, type Words } from './indicator.js';

const OPEN = { mspOpen: 1 };
const JOINERS = { joinedLocal: 1, joinedNear: 1, joinedFar: 1 };
const LOCAL = { joinedLocal: 1 };
const joiners = (of: Ratio['of']): Ratio => ({ of, per: LOCAL, factor: 1 });

/** Members of MSP who are neither GPs nor nurses. */
const MEMBERS: Readonly<Record<(typeof PROFESSIONS)[number], Words>> = {
  physiotherapist: { en: 'Physiotherapists', fr: 'Masseurs-kinésithérapeutes' },
  pharmacist: { en: 'Pharmacists', fr: 'Pharmaciens' },
  podiatrist: { en: 'Podiatrists', fr: 'Pédicures-podologues' },
  speechTherapist: { en: 'Speech therapists', fr: 'Orthophonistes' },
  midwife: { en: 'Midwives', fr: 'Sages-femmes' },
  dentist: { en: 'Dentists', fr: 'Chirurgiens-dentistes' },
  otherProfession: { en: 'Members of other professions', fr: 'Membres d’autres professions' },
};

const byProfession: readonly Entry[] = PROFESSIONS.map((profession) => ({
  id: profession === 'midwife' ? 'midwivesInMsp' : `${profession}sInMsp`,
  unit: 'people',
  label: { en: `${MEMBERS[profession].en} of MSP`, fr: `${MEMBERS[profession].fr} des MSP` },
  definition: {
    en: `${MEMBERS[profession].en} who belong to an open MSP.`,
    fr: `${MEMBERS[profession].fr} qui font partie d’une MSP ouverte.`,
  },
  base: 'openMsp',
  date: 'december',
  kind: count({ [profession]: 1 }),
}));

export const TEAMS = family('teams', [
  {
    id: 'mspOpen',
    unit: 'teams',
    headline: true,
    label: { en: 'Open MSP', fr: 'MSP ouvertes' },
    definition: {
      en: 'Maisons de santé pluriprofessionnelles whose health project the ARS has approved and that work.',
      fr: 'Maisons de santé pluriprofessionnelles dont l’ARS a approuvé le projet de santé et qui fonctionnent.',
    },
    base: 'openMsp',
    date: 'december',
    kind: count(OPEN),
  },
  {
    id: 'mspAci',
    unit: 'teams',
    label: { en: 'MSP under ACI', fr: 'MSP sous ACI' },
    definition: {
      en: 'Open MSP that have signed the agreement with the Assurance Maladie in force (ENMR, then règlement arbitral, then ACI).',
      fr: 'MSP ouvertes ayant signé l’accord en vigueur avec l’Assurance Maladie (ENMR, puis règlement arbitral, puis ACI).',
    },
    base: 'openMsp',
    date: 'december',
    kind: count({ mspAci: 1 }),
  },
  {
    id: 'mspAciShare',
    unit: 'percent',
    label: { en: 'MSP under ACI, share', fr: 'MSP sous ACI, part' },
    definition: { en: 'Share of open MSP under ACI.', fr: 'Part des MSP ouvertes qui sont sous ACI.' },
    base: 'openMsp',
    date: 'december',
    kind: share({ mspAci: 1 }, OPEN),
  },
  {
    id: 'mspPreparing',
    unit: 'teams',
    label: { en: 'MSP in preparation', fr: 'MSP en préparation' },
    definition: {
      en: 'MSP whose project is being written or lies with the ARS.',
      fr: 'MSP dont le projet s’écrit ou se trouve à l’ARS.',
    },
    base: 'msp',
    date: 'december',
    kind: count({ mspPreparing: 1 }),
  },
  {
    id: 'espOpen',
    unit: 'teams',
    label: { en: 'Open ESP', fr: 'ESP ouvertes' },
    definition: {
      en: 'Équipes de soins primaires: teams around a health project without legal structure.',
      fr: 'Équipes de soins primaires : équipes autour d’un projet de santé, sans structure juridique.',
    },
    base: 'teams',
    date: 'december',
    kind: count({ espOpen: 1 }),
  },
  {
    id: 'gpsInMspShare',
    unit: 'percent',
    headline: true,
    label: { en: 'GPs in MSP', fr: 'Généralistes en MSP' },
    definition: {
      en: 'Share of liberal GPs who are members of an open MSP.',
      fr: 'Part des généralistes libéraux membres d’une MSP ouverte.',
    },
    base: 'liberalGps',
    date: 'december',
    kind: share({ gpsMsp: 1 }, { gpsLiberal: 1 }),
  },
  {
    id: 'gpsMspAciShare',
    unit: 'percent',
    label: { en: 'GPs in MSP under ACI', fr: 'Généralistes en MSP sous ACI' },
    definition: {
      en: 'Share of liberal GPs who are members of an MSP under ACI.',
      fr: 'Part des généralistes libéraux membres d’une MSP sous ACI.',
    },
    base: 'liberalGps',
    date: 'december',
    kind: share({ gpsAci: 1 }, { gpsLiberal: 1 }),
  },
  {
    id: 'prosPerMsp',
    unit: 'people',
    label: { en: 'Professionals of an MSP', fr: 'Professionnels d’une MSP' },
    definition: {
      en: 'GPs, nurses and others of open MSP, divided by their number.',
      fr: 'Généralistes, infirmiers et autres membres des MSP ouvertes, rapportés à leur nombre.',
    },
    base: 'openMsp',
    date: 'december',
    kind: ratio({ gpsMsp: 1, nursesMsp: 1, othersMsp: 1 }, OPEN),
  },
  {
    id: 'gpsPerMsp',
    unit: 'gps',
    label: { en: 'GPs of an MSP', fr: 'Généralistes d’une MSP' },
    definition: {
      en: 'GPs of open MSP, divided by their number.',
      fr: 'Généralistes des MSP ouvertes, rapportés à leur nombre.',
    },
    base: 'openMsp',
    date: 'december',
    kind: ratio({ gpsMsp: 1 }, OPEN),
  },
  {
    id: 'nursesInMsp',
    unit: 'people',
    label: { en: 'Nurses of MSP', fr: 'Infirmiers des MSP' },
    definition: {
      en: 'Liberal nurses who belong to an open MSP.',
      fr: 'Infirmiers libéraux qui font partie d’une MSP ouverte.',
    },
    base: 'openMsp',
    date: 'december',
    kind: count({ nursesMsp: 1 }),
  },
  ...byProfession,
  {
    id: 'mspLevel',
    unit: 'index',
    label: { en: 'Coordination level of MSP', fr: 'Niveau de coordination des MSP' },
    definition: {
      en: 'Mean level of open MSP, 0 to 3: below 1 shared premises and secretariat, below 2 shared operations, above collective work.',
      fr: 'Niveau moyen des MSP ouvertes, de 0 à 3 : sous 1 locaux et secrétariat communs, sous 2 coordination opérationnelle, au-delà travail collectif.',
    },
    base: 'openMsp',
    date: 'december',
    better: 'more',
    kind: ratio({ mspLevel: 1 }, OPEN),
  },
  {
    id: 'mspOperationalShare',
    unit: 'percent',
    label: { en: 'MSP at the operational level', fr: 'MSP au niveau opérationnel' },
    definition: {
      en: 'Share of open MSP whose level lies between 1 and 2.',
      fr: 'Part des MSP ouvertes dont le niveau est compris entre 1 et 2.',
    },
    base: 'openMsp',
    date: 'december',
    kind: share({ mspOperational: 1 }, OPEN),
  },
  {
    id: 'mspCollectiveShare',
    unit: 'percent',
    label: { en: 'MSP at the collective level', fr: 'MSP au niveau collectif' },
    definition: {
      en: 'Share of open MSP whose level is above 2.',
      fr: 'Part des MSP ouvertes dont le niveau dépasse 2.',
    },
    base: 'openMsp',
    date: 'december',
    better: 'more',
    kind: share({ mspCollective: 1 }, OPEN),
  },
  {
    id: 'mspFounded',
    unit: 'teams',
    label: { en: 'MSP and ESP founded', fr: 'MSP et ESP fondées' },
    definition: {
      en: 'Teams whose preparation began in the year.',
      fr: 'Équipes dont la préparation a commencé dans l’année.',
    },
    base: 'teams',
    date: 'year',
    kind: count({ mspFounded: 1 }),
  },
  {
    id: 'mspOpened',
    unit: 'teams',
    label: { en: 'MSP opened', fr: 'MSP ouvertes dans l’année' },
    definition: { en: 'MSP that opened in the year.', fr: 'MSP qui ont ouvert dans l’année.' },
    base: 'openingMsp',
    date: 'year',
    kind: count({ mspOpened: 1 }),
  },
  {
    id: 'mspClosed',
    unit: 'teams',
    label: { en: 'MSP closed', fr: 'MSP fermées dans l’année' },
    definition: { en: 'MSP that closed in the year.', fr: 'MSP qui ont fermé dans l’année.' },
    base: 'openMsp',
    date: 'year',
    better: 'less',
    kind: count({ mspClosed: 1 }),
  },
  {
    id: 'mspAbandoned',
    unit: 'teams',
    label: { en: 'MSP abandoned in preparation', fr: 'MSP abandonnées en préparation' },
    definition: {
      en: 'Teams that ended in the year before they opened.',
      fr: 'Équipes qui ont pris fin dans l’année avant d’ouvrir.',
    },
    base: 'msp',
    date: 'year',
    better: 'less',
    kind: count({ mspAbandoned: 1 }),
  },
  {
    id: 'mspPreparationMonths',
    unit: 'months',
    label: { en: 'Preparation of MSP', fr: 'Préparation des MSP' },
    definition: {
      en: 'Mean months from the first work to the opening, of the MSP that opened in the year.',
      fr: 'Nombre moyen de mois du premier travail à l’ouverture, pour les MSP ouvertes dans l’année.',
    },
    base: 'openingMsp',
    date: 'year',
    better: 'less',
    kind: ratio({ mspPreparationMonths: 1 }, { mspOpened: 1 }),
  },
  {
    id: 'mspLeadersLost',
    unit: 'percent',
    label: { en: 'MSP that lose their leader', fr: 'MSP qui perdent leur leader' },
    definition: {
      en: 'Leaders who step down, retire or leave in a year, per 100 open MSP.',
      fr: 'Leaders qui renoncent, partent en retraite ou s’en vont dans l’année, pour 100 MSP ouvertes.',
    },
    base: 'openMsp',
    date: 'year',
    better: 'less',
    kind: ratio({ mspLeadersLost: 1 }, { mspMonths: 1 }, MONTHS_PER_YEAR * PERCENT),
  },
  {
    id: 'mspJoinLocalShare',
    unit: 'percent',
    label: { en: 'MSP joiners of the same territory', fr: 'Entrants en MSP du même territoire' },
    definition: {
      en: 'Share of the GPs who joined a team in the year who practised in its territory: what is moved, not gained.',
      fr: 'Part des généralistes entrés dans une équipe dans l’année qui exerçaient dans son territoire : déplacés, non gagnés.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: share(LOCAL, JOINERS),
  },
  {
    id: 'mspJoinFar',
    unit: 'gps',
    label: { en: 'MSP joiners new or from afar', fr: 'Entrants en MSP nouveaux ou venus de loin' },
    definition: {
      en: 'GPs who joined a team in the year and were new in practice or came from more than 30 minutes away.',
      fr: 'Généralistes entrés dans une équipe dans l’année qui débutaient ou venaient de plus de 30 minutes.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: count({ joinedFar: 1 }),
  },
  {
    id: 'mspSelectionSeen',
    unit: 'percent',
    label: { en: 'Patients seen by MSP joiners before', fr: 'Patients vus par les entrants en MSP, avant' },
    definition: {
      en: 'How many more people the GPs of the place who joined an MSP in the year had seen in the year before than the mean liberal GP sees in the year: who joins, not what joining does.',
      fr: 'Écart entre les personnes vues l’année d’avant par les généralistes du lieu entrés en MSP dans l’année et la moyenne des libéraux de l’année : qui entre, non ce que fait l’entrée.',
    },
    base: 'mspJoiners',
    date: 'year',
    kind: { kind: 'gpExcess', value: joiners({ joinersSeen: 1 }), variable: 'patientsSeen' },
  },
  {
    id: 'mspSelectionList',
    unit: 'percent',
    label: { en: 'Adult list of MSP joiners before', fr: 'Adultes inscrits des entrants en MSP, avant' },
    definition: {
      en: 'How many more declared adults the GPs of the place who joined an MSP in the year had the December before than the mean liberal GP has in December.',
      fr: 'Écart entre les adultes déclarés en décembre précédent auprès des généralistes du lieu entrés en MSP dans l’année et la moyenne des libéraux en décembre.',
    },
    base: 'mspJoiners',
    date: 'year',
    kind: { kind: 'gpExcess', value: joiners({ joinersList: 1 }), variable: 'adultList' },
  },
]);
