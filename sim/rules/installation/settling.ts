/** What settling does once the place and the form are chosen: takeover of a solo list, or a seat in a practice. */
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { ACTIVE, LEAVING, RETIRED, SOLO } from '../../world/physicians.js';
import { announceInLanes, GP_COUNTERS, NOBODY, NOTHING_AMISS } from '../../world/tallies.js';
import { TEAM_FLOWS } from '../../world/teams/collective-counts.js';
import { leaveCollective } from '../../world/teams/leave.js';
import { drawArea } from '../../world/teams/start.js';
import { MSP } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import { seating } from './seats.js';

const FLOWS = Object.keys(TEAM_FLOWS).length;

/** Settles the doctor `row`, who leaves territory `from` (−1: a newcomer), in territory z and a form, in a month. */
export type Settle = (month: number, row: number, from: number, z: number, newForm: number) => void;

export function settling(world: World, parameters: Parameters, run: DrawKey): Settle {
  const {
    id,
    status,
    territory,
    form,
    practice,
    since,
    settled,
    exit,
    successor,
    keptShare,
    planned,
    inherited,
    area,
    team,
  } = world.physicians.columns;
  const { welcome, welcomed, teamFlows } = world.territories.columns;
  const { gpStart, gpOrder } = world;
  const seatFor = seating(world, parameters, run);

  return (month, row, from, z, newForm) => {
    status[row] = ACTIVE;
    territory[row] = z;
    form[row] = newForm;
    since[row] = month;
    if (from < 0) settled[row] = month;
    exit[row] = 0;
    successor[row] = -1;
    keptShare[row] = 0;
    clearDesk(world, row);
    leaveCollective(world, row);
    area[row] = drawArea(world, z, id[row], month, run);
    practice[row] = -1;
    if (newForm === SOLO) takeOver(month, row, z);
    else takeSeat(month, row, from, z);
    if (welcome[z] > 0) welcomed[z] += 1;
  };

  /** A seat in a practice; the practice of a team makes a member of it, where the team is. */
  function takeSeat(month: number, row: number, from: number, z: number): void {
    const seat = seatFor(month, row, z, form[row]);
    practice[row] = seat.practice;
    if (seat.team < 0) return;
    team[row] = seat.team;
    area[row] = world.teams.columns.area[seat.team];
    if (world.teams.columns.kind[seat.team] !== MSP) return;
    const isNear = from >= 0 && isWithin(world, from, z, parameters.number('installation.near', month));
    teamFlows[z * FLOWS + (isNear ? TEAM_FLOWS.joinedNear : TEAM_FLOWS.joinedFar)] += 1;
  }

  /** Becomes the successor of the solo GP of the territory whose exit is nearest, if one leaves soon or this month. */
  function takeOver(month: number, row: number, z: number): void {
    const soon = month + parameters.number('installation.takeoverWindow', month);
    let best = -1;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const other = gpOrder[i];
      if (form[other] !== SOLO || successor[other] >= 0) continue;
      const leaves =
        (status[other] === LEAVING && exit[other] <= soon) ||
        (status[other] === RETIRED && exit[other] === month);
      if (leaves && (best < 0 || exit[other] < exit[best])) best = other;
    }
    if (best < 0) return;
    successor[best] = row;
    keptShare[best] = parameters.number('careers.takeover.keptShare', month);
    // The exits of this month are closed (careers): who takes one over now adds that list to the plan here.
    if (status[best] === RETIRED) inherited[row] += keptShare[best] * planned[best];
  }
}

/** A practice opens with no list, no appointment book, and nothing left in the counters of a former place. */
function clearDesk(world: World, row: number): void {
  const { list, planned, inherited, places, backlog, wait, closed, spare } = world.physicians.columns;
  list[row] = 0;
  planned[row] = 0;
  inherited[row] = 0;
  places[row] = 0;
  backlog[row] = 0;
  wait[row] = 0;
  closed[row] = 0;
  spare[row] = 0;
  const own = (row - NOBODY) * GP_COUNTERS;
  for (const counters of world.gpLanes) counters.fill(0, own, own + GP_COUNTERS);
  announceInLanes(world.gpLanes, row, NOTHING_AMISS);
}

/** True when territory z is within `minutes` by road of territory `from`. */
function isWithin({ geography }: World, from: number, z: number, minutes: number): boolean {
  const { start, territory, minutes: away } = geography.neighbours;
  for (let i = start[from]; i < start[from + 1]; i++) if (territory[i] === z) return away[i] <= minutes;
  return false;
}
