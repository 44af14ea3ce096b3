/**
 * Freed hours: what a GP does with an hour that others free, whatever freed it. The one rule of every scheme.
 *
 * *What happens.* The means of the team (engagement), delegates (caseloads) and an assistant (assistants) free weekly
 * hours. A part is rested: the more tired the GP, and the less an hour off costs where income does not come from acts. What
 * is kept for care is filled with new people first (`openings` raises the list that is wanted; who asks for a place asks
 * for less care than a listed person, `askerUse`); what they do not fill shortens waits, then lengthens consultations, as
 * any free act does (`consultation`). Freed hours may be offered to collective work as others are (`hours-offered.ts`):
 * who belongs to no team or project has nowhere to offer them. Requests that delegates answer leave the agenda of care by
 * themselves: hours with patients grow by what is kept less the hours that these requests took, and may shrink.
 * *Evidence.* Asalée: patients registered +6.87 %, seen +7.55 %, acts unchanged, days worked +1.2 % (Loussouarn, Franc,
 * Videau, Mousquès, IRDES QES 241, 2019). The two parameters are fitted on it, and on nothing else.
 * *Leaves out.* Research, teaching, family: rest is rest; each hour freed is as good as another, whoever frees it.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import { agentsOf } from '../../world/tallies.js';
import { MEETING_HOURS } from '../../world/teams/collective-counts.js';
import type { World } from '../../world/world.js';
import { type AgendaParameters, actsPerMonth, agendaParameters } from '../agenda.js';
import type { Rule, RunningRule } from '../rule.js';
import { worthOf } from '../teams/hours-offered.js';
import { mixOf, type PaymentMix, paymentMix, type WorthRules } from '../teams/payment-mix.js';

export interface RestRules {
  /** Share of a freed hour rested by a GP of the usual fatigue whose income comes from no act. */
  readonly rest: number;
  readonly usualFatigue: number;
}

/** Share of freed hours that a GP rests, 0 to 1. */
export function restShare(fatigue: number, { rest, usualFatigue }: RestRules, mix: WorthRules): number {
  if (rest <= 0) return 0;
  const tired = usualFatigue > 0 ? fatigue / usualFatigue : 1;
  return Math.min(1, rest * tired * worthOf(0, mix));
}

export const freedTime: Rule = {
  name: 'freedTime',
  reads: [
    'physicians.freedTeam',
    'physicians.freedNurse',
    'physicians.freedAssistant',
    'physicians.moved',
    'physicians.fatigue',
    'physicians.minutes',
    'physicians.team',
    'physicians.list',
    'teams.kind',
    'teams.state',
    'teams.level',
    'tallies.ages',
    'tallies.followUpToDate',
    'tallies.poolRequests',
    'territories.requests',
    'territories.requestsPerPerson',
  ],
  writes: [
    'physicians.freed',
    'physicians.rest',
    'physicians.toCare',
    'physicians.extra',
    'territories.meetingHours',
    'agencies.askerUse',
  ],
  open: openFreedTime,
};

const MEETINGS = Object.keys(MEETING_HOURS).length;

interface FreedMonth {
  readonly agenda: AgendaParameters;
  readonly rules: RestRules;
  readonly mix: PaymentMix;
}

function openFreedTime(world: World, parameters: Parameters): RunningRule {
  const { gpOrder, gpStart } = world;
  const { freedTeam, freedNurse, freedAssistant, freed, rest, toCare, extra, moved, fatigue, minutes, list } =
    world.physicians.columns;
  const { meetingHours, requests } = world.territories.columns;
  const tally = world.tallies.columns;
  const { poolRequests } = tally;
  const { askerUse } = world.agencies.columns;
  const { regionOf } = world.geography;
  const { scale } = world.size;
  /** Of each région: people on lists and all people; requests of the former and of the others. */
  const listed = new Float64Array(askerUse.length);
  const people = new Float64Array(askerUse.length);
  const listRequests = new Float64Array(askerUse.length);
  const otherRequests = new Float64Array(askerUse.length);

  return {
    serial(month) {
      const now: FreedMonth = {
        agenda: agendaParameters(parameters, month),
        rules: {
          rest: parameters.number('freed.rest', month),
          usualFatigue: parameters.number('careers.fatigue.reference', month),
        },
        mix: paymentMix(world, parameters, month),
      };
      listed.fill(0);
      people.fill(0);
      listRequests.fill(0);
      otherRequests.fill(0);
      for (let z = 0; z + 1 < gpStart.length; z++) {
        let lists = 0;
        for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
          const row = gpOrder[i];
          lists += list[row];
          const hours = freedTeam[row] + freedNurse[row] + freedAssistant[row];
          // Whose hours were freed last month and are no longer is brought back to nothing.
          if (hours > 0 || freed[row] > 0) use(row, z, hours, now);
        }
        countAskers(z, lists);
      }
      askers();
    },
  };

  function use(row: number, z: number, hours: number, { agenda, rules, mix }: FreedMonth): void {
    const rested =
      hours *
      restShare(fatigue[row], rules, mixOf(mix, world.teams.columns, world.physicians.columns.team[row]));
    const care = hours - rested;
    const perHour = actsPerMonth(agenda, 1, minutes[row]);
    freed[row] = hours;
    rest[row] = rested;
    toCare[row] = care;
    extra[row] = hours > 0 ? care - (perHour > 0 ? moved[row] / perHour : 0) : 0;
    if (hours > 0) {
      const ofTeam = (freedTeam[row] * care) / hours;
      meetingHours[z * MEETINGS + MEETING_HOURS.freed] += ofTeam * agenda.weeksAMonth;
    }
  }

  /** People of z and what they asked last month, on lists and not. */
  function countAskers(z: number, lists: number): void {
    const region = regionOf[z];
    const pool = poolRequests[z + z];
    people[region] += agentsOf(tally, z) * scale;
    listed[region] += lists;
    listRequests[region] += requests[z] - pool;
    otherRequests[region] += pool;
  }

  /**
   * Requests of a person without a GP over those of a listed one, by région and smoothed over a year: a territory holds too
   * few of the former at a coarse scale. Between a half and one; one where there are none.
   */
  function askers(): void {
    for (let region = 0; region < askerUse.length; region++) {
      const others = people[region] - listed[region];
      const known = others > 0 && listRequests[region] > 0;
      const ratio = known ? ((otherRequests[region] / others) * listed[region]) / listRequests[region] : 1;
      const use = Math.min(1, Math.max(0.5, ratio));
      const memory = askerUse[region] > 0 ? 1 / MONTHS_PER_YEAR : 1;
      askerUse[region] += (use - askerUse[region]) * memory;
    }
  }
}
