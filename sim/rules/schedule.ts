/**
 * The month, in order (MODEL §4): the only file that knows every rule.
 *
 * A serial phase runs on one thread; a spread phase runs each of its rules on every territory, territories shared out
 * among threads, and ends when all are done. Inside a spread phase a rule sees what earlier phases left everywhere, and
 * what earlier rules of the phase left in its own territory. Removing a line removes a mechanism and nothing else.
 */
import { accessibility } from './accessibility.js';
import { careers } from './careers.js';
import { collectiveAccounts } from './collective-accounts.js';
import { collectiveBooks } from './collective-books.js';
import { consultation } from './consultation/consultation.js';
import { cptsLife } from './cpts/life.js';
import { cptsProjects } from './cpts/projects.js';
import { asalee } from './delegation/asalee.js';
import { assistants } from './delegation/assistants.js';
import { caseloads } from './delegation/caseloads.js';
import { freedTime } from './delegation/freed-time.js';
import { ipa } from './delegation/ipa.js';
import { ipaTraining } from './delegation/ipa-training.js';
import { protocols } from './delegation/protocols.js';
import { delegationAccounts } from './delegation-accounts.js';
import { demography } from './demography/demography.js';
import { enrolment } from './enrolment/enrolment.js';
import { installation } from './installation/installation.js';
import { agencies } from './institutions/agencies.js';
import { supporters } from './institutions/supporters.js';
import { unions } from './institutions/unions.js';
import { migration } from './migration.js';
import { needs } from './needs/needs.js';
import { nurseCareers } from './nurse-careers.js';
import { openings } from './openings.js';
import { payments } from './payments.js';
import { referral } from './referral.js';
import type { Rule } from './rule.js';
import { settlementAids } from './settlement/aids.js';
import { collectivities } from './settlement/collectivities.js';
import { solidarity } from './settlement/solidarity.js';
import { zoning } from './settlement/zoning.js';
import { stocktaking, yearEnd } from './stocktaking.js';
import { engagement } from './teams/engagement.js';
import { msp } from './teams/msp.js';
import { training } from './training.js';

export interface Phase {
  readonly name: string;
  /** True when the phase's rules run territory by territory. */
  readonly spread: boolean;
  readonly rules: readonly Rule[];
}

export const SCHEDULE: readonly Phase[] = [
  // The books open. Professionals: what freed hours become, exits, hours, fatigue; zones, money of collectivités and aids; new GPs become ready and
  // settle; classes of nurses.
  {
    name: 'professionals',
    spread: false,
    rules: [
      collectiveBooks,
      freedTime,
      careers,
      training,
      zoning,
      collectivities,
      settlementAids,
      installation,
      nurseCareers,
      ipaTraining,
    ],
  },
  // Coordinated practice: institutions share out staff, days and money; teams advance, open, live; delegates and assistants
  // find GPs and follow people; CPTS are founded, sign, live, weaken; accounts.
  {
    name: 'coordination',
    spread: false,
    rules: [
      agencies,
      unions,
      engagement,
      msp,
      asalee,
      ipa,
      protocols,
      assistants,
      caseloads,
      solidarity,
      supporters,
      cptsProjects,
      cptsLife,
      collectiveAccounts,
      delegationAccounts,
    ],
  },
  // GPs announce the places on their lists.
  { name: 'openings', spread: true, rules: [openings] },
  // Patients: births, deaths, illness, moves; médecin traitant; requests; in December, the year's stock.
  { name: 'patients', spread: true, rules: [demography, enrolment, needs, stocktaking] },
  // Care.
  { name: 'care', spread: true, rules: [consultation] },
  // Across borders: movers find their new territory, requests a neighbour; access is measured.
  { name: 'between territories', spread: false, rules: [migration, referral, accessibility] },
  // The month is paid; in December the year is drawn up.
  { name: 'accounts', spread: true, rules: [payments, yearEnd] },
];
