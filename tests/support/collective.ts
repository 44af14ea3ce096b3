/** Projects made by hand, and the rules of coordinated practice run month by month without the rest of the model. */
import { type DrawKey, runKey } from '../../sim/base/draws.js';
import { collectiveBooks } from '../../sim/rules/collective-books.js';
import type { Rule } from '../../sim/rules/rule.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { areasOf } from '../../sim/world/teams/areas.js';
import { checkCollective } from '../../sim/world/teams/laws.js';
import { setOwner } from '../../sim/world/teams/owners.js';
import type { ProjectColumns } from '../../sim/world/teams/projects.js';
import { restoreWorld, saveWorld, type World } from '../../sim/world/world.js';
import { newWorld, readSources, type Sources } from './months.js';
import { opened } from './opened.js';

export type Fields = Partial<Record<keyof ProjectColumns, number>>;

/** Gives the next free row a project that holds every area of territory z. */
export function addProject(world: World, z: number, fields: Fields): number {
  const { columns } = world.projects;
  const row = columns.stage.indexOf(0);
  const { start, people } = areasOf(world.geography);
  const areas = Array.from({ length: start[z + 1] - start[z] }, (_, i) => start[z] + i);
  const made: Fields = {
    key: Math.imul(row + 1, 0x9e3779b1) | 0,
    seat: start[z],
    region: world.geography.regionOf[z],
    departement: world.geography.departementOf[z],
    people: areas.reduce((sum, area) => sum + people[area], 0),
    supporter: -1,
    rival: -1,
    momentum: 0.75,
    ...fields,
  };
  for (const [name, value] of Object.entries(made)) columns[name as keyof ProjectColumns][row] = value;
  setOwner(world, areas, row);
  return row;
}

/** Territories of a région, by its code. */
export function territoriesOf(world: World, region: string): number[] {
  return world.geography.territories.filter((one) => one.region === region).map(({ index }) => index);
}

export function regionRow(world: World, code: string): number {
  return world.geography.regions.findIndex((region) => region.code === code);
}

export interface CollectiveRun {
  readonly world: World;
  /** Runs the rules in the months `from` to `to`; `after` is called at the end of each. */
  months(from: number, to: number, after?: (month: number) => void): void;
}

/** The world of January 2013, made once a test file: each run begins by putting it back. */
const kept: { sources?: Sources; world?: World; start?: readonly ArrayBuffer[] } = {};

/**
 * The world of January 2013, and the named rules under `settings` after the month's books are opened. There is one world:
 * a further run takes it over, so read what you compare before.
 */
export function startCollectiveRun(
  rules: readonly Rule[],
  settings: readonly string[] = [],
  run: DrawKey = runKey('collective', 0),
): CollectiveRun {
  kept.sources ??= readSources();
  const { catalogue } = kept.sources;
  kept.world ??= newWorld(kept.sources, 1000);
  const world = kept.world;
  kept.start ??= saveWorld(world);
  restoreWorld(world, kept.start);
  const scenario = settings.reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    loadScenario('baseline', catalogue),
  );
  const parameters = resolveParameters(catalogue, scenario);
  const running = [collectiveBooks, ...rules].map((rule) => opened(rule, world, parameters, run));
  return {
    world,
    months(from, to, after) {
      for (let month = from; month <= to; month++) {
        for (const rule of running) rule.begin?.(month);
        for (const rule of running) rule.serial?.(month);
        after?.(month);
      }
    },
  };
}

/** First law broken, '' when all hold. */
export function broken(world: World): string {
  const said: string[] = [];
  try {
    checkCollective(world, (what) => {
      said.push(what);
      throw new Error(what);
    });
  } catch (error) {
    if (said.length === 0) throw error;
  }
  return said[0] ?? '';
}
