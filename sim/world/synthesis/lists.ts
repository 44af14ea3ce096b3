/**
 * Who has which GP when history starts: each person with a GP is drawn one in the own or a near territory, by the
 * GPs' capacity, travel time, and a few rounds that move people from crowded territories to less crowded ones.
 * Evidence: MODEL §3 (9 % without in 2013, three-year ramp), ST §3 (lists), §4 (never declared by age and sex).
 * Uses the data seed: every replicate starts from the same France.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { firstAbove } from '../../base/cumulated.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { isKept } from '../geography/restrict.js';
import { CHRONIC_MASK, DECLARED, EVER_DECLARED, FEMALE, SEARCHING } from '../patients.js';
import type { World } from '../world.js';

const SEARCH = streamId('lists.search');

/** Acts a month that a physician would fill with the list's requests, given by the caller: the agenda belongs to the rules above. */
export type CapacityOf = (physician: number) => number;

/** Fills `patients.doctor` and flags, and `physicians.list`. Call after patients and physicians exist. */
export function synthesiseLists(
  world: World,
  parameters: Parameters,
  seed: DrawKey,
  capacityOf: CapacityOf,
): void {
  const month = world.size.startMonth;
  const weights = gpWeights(world, parameters, month, capacityOf);
  const reach = balancedReach(world, parameters, month, weights.territory);
  assign(world, parameters, month, seed, weights.sum, reach);
  countLists(world);
  countAskers(world, parameters.number('enrolment.askPerMonth', month));
}

interface Weights {
  /** Cumulated weight of the GPs along `gpOrder`, restarting in each territory; and by territory. */
  readonly sum: Float64Array;
  readonly territory: Float64Array;
}

function gpWeights(world: World, parameters: Parameters, month: number, capacityOf: CapacityOf): Weights {
  const p = world.physicians.columns;
  const rampMonths = parameters.number('lists.rampYears', month) * MONTHS_PER_YEAR;
  const rampStart = parameters.number('lists.rampStart', month);
  const n = world.geography.territories.length;
  const sum = new Float64Array(world.size.physicians);
  const territory = new Float64Array(n);
  for (let z = 0; z < n; z++) {
    if (!isKept(world.geography, z)) continue;
    for (let g = world.gpStart[z]; g < world.gpStart[z + 1]; g++) {
      const d = world.gpOrder[g];
      const settled = Math.min(1, (month - p.since[d]) / rampMonths);
      territory[z] += capacityOf(d) * (rampStart + (1 - rampStart) * settled);
      sum[g] = territory[z];
    }
  }
  return { sum, territory };
}

interface Reach {
  /** Options of territory z: itself first, then its neighbours; cumulated weight along `start[z]+z …`. */
  readonly sum: Float64Array;
  /** Crowding of the GPs that the people of z go to, mean 1. */
  readonly crowding: Float64Array;
}

/** Row of the first option of territory z in `Reach.sum`. */
function firstOption(world: World, z: number): number {
  return world.geography.neighbours.start[z] + z;
}

function balancedReach(world: World, parameters: Parameters, month: number, supply: Float64Array): Reach {
  const { start, territory, minutes } = world.geography.neighbours;
  const n = supply.length;
  const reachMinutes = parameters.number('enrolment.reachMinutes', month);
  const rounds = parameters.number('lists.balanceRounds', month);
  const appeal = Float64Array.from(supply);
  const weight = new Float64Array(territory.length + n);
  const crowding = new Float64Array(n);
  for (let round = 0; round <= rounds; round++) {
    const load = new Float64Array(n);
    for (let z = 0; z < n; z++) {
      const first = firstOption(world, z);
      let total = appeal[z];
      weight[first] = appeal[z];
      for (let e = start[z]; e < start[z + 1]; e++) {
        weight[first + 1 + e - start[z]] = appeal[territory[e]] * Math.exp(-minutes[e] / reachMinutes);
        total += weight[first + 1 + e - start[z]];
      }
      const people = world.patients.count[z];
      load[z] += total > 0 ? (people * weight[first]) / total : 0;
      for (let e = start[z]; e < start[z + 1]; e++)
        load[territory[e]] += total > 0 ? (people * weight[first + 1 + e - start[z]]) / total : 0;
    }
    shares(world, weight, load, supply, crowding);
    for (let z = 0; z < n; z++) if (load[z] > 0 && supply[z] > 0) appeal[z] *= Math.sqrt(supply[z] / load[z]);
  }
  normalise(world, crowding);
  return { sum: cumulated(world, weight), crowding };
}

/** Mean load per supply of the options of each territory. */
function shares(
  world: World,
  weight: Float64Array,
  load: Float64Array,
  supply: Float64Array,
  crowding: Float64Array,
): void {
  const { start, territory } = world.geography.neighbours;
  for (let z = 0; z < supply.length; z++) {
    const first = firstOption(world, z);
    let total = 0;
    let crowded = 0;
    for (let o = first; o <= first + start[z + 1] - start[z]; o++) {
      const t = o === first ? z : territory[start[z] + o - first - 1];
      if (supply[t] <= 0) continue;
      total += weight[o];
      crowded += (weight[o] * load[t]) / supply[t];
    }
    crowding[z] = total > 0 ? crowded / total : 0;
  }
}

function normalise(world: World, crowding: Float64Array): void {
  let people = 0;
  let sum = 0;
  for (let z = 0; z < crowding.length; z++) {
    people += world.patients.count[z];
    sum += world.patients.count[z] * crowding[z];
  }
  for (let z = 0; z < crowding.length; z++) crowding[z] *= people / sum;
}

function cumulated(world: World, weight: Float64Array): Float64Array {
  const { start } = world.geography.neighbours;
  const sum = Float64Array.from(weight);
  for (let z = 0; z + 1 < start.length; z++) {
    const first = firstOption(world, z);
    for (let o = first + 1; o <= first + start[z + 1] - start[z]; o++) sum[o] += sum[o - 1];
  }
  return sum;
}

function assign(
  world: World,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
  gpSum: Float64Array,
  reach: Reach,
): void {
  const { key, birth, flags, doctor } = world.patients.columns;
  const { start, count } = world.patients;
  const search = drawKey(seed, SEARCH, month);
  const turns = { where: new Int32Array(count.length), which: new Int32Array(count.length) };
  let person = 0;
  const lostShare = parameters.number('lists.withoutLost', month);
  const childShare = parameters.number('lists.childrenWithout', month);
  const response = parameters.number('lists.shortageResponse', month);
  const neverShare = parameters.list('enrolment.neverDeclares', month);
  const declaresLater = parameters.number('enrolment.startSearching', month);
  const searching = parameters.number('enrolment.searchAfterLoss', month);
  const declaration = parameters.number('enrolment.declarationAge', month) * MONTHS_PER_YEAR;
  const lost = lostByTerritory(world, reach.crowding, lostShare, response);
  for (let z = 0; z < count.length - 1; z++) {
    for (let i = start[z]; i < start[z] + count[z]; i++) {
      const id = key[i];
      const lived = month - birth[i];
      const child = lived < declaration;
      const shy =
        child || flags[i] & CHRONIC_MASK
          ? 0
          : neverShare[flags[i] & FEMALE] * Math.exp(-declaresLater * (lived - declaration));
      doctor[i] = -1;
      person++;
      if (multiple(person, NEVER_STEP) < shy) continue;
      if (multiple(person, LOST_STEP) < (child ? childShare : lost[z])) {
        if (!child)
          flags[i] |= EVER_DECLARED | (unit(draw(search.a, search.b, id)) < searching ? SEARCHING : 0);
        continue;
      }
      doctor[i] = spreadGp(world, z, gpSum, reach.sum, turns);
      if (!child && doctor[i] >= 0) flags[i] |= DECLARED | EVER_DECLARED;
    }
  }
}

/** Share of adults without, by territory: rises with crowding, at the national level asked for. */
function lostByTerritory(
  world: World,
  crowding: Float64Array,
  share: number,
  response: number,
): Float64Array {
  const relative = crowding.map((c) => (c > 0 ? Math.exp(response * Math.log(c)) : 1));
  normalise(world, relative);
  return relative.map((r) => Math.min(1, share * r));
}

/**
 * Irrational steps: multiples of one fill a unit interval evenly, however many there are. Shares of people are given by
 * turns, so that a coarse scale starts with the same shares as a fine one. Each its own step, none that of ages or need.
 */
const GP_STEP = (Math.sqrt(5) - 1) / 2;
const NEVER_STEP = Math.sqrt(2) - 1;
const LOST_STEP = Math.sqrt(3) - 1;

function multiple(turn: number, step: number): number {
  const product = turn * step;
  return product - Math.floor(product);
}

function evenly(turns: Int32Array, at: number): number {
  return multiple(turns[at]++, GP_STEP);
}

/**
 * The next GP for a person of z. Territories and GPs take turns by their weights instead of by lot: a list of a dozen
 * agents drawn by lot would miss its size by a third, at scale 1 by three hundredths.
 */
function spreadGp(
  world: World,
  z: number,
  gpSum: Float64Array,
  options: Float64Array,
  turns: { where: Int32Array; which: Int32Array },
): number {
  const { start, territory } = world.geography.neighbours;
  const first = firstOption(world, z);
  const last = first + start[z + 1] - start[z];
  const u = evenly(turns.where, z) * options[last];
  let option = first;
  while (option < last && options[option] <= u) option++;
  const t = option === first ? z : territory[start[z] + option - first - 1];
  const from = world.gpStart[t];
  const to = world.gpStart[t + 1];
  if (to <= from || options[last] <= 0) return -1;
  const v = evenly(turns.which, t) * gpSum[to - 1];
  return world.gpOrder[firstAbove(gpSum, v, from, to - 1)];
}

function countLists(world: World): void {
  const { doctor } = world.patients.columns;
  const { start, count } = world.patients;
  const { list } = world.physicians.columns;
  list.fill(0);
  for (let z = 0; z < count.length - 1; z++) {
    for (let i = start[z]; i < start[z] + count[z]; i++)
      if (doctor[i] >= 0) list[doctor[i]] += world.size.scale;
  }
}

/** What territories expect at the start: the people of the territory who search, asking as often as they do. */
function countAskers(world: World, askPerMonth: number): void {
  const { flags } = world.patients.columns;
  const { start, count } = world.patients;
  const { proposals } = world.territories.columns;
  for (let z = 0; z < count.length - 1; z++) {
    let searching = 0;
    for (let i = start[z]; i < start[z] + count[z]; i++) if (flags[i] & SEARCHING) searching++;
    proposals[z] = searching * world.size.scale * askPerMonth;
  }
}
