/**
 * Days of help: each project asks for at most what its supporter can give one project in a month, what its mission still
 * holds and what its team can pay; each slot gives all who ask the same share of what they ask, and whoever gets less than
 * half waits in a queue (Gauthier 2021, Ménard 2024: no help for months where one body helps all). Every day is paid: by the
 * team, by the FIR, by a CPOM, or by the supporter itself. The method passes to the team day by day.
 */
import { SLOTS } from '../../world/teams/institutions.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { FROZEN, PROJECT_ROWS, QUEUED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { isFiled } from './choice.js';
import { type Claim, grantFromFir } from './fir.js';
import { isCarried } from './missions.js';
import { partGiven } from './rationing.js';
import { type SupportSettings, TEAM_IS_PAID } from './settings.js';
import { isPaidByDay } from './slots.js';

const FROM_TEAM = instrumentOf('supporterFromTeam');
const FROM_FIR = instrumentOf('firSupport');
const OWN_DAYS = instrumentOf('supporterOwnDays');

/** Requests of the month, by row of project; reused from month to month. */
export interface Requests {
  readonly days: Float64Array;
  /** Row of the slot asked, −1 none. */
  readonly slot: Int32Array;
}

export function noRequests(): Requests {
  return { days: new Float64Array(PROJECT_ROWS), slot: new Int32Array(PROJECT_ROWS) };
}

/** Writes what the project in `row` asks for. */
export function ask(
  world: World,
  row: number,
  settings: SupportSettings,
  upstream: boolean,
  { days, slot: slots }: Requests,
): void {
  const project = world.projects.columns;
  const region = project.region[row];
  const idle = isFiled(project.stage[row]) || (project.side[row] & FROZEN) !== 0;
  slots[row] = -1;
  days[row] = 0;
  if (idle || !(upstream || isCarried(world, row))) return;
  const slot = upstream ? settings.partner[region] : project.supporter[row];
  const wanted = Math.min(settings.speed[slot], project.supportLeft[row]);
  const affordable =
    !upstream && settings.payee[region] === TEAM_IS_PAID && settings.price[slot] > 0
      ? Math.max(0, project.treasury[row]) / settings.price[slot]
      : wanted;
  slots[row] = region * SLOTS + slot;
  days[row] = Math.min(wanted, affordable);
  world.supporters.columns.asked[slots[row]] += days[row];
}

/** Who pays a day of help. */
interface Bill {
  readonly row: number;
  readonly days: number;
  readonly price: number;
  readonly slotRow: number;
}

/** Gives the days asked for by the projects in `rows`. */
export function give(
  world: World,
  rows: readonly number[],
  settings: SupportSettings,
  requests: Requests,
): void {
  const { days, asked, ownShare } = world.supporters.columns;
  const { side, region, supporter } = world.projects.columns;
  const share = partGiven(days, asked);
  const claims: Claim[] = [];
  for (const row of rows) {
    const slotRow = requests.slot[row];
    const isShort = slotRow >= 0 && requests.days[row] > 0 && share[slotRow] < 0.5;
    side[row] = isShort ? side[row] | QUEUED : side[row] & ~QUEUED;
    if (slotRow < 0 || requests.days[row] === 0) continue;
    const slot = slotRow % SLOTS;
    const bill = { row, days: requests.days[row] * share[slotRow], price: settings.price[slot], slotRow };
    const euros = bill.days * bill.price;
    const isMission = supporter[row] === slot && isCarried(world, row);
    if (!isMission || !isPaidByDay(settings, region[row], slot)) {
      payProject(world, row, OWN_DAYS, euros * ownShare[slotRow]);
      work(world, bill, settings);
    } else if (settings.payee[region[row]] === TEAM_IS_PAID) {
      payProject(world, row, FROM_TEAM, euros);
      world.supporters.columns.account[slotRow] += euros;
      work(world, bill, settings);
    } else claims.push(claimOf(world, bill, settings));
  }
  grantFromFir(world, claims);
}

function claimOf(world: World, bill: Bill, settings: SupportSettings): Claim {
  const grant = (euros: number) => {
    payProject(world, bill.row, FROM_FIR, euros);
    world.supporters.columns.account[bill.slotRow] += euros;
    work(world, { ...bill, days: bill.price > 0 ? euros / bill.price : bill.days }, settings);
  };
  return { region: world.projects.columns.region[bill.row], euros: bill.days * bill.price, grant };
}

/** Days worked on a project: done from the mission, and a part of the method learnt. */
function work(world: World, { row, days, slotRow }: Bill, settings: SupportSettings): void {
  const project = world.projects.columns;
  const mission = settings.mission[project.supportPhase[row] - 1];
  const missing = Math.max(0, settings.transfer[slotRow % SLOTS] - project.skill[row]);
  project.daysSupporter[row] += days;
  project.supportLeft[row] = Math.max(0, project.supportLeft[row] - days);
  if (days > 0) project.supported[row] = 1;
  if (mission > 0) project.skill[row] += missing * Math.min(1, days / mission);
  world.supporters.columns.given[slotRow] += days;
}
