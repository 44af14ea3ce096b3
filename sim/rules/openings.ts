/**
 * Openings: each GP decides how many new patients to take this month, and each territory announces its places.
 *
 * The list target is the number of people whose usual demand fills the GP's own capacity, times a personal trait. A
 * list that reaches its target closes and reopens only well below it; a GP booked beyond `openings.waitLimit` takes
 * nobody. The chance that an asker gets a place is places ÷ people who ask (smoothed): contention is settled by an
 * announced probability, so that order and threads cannot matter. Evidence: MODEL §5, DREES ER 1267 (53 % refuse).
 * Leaves to others: who asks (enrolment), capacity (agenda).
 */
import type { Parameters } from '../parameters/types.js';
import { isKept } from '../world/geography/restrict.js';
import { practises } from '../world/physicians.js';
import type { World } from '../world/world.js';
import { type AgendaParameters, actsPerMonth, agendaParameters, pacesOf } from './agenda.js';
import type { Rule, RunningRule } from './rule.js';

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

/** Whether a list is closed after this month: at the target it closes, below `reopenBelow` × target it reopens. */
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
    'territories.requestsPerPerson',
    'territories.proposals',
  ],
  writes: [
    'physicians.listTarget',
    'physicians.places',
    'physicians.closed',
    'world.placesSum',
    'territories.places',
    'territories.acceptance',
    'territories.gpRefusing',
  ],
  frozen: true,
  open: (world, parameters) => openOpenings(world, parameters),
};

function openOpenings(world: World, parameters: Parameters): RunningRule {
  const p = world.physicians.columns;
  const t = world.territories.columns;
  const { gpStart, gpOrder, placesSum } = world;
  const paces = pacesOf(parameters, p.listTrait, world.size.startMonth);
  let agenda: AgendaParameters;
  let load = 0;
  let rules: OpeningRules;

  function territory(z: number): void {
    if (!isKept(world.geography, z)) return;
    let total = 0;
    let refusing = 0;
    const perPerson = t.requestsPerPerson[z];
    const { status, hours, minutes, listTrait, list, closed, wait, places, listTarget: target } = p;
    const until = gpStart[z + 1];
    for (let g = gpStart[z]; g < until; g++) {
      const d = gpOrder[g];
      if (practises(status[d])) {
        const acts = actsPerMonth(agenda, hours[d], minutes[d]);
        const wanted = listTarget(acts, perPerson, (load * listTrait[d]) / paces[d]);
        const full = isClosed(closed[d] === 1, list[d], wanted, rules.reopenBelow);
        const offered = placesOffered(list[d], wanted, full, wait[d], rules);
        target[d] = wanted;
        closed[d] = full ? 1 : 0;
        places[d] = offered;
        if (offered <= 0) refusing++;
        total += offered;
      }
      placesSum[g] = total;
    }
    t.places[z] = total;
    t.gpRefusing[z] = refusing;
    t.acceptance[z] = t.proposals[z] > 0 ? Math.min(1, total / t.proposals[z]) : 1;
  }

  return {
    begin(month) {
      agenda = agendaParameters(parameters, month);
      load = parameters.number('openings.load', month);
      rules = {
        pace: parameters.number('openings.pace', month),
        waitLimit: parameters.number('openings.waitLimit', month),
        reopenBelow: parameters.number('openings.reopenBelow', month),
      };
    },
    territory,
  };
}
