/**
 * The laws that must hold after every month: nobody lost, no place lost, no request lost; and those of coordinated practice
 * (`teams/laws.ts`).
 * Run in tests and with `--check`; reads everything, changes nothing.
 */
import { formatMonth } from '../base/calendar.js';
import { MaillageError } from '../base/errors.js';
import { practises } from './physicians.js';
import { checkCollective, type Fail } from './teams/laws.js';
import type { World } from './world.js';

/** Relative error allowed in sums of doubles. */
const TOLERANCE = 1e-9;

/** @throws MaillageError `internal` naming the law, the month and the row. */
export function checkInvariants(world: World, month: number): void {
  const fail = (what: string): never => {
    throw new MaillageError('internal', `${what} (after ${formatMonth(month)})`, { exitCode: 1 });
  };
  checkSpans(world, fail);
  checkLists(world, fail);
  checkAccounts(world, fail);
  checkCollective(world, fail);
}

function checkSpans(world: World, fail: Fail): void {
  const { start, count } = world.patients;
  for (let z = 0; z < count.length - 1; z++) {
    if (count[z] < 0 || count[z] > start[z + 1] - start[z])
      fail(`territory ${z} holds ${count[z]} agents in ${start[z + 1] - start[z]} rows`);
  }
}

/** Every usual GP practises, and every list is the number of people who name that GP. */
function checkLists(world: World, fail: Fail): void {
  const { doctor } = world.patients.columns;
  const { start, count } = world.patients;
  const { list, status } = world.physicians.columns;
  const people = new Int32Array(list.length);
  for (let z = 0; z < count.length - 1; z++) {
    for (let i = start[z]; i < start[z] + count[z]; i++) {
      const d = doctor[i];
      if (d < -1 || d >= list.length) fail(`patient row ${i} has physician ${d}`);
      if (d >= 0) {
        if (!practises(status[d])) fail(`patient row ${i} has physician ${d}, who does not practise`);
        people[d] += world.size.scale;
      }
    }
  }
  for (const d of world.gpOrder.subarray(0, world.gpStart[world.gpStart.length - 1])) {
    if (people[d] !== list[d]) fail(`physician ${d} counts ${list[d]} people on a list of ${people[d]}`);
  }
}

/** Requests of France + waiting before = acts + delegated + teleconsultations + emergency + renounced + waiting after. */
function checkAccounts(world: World, fail: Fail): void {
  const t = world.territories.columns;
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
  const wanted = total(t.requests) + total(t.waitingBefore);
  const met =
    total(t.acts) +
    total(t.delegated) +
    total(t.teleconsultations) +
    total(t.emergency) +
    total(t.renounced) +
    total(t.waiting);
  if (Math.abs(wanted - met) > TOLERANCE * Math.max(1, wanted))
    fail(`${wanted} requests to account for and ${met} accounted for`);
}
