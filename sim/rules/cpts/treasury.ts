/**
 * Money that projects spend: coordinators, then leaders.
 *
 * *What happens.* From the hiring point of its région on, a project with money enough looks for a coordinator, finds one in some months, and keeps it as long as a
 * month's wages are there; before the agreement, money ends with the validation, and a gap may open in which the
 * coordinator is lost; a group of employers, where there is one, keeps them at work elsewhere for some months, so that
 * they come back with what they had learnt. What a treasury would bear of the hours of leaders is paid to them.
 * *Evidence.* Gauthier 2021 (gap between start-up money and agreement, market of coordinators, groups of employers). What
 * is not spent stays in the treasury: the agreement of 2019 leaves its use to the CPTS, asks for no account of it and
 * takes nothing back, and money was found put by (Senate, report 32 of 2025, which proposes to recover it).
 * *Leaves out.* Other spending (premises, software, actions of missions), so that treasuries are too full.
 */
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { CASH_GAP, FROZEN, NEGOTIATING, SIGNED, SUBMITTED } from '../../world/teams/projects.js';
import { leaderHours, leaderPaid, memberPaid } from '../teams/leadership.js';
import type { WillSettings } from '../teams/settings.js';
import { YES } from '../yes-or-no.js';
import { type CptsMonth, leadersOf, uniforms } from './month.js';
import { AFTER_SIGNATURE, AT_ITS_END, type CoordinatorSettings } from './settings.js';

const WAGES = instrumentOf('coordinatorWages');
const INDEMNITIES = instrumentOf('leaderIndemnities');

export interface TreasuryMonth extends CptsMonth {
  readonly settings: { readonly coordinator: CoordinatorSettings };
  readonly will: WillSettings;
}

/** Coordinators come, are paid, learn or go; leaders and members are indemnified. A frozen project lets its coordinator go and spends nothing. */
export function spend(m: TreasuryMonth, rows: readonly number[]): void {
  const found = uniforms(m, 'cpts.coordinator');
  const { side, coordinator } = m.world.projects.columns;
  for (const row of rows) {
    if ((side[row] & FROZEN) !== 0) {
      if (coordinator[row] > 0) letGo(m, row);
      continue;
    }
    employ(m, row, found);
    indemnify(m, row);
  }
}

function employ(m: TreasuryMonth, row: number, found: (key: number) => number): void {
  const { world, month } = m;
  const s = m.settings.coordinator;
  const p = world.projects.columns;
  const signed = p.stage[row] === SIGNED;
  const isDue = mayHire(s, p.stage[row], p.region[row]);
  if (p.coordinator[row] === 0) {
    const wanted = signed ? s.after[p.sizeClass[row]] : s.before;
    const isSought = signed ? p.treasury[row] >= wanted * s.wage : p.treasury[row] >= s.from;
    if (isDue && isSought && found(p.key[row]) < hireChance(s, p.region[row])) {
      p.coordinator[row] = wanted;
      p.coordinatorSkill[row] = Math.max(s.skillStart, keptSkill(m, row));
      p.coordinatorSince[row] = month;
    }
  } else if (signed) p.coordinator[row] = s.after[p.sizeClass[row]];
  const wages = p.coordinator[row] * s.wage;
  p.side[row] &= ~CASH_GAP;
  if (wages > 0 && p.treasury[row] >= wages) {
    payProject(world, row, WAGES, wages);
    p.coordinatorSkill[row] += (1 - p.coordinatorSkill[row]) / s.skillMonths;
  } else if (wages > 0) letGo(m, row);
  if (p.stage[row] === NEGOTIATING && p.coordinator[row] === 0) p.side[row] |= CASH_GAP;
}

/** What the coordinator has learnt goes with them, unless a group of employers keeps them at work. */
function letGo({ world, month, settings }: TreasuryMonth, row: number): void {
  const { coordinator, coordinatorSince, coordinatorSkill, region } = world.projects.columns;
  coordinator[row] = 0;
  coordinatorSince[row] = month;
  if (settings.coordinator.employers[region[row]] !== YES) coordinatorSkill[row] = 0;
}

/**
 * True at a stage in which projects of the région seek a coordinator: with the project as soon as money is there
 * (Centre-Val de Loire), once it is written, so that who comes makes it theirs and negotiates (Pays de la Loire), or after the
 * signature (Gauthier 2021, l.782–790). Who is there already stays; who waits for the signature
 * has the gap of all who negotiate without one, for it is the agreement's money that will pay.
 */
export function mayHire({ when }: Pick<CoordinatorSettings, 'when'>, stage: number, region: number): boolean {
  if (when[region] === AFTER_SIGNATURE) return stage === SIGNED;
  return when[region] !== AT_ITS_END || stage >= SUBMITTED;
}

/** Skill of the coordinator whom a group of employers kept since the money ran out, 0 when there is none any more. */
function keptSkill({ world, month, settings }: TreasuryMonth, row: number): number {
  const { region, coordinatorSince, coordinatorSkill } = world.projects.columns;
  const { employers, employersMonths } = settings.coordinator;
  const isKept = employers[region[row]] === YES && month - coordinatorSince[row] <= employersMonths;
  return isKept ? coordinatorSkill[row] : 0;
}

/** A group of employers is a second way of finding one. */
export function hireChance({ market, employers }: CoordinatorSettings, region: number): number {
  return employers[region] === YES ? 1 - (1 - market) * (1 - market) : market;
}

/** Leaders' hours, and under the agreement those of members, as far as the treasury pays them. */
function indemnify({ world, will, settings }: TreasuryMonth, row: number): void {
  const { treasury, coordinator, stage, memberHours, otherHours } = world.projects.columns;
  if (treasury[row] <= 0) return;
  let hours = 0;
  for (const d of leadersOf(world, row)) hours += leaderHours(world, d, row, will);
  const leaders = hours * will.weeksAMonth * (leaderPaid(world, row, will) - will.hourPaid) * will.hourPrice;
  const given = stage[row] === SIGNED ? memberHours[row] + otherHours[row] : 0;
  const members = given * (memberPaid(world, row, will) - will.hourPaid) * will.memberPrice;
  const kept = coordinator[row] > 0 ? settings.coordinator.reserve : 0;
  const paid = Math.min(leaders + members, treasury[row] * (1 - kept));
  if (paid > 0) payProject(world, row, INDEMNITIES, paid);
}
