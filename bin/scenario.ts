/** A scenario named on the command line, checked against everything that the program knows. */
import { MaillageError } from '../sim/base/errors.js';
import { type Problem, throwProblems } from '../sim/base/problems.js';
import type { Catalogue } from '../sim/parameters/catalogue.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import { checkExpectations, checkTerritories } from '../sim/scenario/list.js';
import { checkScenario } from '../sim/scenario/load.js';
import type { Scenario, Warning } from '../sim/scenario/types.js';
import { buildGeography } from '../sim/world/geography/build.js';

export interface ReadScenario {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** The scenario with every mistake of its files, its territories and its expectations. */
export function readScenario(nameOrPath: string, catalogue: Catalogue): ReadScenario {
  const read = checkScenario(nameOrPath, catalogue);
  if (read.scenario === undefined) return read;
  const known = INDICATORS.map(({ id }) => id);
  const problems = [...placeProblems(read.scenario), ...checkExpectations(read.scenario, known)];
  return { ...read, problems };
}

/**
 * The scenario, right in everything.
 * @throws MaillageError that lists every mistake.
 */
export function scenarioOrRefusal(nameOrPath: string, catalogue: Catalogue): Scenario {
  const { scenario, problems } = readScenario(nameOrPath, catalogue);
  throwProblems(problems);
  if (scenario === undefined)
    throw new MaillageError('internal', `the scenario '${nameOrPath}' was not read`, { exitCode: 1 });
  return scenario;
}

/** Geography takes half a second to build: only a scenario that names places needs it. */
function placeProblems(scenario: Scenario): Problem[] {
  if (scenario.territories.length === 0) return [];
  const { territories, regions } = buildGeography();
  return checkTerritories(
    scenario,
    [...regions, ...territories].flatMap(({ code, name }) => [code, name]),
  );
}
