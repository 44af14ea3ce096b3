/**
 * The supply side alone: GPs and nurses month by month, without patients. Waits stay at the value that leaves
 * fatigue at its reference, lists at half their target, so that every exit finds partners with room.
 */

import { monthOf } from '../../sim/base/calendar.js';
import { type DrawKey, runKey } from '../../sim/base/draws.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { careers } from '../../sim/rules/careers.js';
import { installation } from '../../sim/rules/installation/installation.js';
import { nurseCareers } from '../../sim/rules/nurse-careers.js';
import type { Rule } from '../../sim/rules/rule.js';
import { training } from '../../sim/rules/training.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { practises } from '../../sim/world/physicians.js';
import { HISTORY_START } from '../../sim/world/synthesis/history.js';
import { nurseRows, synthesiseNurses } from '../../sim/world/synthesis/nurses.js';
import { physicianRows, synthesisePhysicians } from '../../sim/world/synthesis/physicians.js';
import type { Geography } from '../../sim/world/territory.js';
import { allocateWorld, type World } from '../../sim/world/world.js';
import { opened } from './opened.js';

/** The data seed of the harness: any fixed key. */
export const DATA_SEED: DrawKey = runKey('supply harness data', 0);

const SUPPLY_RULES: readonly Rule[] = [careers, training, installation, nurseCareers];

export interface SupplyRun {
  readonly world: World;
  readonly parameters: Parameters;
  /** Runs the months up to `month`, included; `after` is called at the end of each. */
  until(month: number, after?: (month: number) => void): void;
}

export interface SupplySources {
  readonly geography: Geography;
  readonly catalogue: Catalogue;
}

/** Geography and catalogue, read once per test file. */
export function supplySources(): SupplySources {
  return { geography: buildGeography(), catalogue: loadCatalogue() };
}

export interface SupplyOptions {
  readonly seed?: string;
  readonly replicate?: number;
  /** Last year. */
  readonly to?: number;
  /** Changes of the baseline, written as on the command line: `path@date=value`. */
  readonly settings?: readonly string[];
  /** Wait of patients at every GP, days; by default the one that leaves fatigue at its reference. */
  readonly wait?: number;
  /** Rules to run, in the order of the schedule; all by default. */
  readonly rules?: readonly Rule[];
}

/** A supply side at the start of history. */
export function startSupply(sources: SupplySources, options: SupplyOptions = {}): SupplyRun {
  const parameters = parametersUnder(sources.catalogue, options.settings ?? []);
  const endMonth = monthOf(options.to ?? 2021, 12);
  const world = allocateWorld(
    {
      scale: 100,
      lanes: 1,
      physicians: physicianRows(parameters, endMonth),
      nurses: nurseRows(parameters, endMonth),
      patientCapacity: sources.geography.territories.map(() => 0),
      moverCapacity: 0,
      startMonth: HISTORY_START,
      endMonth,
    },
    sources.geography,
  );
  synthesisePhysicians(world, parameters, DATA_SEED);
  synthesiseNurses(world, parameters, DATA_SEED);
  const pressure = parameters.number('careers.fatigue.usualPressure', HISTORY_START);
  const usualWait =
    (parameters.number('careers.fatigue.waitScale', HISTORY_START) * pressure) / (1 - pressure);
  const wait = options.wait ?? usualWait;
  world.physicians.columns.listTarget.fill(1);
  const run = runKey(options.seed ?? 'supply', options.replicate ?? 0);
  const rules = (options.rules ?? SUPPLY_RULES).map((rule) => opened(rule, world, parameters, run));
  let next = HISTORY_START;
  return {
    world,
    parameters,
    until(month, after) {
      for (; next <= month; next++) {
        // Newcomers open with an empty desk; here every desk waits alike.
        world.physicians.columns.wait.fill(wait);
        for (const rule of rules) rule.begin?.(next);
        for (const rule of rules) rule.serial?.(next);
        after?.(next);
      }
    },
  };
}

/** Rows of practising GPs for which `holds` is true. */
export function practising(world: World, holds: (row: number) => boolean = () => true): number[] {
  const { status } = world.physicians.columns;
  const rows: number[] = [];
  for (let row = 0; row < world.physicians.rows; row++)
    if (practises(status[row]) && holds(row)) rows.push(row);
  return rows;
}

/** Parameters of the baseline under settings. */
export function parametersUnder(catalogue: Catalogue, settings: readonly string[]): Parameters {
  const scenario = settings.reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    loadScenario('baseline', catalogue),
  );
  return resolveParameters(catalogue, scenario);
}

/** True when two columns hold the same values (far quicker than a deep comparison of long arrays). */
export function sameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
