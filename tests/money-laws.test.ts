/** The laws of coordinated practice see each way to break them. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { agencies } from '../sim/rules/institutions/agencies.js';
import { supporters } from '../sim/rules/institutions/supporters.js';
import { unions } from '../sim/rules/institutions/unions.js';
import { RETIRED } from '../sim/world/physicians.js';
import { instrumentOf } from '../sim/world/teams/instruments.js';
import { payOutside } from '../sim/world/teams/ledger.js';
import { ENDED, NEGOTIATING } from '../sim/world/teams/projects.js';
import { OPEN } from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { addProject, broken, startCollectiveRun } from './support/collective.js';

const START = monthOf(2013, 1);
const RULES = [agencies, unions, supporters];

describe('the laws', () => {
  const spoilt = (spoil: (world: World, row: number) => void) => {
    const run = startCollectiveRun(RULES);
    const row = addProject(run.world, 10, { stage: NEGOTIATING });
    run.months(START, START);
    expect(broken(run.world)).toBe('');
    spoil(run.world, row);
    return broken(run.world);
  };

  test.each<[string, RegExp, (world: World, row: number) => void]>([
    [
      'an area of an ended project',
      /which has ended/,
      ({ projects }, row) => projects.columns.stage.fill(ENDED, row, row + 1),
    ],
    [
      'an area owned by nothing known',
      /row 9999 of the projects/,
      ({ areaOwner }) => areaOwner.fill(9999, 0, 1),
    ],
    [
      'free people that do not add up',
      /people without project/,
      ({ freePeople }) => freePeople.fill(1, 4, 5),
    ],
    [
      'people of a project that its areas do not hold',
      /and counts 5/,
      ({ projects }, row) => projects.columns.people.fill(5, row, row + 1),
    ],
    [
      'an overdrawn treasury',
      /project 0 holds -1 euros/,
      ({ projects }, row) => projects.columns.treasury.fill(-1, row, row + 1),
    ],
    ['an overdrawn FIR', /FIR of région 3/, ({ agencies: { columns } }) => columns.fir.fill(-1, 3, 4)],
    [
      'overdrawn own funds',
      /own funds of supporter 4/,
      ({ supporters: { columns } }) => columns.ownFunds.fill(-1, 4, 5),
    ],
    [
      'a payment that is no number',
      /aciMsp of territory 2/,
      (world) => payOutside(world, 2, instrumentOf('aciMsp'), Number.NaN),
    ],
    [
      'a project led by a retired GP',
      /project 0 is led by GP/,
      ({ projects, physicians, gpOrder }) => {
        projects.columns.leaders[0] = physicians.columns.id[gpOrder[0]];
        physicians.columns.status[gpOrder[0]] = RETIRED;
      },
    ],
    [
      'a GP of a team that does not exist',
      /belongs to team 8191, which has ended/,
      ({ physicians, gpOrder }) => physicians.columns.team.fill(8191, gpOrder[0], gpOrder[0] + 1),
    ],
    [
      'a GP of a team elsewhere',
      /belongs to team 9 of 1/,
      ({ physicians, gpOrder, teams }) => {
        physicians.columns.team[gpOrder[0]] = 9;
        teams.columns.leader[9] = -1;
        teams.columns.state[9] = OPEN;
        teams.columns.territory[9] = 1;
      },
    ],
    [
      'a GP of a project that does not exist',
      /belongs to project 40/,
      ({ physicians, gpOrder }) => physicians.columns.project.fill(40, gpOrder[0], gpOrder[0] + 1),
    ],
  ])('see %s', (_, said, spoil) => {
    expect(spoilt(spoil)).toMatch(said);
  });
});
