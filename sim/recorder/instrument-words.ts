/** Words for the instruments through which money moves, and for who pays or is paid. */
import type { Account, InstrumentId } from '../world/teams/instruments.js';
import type { Words } from './indicator.js';

/** Who pays or is paid, as sentences name them. */
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
  nurses: { en: 'nurses', fr: 'les infirmières' },
  students: { en: 'students', fr: 'les étudiants' },
};

/** Who is paid, where the words of a payer would say out of what. */
export const PAYEES: Readonly<Record<Account, Words>> = {
  ...PAYERS,
  teams: { en: 'MSP, into their treasury', fr: 'les MSP, dans leur trésorerie' },
  projects: { en: 'CPTS, into their treasury', fr: 'les CPTS, dans leur trésorerie' },
};

export const LABELS: Readonly<Record<InstrumentId, Words>> = {
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
  asaleePosts: { en: 'Posts of Asalée nurses', fr: 'Postes d’infirmières Asalée' },
  ipaTraining: { en: 'Training of IPA', fr: 'Formation des IPA' },
  ipaFees: { en: 'Fees of liberal IPA', fr: 'Honoraires des IPA libérales' },
  ipaStart: { en: 'Start-up aid of liberal IPA', fr: 'Aides au démarrage des IPA libérales' },
  ipaPosts: { en: 'Salaried IPA in primary care', fr: 'IPA salariées en soins primaires' },
  protocolPremium: { en: 'Premiums of protocols of cooperation', fr: 'Primes de protocoles de coopération' },
  assistantAid: { en: 'Aid for assistants médicaux', fr: 'Aides aux assistants médicaux' },
  teamFlatPay: { en: 'Flat payment of teams', fr: 'Forfaits d’équipe' },
  teamShares: { en: 'Flat payment of teams, shares of GPs', fr: 'Forfaits d’équipe, parts des généralistes' },
  optionDemographie: { en: 'Aid of the “option démographie”', fr: 'Aide de l’option démographie' },
  ptmg: {
    en: 'Territorial practitioners of general practice (PTMG)',
    fr: 'Praticiens territoriaux de médecine générale (PTMG)',
  },
  ptma: {
    en: 'Territorial practitioners of ambulatory care (PTMA)',
    fr: 'Praticiens territoriaux de médecine ambulatoire (PTMA)',
  },
  caim: { en: 'Contracts to settle (CAIM)', fr: 'Contrats d’aide à l’installation (CAIM)' },
  coscom: { en: 'Contracts of coordination (COSCOM)', fr: 'Contrats de coordination (COSCOM)' },
  cstm: {
    en: 'Contracts of territorial solidarity (CSTM)',
    fr: 'Contrats de solidarité territoriale (CSTM)',
  },
  cotram: { en: 'Contracts of transition (COTRAM)', fr: 'Contrats de transition (COTRAM)' },
  settlingAid2026: { en: 'One-off aid to settle (2026)', fr: 'Aide unique à l’installation (2026)' },
  takeoverAid: { en: 'Aid to take over a practice', fr: 'Aide à la reprise d’un cabinet' },
  cespAllowance: {
    en: 'Allowances of students bound to settle (CESP)',
    fr: 'Allocations d’engagement de service public (CESP)',
  },
  localGrants: {
    en: 'Regional grants of students bound to settle',
    fr: 'Bourses régionales d’étudiants engagés à s’installer',
  },
  salariedGps: { en: 'GPs salaried by communes', fr: 'Généralistes salariés par les collectivités' },
  zipMajoration: {
    en: 'Flat payments increased in ZIP (2026)',
    fr: 'Majoration en ZIP du forfait médecin traitant (2026)',
  },
  solidarityDays: { en: 'Solidarity days of GPs', fr: 'Journées de solidarité des généralistes' },
};
