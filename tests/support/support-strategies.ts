/** Projects helped under a way to choose and pay support: the settings of a strategy, and worlds in which they hold. */
import { monthOf } from '../../sim/base/calendar.js';
import { agencies } from '../../sim/rules/institutions/agencies.js';
import { supporters } from '../../sim/rules/institutions/supporters.js';
import { unions } from '../../sim/rules/institutions/unions.js';
import { WRITING } from '../../sim/world/teams/projects.js';
import type { World } from '../../sim/world/world.js';
import { addProject, type Fields, startCollectiveRun, territoriesOf } from './collective.js';

const START = monthOf(2013, 1);
const RULES = [agencies, unions, supporters];

/** Projects of one kind in every région under these settings, after so many months. */
export function supported(
  settings: readonly string[],
  {
    fields = {},
    each = 3,
    months = 1,
    change,
  }: { fields?: Fields; each?: number; months?: number; change?: (world: World, month: number) => void } = {},
): World {
  const run = startCollectiveRun(RULES, settings);
  for (const { code } of run.world.geography.regions)
    for (const z of territoriesOf(run.world, code).slice(0, each))
      addProject(run.world, z, { stage: WRITING, treasury: 30_000, letterAt: START, ...fields });
  run.months(START, START + months - 1, (month) => change?.(run.world, month));
  return run.world;
}

export const rowsOf = (world: World) =>
  Array.from({ length: world.projects.columns.stage.indexOf(0) }, (_, row) => row);
export const slotsOf = (world: World) => rowsOf(world).map((row) => world.projects.columns.supporter[row]);
const STRATEGY = (chooser: string, payee: string, exclusive: string, from: string, to: string) => [
  `cpts.support.chooser=${chooser}`,
  `cpts.support.payee=${payee}`,
  `cpts.support.exclusive=${exclusive}`,
  `cpts.support.spanFrom=${from}`,
  `cpts.support.spanTo=${to}`,
];
export const ALONE = STRATEGY('nobody', 'none', 'yes', 'prospecting', 'after');
export const PARTNERED = STRATEGY('agency', 'partner', 'yes', 'letter', 'project');
export const SEVERAL = STRATEGY('team', 'selected', 'no', 'project', 'project');
export const MARKET = STRATEGY('team', 'team', 'no', 'project', 'project');
