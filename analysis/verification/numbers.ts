/** Numbers of a study that are to stay: means of its scenarios and their paired differences from the baseline. */
import { meanInterval } from '../../sim/recorder/statistics.js';
import type { CellFilter, StudyCells } from '../../sim/results/study/cells.js';
import { samplerOf, samplingUnit } from '../comparison/sampling.js';
import { headlinesKept, type Method, type StudyFacts, usualGroup, usualPlace } from '../comparison/study.js';

/** What a number is the value of: the mean of a scenario, or of its difference from a baseline. */
export interface NumberKey {
  readonly scenario: string;
  readonly baseline?: string;
  readonly indicator: string;
  readonly place: string;
  readonly group: string;
  readonly period: string;
}

export interface Measured {
  readonly value: number;
  /** Half-width of its 95 % interval; NaN for a single observation. */
  readonly halfWidth: number;
}

/** The value of a key in a study, with the sampling units that a comparison uses; NaN where there is none. */
export function measureNumber(cells: StudyCells, key: NumberKey, method: Method): Measured {
  const { units } = cells;
  const cell = cells.cells.find(
    ({ indicator, place, group, period }) =>
      indicator === key.indicator && place === key.place && group === key.group && period === key.period,
  );
  const names = key.baseline === undefined ? [key.scenario] : [key.scenario, key.baseline];
  const rows = names.map((name) => cells.scenarios.findIndex((scenario) => scenario.name === name));
  if (cell === undefined || rows.includes(-1)) return { value: Number.NaN, halfWidth: Number.NaN };
  const columns = rows.map((s) => cell.values.subarray(s * units.length, (s + 1) * units.length));
  const [own, reference] = samplerOf(units, samplingUnit(method, units))(columns).columns;
  const { mean, halfWidth } = meanInterval(
    reference === undefined ? own : own.map((value, i) => value - reference[i]),
  );
  return { value: mean, halfWidth };
}

/** The numbers that `--write` keeps: headline indicators of the last year, for France and everybody. */
export function usualNumbers(facts: StudyFacts): NumberKey[] {
  const where = { place: usualPlace(facts), group: usualGroup(facts), period: String(facts.to) };
  return facts.scenarios.flatMap(({ name: scenario }) =>
    headlinesKept(facts).flatMap(({ id: indicator }) => [
      { scenario, indicator, ...where },
      ...(scenario === facts.baseline ? [] : [{ scenario, baseline: facts.baseline, indicator, ...where }]),
    ]),
  );
}

/** The cells that hold these numbers. */
export function cellsNeeded(keys: readonly NumberKey[]): CellFilter {
  const all = (of: (key: NumberKey) => string) => [...new Set(keys.map(of))].sort();
  return {
    indicators: all(({ indicator }) => indicator),
    periods: all(({ period }) => period),
    places: all(({ place }) => place),
    groups: all(({ group }) => group),
  };
}

/** `more-training − baseline, unmet, FR, all, 2025`. */
export function keyText({ scenario, baseline, indicator, place, group, period }: NumberKey): string {
  const subject = baseline === undefined ? scenario : `${scenario} − ${baseline}`;
  return [subject, indicator, place, group, period].join(', ');
}
