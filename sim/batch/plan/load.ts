/** Plans: read from a file, or made of the scenarios of a command line; every mistake in one go. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { MaillageError } from '../../base/errors.js';
import { scenariosDir } from '../../base/paths.js';
import { throwProblems } from '../../base/problems.js';
import { checkShape } from '../../base/shape.js';
import { entryOf, nodeAt, readYaml, type YamlNode } from '../../base/yaml.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import { ScenarioFile, slug } from '../../scenario/file.js';
import type { Geography } from '../../world/territory.js';
import { PlanFile, PlanOverAll, PlanOverList } from './file.js';
import { readFormulas } from './formulas.js';
import { type CheckedPlan, settlePlan } from './settle.js';
import type { Plan, PlanOverrides } from './types.js';
import { whereInFile, whereTyped } from './where.js';

/**
 * The plan in a YAML file; `overrides` are settings of the command line, which prevail.
 * @throws MaillageError that lists every mistake of the plan and of its scenarios.
 */
export async function loadPlan(
  path: string,
  catalogue: Catalogue,
  geography: Geography,
  overrides: PlanOverrides = {},
): Promise<Plan> {
  return planOrRefusal(await checkPlan(path, catalogue, geography, overrides));
}

/** As `loadPlan`, with all the mistakes and warnings in hand. */
export async function checkPlan(
  path: string,
  catalogue: Catalogue,
  geography: Geography,
  overrides: PlanOverrides = {},
): Promise<CheckedPlan> {
  const file = resolve(path);
  const { root, problems } = readYaml(file);
  if (root === undefined || problems.length > 0) return { problems, warnings: [] };
  const over = nodeAt(root, ['vary', 'over']);
  const shaped = checkShape(over?.kind === 'scalar' ? PlanOverAll : PlanOverList, root);
  if (shaped.value === undefined) return { problems: shaped.problems, warnings: [] };
  const where = whereInFile(root);
  const shape = shaped.value;
  const name = shape.name ?? basename(file, extname(file));
  if (overrides.name === undefined && !slug.safeParse(name).success) {
    const message = `the file's name '${name}' cannot name a study: add 'name', in small ASCII letters, digits and hyphens`;
    return { problems: [{ code: 'wrong-type', where: root.where, message }], warnings: [] };
  }
  const { formulas, problems: wrongFormulas } = await readFormulas(shape.indicators ?? [], where);
  const draft = { name, shape, folder: dirname(file), formulas, where };
  const checked = settlePlan(draft, overrides, { catalogue, geography });
  if (wrongFormulas.length === 0) return checked;
  return { problems: [...wrongFormulas, ...checked.problems], warnings: checked.warnings };
}

/**
 * The plan of a list of scenarios (names or paths), everything else usual or as `overrides` say; the first scenario is
 * the baseline.
 * @throws MaillageError that lists every mistake.
 */
export function planOfScenarios(
  namesOrPaths: readonly string[],
  catalogue: Catalogue,
  geography: Geography,
  overrides: PlanOverrides = {},
): Plan {
  if (namesOrPaths.length === 0) {
    const message = 'no scenario is given: name one or several (`maillage scenarios list`), or a plan file';
    throw new MaillageError('bad-option', message);
  }
  const draft = {
    name: 'study',
    shape: { scenarios: [...namesOrPaths] },
    folder: process.cwd(),
    formulas: [],
    where: whereTyped(namesOrPaths),
  };
  return planOrRefusal(settlePlan(draft, overrides, { catalogue, geography }));
}

/** File of a plan: a path to one, or the name of a ready plan (scenarios/plans); undefined when it is neither. */
export function findPlan(nameOrPath: string): string | undefined {
  const ready = join(scenariosDir(), 'plans', `${nameOrPath}.yaml`);
  return [resolve(nameOrPath), ready].find((file) => existsSync(file) && isPlanFile(file));
}

/** Whether a file is a plan rather than a scenario; false for one that cannot be read. */
export function isPlanFile(path: string): boolean {
  const { root } = readYaml(path);
  if (root === undefined) return false;
  const has = (key: string) => entryOf(root as YamlNode, key) !== undefined;
  if (has('scenarios')) return true;
  const scenarioKeys = Object.keys(ScenarioFile.shape);
  const planKeys = Object.keys(PlanFile.shape).filter((key) => !scenarioKeys.includes(key));
  // A plan whose list of scenarios is misspelt or forgotten is still told so.
  return planKeys.some(has) && !has('changes') && !has('extends');
}

function planOrRefusal({ plan, problems }: CheckedPlan): Plan {
  throwProblems(problems);
  if (plan === undefined) throw new MaillageError('internal', 'the plan was not read', { exitCode: 1 });
  return plan;
}
