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
import { MaillageError } from '../../base/errors.js';
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
import { CHRONIC_SHIFT, DECLARED, EVER_DECLARED, LOW_INCOME, SEARCHING } from '../../world/patients.js';
import { RETIRED } from '../../world/physicians.js';
import { GP_COUNTERS, GP_LIST_CHANGE } from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { makeArrivals } from './arrivals.js';
import { makeDestinations } from './destinations.js';
import { type SweepMonth, sweepOf } from './sweep.js';

const EVENT = streamId('demography.event');
const DESTINATION = streamId('demography.destination');
const LOSS = streamId('demography.loss');
/** Parameters whose change asks for new chances. */
const PREFIXES = ['mortality', 'migration', 'chronic'];

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
  const { geography, patients, movers, gpLanes, tallies } = world;
  const { startMonth, endMonth, moverCapacity } = world.size;
  const { key, doctor, birth, flags, need, monthsWithout, sinceUnmet, overdue } = patients.columns;
  const { start, count } = patients;
  const { status, since } = world.physicians.columns;
  const tally = tallies.columns;
  const regionOf = regionRows(geography);
  const destinations = makeDestinations(geography, regionOf, parameters);
  const arrivals = makeArrivals(world, parameters, run, regionOf, nextRow);
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
  let shape: Float64Array;
  let destinationKey: DrawKey = run;
  let lossKey: DrawKey = run;
  let lossShare = 0;
  let rates: MigrationRates | undefined;
  let keepMinutes = 0;
  let now = 0;
  let year = Number.NaN;
  let nextChange = -Infinity;

  function nextRow(z: number): number {
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

  /** Appends the movers that migration sorted to z; a GP who closed while they were on the way, and has reopened, is lost. */
  function welcome(z: number, lane: number): void {
    const { inbox, arrivalStart } = movers;
    for (let m = arrivalStart[z]; m < arrivalStart[z + 1]; m++) {
      const i = nextRow(z);
      const d = inbox.doctor[m];
      const losesGp = d >= 0 && status[d] !== RETIRED && since[d] === now;
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

  /** Takes row i out of z: off the GP's list, its place filled by the territory's last row. */
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

  /** Sends row i to `destination`; a usual GP left too far behind is lost. */
  function send(i: number, z: number, destination: number, lane: number): void {
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
      destinations.minutes(z, destination) > keepMinutes &&
      unit(draw(lossKey.a, lossKey.b, key[i])) < lossShare;
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

  /** What a rare draw brings to row i; true when the row is gone. */
  function befall(i: number, z: number, lane: number, bits: number, at: number): boolean {
    const income = flags[i] & LOW_INCOME ? 1 : 0;
    if (bits < chances.death[at]) {
      deaths[income]++;
      remove(i, z, lane);
      return true;
    }
    const quarter = bits >>> QUARTER_BITS;
    const within = bits & BELOW_QUARTER;
    if (quarter === ONSET && within < chances.onset[at]) {
      flags[i] += 1 << CHRONIC_SHIFT;
      return false;
    }
    const isMove = quarter === MOVE && within < chances.move[at];
    if (!isMove && !(quarter === LEAVE && within < chances.leave[at])) return false;
    let destination = -1;
    if (isMove || within >= chances.abroad[at]) {
      const u = unit(draw(destinationKey.a, destinationKey.b, key[i]));
      const age = Math.floor((at % CELLS) / CELL_BITS);
      destination = isMove ? destinations.move(z, u) : destinations.leave(classOf[age], u);
    }
    if (destination === z || (destination >= 0 && !isKept(geography, destination))) return false;
    if (destination >= 0) {
      // A mover is counted here until arrival.
      counts[groupOf[cellOf[now - birth[i]] | (flags[i] & CELL_MASK)]]++;
      send(i, z, destination, lane);
    }
    departures[income]++;
    remove(i, z, lane);
    return true;
  }

  function territory(z: number, lane: number): void {
    if (!isKept(geography, z)) return;
    const others = z * 2;
    const poor = others + 1;
    for (let c = 0; c < CLASSES; c++) {
      classPeople[c] = tally.ages[others * CLASSES + c] + tally.ages[poor * CLASSES + c];
    }
    counts.fill(0);
    deaths.fill(0);
    come.fill(0);
    departures.fill(0);
    welcome(z, lane);
    tally.births[others] = arrivals.bear(z, tally.women15to49[others], false);
    tally.births[poor] = arrivals.bear(z, tally.women15to49[poor], true);
    arrivals.immigrate(z, classPeople, come);
    sweep(z, lane, regionOf[z], counts, sweeping);
    for (let income = 0; income <= 1; income++) {
      tally.deaths[others + income] = deaths[income];
      tally.arrivals[others + income] = come[income];
      tally.departures[others + income] = departures[income];
    }
    writeCensus(counts, tally, z);
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
      sweeping.now = month;
      sweeping.key = drawKey(run, EVENT, month);
      destinationKey = drawKey(run, DESTINATION, month);
      lossKey = drawKey(run, LOSS, month);
      lossShare = parameters.number('migration.losesGp', month);
      keepMinutes = parameters.number('migration.keepGpMinutes', month);
      if (yearOf(month) !== year || month >= nextChange) {
        year = yearOf(month);
        nextChange = Math.min(...PREFIXES.map((prefix) => parameters.nextChange(prefix, month)));
        rates = migrationRates(parameters, month, shape);
        const elapsed = Math.floor((month - startMonth) / MONTHS_PER_YEAR);
        const factor = destinations.update(elapsed, month, rates);
        fillThresholds(chances, parameters, month, startMonth, rates, factor);
      }
      if (rates !== undefined) arrivals.begin(month, rates, destinations.fromAbroad);
    },
    territory,
  };
}

/** Flags of somebody who has just lost a GP and looks for another. */
function withoutGp(bits: number): number {
  return (bits & ~DECLARED) | SEARCHING | (bits & DECLARED ? EVER_DECLARED : 0);
}
