/**
 * Money that projects spend: coordinators, then leaders.
 *
 * *What happens.* A project with money enough looks for a coordinator, finds one in some months, and keeps it as long as a
 * month's wages are there; before the agreement, money ends with the validation, and a gap may open in which the
 * coordinator is lost; a group of employers, where there is one, keeps them at work elsewhere for some months, so that
 * they come back with what they had learnt. What a treasury would bear of the hours of leaders is paid to them.
 * *Evidence.* Gauthier 2021 (gap between start-up money and agreement, market of coordinators, groups of employers).
 * *Leaves out.* Other spending: what is not spent stays in the treasury, as audits found.
 */
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { CASH_GAP, NEGOTIATING, SIGNED } from '../../world/teams/projects.js';
import { leaderHours, leaderPaid, memberPaid } from '../teams/leadership.js';
import { WEEKS_A_MONTH, type WillSettings } from '../teams/settings.js';
import { YES } from '../yes-or-no.js';
import { type CptsMonth, leadersOf, uniforms } from './month.js';
import type { CoordinatorSettings } from './settings.js';

const WAGES = instrumentOf('coordinatorWages');
const INDEMNITIES = instrumentOf('leaderIndemnities');

export interface TreasuryMonth extends CptsMonth {
  readonly settings: { readonly coordinator: CoordinatorSettings };
  readonly will: WillSettings;
}

/** Coordinators come, are paid, learn or go; leaders and members are indemnified. */
export function spend(m: TreasuryMonth, rows: readonly number[]): void {
  const found = uniforms(m, 'cpts.coordinator');
  for (const row of rows) {
    employ(m, row, found);
    indemnify(m, row);
  }
}

function employ(m: TreasuryMonth, row: number, found: (key: number) => number): void {
  const { world, month } = m;
  const s = m.settings.coordinator;
  const p = world.projects.columns;
  const signed = p.stage[row] === SIGNED;
  if (p.coordinator[row] === 0) {
    const wanted = signed ? s.after[p.sizeClass[row]] : s.before;
    const isSought = signed ? p.treasury[row] >= wanted * s.wage : p.treasury[row] >= s.from;
    if (isSought && found(p.key[row]) < hireChance(s, p.region[row])) {
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
  } else if (wages > 0) {
    p.coordinator[row] = 0;
    p.coordinatorSince[row] = month;
    if (s.employers[p.region[row]] !== YES) p.coordinatorSkill[row] = 0;
  }
  if (p.stage[row] === NEGOTIATING && p.coordinator[row] === 0) p.side[row] |= CASH_GAP;
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
  const leaders = hours * WEEKS_A_MONTH * (leaderPaid(world, row, will) - will.hourPaid) * will.hourPrice;
  const given = stage[row] === SIGNED ? memberHours[row] + otherHours[row] : 0;
  const members = given * (memberPaid(world, row, will) - will.hourPaid) * will.memberPrice;
  const kept = coordinator[row] > 0 ? settings.coordinator.reserve : 0;
  const paid = Math.min(leaders + members, treasury[row] * (1 - kept));
  if (paid > 0) payProject(world, row, INDEMNITIES, paid);
}
