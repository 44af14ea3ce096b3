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
    const each = parameter.by === undefined ? '' : ` by ${parameter.by}`;
    const message = `${path} is a word${each} (${choices.join(', ')}): give it with 'value'`;
    return [{ code: 'wrong-type', message }];
  }
  const given: (readonly [number | string, string?])[] =
    typeof operand === 'object'
      ? Object.entries(operand).map(([member, value]) => [value, member])
      : [[operand]];
  return given.flatMap(([value, member]) => {
    const complaint =
      choices === undefined ? numberComplaint(value, parameter) : wordComplaint(value, path, choices);
    return complaint === undefined ? [] : [{ ...complaint, ...(member === undefined ? {} : { member }) }];
  });
}

function numberComplaint(value: number | string, { path, unit }: Parameter): Complaint | undefined {
  if (typeof value === 'number') return undefined;
  const message = `'${value}' is a text, expected a number in ${unit} for ${path}${numberHint(value)}`;
  return { code: 'wrong-type', message };
}

function wordComplaint(
  value: number | string,
  path: string,
  choices: readonly string[],
): Complaint | undefined {
  if (typeof value === 'number')
    return { code: 'wrong-type', message: `${path} is a word, expected one of: ${choices.join(', ')}` };
  if (choices.includes(value)) return undefined;
  const message = `'${value}' is not a choice of ${path}; ${suggestion(value, choices)}`;
  return { code: 'unknown-name', message };
}
