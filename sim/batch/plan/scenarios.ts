/**
 * The scenarios of a plan: read with every check, different from each other, and alike in what a comparison needs (the same
 * territories, the same years).
 */
import { basename } from 'node:path';
import { displayPath } from '../../base/paths.js';
import { type Problem, suggestion } from '../../base/problems.js';
import { RUN_DEFAULTS } from '../../engine/settings.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import { INDICATORS } from '../../recorder/dictionary.js';
import { checkExpectations, checkTerritories } from '../../scenario/list.js';
import { checkScenario, findScenario } from '../../scenario/load.js';
import type { Located, Scenario } from '../../scenario/types.js';
import { restrictGeography } from '../../world/geography/restrict.js';
import type { Geography } from '../../world/territory.js';

/** What a plan is checked against. */
export interface Known {
  readonly catalogue: Catalogue;
  /** All of France. */
  readonly geography: Geography;
}

/** A scenario and the place where the plan names it. */
export interface ListedScenario {
  readonly scenario: Scenario;
  readonly where: string;
}

/** The scenarios of a list of names or of paths relative to `folder`, and all that is wrong with them. */
export function readScenarios(
  names: readonly Located[],
  folder: string,
  known: Known,
): { listed: ListedScenario[]; problems: Problem[] } {
  const listed: ListedScenario[] = [];
  const problems: Problem[] = [];
  for (const { text, where } of names) {
    const found = findScenario(text, folder);
    if ('problem' in found) {
      problems.push({ ...found.problem, where });
      continue;
    }
    const twin = listed.find(({ scenario }) => scenario.file === found.file);
    if (twin !== undefined) {
      const message = `the scenario '${twin.scenario.name}' is listed twice (first at ${twin.where}): remove one`;
      problems.push({ code: 'unknown-name', where, message });
      continue;
    }
    const { scenario, problems: wrong } = checkScenario(found.file, known.catalogue);
    problems.push(...wrong);
    if (scenario === undefined) continue;
    problems.push(...namesakes(scenario, listed, where), ...wordProblems(scenario, known.geography));
    listed.push({ scenario, where });
  }
  problems.push(...territoryProblems(listed, known.geography));
  return { listed, problems: distinct(problems) };
}

/** The years that a plan gives, else those of its scenarios when they agree. */
export function sharedYears(
  listed: readonly ListedScenario[],
  given: { readonly from?: number; readonly to?: number },
): { from: number; to: number; problems: Problem[] } {
  const problems: Problem[] = [];
  const year = (key: 'from' | 'to'): number => {
    const own = given[key];
    if (own !== undefined) return own;
    const yearOf = ({ scenario }: ListedScenario) => scenario[key] ?? RUN_DEFAULTS[key];
    const [first, ...others] = listed;
    const other = others.find((candidate) => yearOf(candidate) !== yearOf(first));
    if (other !== undefined) {
      const [verb, option] = key === 'from' ? ['begins', '--from'] : ['ends', '--to'];
      const message = `'${other.scenario.name}' ${verb} in ${yearOf(other)} and '${first.scenario.name}' in ${yearOf(first)}: give one year to all, '${key}' in the plan or ${option}`;
      problems.push({ code: 'overlapping-dates', where: other.where, message });
    }
    return first === undefined ? RUN_DEFAULTS[key] : yearOf(first);
  };
  return { from: year('from'), to: year('to'), problems };
}

/** Codes or names of the places whose people the scenarios simulate; empty for all of France. */
export function simulatedPlaces(listed: readonly ListedScenario[]): string[] {
  return listed[0]?.scenario.territories.map(({ text }) => text) ?? [];
}

/** The baseline named, or the first scenario. */
export function baselineOf(
  listed: readonly ListedScenario[],
  named: Located | undefined,
): { baseline: string; problems: Problem[] } {
  const names = listed.map(({ scenario }) => scenario.name);
  if (named === undefined || names.includes(named.text) || names.length === 0)
    return { baseline: named?.text ?? names[0] ?? '', problems: [] };
  const message = `the baseline '${named.text}' is not one of the scenarios; ${suggestion(named.text, names)}`;
  return { baseline: '', problems: [{ code: 'unknown-name', where: named.where, message }] };
}

function namesakes(scenario: Scenario, listed: readonly ListedScenario[], where: string): Problem[] {
  const twin = listed.find((other) => other.scenario.name === scenario.name);
  if (twin === undefined) return [];
  const files = `${displayPath(twin.scenario.file)} and ${displayPath(scenario.file)}`;
  const message = `two scenarios are called '${scenario.name}' (${files}): rename ${basename(scenario.file)} and its 'name'`;
  return [{ code: 'unknown-name', where, message }];
}

/** Territories and indicators that the scenario names, against those that exist. */
function wordProblems(scenario: Scenario, { regions, territories }: Geography): Problem[] {
  const places = [...regions, ...territories].flatMap(({ code, name }) => [code, name]);
  return [
    ...(scenario.territories.length === 0 ? [] : checkTerritories(scenario, places)),
    ...checkExpectations(
      scenario,
      INDICATORS.map(({ id }) => id),
    ),
  ];
}

/** Scenarios that simulate other people cannot be compared. */
function territoryProblems(listed: readonly ListedScenario[], geography: Geography): Problem[] {
  const peopleOf = ({ scenario }: ListedScenario): string =>
    restrictGeography(
      geography,
      scenario.territories.map(({ text }) => text),
    ).digest;
  const [first, ...others] = listed;
  const other = others.find((candidate) => peopleOf(candidate) !== peopleOf(first));
  if (other === undefined) return [];
  const message = `'${other.scenario.name}' simulates other territories than '${first.scenario.name}': give both the same 'territories', or compare them in plans of their own`;
  return [{ code: 'wrong-type', where: other.where, message }];
}

/** A mistake in a scenario that several extend is told once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ where, message }) => {
    const key = `${where}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
