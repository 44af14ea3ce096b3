/** The médecin traitant of everybody in a territory: the loop of the rule. */
import * as bitsOf from '../../base/bits.js';
import { firstAbove } from '../../base/cumulated.js';
import * as draws from '../../base/draws.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import * as people from '../../world/patients.js';
import * as gps from '../../world/physicians.js';
import * as lanes from '../../world/tallies.js';
import type { World } from '../../world/world.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { isBelow, nextByte } = bitsOf;
const { draw, unit } = draws;
const { CHRONIC_MASK, DECLARED, EVER_DECLARED, FEMALE, LOW_INCOME, SEARCHING } = people;
const { RETIRED } = gps;
const { GP_COUNTERS, GP_LIST_CHANGE, GP_PROPOSALS } = lanes;

const HALF_YEAR = 6;

export interface EnrolmentKeys {
  takeover: draws.DrawKey;
  ask: draws.DrawKey;
  where: draws.DrawKey;
  which: draws.DrawKey;
  place: draws.DrawKey;
  child: draws.DrawKey;
  /** The same every month: whether somebody will ever declare is settled once. */
  declares: draws.DrawKey;
}

/** What changes from month to month; ages in months, the others are chances a month. */
export interface EnrolmentMonth {
  now: number;
  readonly keys: EnrolmentKeys;
  adult: number;
  declaration: number;
  askPerMonth: number;
  askPerMonthChronic: number;
  searchAfterLoss: number;
  startSearching: number;
  startSearchingAgain: number;
  startSearchingChronic: number;
  childAsk: number;
  childDeclaration: number;
  /** Share of the appeal of a neighbour's place left by the way there, by neighbour link. */
  decay: Float64Array;
  /** Share of those who come of age and never declare a GP, by sex. */
  neverDeclares: readonly number[];
}

/** Everybody in z keeps, loses, looks for or finds a usual GP. */
export type Enrol = (z: number, lane: number, month: EnrolmentMonth) => void;

export const enrolmentOf: (world: World) => Enrol = oncePerWorld((world) => {
  const { patients, physicians, territories, tallies, gpLanes, geography, gpStart, gpOrder, placesSum } =
    world;
  const { key, birth, flags, doctor, monthsWithout } = patients.columns;
  const { status, successor, keptShare } = physicians.columns;
  const { start, count } = patients;
  const { start: nearStart, territory: nearTerritory } = geography.neighbours;
  const { withoutLost, withoutNever, searching, searchingOver6, aldWithout } = tallies.columns;
  const { childrenDeclared, attached, lost } = tallies.columns;
  const reach = reachBuffers(world);

  /** Cumulated appeal of the territories in reach of z into the lane-private buffers; returns how many. */
  function reachOf(z: number, decay: Float64Array): number {
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
  function ask(id: number, options: number, lane: number, sure: boolean, keys: EnrolmentKeys): number {
    const target = unit(draw(keys.where.a, keys.where.b, id)) * reach.sum[options - 1];
    const where = reach.territory[firstAbove(reach.sum, target, 0, options - 1)];
    const from = gpStart[where];
    const last = gpStart[where + 1] - 1;
    const share = unit(draw(keys.which.a, keys.which.b, id)) * placesSum[last];
    const asked = gpOrder[firstAbove(placesSum, share, from, last)];
    if (sure) return asked;
    gpLanes[lane][asked * GP_COUNTERS + GP_PROPOSALS]++;
    const accepted = unit(draw(keys.place.a, keys.place.b, id)) < territories.columns.acceptance[where];
    return accepted ? asked : -1 - asked;
  }

  /** Empties the counts of one row of the tallies: a territory and an income. */
  function clear(row: number): void {
    withoutLost[row] = 0;
    withoutNever[row] = 0;
    searching[row] = 0;
    searchingOver6[row] = 0;
    aldWithout[row] = 0;
    childrenDeclared[row] = 0;
    attached[row] = 0;
    lost[row] = 0;
  }

  return (z, lane, month) => {
    const listChange = gpLanes[lane];
    const { now, adult, declaration, askPerMonth, askPerMonthChronic, searchAfterLoss, childAsk } = month;
    const { startSearching, startSearchingAgain, startSearchingChronic, childDeclaration } = month;
    const { keys, neverDeclares, decay } = month;
    const options = reachOf(z, decay);
    const anyPlace = reach.sum[options - 1] > 0;
    const others = 2 * z;
    clear(others);
    clear(others + 1);
    let children = 0;
    let childrenLow = 0;
    const end = start[z] + count[z];
    for (let i = start[z]; i < end; i++) {
      let d = doctor[i];
      let bits = flags[i];
      const lived = now - birth[i];
      if (d >= 0 && status[d] !== RETIRED) {
        // Nearly everybody: an adult with a médecin traitant, or a child with a usual GP.
        if (bits & DECLARED) {
          // Summed, not branched upon: no processor foresees who is a child.
          const child = isBelow(lived, adult);
          children += child;
          childrenLow += child & ((bits & LOW_INCOME) >> 1);
          continue;
        }
        if (lived < declaration && childDeclaration <= 0) continue;
      }
      const id = key[i];
      const row = others + ((bits & LOW_INCOME) >> 1);

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
          lost[row]++;
          if (bits & DECLARED) bits = (bits & ~DECLARED) | EVER_DECLARED;
          if (unit(draw(keys.ask.a, keys.ask.b, id)) < searchAfterLoss) bits |= SEARCHING;
        }
      } else if (d < 0) {
        monthsWithout[i] = nextByte(monthsWithout[i]);
        const u = unit(draw(keys.ask.a, keys.ask.b, id));
        const child = lived < declaration;
        if (child) {
          if (anyPlace && u < childAsk) d = ask(id, options, lane, true, keys);
        } else if (bits & SEARCHING) {
          if (anyPlace && u < (bits & CHRONIC_MASK ? askPerMonthChronic : askPerMonth))
            d = Math.max(-1, ask(id, options, lane, false, keys));
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
          attached[row]++;
          bits &= ~SEARCHING;
          if (!child) bits |= DECLARED | EVER_DECLARED;
        }
      }

      if (d >= 0 && !(bits & DECLARED)) {
        if (lived >= declaration) {
          const shy = neverDeclares[bits & FEMALE];
          if (!(bits & CHRONIC_MASK) && unit(draw(keys.declares.a, keys.declares.b, id)) < shy) {
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
          if (bits & EVER_DECLARED) withoutLost[row]++;
          else withoutNever[row]++;
          if (bits & CHRONIC_MASK) aldWithout[row]++;
          if (bits & SEARCHING) {
            searching[row]++;
            if (monthsWithout[i] > HALF_YEAR) searchingOver6[row]++;
          }
        }
      } else if (bits & DECLARED) childrenDeclared[row]++;
    }
    childrenDeclared[others] += children - childrenLow;
    childrenDeclared[others + 1] += childrenLow;
  };
});

function reachBuffers(world: World): { territory: Int32Array; sum: Float64Array } {
  const { start } = world.geography.neighbours;
  let widest = 0;
  for (let z = 0; z + 1 < start.length; z++) widest = Math.max(widest, start[z + 1] - start[z]);
  return { territory: new Int32Array(widest + 1), sum: new Float64Array(widest + 1) };
}
