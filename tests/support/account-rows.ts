/** The rows that an account of the month gives of 2013, in a world written by hand. */
import { runKey } from '../../sim/base/draws.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { createRecorder } from '../../sim/recorder/recorder.js';
import { type TidyRow, tidyRows } from '../../sim/recorder/rows.js';
import { collectiveBooks } from '../../sim/rules/collective-books.js';
import type { Rule, RunningRule } from '../../sim/rules/rule.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { regroupPhysicians } from '../../sim/world/synthesis/regroup.js';
import type { World } from '../../sim/world/world.js';
import { opened } from './opened.js';
import { TINY_START } from './tiny-world.js';

export const DECEMBER = TINY_START + 11;

/** The books and an account, opened under the baseline. */
export function openWithBooks(world: World, account: Rule): RunningRule[] {
  const catalogue = loadCatalogue();
  const parameters = resolveParameters(catalogue, loadScenario('baseline', catalogue));
  return [collectiveBooks, account].map((rule) => opened(rule, world, parameters, runKey('test', 0)));
}

/** Runs the books and an account over 2013; `change` acts between them, as rules do. */
export function rowsOfAccount(
  world: World,
  account: Rule,
  change: (month: number) => void = () => undefined,
): TidyRow[] {
  const [books, accounts] = openWithBooks(world, account);
  const recorder = createRecorder(world, { from: TINY_START, to: DECEMBER });
  for (let month = TINY_START; month <= DECEMBER; month++) {
    regroupPhysicians(world);
    books.serial?.(month);
    change(month);
    accounts.serial?.(month);
    recorder.month(month);
  }
  return [...tidyRows(recorder.finish(), 'all')];
}
