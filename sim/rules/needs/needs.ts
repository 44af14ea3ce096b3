/**
 * Need: each month every agent asks for care, and learns how last month's service treats it.
 *
 * Requests ~ Poisson(scale × rate(age, sex) × chronic factor × income factor × personal multiplier × season). The
 * personal multiplier is gamma; an agent of k people carries the mean of k of them. Requests split into
 * unscheduled (cannot wait), chronic follow-up, and planned by shares; the split is conserving and monotone.
 * Requests go to the usual GP's counters, or to the territory's pool. A chronic follow-up that falls due is done
 * with the chance the GP announced, else it becomes late. Evidence: MODEL §5 Need, seminar book N8–N9, ST §13.
 * Leaves to others: who serves the request (consultation), who has a GP (enrolment).
 */
import { type DrawKey, drawKey, streamId } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { announcement, GP_ANNOUNCED, GP_COUNTERS, NOBODY } from '../../world/tallies.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { type FollowUpMonth, followUpsOf } from './follow-ups.js';
import { type RequestsMonth, requestsOf } from './requests.js';
import { fillTables, needMultipliers } from './tables.js';

const REQUESTS = streamId('needs.requests');
const KINDS = streamId('needs.kinds');
const FOLLOW_UP = streamId('needs.followUp');

export const needs: Rule = {
  name: 'needs',
  reads: [
    'patients.birth',
    'patients.need',
    'patients.doctor',
    'gpLanes.announced',
    'territories.poolUnmet',
    'territories.poolFollowUpMet',
    'territories.cptsRecall',
  ],
  writes: [
    'patients.sinceUnmet',
    'patients.overdue',
    'tallies.requests',
    'tallies.poolRequests',
    'tallies.poolUnscheduled',
    'tallies.followUpRequests',
    'tallies.followUpToDate',
    'tallies.recentUnmet',
    'gpLanes.requests',
  ],
  frozen: true,
  open: (world, parameters, run) => openNeeds(world, parameters, run),
};

function openNeeds(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { scale, startMonth } = world.size;
  const { tables, ask } = requestsOf(world);
  const followUp = followUpsOf(world);
  let multipliers: Float64Array;
  const asking: RequestsMonth = { now: 0, requests: run, kinds: run, lowFactor: 1 };
  const following: FollowUpMonth = { key: run, due: 0, catchUp: 0 };
  const { poolUnmet, poolFollowUpMet } = world.territories.columns;
  // Share of the chance of a listed person that one without a GP keeps.
  let keptWithoutGp = 0;

  return {
    start() {
      multipliers = needMultipliers(parameters.number('need.shape', startMonth), scale);
    },
    begin(month) {
      fillTables(tables, parameters, month, scale, multipliers);
      // In the frozen months nobody ages: everybody has the age of the first month of history.
      asking.now = Math.max(month, startMonth);
      asking.requests = drawKey(run, REQUESTS, month);
      asking.kinds = drawKey(run, KINDS, month);
      asking.lowFactor = parameters.number('care.lowIncomeRenounceFactor', month);
      following.key = drawKey(run, FOLLOW_UP, month);
      following.due = parameters.number('followUp.duePerMonth', month);
      following.catchUp = parameters.number('followUp.catchUpPerMonth', month);
      keptWithoutGp = parameters.number('followUp.keptWithoutGp', month);
    },
    territory(z, lane) {
      // What people without a GP are told, where others find what their GP announced.
      world.gpLanes[lane][NOBODY * GP_COUNTERS + GP_ANNOUNCED] = announcement(
        poolUnmet[z],
        poolFollowUpMet[z] * keptWithoutGp,
      );
      ask(z, lane, asking);
      followUp(z, lane, following);
    },
  };
}
