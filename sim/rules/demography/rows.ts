/** Rows of people who come to a territory, leave it or die: compact tables, the outbox of movers, and lists of GPs. */
import { type DrawKey, draw, unit } from '../../base/draws.js';
import { MaillageError } from '../../base/errors.js';
import { DECLARED, EVER_DECLARED, LOW_INCOME, SEARCHING } from '../../world/patients.js';
import { RETIRED } from '../../world/physicians.js';
import { GP_COUNTERS, GP_LIST_CHANGE } from '../../world/tallies.js';
import type { World } from '../../world/world.js';

/** When movers lose their usual GP. */
export interface LosingGp {
  now: number;
  key: DrawKey;
  /** Of those who move further than this many minutes, the share that loses the GP. */
  beyondMinutes: number;
  share: number;
}

export interface PeopleRows {
  /** A free row at the end of z, already counted. */
  next(z: number): number;
  /** Appends the movers that migration sorted to z, counted in `come` by income. */
  welcome(z: number, lane: number, come: Int32Array): void;
  /** Takes row i out of z: off the GP's list, its place filled by the territory's last row. */
  remove(i: number, z: number, lane: number): void;
  /** Puts row i into the outbox for `destination`, `minutes` away; it stays where it is until removed. */
  send(i: number, destination: number, minutes: number, lane: number): void;
}

/** The rows of a world. */
export function peopleRows(world: World, losing: LosingGp): PeopleRows {
  const { geography, patients, movers, gpLanes } = world;
  const { key, doctor, birth, flags, need, monthsWithout, sinceUnmet, overdue } = patients.columns;
  const { start, count } = patients;
  const { moverCapacity } = world.size;
  const { status, since } = world.physicians.columns;

  function next(z: number): number {
    const row = start[z] + count[z];
    if (row >= start[z + 1]) {
      throw new MaillageError(
        'internal',
        `${geography.territories[z].name} has room for ${start[z + 1] - start[z]} agents and one more arrives: the expected growth on which the table was sized is exceeded; check births and migration in this scenario`,
        { exitCode: 1 },
      );
    }
    count[z]++;
    return row;
  }

  /** A GP who closed while movers were on the way, and has reopened, is lost. */
  function welcome(z: number, lane: number, come: Int32Array): void {
    const { inbox, arrivalStart } = movers;
    for (let m = arrivalStart[z]; m < arrivalStart[z + 1]; m++) {
      const i = next(z);
      const d = inbox.doctor[m];
      const losesGp = d >= 0 && status[d] !== RETIRED && since[d] === losing.now;
      key[i] = inbox.key[m];
      doctor[i] = losesGp ? -1 : d;
      birth[i] = inbox.birth[m];
      flags[i] = losesGp ? withoutGp(inbox.flags[m]) : inbox.flags[m];
      need[i] = inbox.need[m];
      monthsWithout[i] = losesGp ? 0 : inbox.monthsWithout[m];
      sinceUnmet[i] = inbox.sinceUnmet[m];
      overdue[i] = inbox.overdue[m];
      if (doctor[i] >= 0) gpLanes[lane][doctor[i] * GP_COUNTERS + GP_LIST_CHANGE]++;
      come[flags[i] & LOW_INCOME ? 1 : 0]++;
    }
  }

  function remove(i: number, z: number, lane: number): void {
    const d = doctor[i];
    if (d >= 0) gpLanes[lane][d * GP_COUNTERS + GP_LIST_CHANGE]--;
    const last = start[z] + --count[z];
    key[i] = key[last];
    doctor[i] = doctor[last];
    birth[i] = birth[last];
    flags[i] = flags[last];
    need[i] = need[last];
    monthsWithout[i] = monthsWithout[last];
    sinceUnmet[i] = sinceUnmet[last];
    overdue[i] = overdue[last];
  }

  function send(i: number, destination: number, minutes: number, lane: number): void {
    const box = movers.outbox[lane];
    const m = movers.filled[lane]++;
    if (m >= moverCapacity) {
      throw new MaillageError(
        'internal',
        `more than ${moverCapacity} people move in one month on one thread: check migration.moves in this scenario`,
        { exitCode: 1 },
      );
    }
    const losesGp =
      doctor[i] >= 0 &&
      minutes > losing.beyondMinutes &&
      unit(draw(losing.key.a, losing.key.b, key[i])) < losing.share;
    box.destination[m] = destination;
    box.key[m] = key[i];
    box.birth[m] = birth[i];
    box.need[m] = need[i];
    box.sinceUnmet[m] = sinceUnmet[i];
    box.overdue[m] = overdue[i];
    box.doctor[m] = losesGp ? -1 : doctor[i];
    box.flags[m] = losesGp ? withoutGp(flags[i]) : flags[i];
    box.monthsWithout[m] = losesGp ? 0 : monthsWithout[i];
  }

  return { next, welcome, remove, send };
}

/** Flags of somebody who has just lost a GP and looks for another. */
function withoutGp(bits: number): number {
  return (bits & ~DECLARED) | SEARCHING | (bits & DECLARED ? EVER_DECLARED : 0);
}
