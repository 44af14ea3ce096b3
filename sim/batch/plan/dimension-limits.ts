/**
 * No drawn value may leave the limits of its parameter, alone or together with what a scenario makes of it. Changes are
 * linear in the number drawn, so the ends of the ranges say it for everything between them.
 */
import type { Problem } from '../../base/problems.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import { applyChanges, spanText } from '../../scenario/apply.js';
import type { Change, Scenario, Warning } from '../../scenario/types.js';
import { dimensionChange } from '../design/points.js';
import type { Dimension } from '../design/types.js';
import type { PlacedDimension } from './dimension-names.js';

/** Problems of values beyond limits, and warnings of values beyond plausible ranges. */
export function limitProblems(
  placed: readonly PlacedDimension[],
  scenarios: readonly Scenario[],
  catalogue: Catalogue,
): { problems: Problem[]; warnings: Warning[] } {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  for (const [i, one] of placed.entries()) {
    const place = one.where(one.dimension.levels === undefined ? 'range' : 'levels');
    const alone = endsOf(one.dimension).map((change) => apply(catalogue, [change]));
    const said = [
      ...alone.flatMap((applied) => applied.problems),
      ...alone.flatMap((applied) => applied.warnings),
    ];
    if (alone.some((applied) => applied.problems.length > 0)) {
      problems.push({
        code: 'out-of-range',
        where: place,
        message: narrow(said[0].message),
      });
      continue;
    }
    if (said.length > 0) warnings.push({ where: place, message: said[0].message });
    const clash = scenarioClash(one.dimension, placed.slice(0, i), scenarios, catalogue);
    if (clash !== undefined) problems.push({ code: 'out-of-range', where: place, message: clash });
  }
  return { problems, warnings };
}

/** The first scenario whose changes of the same parameter leave its limits at some end of the range, in words. */
function scenarioClash(
  dimension: Dimension,
  earlier: readonly PlacedDimension[],
  scenarios: readonly Scenario[],
  catalogue: Catalogue,
): string | undefined {
  const others = earlier
    .map((placed) => placed.dimension)
    .filter((other) => other.parameter === dimension.parameter && other.under !== dimension.under);
  for (const scenario of scenarios) {
    const own = scenario.changes.filter(({ parameter }) => parameter === dimension.parameter);
    for (const change of endsOf(dimension)) {
      for (const other of [undefined, ...others.flatMap(endsOf)]) {
        const under = dimension.under ? [change] : other === undefined ? [] : [other];
        const over = dimension.under ? (other === undefined ? [] : [other]) : [change];
        const [problem] = apply(catalogue, [...under, ...own, ...over]).problems;
        if (problem !== undefined)
          return `with ${dimension.parameter} ${wordOf(change)}, the scenario '${scenario.name}' leaves its limits: ${narrow(problem.message)}`;
      }
    }
  }
  return undefined;
}

/** The sentence about a value of a scenario, with what to do about one that is drawn. */
function narrow(message: string): string {
  return message.replace(/: correct the value$/, ': narrow the range');
}

/** The changes at the lowest and at the highest value. */
function endsOf(dimension: Dimension): Change[] {
  const { levels, low = 0, high = 0, words } = dimension;
  if (words !== undefined) return [];
  const ends = levels === undefined ? [low, high] : [Math.min(...levels), Math.max(...levels)];
  return ends.map((value) => dimensionChange(dimension, value, 'plan'));
}

function wordOf({ operation, operand, from, to }: Change): string {
  const verb = { value: 'at', multiply: 'multiplied by', add: 'raised by' }[operation];
  const months = from === -Infinity ? '' : ` ${spanText({ from, to })}`;
  return `${verb} ${String(operand)}${months}`;
}

/** Changes of one parameter laid over the catalogue's values of it. */
function apply(catalogue: Catalogue, changes: readonly Change[]) {
  const [path] = changes.map(({ parameter }) => parameter);
  const parameter = catalogue.parameters.get(path);
  const only = new Map(parameter === undefined ? [] : [[path, parameter]]);
  return applyChanges({ ...catalogue, parameters: only }, changes);
}
