/**
 * The ready scenarios, a new one to fill in, and the checks against lists that live elsewhere.
 */
import { join } from 'node:path';
import { scenariosDir } from '../base/paths.js';
import { type Problem, suggestion } from '../base/problems.js';
import { entryOf, nodeAt, readYaml } from '../base/yaml.js';
import { namesIn } from './load.js';
import type { Scenario } from './types.js';

export interface ScenarioLine {
  readonly name: string;
  readonly file: string;
  /** Absent when the file cannot be read; `maillage scenarios check` says why. */
  readonly title?: { readonly en: string; readonly fr: string };
  readonly extends?: string;
}

/** Scenario files of a folder (default: the package's), by name; a broken file is listed without its title. */
export function listScenarios(dir: string = scenariosDir()): ScenarioLine[] {
  return namesIn(dir).map((name) => {
    const file = join(dir, `${name}.yaml`);
    const { root } = readYaml(file);
    if (root === undefined) return { name, file };
    const word = (...path: string[]): string | undefined => {
      const node = nodeAt(root, path);
      return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
    };
    const en = word('title', 'en');
    const fr = word('title', 'fr');
    const parent = entryOf(root, 'extends') === undefined ? undefined : word('extends');
    return {
      name,
      file,
      ...(en === undefined || fr === undefined ? {} : { title: { en, fr } }),
      ...(parent === undefined ? {} : { extends: parent }),
    };
  });
}

/** Problems of `territories` against the codes and names that geography knows. */
export function checkTerritories(scenario: Scenario, knownCodes: Iterable<string>): Problem[] {
  const known = new Set(knownCodes);
  return scenario.territories
    .filter((territory) => !known.has(territory.text))
    .map(({ text, where }) => ({
      code: 'unknown-name',
      where,
      message: `unknown territory or région '${text}'; ${suggestion(text, known, 'maillage territories list')}`,
    }));
}

/** Problems of `expects` against the ids of the indicators. */
export function checkExpectations(scenario: Scenario, knownIndicators: Iterable<string>): Problem[] {
  const known = new Set(knownIndicators);
  return scenario.expects
    .filter((expected) => !known.has(expected.indicator))
    .map(({ indicator, where }) => ({
      code: 'unknown-name',
      where,
      message: `unknown indicator '${indicator}'; ${suggestion(indicator, known, 'maillage indicators list')}`,
    }));
}
