/** What founders see of the MSP around them: the share of the GPs of the département who belong to an open one. */
import { expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { engagement } from '../sim/rules/teams/engagement.js';
import { MSP, NO_TEAM, OPEN, PREPARING } from '../sim/world/teams/teams.js';
import { startCollectiveRun } from './support/collective.js';

const START = monthOf(2013, 1);

test.each([
  ['open', OPEN, 9],
  ['in preparation', PREPARING, 0],
])('nine GPs of Indre-et-Loire in an MSP that is %s', (_, stage, counted) => {
  const run = startCollectiveRun([engagement]);
  const { world } = run;
  const inside = world.geography.territories.filter(({ departement }) => departement === '37');
  const doctors = inside.flatMap(({ index }) => [
    ...world.gpOrder.slice(world.gpStart[index], world.gpStart[index + 1]),
  ]);
  const { kind, state, territory } = world.teams.columns;
  state.fill(NO_TEAM);
  world.physicians.columns.team.fill(-1);
  kind[0] = MSP;
  state[0] = stage;
  territory[0] = inside[0].index;
  for (const d of doctors.slice(0, 9)) world.physicians.columns.team[d] = 0;
  run.months(START, START);
  const shares = world.delegations.columns.mspShare;
  const dep = world.geography.departements.findIndex(({ code }) => code === '37');
  expect(doctors.length).toBeGreaterThan(9);
  expect(shares[dep]).toBeCloseTo(counted / doctors.length, 5);
  expect(shares.filter((share, d) => share !== 0 && d !== dep)).toHaveLength(0);
});
