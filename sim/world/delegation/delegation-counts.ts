/**
 * The numbered entries of the accounts of delegation and settlement in `territories`: `delegationCounts` are stocks,
 * `delegationFlows`, `freedHours`, `aidFlows` and `aidDeadweight` flows of the month. A nurse counts where she works, a GP
 * where the practice is.
 */
import { numbered } from '../teams/collective-counts.js';

export const DELEGATION_COUNTS = numbered(
  // posts of Asalée and their FTE, GPs who have a nurse, people followed
  'asaleeNurses',
  'asaleeFte',
  'asaleeGps',
  'asaleePatients',
  // IPA by state, and people whom those in town follow
  'ipaTraining',
  'ipaHospital',
  'ipaLiberal',
  'ipaSalaried',
  'ipaPatients',
  'protocolTeams',
  'protocolPatients',
  'assistantGps',
  'assistantFte',
  // people of territories in ZIP and in ZAC by the arrêté in force, GPs of both, and GPs bound to stay in a zone
  'zipPeople',
  'zacPeople',
  'zonedGps',
  'committedGps',
  // posts of salaried GPs open
  'posts',
  // people of the lists of GPs, and the same times the share of the GP's diabetics with the tests of the year
  'listed',
  'listedTested',
);

export const DELEGATION_FLOWS = numbered(
  'ipaGraduates',
  'ipaLeft',
  'protocolsStarted',
  'protocolsAuthorised',
  'protocolsLapsed',
  'assistantsSigned',
);

/** GP hours of the month: freed by the means of teams, by delegates, by assistants; rested, and kept for care. */
export const FREED_HOURS = numbered('team', 'nurse', 'assistant', 'rest', 'care');

/**
 * Aids to settle: recipients who signed this month, and those of them who would have come without. The rows of the
 * domain `aid` in their order, then the contracts of students.
 */
export const AIDS = numbered(
  'optionDemographie',
  'ptmg',
  'ptma',
  'caim',
  'coscom',
  'cstm',
  'cotram',
  'settlingAid2026',
  'takeover',
  'cesp',
  'local',
);
