/** Checks of what a change gives: a number in the unit of the parameter, a word among its choices, or one by member. */
import type { ErrorCode } from '../base/errors.js';
import { suggestion } from '../base/problems.js';
import { numberHint } from '../base/shape.js';
import type { Parameter } from '../parameters/entry.js';
import type { Change, Operation } from './types.js';

export interface Complaint {
  readonly code: ErrorCode;
  /** Member whose value is wrong; absent when it is the whole of it. */
  readonly member?: string;
  readonly message: string;
}

/** Everything wrong with the operand of a change of a parameter; members themselves are checked elsewhere. */
export function operandComplaints(
  parameter: Parameter,
  operation: Operation,
  operand: Change['operand'],
): Complaint[] {
  const { path, unit, choices, members } = parameter;
  if (typeof operand === 'object' && members === undefined) {
    const message =
      choices === undefined
        ? `${path} is one number, not a list by member: give one number in ${unit}`
        : `${path} is a word, expected one of: ${choices.join(', ')}`;
    return [{ code: 'wrong-type', message }];
  }
  if (choices !== undefined && operation !== 'value') {
    const message = `${path} is ${wordOf(parameter)} (${choices.join(', ')}): give it with 'value'`;
    return [{ code: 'wrong-type', message }];
  }
  const check = (value: number | string): Complaint | undefined =>
    choices === undefined
      ? numberComplaint(parameter, operation, value)
      : wordComplaint(parameter, choices, value);
  if (typeof operand !== 'object') return [check(operand) ?? []].flat();
  return Object.entries(operand).flatMap(([member, value]) => {
    const complaint = check(value);
    return complaint === undefined ? [] : [{ ...complaint, member }];
  });
}

function numberComplaint(
  { path, unit }: Parameter,
  operation: Operation,
  value: number | string,
): Complaint | undefined {
  if (typeof value === 'number') return undefined;
  const number = unit === 'none' ? 'a number' : `a number in ${unit}`;
  const expected = operation === 'multiply' ? 'a factor' : number;
  const message = `'${value}' is a text, expected ${expected} for ${path}${numberHint(value)}`;
  return { code: 'wrong-type', message };
}

function wordComplaint(
  parameter: Parameter,
  choices: readonly string[],
  value: number | string,
): Complaint | undefined {
  const { path } = parameter;
  if (typeof value === 'number') {
    const message = `${path} is ${wordOf(parameter)}, expected one of: ${choices.join(', ')}`;
    return { code: 'wrong-type', message };
  }
  if (choices.includes(value)) return undefined;
  const message = `'${value}' is not a choice of ${path}; ${suggestion(value, choices)}`;
  return { code: 'unknown-name', message };
}

function wordOf({ by }: Parameter): string {
  return by === undefined ? 'a word' : `a word by ${by}`;
}
