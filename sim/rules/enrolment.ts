/**
 * Enrolment: gaining, losing and looking for a médecin traitant.
 *
 * A GP's exit passes a share of the list to a successor and frees the rest. Children have a usual GP, declared for
 * some of them since 2017; at 16 a person declares one or joins those who never do (young men more often). Those who
 * search ask a GP of their own or a near territory, drawn by places offered and travel time, and get a place with the
 * chance that territory announced. Evidence: MODEL §5 Médecin traitant, ST §4, §18.
 * Leaves to others: how many places there are (openings), who takes over (careers), losses by moving (demography).
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { CHRONIC_MASK, DECLARED, EVER_DECLARED, FEMALE, LOW_INCOME, SEARCHING } from '../world/patients.js';
import { RETIRED } from '../world/physicians.js';
import { GP_COUNTERS, GP_LIST_CHANGE, GP_PROPOSALS } from '../world/tallies.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

const TAKEOVER = streamId('enrolment.takeover');
const ASK = streamId('enrolment.ask');
const WHERE = streamId('enrolment.where');
const WHICH = streamId('enrolment.which');
const PLACE = streamId('enrolment.place');
const DECLARES = streamId('enrolment.declares');
const CHILD = streamId('enrolment.childDeclaration');
/** Saturation of the count of months without. */
const FOREVER = 255;
const HALF_YEAR = 6;

/**
 * Index of the first entry of `sums[from…to)` (increasing) above `target`: the option drawn by a cumulated weight.
 * Returns `to − 1` when rounding leaves none above.
 */
export function pick(sums: ArrayLike<number>, from: number, to: number, target: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export const enrolment: Rule = {
  name: 'enrolment',
  reads: [
    'patients.birth',
    'physicians.status',
    'physicians.successor',
    'physicians.keptShare',
    'territories.places',
    'territories.acceptance',
    'world.placesSum',
  ],
  writes: [
    'patients.doctor',
    'patients.flags',
    'patients.monthsWithout',
    'tallies.withoutLost',
    'tallies.withoutNever',
    'tallies.searching',
    'tallies.searchingOver6',
    'tallies.aldWithout',
    'tallies.childrenDeclared',
    'tallies.attached',
    'tallies.lost',
    'gpLanes.listChange',
    'gpLanes.proposals',
  ],
  open: (world, parameters, run) => openEnrolment(world, parameters, run),
};

function openEnrolment(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { patients, physicians, territories, tallies, gpLanes, geography, gpStart, gpOrder, placesSum } =
    world;
  const { key, birth, flags, doctor, monthsWithout } = patients.columns;
  const { start, count } = patients;
  const { start: nearStart, territory: nearTerritory, minutes: nearMinutes } = geography.neighbours;
  const tally = tallies.columns;
  const reach = reachBuffers(world);
  // Counts by income, kept between territories: a thread works on one at a time.
  const pair = () => new Int32Array(2);
  const lostStock = pair();
  const never = pair();
  const searching = pair();
  const searchingLong = pair();
  const aldWithout = pair();
  const childrenDeclared = pair();
  const attached = pair();
  const lost = pair();
  const byIncome = [lostStock, never, searching, searchingLong, aldWithout, childrenDeclared, attached, lost];
  const keys = { takeover: run, ask: run, where: run, which: run, place: run, child: run };
  const declaresKey = drawKey(run, DECLARES, 0);
  let now = 0;
  let adult = 0;
  let declaration = 0;
  let askPerMonth = 0;
  let askPerMonthChronic = 0;
  let searchAfterLoss = 0;
  let startSearching = 0;
  let startSearchingAgain = 0;
  let startSearchingChronic = 0;
  let childAsk = 0;
  let childDeclaration = 0;
  let decay: Float64Array = new Float64Array(nearTerritory.length);
  let decayMinutes = 0;
  let neverDeclares: readonly number[] = [];

  /** Cumulated appeal of the territories in reach of z into the lane-private buffers; returns how many. */
  function reachOf(z: number): number {
    reach.territory[0] = z;
    reach.sum[0] = territories.columns.places[z];
    let options = 1;
    for (let n = nearStart[z]; n < nearStart[z + 1]; n++) {
      const weight = territories.columns.places[nearTerritory[n]] * decay[n];
      if (weight <= 0) continue;
      reach.territory[options] = nearTerritory[n];
      reach.sum[options] = reach.sum[options - 1] + weight;
      options++;
    }
    return options;
  }

  /** The GP asked by person `id`, and whether there is a place: the physician row, or −1 − row when refused. */
  function ask(id: number, options: number, lane: number, sure: boolean): number {
    const target = unit(draw(keys.where.a, keys.where.b, id)) * reach.sum[options - 1];
    const where = reach.territory[pick(reach.sum, 0, options, target)];
    const from = gpStart[where];
    const to = gpStart[where + 1];
    const share = unit(draw(keys.which.a, keys.which.b, id)) * placesSum[to - 1];
    const asked = gpOrder[pick(placesSum, from, to, share)];
    if (sure) return asked;
    gpLanes[lane][asked * GP_COUNTERS + GP_PROPOSALS]++;
    const accepted = unit(draw(keys.place.a, keys.place.b, id)) < territories.columns.acceptance[where];
    return accepted ? asked : -1 - asked;
  }

  function territory(z: number, lane: number): void {
    const listChange = gpLanes[lane];
    const { status, successor, keptShare } = physicians.columns;
    const options = reachOf(z);
    const anyPlace = reach.sum[options - 1] > 0;
    for (const counts of byIncome) counts.fill(0);
    const end = start[z] + count[z];
    for (let i = start[z]; i < end; i++) {
      let d = doctor[i];
      let bits = flags[i];
      const lived = now - birth[i];
      if (d >= 0 && status[d] !== RETIRED) {
        // Nearly everybody: an adult with a médecin traitant, or a child with a usual GP.
        if (bits & DECLARED) {
          if (lived < adult) childrenDeclared[(bits & LOW_INCOME) >> 1]++;
          continue;
        }
        if (lived < declaration && childDeclaration <= 0) continue;
      }
      const id = key[i];
      const income = (bits & LOW_INCOME) >> 1;

      if (d >= 0 && status[d] === RETIRED) {
        const heir = successor[d];
        if (
          heir >= 0 &&
          status[heir] !== RETIRED &&
          unit(draw(keys.takeover.a, keys.takeover.b, id)) < keptShare[d]
        ) {
          d = heir;
          listChange[d * GP_COUNTERS + GP_LIST_CHANGE]++;
        } else {
          d = -1;
          monthsWithout[i] = 0;
          lost[income]++;
          if (bits & DECLARED) bits = (bits & ~DECLARED) | EVER_DECLARED;
          if (unit(draw(keys.ask.a, keys.ask.b, id)) < searchAfterLoss) bits |= SEARCHING;
        }
      } else if (d < 0) {
        if (monthsWithout[i] < FOREVER) monthsWithout[i]++;
        const u = unit(draw(keys.ask.a, keys.ask.b, id));
        const child = lived < declaration;
        if (child) {
          if (anyPlace && u < childAsk) d = ask(id, options, lane, true);
        } else if (bits & SEARCHING) {
          if (anyPlace && u < (bits & CHRONIC_MASK ? askPerMonthChronic : askPerMonth))
            d = Math.max(-1, ask(id, options, lane, false));
        } else if (
          u <
          (bits & CHRONIC_MASK
            ? startSearchingChronic
            : bits & EVER_DECLARED
              ? startSearchingAgain
              : startSearching)
        )
          bits |= SEARCHING;
        if (d >= 0) {
          listChange[d * GP_COUNTERS + GP_LIST_CHANGE]++;
          monthsWithout[i] = 0;
          attached[income]++;
          bits &= ~SEARCHING;
          if (!child) bits |= DECLARED | EVER_DECLARED;
        }
      }

      if (d >= 0 && !(bits & DECLARED)) {
        if (lived >= declaration) {
          const shy = neverDeclares[bits & FEMALE];
          if (!(bits & CHRONIC_MASK) && unit(draw(declaresKey.a, declaresKey.b, id)) < shy) {
            listChange[d * GP_COUNTERS + GP_LIST_CHANGE]--;
            d = -1;
            monthsWithout[i] = 0;
          } else bits |= DECLARED | EVER_DECLARED;
        } else if (childDeclaration > 0 && unit(draw(keys.child.a, keys.child.b, id)) < childDeclaration)
          bits |= DECLARED | EVER_DECLARED;
      }

      doctor[i] = d;
      flags[i] = bits;
      if (lived >= adult) {
        if (d < 0) {
          if (bits & EVER_DECLARED) lostStock[income]++;
          else never[income]++;
          if (bits & CHRONIC_MASK) aldWithout[income]++;
          if (bits & SEARCHING) {
            searching[income]++;
            if (monthsWithout[i] > HALF_YEAR) searchingLong[income]++;
          }
        }
      } else if (bits & DECLARED) childrenDeclared[income]++;
    }
    for (let income = 0; income <= 1; income++) {
      const row = z * 2 + income;
      tally.withoutLost[row] = lostStock[income];
      tally.withoutNever[row] = never[income];
      tally.searching[row] = searching[income];
      tally.searchingOver6[row] = searchingLong[income];
      tally.aldWithout[row] = aldWithout[income];
      tally.childrenDeclared[row] = childrenDeclared[income];
      tally.attached[row] = attached[income];
      tally.lost[row] = lost[income];
    }
  }

  return {
    begin(month) {
      now = month;
      keys.takeover = drawKey(run, TAKEOVER, month);
      keys.ask = drawKey(run, ASK, month);
      keys.where = drawKey(run, WHERE, month);
      keys.which = drawKey(run, WHICH, month);
      keys.place = drawKey(run, PLACE, month);
      keys.child = drawKey(run, CHILD, month);
      adult = parameters.number('enrolment.adultAge', month) * MONTHS_PER_YEAR;
      declaration = parameters.number('enrolment.declarationAge', month) * MONTHS_PER_YEAR;
      askPerMonth = parameters.number('enrolment.askPerMonth', month);
      askPerMonthChronic = parameters.number('enrolment.askPerMonthChronic', month);
      searchAfterLoss = parameters.number('enrolment.searchAfterLoss', month);
      startSearching = parameters.number('enrolment.startSearching', month);
      startSearchingAgain = parameters.number('enrolment.startSearchingAgain', month);
      startSearchingChronic = parameters.number('enrolment.startSearchingChronic', month);
      childAsk = parameters.number('enrolment.childAskPerMonth', month);
      childDeclaration = parameters.number('enrolment.childDeclarationPerMonth', month);
      neverDeclares = parameters.list('enrolment.neverDeclares', month);
      const reachMinutes = parameters.number('enrolment.reachMinutes', month);
      if (reachMinutes !== decayMinutes) {
        decayMinutes = reachMinutes;
        decay = Float64Array.from(nearMinutes, (minutes) => Math.exp(-minutes / reachMinutes));
      }
    },
    territory,
  };
}

function reachBuffers(world: World): { territory: Int32Array; sum: Float64Array } {
  const { start } = world.geography.neighbours;
  let widest = 0;
  for (let z = 0; z + 1 < start.length; z++) widest = Math.max(widest, start[z + 1] - start[z]);
  return { territory: new Int32Array(widest + 1), sum: new Float64Array(widest + 1) };
}
