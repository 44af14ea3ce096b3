/**
 * Demography: every month people are born, fall chronically ill, move, leave, arrive and die.
 *
 * One keyed draw per person and month decides among death (Gompertz–Makeham by age, sex, région and chronic state),
 * onset of a long-term condition, a move to another territory, and departure from the région or the country; nothing
 * happens to most. Births follow the women of 15–49 of the territory, arrivals from abroad its age classes. Movers
 * leave through the lane's outbox and come in next month; they are counted where they were. Of those who move further
 * than people drive to a GP, a share loses the usual GP and searches; the others stay on the list, as they do in
 * Assurance Maladie's counts until they declare another. Evidence: MODEL §5 Demography, ST §15.
 * Leaves to others: sorting movers (migration), a newborn's or newcomer's GP (enrolment).
 */
import { MONTHS_PER_YEAR, yearOf } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CLASSES, classOfAges } from '../../world/demography/ages.js';
import {
  CELL_BITS,
  CELL_MASK,
  CELLS,
  cellOfMonths,
  GROUPS,
  groupOfCells,
  writeCensus,
} from '../../world/demography/census.js';
import { type MigrationRates, migrationRates } from '../../world/demography/migration-rates.js';
import { project } from '../../world/demography/projection.js';
import { generations } from '../../world/demography/pyramid.js';
import { regionRows } from '../../world/demography/regions.js';
import {
  BELOW_QUARTER,
  fillThresholds,
  LEAVE,
  MOVE,
  makeThresholds,
  ONSET,
  QUARTER_BITS,
} from '../../world/demography/thresholds.js';
import { isKept } from '../../world/geography/restrict.js';
import { CHRONIC_SHIFT, LOW_INCOME } from '../../world/patients.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { makeArrivals } from './arrivals.js';
import { makeDestinations } from './destinations.js';
import { type Arrived, registerOf } from './register.js';
import { type LosingGp, peopleRows } from './rows.js';
import { type SweepMonth, sweepOf } from './sweep.js';

const EVENT = streamId('demography.event');
const DESTINATION = streamId('demography.destination');
const LOSS = streamId('demography.loss');
/** Parameters whose change asks for new chances. */
const PREFIXES = ['mortality', 'migration', 'chronic'];
/** What befalls somebody who does not move to a territory (a row, from 0 on). */
const STAYS = -1;
const DIES = STAYS - 1;
const FALLS_ILL = DIES - 1;
const GOES_ABROAD = FALLS_ILL - 1;

export const demography: Rule = {
  name: 'demography',
  reads: [
    'patients.start',
    'physicians.status',
    'physicians.since',
    'movers.inbox',
    'movers.arrivalStart',
    'tallies.ages',
    'tallies.women15to49',
  ],
  writes: [
    'patients.key',
    'patients.birth',
    'patients.need',
    'patients.count',
    'patients.doctor',
    'patients.flags',
    'movers.outbox',
    'movers.filled',
    'gpLanes.listChange',
    'tallies.births',
    'tallies.deaths',
    'tallies.arrivals',
    'tallies.departures',
    'tallies.ages',
    'tallies.women15to49',
    'tallies.adults',
    'tallies.ald',
    'tallies.aldAdults',
  ],
  open: (world, parameters, run) => openDemography(world, parameters, run),
};

function openDemography(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { geography } = world;
  const { startMonth, endMonth } = world.size;
  const { key, birth, flags } = world.patients.columns;
  const { start, count } = world.patients;
  const tally = world.tallies.columns;
  const regionOf = regionRows(geography);
  const destinations = makeDestinations(geography, regionOf, parameters);
  const losing: LosingGp = { now: 0, key: run, beyondMinutes: 0, share: 0 };
  const rows = peopleRows(world, losing);
  const arrivals = makeArrivals(world, parameters, run, regionOf, rows.next);
  const register = registerOf(world);
  const chances = makeThresholds();
  const cellOf = cellOfMonths();
  const groupOf = groupOfCells();
  const sweep = sweepOf(world);
  const sweeping: SweepMonth = { now: 0, key: run, rare: chances.rare, befall };
  const classOf = classOfAges();
  const counts = new Int32Array(GROUPS);
  const classPeople = new Int32Array(CLASSES);
  const deaths = new Int32Array(2);
  const come = new Int32Array(2);
  const departures = new Int32Array(2);
  const arrived: Arrived = { births: new Int32Array(2), immigrants: new Int32Array(2) };
  let shape: Float64Array;
  let destinationKey: DrawKey = run;
  let rates: MigrationRates | undefined;
  let now = 0;
  let year = Number.NaN;
  let nextChange = -Infinity;
  let isReading = false;

  /** What a rare draw brings to row i in cell `at` of the thresholds: a destination, or a fate below. */
  function fateOf(i: number, z: number, bits: number, at: number): number {
    if (bits < chances.death[at]) return DIES;
    const quarter = bits >>> QUARTER_BITS;
    const within = bits & BELOW_QUARTER;
    if (quarter === ONSET && within < chances.onset[at]) return FALLS_ILL;
    const isMove = quarter === MOVE && within < chances.move[at];
    if (!isMove && !(quarter === LEAVE && within < chances.leave[at])) return STAYS;
    if (!isMove && within < chances.abroad[at]) return GOES_ABROAD;
    const u = unit(draw(destinationKey.a, destinationKey.b, key[i]));
    const age = Math.floor((at % CELLS) / CELL_BITS);
    const destination = isMove ? destinations.move(z, u) : destinations.leave(classOf[age], u);
    if (destination < 0) return GOES_ABROAD;
    return destination === z || !isKept(geography, destination) ? STAYS : destination;
  }

  /** Row i meets its fate; true when the row is gone. */
  function undergo(i: number, z: number, lane: number, fate: number): boolean {
    if (fate === FALLS_ILL) {
      flags[i] += 1 << CHRONIC_SHIFT;
      return false;
    }
    const gone = fate === DIES ? deaths : departures;
    gone[flags[i] & LOW_INCOME ? 1 : 0]++;
    if (fate >= 0) rows.send(i, fate, destinations.minutes(z, fate), lane);
    rows.remove(i, z, lane);
    return true;
  }

  function befall(i: number, z: number, lane: number, bits: number, at: number): boolean {
    const fate = fateOf(i, z, bits, at);
    if (fate === STAYS) return false;
    if (register.isWriting()) register.note(i, fate);
    // A mover is counted here until arrival.
    if (fate >= 0) counts[groupOf[cellOf[now - birth[i]] | (flags[i] & CELL_MASK)]]++;
    return undergo(i, z, lane, fate);
  }

  /** Everybody's month is drawn. */
  function live(z: number, lane: number): void {
    const others = z * 2;
    const poor = others + 1;
    for (let c = 0; c < CLASSES; c++) {
      classPeople[c] = tally.ages[others * CLASSES + c] + tally.ages[poor * CLASSES + c];
    }
    counts.fill(0);
    const first = start[z] + count[z];
    const { births, immigrants } = arrived;
    births[0] = arrivals.bear(z, tally.women15to49[others], false);
    births[1] = arrivals.bear(z, tally.women15to49[poor], true);
    immigrants.fill(0);
    arrivals.immigrate(z, classPeople, immigrants);
    if (register.isWriting()) register.open(z, first, start[z] + count[z]);
    sweep(z, lane, regionOf[z], counts, sweeping);
    writeCensus(counts, tally, z);
    if (register.isWriting()) register.close(z, arrived);
  }

  /** Everybody's month is what the register says. */
  function liveAgain(z: number, lane: number): void {
    register.read(z, arrivals.add, (i, fate) => undergo(i, z, lane, fate), arrived);
  }

  function territory(z: number, lane: number): void {
    if (!isKept(geography, z)) return;
    deaths.fill(0);
    come.fill(0);
    departures.fill(0);
    rows.welcome(z, lane, come);
    if (isReading) liveAgain(z, lane);
    else live(z, lane);
    for (let income = 0; income <= 1; income++) {
      tally.births[2 * z + income] = arrived.births[income];
      tally.deaths[2 * z + income] = deaths[income];
      tally.arrivals[2 * z + income] = come[income] + arrived.immigrants[income];
      tally.departures[2 * z + income] = departures[income];
    }
  }

  /** The chances of the month. */
  function prepare(month: number): void {
    sweeping.now = month;
    sweeping.key = drawKey(run, EVENT, month);
    destinationKey = drawKey(run, DESTINATION, month);
    if (yearOf(month) !== year || month >= nextChange) {
      year = yearOf(month);
      nextChange = Math.min(...PREFIXES.map((prefix) => parameters.nextChange(prefix, month)));
      rates = migrationRates(parameters, month, shape);
      const elapsed = Math.floor((month - startMonth) / MONTHS_PER_YEAR);
      const factor = destinations.update(elapsed, month, rates);
      fillThresholds(chances, parameters, month, startMonth, rates, factor);
    }
    if (rates !== undefined) arrivals.begin(month, rates, destinations.fromAbroad);
  }

  return {
    start() {
      shape = generations(parameters, startMonth);
      destinations.start(project(geography, parameters, startMonth, endMonth), startMonth);
      year = Number.NaN;
      nextChange = -Infinity;
    },
    begin(month) {
      now = month;
      losing.now = month;
      losing.key = drawKey(run, LOSS, month);
      losing.share = parameters.number('migration.losesGp', month);
      losing.beyondMinutes = parameters.number('migration.keepGpMinutes', month);
      isReading = register.begin(month);
      if (!isReading) prepare(month);
    },
    territory,
  };
}
