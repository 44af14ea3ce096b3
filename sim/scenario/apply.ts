/**
 * Changes laid over the catalogue, one after the other, and the check that no result leaves the limits of
 * its parameter. A change of a scenario acts on the values that the scenario it extends has left.
 */
import { formatMonth } from '../base/calendar.js';
import { type Problem, suggestion, throwProblems } from '../base/problems.js';
import type { Catalogue } from '../parameters/catalogue.js';
import type { Parameter } from '../parameters/entry.js';
import { parametersFromTimelines, type ResolvedParameters, type Timeline } from '../parameters/resolved.js';
import { type Piece, piecesOf, piecesWithin, transformed, type Value } from '../parameters/timeline.js';
import type { Change, Scenario, Warning } from './types.js';

/**
 * The parameters that a scenario gives to the model; without a scenario, the values of the catalogue.
 * @throws MaillageError when a change does not fit the catalogue (a scenario checked against it always does).
 */
export function resolveParameters(catalogue: Catalogue, scenario?: Scenario): ResolvedParameters {
  const { timelines, problems } = applyChanges(catalogue, scenario?.changes ?? []);
  throwProblems(problems);
  return parametersFromTimelines(timelines);
}

export interface Applied {
  readonly timelines: Timeline[];
  readonly problems: Problem[];
  readonly warnings: Warning[];
}

/** Timelines of the catalogue under the changes, with what leaves the limits (problems) or the range (warnings). */
export function applyChanges(catalogue: Catalogue, changes: readonly Change[]): Applied {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const timelines = [...catalogue.parameters.values()].map((parameter) => {
    let pieces = piecesOf(parameter.dated, parameter.interpolate);
    for (const change of changes) {
      if (change.parameter !== parameter.path) continue;
      pieces = transformed(pieces, change.from, change.to, (value) => changedValue(value, change, parameter));
      const judgement = judge(parameter, change, pieces);
      if (judgement.problem !== undefined) problems.push(judgement.problem);
      else if (judgement.warning !== undefined) warnings.push(judgement.warning);
    }
    return timelineOf(parameter, pieces);
  });
  return { timelines, problems, warnings };
}

function changedValue(value: Value, change: Change, { members, choices }: Parameter): Value {
  const { operand } = change;
  if (typeof value === 'string') return operand as Value;
  if (typeof value === 'number') return operate(value, change, operand as number);
  return value.map((number, i) => {
    const member = members?.[i] ?? '';
    if (change.members !== undefined && !change.members.includes(member)) return number;
    const amount = typeof operand === 'object' ? operand[member] : operand;
    if (amount === undefined) return number;
    return choices === undefined
      ? operate(number, change, amount as number)
      : choices.indexOf(String(amount));
  });
}

function operate(number: number, change: Change, amount: number): number {
  if (change.operation === 'value') return amount;
  return change.operation === 'multiply' ? number * amount : number + amount;
}

function judge(
  parameter: Parameter,
  change: Change,
  pieces: readonly Piece[],
): { problem?: Problem; warning?: Warning } {
  const { limits, range, unit, path, choices } = parameter;
  const where = change.valueWhere;
  if (choices !== undefined) return judgeWords(path, choices, change);
  const numbers = piecesWithin(pieces, change.from, change.to).flatMap((piece) => [
    ...numbersOf(piece.value),
    ...numbersOf(piece.line?.next ?? piece.value),
  ]);
  const outside = numbers.find(
    (number) => !Number.isFinite(number) || number < limits[0] || number > limits[1],
  );
  const result = change.operation === 'value' ? '' : `'${change.operation}' gives `;
  if (outside !== undefined) {
    const message = `${result}${outside} ${unit} for ${path}, expected ${boundsText(limits)}: correct the value`;
    return { problem: { code: 'out-of-range', where, message } };
  }
  const unusual =
    range === undefined ? undefined : numbers.find((number) => number < range[0] || number > range[1]);
  if (range === undefined || unusual === undefined) return {};
  const message = `${result}${unusual} ${unit} for ${path}, outside its plausible range [${range.join(', ')}]`;
  return { warning: { where, message } };
}

/** A change read from a study has not met this catalogue: its words may be of another version. */
function judgeWords(
  path: string,
  choices: readonly string[],
  { operand, valueWhere }: Change,
): { problem?: Problem } {
  const given = typeof operand === 'object' ? Object.values(operand) : [operand];
  const unknown = given.map(String).find((word) => !choices.includes(word));
  if (unknown === undefined) return {};
  const message = `'${unknown}' is not a choice of ${path}; ${suggestion(unknown, choices)}`;
  return { problem: { code: 'unknown-name', where: valueWhere, message } };
}

/** Limits in words: between 0 and 1, at least 0. */
function boundsText([low, high]: readonly [number, number]): string {
  if (low === -Infinity && high === Infinity) return 'a finite number';
  if (high === Infinity) return `at least ${low}`;
  return low === -Infinity ? `at most ${high}` : `between ${low} and ${high}`;
}

function numbersOf(value: Value): readonly number[] {
  return typeof value === 'number' ? [value] : typeof value === 'string' ? [] : value;
}

function timelineOf(parameter: Parameter, pieces: readonly Piece[]): Timeline {
  const { path, kind, unit, by, members, choices } = parameter;
  const worded = by === undefined || choices === undefined ? {} : { choices };
  return { path, kind, unit, ...(by === undefined ? {} : { by, members }), ...worded, pieces };
}

/** The months of a change in words: from 2020-01, from 2020-01 to 2025-01, always. */
export function spanText(change: { readonly from: number; readonly to: number }): string {
  const start = change.from === -Infinity ? 'always' : `from ${formatMonth(change.from)}`;
  return change.to === Infinity ? start : `${start} to ${formatMonth(change.to)}`;
}
