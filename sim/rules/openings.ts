/**
 * Openings: each GP decides how many new patients to take this month, and each territory announces its places.
 *
 * The list target is the number of people whose usual demand fills the GP's own capacity, times a personal trait. A
 * list that reaches its target closes and reopens only well below it; a GP booked beyond `openings.waitLimit` takes
 * nobody. The chance that an asker gets a place is places ÷ people who ask (smoothed): contention is settled by an
 * announced probability, so that order and threads cannot matter. Evidence: MODEL §5, DREES ER 1267 (53 % refuse).
 * GPs decide on the list they plan: what it would be if each month's places were filled, and people left, as expected.
 * The list itself goes up and down by whole agents; a decision taken on it would let more people in at a coarse scale
 * than at a fine one, since a GP short of one agent opens more than a GP with one too many closes. Plans add up to the
 * people on the lists of the territory; who falls behind the plan is asked first, who is past the target is not asked.
 * Hours that others free and the GP keeps for care are counted apart: they are filled with people who ask for a place, who
 * ask for less care than those on lists (`agencies.askerUse`); a contract for an assistant promises a list, and opens it
 * as long as the GP is not booked too far ahead.
 * A member of a CPTS may offer more places than its own policy, for people whom the CPTS places (`cpts/hooks.ts`): only those
 * whom the places of the territory leave out, and on top of the list that the GP wants. Residents alone hear of these places:
 * people of other territories are not drawn away from places that would stay empty. Were they counted against that
 * list, the GP would close for as many others, and a placement would place nobody. They ask for care as others do, so that
 * everybody on the list waits longer.
 * Leaves to others: who asks (enrolment), capacity (agenda), lists taken over (careers).
 */
import type { Parameters } from '../parameters/types.js';
import { isKept } from '../world/geography/restrict.js';
import { oncePerWorld } from '../world/once-per-world.js';
import * as physicians from '../world/physicians.js';
import type { World } from '../world/world.js';
import * as agendas from './agenda.js';
import type { Rule, RunningRule } from './rule.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { practises } = physicians;
const { actsPerMonth, agendaParameters } = agendas;

/**
 * People a GP wants on the list.
 * @param actsAMonth the GP's capacity, at the present pace
 * @param requestsPerPerson requests of one listed person a month
 * @param load share of the capacity that the list's requests should fill
 */
export function listTarget(actsAMonth: number, requestsPerPerson: number, load: number): number {
  return requestsPerPerson > 0 ? (actsAMonth / requestsPerPerson) * load : 0;
}

/**
 * Places a GP offers this month, people; none for a closed list or a GP booked too far ahead. An open GP takes a share
 * `pace` of what the list lacks, and near the target of what it lacked on reopening: a rate that vanished there would keep
 * lists open longer at a coarse scale than at a fine one.
 */
export function placesOffered(
  list: number,
  target: number,
  closed: boolean,
  wait: number,
  { pace, waitLimit, reopenBelow }: OpeningRules,
): number {
  if (closed || wait > waitLimit || list >= target) return 0;
  return Math.max(target - list, target * (1 - reopenBelow)) * pace;
}

export interface OpeningRules {
  /** Share of the missing people taken on each month. */
  readonly pace: number;
  /** Days of wait above which nobody is taken. */
  readonly waitLimit: number;
  /** Share of the target under which a closed list reopens. */
  readonly reopenBelow: number;
}

/**
 * Whether a list is closed after this month: at the target it closes, below `reopenBelow` × target it reopens.
 */
export function isClosed(wasClosed: boolean, list: number, target: number, reopenBelow: number): boolean {
  if (list >= target) return true;
  return wasClosed && list >= target * reopenBelow;
}

export const openings: Rule = {
  name: 'openings',
  reads: [
    'physicians.list',
    'physicians.hours',
    'physicians.minutes',
    'physicians.wait',
    'physicians.extraPlaces',
    'physicians.extra',
    'physicians.toCare',
    'physicians.assistantList',
    'agencies.askerUse',
    'territories.requestsPerPerson',
    'territories.proposals',
  ],
  writes: [
    'physicians.planned',
    'physicians.inherited',
    'physicians.listTarget',
    'physicians.places',
    'physicians.closed',
    'physicians.placedPeople',
    'world.placesSum',
    'territories.places',
    'territories.placements',
    'territories.acceptance',
    'territories.gpRefusing',
  ],
  frozen: true,
  open: (world, parameters) => openOpenings(world, parameters),
};

function openOpenings(world: World, parameters: Parameters): RunningRule {
  const { scale, startMonth } = world.size;
  const open = openingsOf(world);
  let current: OpeningsMonth;

  return {
    begin(month) {
      // Askers come by agents of k people, and are expected from a smoothed count of mean m and variance v·k·m: the mean of
      // places ÷ count is places ÷ m × (1 + v·k ÷ m) to the first order, and this addition takes the excess off.
      const memory = parameters.number('openings.acceptanceMemory', month);
      current = {
        agenda: agendaParameters(parameters, month),
        load: parameters.number('openings.load', month),
        freedLists: parameters.number('freed.lists', month),
        evening: 1 / parameters.number('openings.evening', month),
        askersNoise: (memory / (2 - memory)) * scale,
        inHistory: month >= startMonth,
        rules: {
          pace: parameters.number('openings.pace', month),
          waitLimit: parameters.number('openings.waitLimit', month),
          reopenBelow: parameters.number('openings.reopenBelow', month),
        },
      };
    },
    territory(z) {
      if (isKept(world.geography, z)) open(z, current);
    },
  };
}

/** What changes from month to month. */
interface OpeningsMonth {
  readonly agenda: agendas.AgendaParameters;
  readonly load: number;
  /** Part of the freed hours kept for care that a GP seeks to fill with new people. */
  readonly freedLists: number;
  /** Share of what a list lacks of its plan that is asked first each month. */
  readonly evening: number;
  /** People added to the askers expected, for the noise of that count. */
  readonly askersNoise: number;
  readonly inHistory: boolean;
  readonly rules: OpeningRules;
}

const openingsOf = oncePerWorld((world: World) => {
  const t = world.territories.columns;
  const { gpStart, gpOrder, placesSum } = world;
  const {
    status,
    hours,
    minutes,
    listTrait,
    pace,
    list,
    planned,
    inherited,
    closed,
    wait,
    places,
    extraPlaces,
    placedPeople,
    extra: extraHours,
    toCare,
    assistantList,
  } = world.physicians.columns;
  const target = world.physicians.columns.listTarget;
  const { regionOf } = world.geography;
  const { askerUse } = world.agencies.columns;

  /** Brings the planned lists of z to this month: last month's places filled as expected, and the people there are. */
  function plan(z: number, inHistory: boolean): void {
    const offered = t.places[z] + t.placements[z];
    const filled = offered > 0 ? Math.min(1, t.proposals[z] / offered) : 0;
    let plans = 0;
    let people = 0;
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
      const d = gpOrder[g];
      plans += planned[d] += places[d] * filled;
      people += list[d];
    }
    const factor = plans > 0 ? people / plans : 1;
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
      const d = gpOrder[g];
      planned[d] = (inHistory ? planned[d] * factor : list[d]) + inherited[d];
      placedPeople[d] *= factor;
      inherited[d] = 0;
    }
  }

  function open(
    z: number,
    { agenda, load, freedLists, evening, askersNoise, inHistory, rules }: OpeningsMonth,
  ): void {
    plan(z, inHistory);
    let total = 0;
    let refusing = 0;
    let extra = 0;
    const perPerson = t.requestsPerPerson[z];
    const perAsker = perPerson * askerUse[regionOf[z]];
    const until = gpStart[z + 1];
    for (let g = gpStart[z]; g < until; g++) {
      const d = gpOrder[g];
      places[d] = 0;
      if (!practises(status[d])) continue;
      const acts = actsPerMonth(agenda, Math.max(0, hours[d] - extraHours[d]), minutes[d]);
      let wanted = listTarget(acts, perPerson, (load * listTrait[d]) / pace[d]);
      if (toCare[d] > 0) {
        wanted += listTarget(actsPerMonth(agenda, toCare[d], minutes[d]), perAsker, freedLists);
      }
      if (assistantList[d] > wanted && wait[d] <= rules.waitLimit) wanted = assistantList[d];
      const own = planned[d] - placedPeople[d];
      const full = isClosed(closed[d] === 1, own, wanted, rules.reopenBelow);
      const offered = placesOffered(own, wanted, full, wait[d], rules);
      target[d] = wanted;
      closed[d] = full ? 1 : 0;
      places[d] = offered;
      if (offered <= 0) refusing++;
      total += offered;
      if (wait[d] <= rules.waitLimit) extra += extraPlaces[d];
    }
    const leftOut = Math.max(0, t.proposals[z] + askersNoise - total);
    const used = extra > 0 ? Math.min(1, leftOut / extra) : 0;
    if (used > 0) placeThose(z, used, rules);
    shareOut(z, evening, used);
    t.places[z] = total;
    t.placements[z] = extra * used;
    t.gpRefusing[z] = refusing;
    const expected = t.proposals[z] + askersNoise;
    t.acceptance[z] = t.proposals[z] > 0 ? Math.min(1, (total + t.placements[z]) / expected) : 1;
  }

  /** Members of z take a share `used` of the people they would take beyond their own list. */
  function placeThose(z: number, used: number, { waitLimit }: OpeningRules): void {
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
      const d = gpOrder[g];
      if (!practises(status[d]) || wait[d] > waitLimit) continue;
      places[d] += extraPlaces[d] * used;
      placedPeople[d] += extraPlaces[d] * used;
    }
  }

  /** Who is asked: GPs by the places they offer, and those first whose list is behind its plan. */
  function shareOut(z: number, evening: number, used: number): void {
    let sum = 0;
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) {
      const d = gpOrder[g];
      const placed = extraPlaces[d] * used;
      if (places[d] > 0 && (list[d] < target[d] + placedPeople[d] || placed > 0))
        sum += Math.max(placed, places[d] + (planned[d] - list[d]) * evening);
      placesSum[g] = sum;
    }
    if (sum > 0) return;
    for (let g = gpStart[z]; g < gpStart[z + 1]; g++) placesSum[g] = sum += places[gpOrder[g]];
  }

  return open;
});
