/** What settling does once the place and the form are chosen: takeover of a solo list, or a seat in a practice. */
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { ACTIVE, GROUP, LEAVING, practises, RETIRED, SOLO } from '../../world/physicians.js';
import { announceInLanes, GP_COUNTERS, NOBODY, NOTHING_AMISS } from '../../world/tallies.js';
import { drawArea } from '../../world/teams/start.js';
import type { World } from '../../world/world.js';

const PRACTICE = streamId('installation.practice');

/** Settles the doctor `row` in a territory and a form, in a month. */
export type Settle = (month: number, row: number, z: number, newForm: number) => void;

export function settling(world: World, parameters: Parameters, run: DrawKey): Settle {
  const {
    id,
    status,
    territory,
    form,
    practice,
    since,
    exit,
    successor,
    keptShare,
    planned,
    inherited,
    area,
  } = world.physicians.columns;
  const { gpStart, gpOrder } = world;
  // Practices of one territory: GPs of each number, and numbers with a free place.
  const members: number[] = [];
  const open: number[] = [];

  return (month, row, z, newForm) => {
    status[row] = ACTIVE;
    territory[row] = z;
    form[row] = newForm;
    since[row] = month;
    exit[row] = 0;
    successor[row] = -1;
    keptShare[row] = 0;
    clearDesk(world, row);
    joinNobody(world, row);
    area[row] = drawArea(world, z, id[row], month, run);
    practice[row] = newForm === SOLO ? -1 : practiceToJoin(month, row, z, newForm);
    if (newForm === SOLO) takeOver(month, row, z);
  };

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

  /** Number of a practice of the form with a free place, drawn among them; else that of a new practice. */
  function practiceToJoin(month: number, row: number, z: number, ownForm: number): number {
    const path = ownForm === GROUP ? 'installation.groupMax' : 'installation.centreMax';
    const largest = parameters.number(path, month);
    members.length = 0;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const other = gpOrder[i];
      const number = practice[other];
      if (number < 0) continue;
      while (members.length <= number) members.push(0);
      if (form[other] === ownForm && practises(status[other])) members[number]++;
    }
    open.length = 0;
    for (let number = 0; number < members.length; number++)
      if (members[number] > 0 && members[number] < largest) open.push(number);
    if (open.length === 0) return members.length;
    const { a, b } = drawKey(run, PRACTICE, month);
    return open[Math.floor(unit(draw(a, b, id[row])) * open.length)];
  }
}

/** Teams, projects and roles stay where the doctor was. */
function joinNobody(world: World, row: number): void {
  const { team, project, roles, coordination, unpaid, freed, relief, extraPlaces, reserve } =
    world.physicians.columns;
  team[row] = -1;
  project[row] = -1;
  roles[row] = 0;
  for (const column of [coordination, unpaid, freed, relief, extraPlaces, reserve]) column[row] = 0;
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
