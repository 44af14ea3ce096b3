/**
 * Supporters: chosen, queued for, at work, gone. Each month: own funds (January), who has left the région, what the CPOM
 * buys, days on offer, missions begun, renewed and ended, days asked and given, coordination before the ACI from own funds,
 * and with what is left looking for leaders. A slot is its attributes: no rule asks what it is called, so that two slots
 * with equal attributes do the same (Gauthier 2021 and Ménard 2024 for each attribute; parameters say which). Leaves out:
 * quality of single consultants, competition between régions for the same firm, tenders.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { FROZEN, lives, NEGOTIATING, PROJECT_ROWS, sortByKey, WRITING } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { isCarried, moveMission, tasteKey } from './missions.js';
import { officesOf } from './offices.js';
import { partGiven } from './rationing.js';
import { type SupportSettings, supportSettings } from './settings.js';
import { leaveOrReturn, payPartners, prospect, refillOwnFunds, setDays } from './slots.js';
import { ask, give, noRequests } from './support-days.js';
import { projectsTaken } from './turns.js';

const OWN_FUNDS = instrumentOf('ownFunds');

export const supporters: Rule = {
  name: 'supporters',
  reads: ['projects.stage', 'projects.leaders', 'supporters.strength', 'supporters.unity', 'agencies.drift'],
  writes: [
    'projects.supporter',
    'projects.supportLeft',
    'projects.supportPhase',
    'projects.supported',
    'projects.supportEnded',
    'projects.daysSupporter',
    'projects.skill',
    'projects.treasury',
    'supporters.days',
    'supporters.asked',
    'supporters.given',
    'supporters.carried',
    'agencies.fir',
    'delegations.prospecting',
    'territories.euros',
  ],
  open: openSupporters,
};

function openSupporters(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const offices = officesOf(world.geography);
  const requests = noRequests();
  return {
    serial(month) {
      const settings = supportSettings(parameters, month);
      const rows = livingRows(world);
      const { days, asked } = world.supporters.columns;
      const free = Float64Array.from(days, (has, row) => Math.max(0, has - asked[row]));
      refillOwnFunds(world, settings, month);
      leaveOrReturn(world, settings);
      setDays(world, settings, payPartners(world, settings, offices));
      const taken = projectsTaken(world, settings.rotation, month);
      const missions = { settings, key: tasteKey(run), month, free, taken };
      for (const row of rows) ask(world, row, settings, moveMission(world, row, missions), requests);
      give(world, rows, settings, requests);
      payCoordination(world, rows, settings, month);
      prospect(world, settings, offices);
      countCarried(world, rows, month);
    },
  };
}

/** Rows of living projects, in the order of their keys. */
function livingRows({ projects }: World): number[] {
  const { stage } = projects.columns;
  const rows = Array.from({ length: PROJECT_ROWS }, (_, row) => row).filter((row) => lives(stage[row]));
  return sortByKey(projects, rows);
}

/**
 * Coordination of a project before its ACI out of the partner's own funds: Centre-Val de Loire pays up to 18 months
 * (Gauthier 2021); when funds of the year are short, every project gets the same share.
 */
function payCoordination(
  world: World,
  rows: readonly number[],
  settings: SupportSettings,
  month: number,
): void {
  const { stage, side, letterAt, region } = world.projects.columns;
  const { ownFunds } = world.supporters.columns;
  const slotOf = (row: number) => region[row] * SLOTS + settings.partner[region[row]];
  const isDue = (row: number) =>
    stage[row] >= WRITING &&
    stage[row] <= NEGOTIATING &&
    (side[row] & FROZEN) === 0 &&
    month - letterAt[row] <= settings.preAciMonths[region[row]] &&
    ownFunds[slotOf(row)] > 0;
  const due = new Float64Array(ownFunds.length);
  const receives: number[] = [];
  for (const row of rows) {
    if (!isDue(row)) continue;
    due[slotOf(row)] += settings.preAciMonthly;
    receives.push(row);
  }
  const share = partGiven(ownFunds, due);
  for (const row of receives) {
    const euros = settings.preAciMonthly * share[slotOf(row)];
    payProject(world, row, OWN_FUNDS, euros);
    ownFunds[slotOf(row)] -= euros;
  }
}

/** Living projects that each slot carries, or carried to a signature in the last twelve months. */
function countCarried(world: World, rows: readonly number[], month: number): void {
  const { region, supporter, signedAt } = world.projects.columns;
  const { carried, carriedSigned } = world.supporters.columns;
  carried.fill(0);
  carriedSigned.fill(0);
  for (const row of rows) {
    if (supporter[row] < 0) continue;
    const slot = region[row] * SLOTS + supporter[row];
    const isFresh = signedAt[row] > 0 && month - signedAt[row] <= MONTHS_PER_YEAR;
    if (isFresh) carriedSigned[slot]++;
    if (isFresh || isCarried(world, row)) carried[slot]++;
  }
}
