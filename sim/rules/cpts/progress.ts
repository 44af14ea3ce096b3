/**
 * The month's work of projects before the signature, momentum, and what stops or starts them.
 *
 * *What happens.* Leaders give the hours they offer, coordinators and supporters their days; the work of the stage advances.
 * While the written project is with the institutions these days go to talks with the CPAM, as far as the région lets them begin.
 * Momentum follows the pace (`teams/work.ts`). Where it is nearly gone the project freezes: it keeps its place and does
 * nothing, until somebody takes it up or its place is freed. An agreement is signed once negotiated, and not before it
 * exists. *Evidence.* Gauthier 2021: letters of six months to years, frozen territories, blocked negotiations, accelerator;
 * Ménard 2024: teams spent by waiting. *Leaves out.* Quality of what is written.
 */
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import {
  ACCELERATED,
  ACI_WORK,
  BLOCKED,
  CASH_GAP,
  ENDED,
  FROZEN,
  LETTER_FILED,
  LETTER_WORK,
  NEGOTIATING,
  OVERLAP,
  PRE_PROJECT,
  PROJECT_WORK,
  QUEUED,
  SIGNED,
  SUBMITTED,
  WAITS,
  type Wait,
  WORKS,
  WRITING,
} from '../../world/teams/projects.js';
import { leaderHours } from '../teams/leadership.js';
import type { WillSettings } from '../teams/settings.js';
import { nextMomentum } from '../teams/work.js';
import { type AgreementSettings, signAgreement } from './aci.js';
import { isDone, returnChance } from './files.js';
import { type CptsMonth, closeProject, countFlow, leadersOf, uniforms } from './month.js';
import type { CptsSettings } from './settings.js';

const ACCELERATOR = instrumentOf('accelerator');

export interface ProgressMonth extends CptsMonth {
  readonly settings: CptsSettings;
  readonly will: WillSettings;
  readonly aci: AgreementSettings;
  readonly builders: ReadonlyMap<number, readonly number[]>;
}

/** One month of work on every project before its signature. */
export function progress(m: ProgressMonth, rows: readonly number[]): void {
  accelerate(m, rows);
  const revives = uniforms(m, 'cpts.reopen');
  const comesBack = uniforms(m, 'cpts.draft');
  for (const row of rows) {
    const { stage, side } = m.world.projects.columns;
    if (stage[row] === SIGNED) continue;
    if ((side[row] & FROZEN) !== 0) {
      thaw(m, row, revives);
      continue;
    }
    advance(m, row);
    if (stage[row] === NEGOTIATING) sign(m, row, comesBack);
    giveUp(m, row);
  }
}

/** Days that everybody gives to the project this month, and the pace this makes. */
function advance(m: ProgressMonth, row: number): void {
  const { world, settings } = m;
  const p = world.projects.columns;
  const days = daysOf(m, row);
  const work = p.stage[row] < WRITING ? LETTER_WORK : p.stage[row] < SUBMITTED ? PROJECT_WORK : ACI_WORK;
  const at = row * WORKS + work;
  const isOver = isDone(world, row, work);
  const worked = isOver ? 0 : Math.min(days, roomFor(m, row));
  p.work[at] += worked;
  const isHeld = p.stage[row] === NEGOTIATING && isOver && p.coordinator[row] > 0;
  const lacksMoney = (p.side[row] & CASH_GAP) !== 0;
  const done = lacksMoney ? 0 : worked;
  if (!isHeld) p.momentum[row] = nextMomentum(p.momentum[row], done, p.need[at], settings.work);
  if (p.validatedAt[row] > 0) p.momentum[row] = Math.min(1, p.momentum[row] + settings.work.covidBond);
  p.waitCause[row] = WAITS.indexOf(waitOf(m, row, { isOver, days, need: p.need[at] }));
}

/** Days of the month by who gives them; kept for the trace. */
function daysOf({ world, settings, will }: ProgressMonth, row: number): number {
  const p = world.projects.columns;
  let hours = 0;
  for (const d of leadersOf(world, row)) hours += leaderHours(world, d, row, will);
  const gps = (hours * will.weeksAMonth) / will.dayHours;
  const others = p.otherLeaders[row] * will.otherLeader * p.momentum[row];
  const fullTime = settings.coordinator.wage / will.dayPrice;
  p.daysLeaders[row] = (gps + others) * settings.work.covidLeaders;
  const { unskilled } = settings.coordinator;
  const able = 1 - unskilled + unskilled * p.coordinatorSkill[row];
  p.daysCoordinator[row] = p.coordinator[row] * fullTime * able;
  return p.daysLeaders[row] + p.daysCoordinator[row] + p.daysSupporter[row];
}

/**
 * Days that may be worked this month: none on a letter that is with the ARS nor on a place that is fought over; while the
 * health project is there, what may be negotiated of the agreement before the validation (Gauthier 2021, l.696: talks begin once the
 * team has a first version).
 */
function roomFor({ world, settings }: ProgressMonth, row: number): number {
  const { stage, side, work, need, region } = world.projects.columns;
  if (stage[row] === LETTER_FILED || (side[row] & OVERLAP) !== 0) return 0;
  if (stage[row] !== SUBMITTED) return Infinity;
  const talks = row * WORKS + ACI_WORK;
  return Math.max(0, settings.files.early[region[row]] * need[talks] - work[talks]);
}

/** What the project waited for this month: institutions first, then its own means. */
function waitOf(
  { world, aci, settings }: ProgressMonth,
  row: number,
  { isOver, days, need }: { isOver: boolean; days: number; need: number },
): Wait {
  const { stage, side, fileDays, cpamDays } = world.projects.columns;
  if ((side[row] & OVERLAP) !== 0) return 'overlap';
  if (stage[row] === LETTER_FILED || stage[row] === SUBMITTED)
    return fileDays[row] > 0 || cpamDays[row] > 0 ? 'staff' : 'commission';
  if (stage[row] === NEGOTIATING && isOver && !aci.exists) return 'aciToExist';
  if (stage[row] === NEGOTIATING && isOver && cpamDays[row] > 0) return 'staff';
  if ((side[row] & QUEUED) !== 0) return 'supporter';
  if ((side[row] & CASH_GAP) !== 0) return 'money';
  const isSlow = days * settings.work.monthsAtPace * 2 < need;
  return isSlow ? 'leaders' : 'nothing';
}

/** The agreement is signed when it exists, is negotiated, and the CPAM has drafted it; a draft may fail. */
function sign(m: ProgressMonth, row: number, comesBack: (key: number) => number): void {
  const { world, month, aci, settings } = m;
  const p = world.projects.columns;
  if (month - p.stageSince[row] >= settings.files.blockedAfter) p.side[row] |= BLOCKED;
  if (!aci.exists || !isDone(world, row, ACI_WORK) || p.cpamDays[row] > 0) return;
  const eased = (p.side[row] & ACCELERATED) !== 0;
  const alignment = eased ? 1 : world.delegations.columns.alignment[p.departement[row]];
  if (comesBack(p.key[row]) < returnChance(alignment, false, settings.files)) {
    p.drafts[row]++;
    p.cpamDays[row] = settings.files.cpamDays;
    return;
  }
  countFlow(world, row, 'signed');
  countFlow(world, row, 'negotiationMonths', month - p.validatedAt[row]);
  world.delegations.columns.cpamExperience[p.departement[row]]++;
  signAgreement(world, row, month, aci);
}

/** A project whose momentum is nearly gone freezes; one without leaders ends. */
function giveUp({ world, month, settings }: ProgressMonth, row: number): void {
  const p = world.projects.columns;
  const mayFreeze = p.stage[row] === PRE_PROJECT || p.stage[row] === WRITING;
  if (p.stage[row] !== SIGNED && p.leaderless[row] >= settings.leaders.expires) {
    countFlow(world, row, 'ended');
    closeProject(world, row, month, ENDED);
  } else if (mayFreeze && (p.side[row] & OVERLAP) === 0 && p.momentum[row] < settings.work.freeze) {
    p.side[row] |= FROZEN;
    p.sideSince[row] = month;
    countFlow(world, row, 'frozen');
  }
}

/** A frozen project is taken up by a builder of its place, or ends after some years. */
function thaw(
  { world, month, settings, builders }: ProgressMonth,
  row: number,
  revives: (key: number) => number,
): void {
  const p = world.projects.columns;
  const candidates = builders.get(row)?.length ?? 0;
  const nobody = Math.exp(candidates * Math.log(1 - settings.work.reopen));
  if (revives(p.key[row]) < 1 - nobody) {
    p.side[row] &= ~FROZEN;
    p.sideSince[row] = month;
    p.momentum[row] = settings.work.revived;
    p.leaderless[row] = 0;
    countFlow(world, row, 'revived');
  } else if (month - p.sideSince[row] >= settings.work.frozenMonths) {
    countFlow(world, row, 'ended');
    closeProject(world, row, month, ENDED);
  }
  p.waitCause[row] = WAITS.indexOf('leaders');
}

/** The accelerator of Assurance Maladie takes blocked projects, its places shared among all. */
function accelerate({ world, settings }: ProgressMonth, rows: readonly number[]): void {
  const p = world.projects.columns;
  const { acceleratorPlaces, acceleratorDays, acceleratorPrice } = settings.files;
  if (acceleratorPlaces <= 0) return;
  const blocked = rows.filter((row) => (p.side[row] & BLOCKED) !== 0 && (p.side[row] & ACCELERATED) === 0);
  const share = Math.min(1, acceleratorPlaces / Math.max(1, blocked.length));
  for (const row of blocked) {
    p.work[row * WORKS + ACI_WORK] += acceleratorDays * share;
    payProject(world, row, ACCELERATOR, acceleratorPrice * share);
    p.side[row] |= ACCELERATED;
  }
}
