/**
 * Seats: the practice of a territory that a newcomer of a form joins. Group practices and centres take GPs up to a size of
 * their own, an MSP while it has a seat; an MSP draws by its free seats and level as much as it drew to the territory.
 */
import { pick, runningSums } from '../../base/cumulated.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { GROUP, practises } from '../../world/physicians.js';
import { HIGHEST_LEVEL, MSP, OPEN } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';

const PRACTICE = streamId('installation.practice');

export interface Seat {
  /** Number of the practice in its territory; and its team, −1 none. */
  readonly practice: number;
  readonly team: number;
}

/** Finds the doctor `row` a seat in territory z: a practice drawn among those with a place, else a new one. */
export function seating(
  world: World,
  parameters: Parameters,
  run: DrawKey,
): (month: number, row: number, z: number, form: number) => Seat {
  const { id, practice, form: formOf, status, team } = world.physicians.columns;
  const { state, practice: number, kind, level } = world.teams.columns;
  const { gpStart, gpOrder } = world;
  // Practices of one territory: GPs of each number, and its team.
  const members: number[] = [];
  const teams: number[] = [];
  const open: number[] = [];

  return (month, row, z, form) => {
    const path = form === GROUP ? 'installation.groupMax' : 'installation.centreMax';
    const usual = parameters.number(path, month);
    const seats = parameters.number('msp.seats', month);
    const pull = parameters.number('msp.effect.pull', month);
    count(z, form);
    open.length = 0;
    for (let at = 0; at < members.length; at++)
      if (members[at] > 0 && members[at] < largest(at)) open.push(at);
    if (open.length === 0) return { practice: members.length, team: -1 };
    const sums = runningSums(open.map(weight));
    const { a, b } = drawKey(run, PRACTICE, month);
    const chosen = open[pick(sums, unit(draw(a, b, id[row])))];
    return { practice: chosen, team: teams[chosen] };

    function largest(at: number): number {
      return isMsp(at) ? seats : usual;
    }
    function weight(at: number): number {
      if (!isMsp(at)) return 1;
      return Math.exp(pull * Math.log(1 + ((seats - members[at]) * level[teams[at]]) / HIGHEST_LEVEL));
    }
  };

  function isMsp(at: number): boolean {
    return teams[at] >= 0 && kind[teams[at]] === MSP;
  }

  /** GPs of each practice of a form in territory z, and the open team that has its premises there. */
  function count(z: number, form: number): void {
    members.length = 0;
    teams.length = 0;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const other = gpOrder[i];
      const at = practice[other];
      if (at < 0) continue;
      while (members.length <= at) {
        members.push(0);
        teams.push(-1);
      }
      if (formOf[other] !== form || !practises(status[other])) continue;
      members[at]++;
      const t = team[other];
      if (t >= 0 && state[t] === OPEN && number[t] === at) teams[at] = t;
    }
  }
}
