/**
 * Loading a scenario: its file, the scenarios it extends, every check, every mistake in one go.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MaillageError, nearestName } from '../base/errors.js';
import { displayPath, scenariosDir } from '../base/paths.js';
import { type Problem, suggestion, throwProblems } from '../base/problems.js';
import { checkShape } from '../base/shape.js';
import { readYaml, whereOf, type YamlNode } from '../base/yaml.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { applyChanges } from './apply.js';
import { checkChange, overlapProblems, type Where } from './check-change.js';
import { ScenarioFile } from './file.js';
import type { Change, Located, Scenario, Warning } from './types.js';

const EXTENSION = '.yaml';

export interface CheckedScenario {
  /** Absent when there are problems. */
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * The scenario of a name (ready scenarios of the package) or of a path to a YAML file.
 * @throws MaillageError that lists every mistake of the file and of those it extends.
 */
export function loadScenario(nameOrPath: string, catalogue: Catalogue): Scenario {
  const { scenario, problems } = checkScenario(nameOrPath, catalogue);
  throwProblems(problems);
  if (scenario === undefined)
    throw new MaillageError('internal', `the scenario '${nameOrPath}' was not read`, { exitCode: 1 });
  return scenario;
}

/** As `loadScenario`, with all the mistakes and warnings in hand. */
export function checkScenario(nameOrPath: string, catalogue: Catalogue): CheckedScenario {
  const found = findScenario(nameOrPath, process.cwd());
  if ('problem' in found) return { problems: [{ ...found.problem, where: nameOrPath }], warnings: [] };
  return checkFile(found.file, catalogue);
}

/** The scenario in a file, under the catalogue. */
function checkFile(file: string, catalogue: Catalogue): CheckedScenario {
  const { scenario, problems } = readLayers(file, [], catalogue);
  if (scenario === undefined || problems.length > 0) return { problems, warnings: [] };
  const applied = applyChanges(catalogue, scenario.changes);
  if (applied.problems.length > 0) return { problems: applied.problems, warnings: applied.warnings };
  return { scenario: { ...scenario, warnings: applied.warnings }, problems: [], warnings: applied.warnings };
}

/** File of a scenario: a path when it looks like one, otherwise a name beside `folder` or among the ready ones. */
export function findScenario(
  nameOrPath: string,
  folder: string,
): { file: string } | { problem: Omit<Problem, 'where'> } {
  const isPath = nameOrPath.includes('/') || nameOrPath.includes('\\') || /\.ya?ml$/.test(nameOrPath);
  const candidates = isPath
    ? [resolve(folder, nameOrPath)]
    : [join(folder, nameOrPath + EXTENSION), join(scenariosDir(), nameOrPath + EXTENSION)];
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file !== undefined) return { file };
  const wanted = basename(nameOrPath).replace(/\.ya?ml$/, '');
  const around = namesIn(isPath ? dirname(candidates[0]) : folder);
  const near = isPath ? nearestName(wanted, around) : undefined;
  const ready =
    near === undefined
      ? suggestion(wanted, new Set([...around, ...namesIn(scenariosDir())]), 'maillage scenarios list')
      : `did you mean '${join(dirname(nameOrPath), near + EXTENSION)}'?`;
  const message = `there is no scenario ${isPath ? 'file' : 'named'} '${nameOrPath}'; ${ready}`;
  return { problem: { code: 'unknown-name', message } };
}

/** Names of the scenario files of a folder, sorted; none when it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(EXTENSION))
      .map((name) => basename(name, EXTENSION))
      .sort();
  } catch {
    return [];
  }
}

interface Layers {
  readonly scenario?: Scenario;
  readonly problems: Problem[];
}

function readLayers(file: string, children: readonly string[], catalogue: Catalogue): Layers {
  const read = readYaml(file);
  if (read.root === undefined || read.problems.length > 0) return { problems: [...read.problems] };
  const { root } = read;
  const shaped = checkShape(ScenarioFile, root);
  if (shaped.value === undefined) return { problems: [...shaped.problems] };
  const shape = shaped.value;
  const problems: Problem[] = [];
  if (shape.name !== basename(file, EXTENSION)) {
    const message = `the name is '${shape.name}' in a file called '${basename(file)}': the two are the same, so rename one`;
    problems.push({ code: 'wrong-type', where: whereOf(root, ['name']), message });
  }
  if (shape.from !== undefined && shape.to !== undefined && shape.to < shape.from) {
    problems.push({
      code: 'overlapping-dates',
      where: whereOf(root, ['to']),
      message: `the last year, ${shape.to}, comes before the first, ${shape.from}`,
    });
  }
  const parent =
    shape.extends === undefined
      ? { problems: [] }
      : readParent(shape.extends, root, file, children, catalogue);
  problems.push(...parent.problems);
  const own = (shape.changes ?? []).map((change, i) =>
    checkChange(change, shape.name, catalogue, whereIn(root, i)),
  );
  problems.push(...own.flatMap((checked) => checked.problems));
  const changes = own.flatMap(({ change }) => (change === undefined ? [] : [change]));
  problems.push(...overlapProblems(changes));
  return {
    problems,
    ...(problems.length > 0 ? {} : { scenario: layered(shape, file, root, changes, parent.scenario) }),
  };
}

function readParent(
  name: string,
  root: YamlNode,
  file: string,
  children: readonly string[],
  catalogue: Catalogue,
): Layers {
  const where = whereOf(root, ['extends']);
  const found = findScenario(name, dirname(file));
  if ('problem' in found) return { problems: [{ ...found.problem, where }] };
  const chain = [...children, file];
  const start = chain.indexOf(found.file);
  if (start >= 0) {
    const circle = [...chain.slice(start), found.file].map((link) => basename(link, EXTENSION)).join(' → ');
    const message = `the scenarios extend each other in a circle: ${circle}; remove one 'extends' (${displayPath(found.file)})`;
    return { problems: [{ code: 'extends-cycle', where, message }] };
  }
  return readLayers(found.file, chain, catalogue);
}

function layered(
  shape: ScenarioFile,
  file: string,
  root: YamlNode,
  changes: readonly Change[],
  parent: Scenario | undefined,
): Scenario {
  const territories: Located[] | undefined = shape.territories?.map((code, i) => ({
    text: String(code),
    where: whereOf(root, ['territories', i]),
  }));
  const from = shape.from ?? parent?.from;
  const to = shape.to ?? parent?.to;
  return {
    name: shape.name,
    title: shape.title,
    ...(shape.description === undefined ? {} : { description: shape.description }),
    reason: shape.reason,
    sources: shape.sources ?? [],
    file,
    lineage: [...(parent?.lineage ?? []), shape.name],
    changes: [...(parent?.changes ?? []), ...changes],
    expects: (shape.expects ?? []).map((expected, i) => ({
      ...expected,
      where: whereOf(root, ['expects', i]),
    })),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    territories: territories ?? parent?.territories ?? [],
    warnings: [],
  };
}

function whereIn(root: YamlNode, i: number): Where {
  return (...keys) => whereOf(root, ['changes', i, ...keys.filter((key) => key !== undefined)]);
}
