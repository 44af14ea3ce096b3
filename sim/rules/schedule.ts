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
  // The books of coordinated practice open; professionals: exits, hours, fatigue; new GPs become ready and settle.
  {
    name: 'professionals',
    spread: false,
    rules: [collectiveBooks, careers, training, installation, nurseCareers],
  },
  // Coordinated practice: institutions share out staff, days and money; teams and CPTS advance, open, sign, live, weaken.
  {
    name: 'coordination',
    spread: false,
    rules: [agencies, unions, engagement, msp, supporters, cptsProjects, cptsLife, collectiveAccounts],
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
