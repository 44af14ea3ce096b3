/**
 * Checks of one change against the catalogue (parameter, unit, kind, members, dates), and of the changes of
 * one file against each other (no two for the same months).
 */
import { parseMonth } from '../base/calendar.js';
import type { ErrorCode } from '../base/errors.js';
import { type Problem, suggestion } from '../base/problems.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { REST } from '../parameters/check-values.js';
import type { Parameter } from '../parameters/entry.js';
import { spanText } from './apply.js';
import { operandComplaints } from './check-operand.js';
import type { ChangeShape } from './file.js';
import type { Change, Operation } from './types.js';

/** Where the parts of a change were written: `where('unit')`, `where('value', '24')`, `where()` for the change itself. */
export type Where = (key?: string, member?: string) => string;

export interface CheckedChange {
  readonly change?: Change;
  readonly problems: readonly Problem[];
}

const OPERATIONS = ['value', 'multiply', 'add'] as const satisfies readonly Operation[];

/** The change of a well-shaped item, or everything that is wrong with it. */
export function checkChange(
  shape: ChangeShape,
  layer: string,
  catalogue: Catalogue,
  where: Where,
): CheckedChange {
  const problems: Problem[] = [];
  const report = (code: ErrorCode, key: string | undefined, message: string): void => {
    problems.push({ code, where: where(key), message });
  };
  const parameter = catalogue.parameters.get(shape.parameter);
  if (parameter === undefined) {
    const near = suggestion(shape.parameter, catalogue.parameters.keys(), 'maillage params list');
    report('unknown-name', 'parameter', `unknown parameter '${shape.parameter}'; ${near}`);
  }
  const from = parseMonth(shape.from) ?? -Infinity;
  const to = shape.to === undefined ? Infinity : (parseMonth(shape.to) ?? Infinity);
  if (to <= from)
    report(
      'overlapping-dates',
      'to',
      `the change begins in ${shape.from} and ends in ${shape.to}: 'to' is the month in which the former values resume, so it comes later`,
    );
  const given = OPERATIONS.filter((operation) => shape[operation] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'none is' : `${given.join(' and ')} are`;
    report(
      'wrong-type',
      undefined,
      `a change has exactly one of 'value', 'multiply' or 'add'; ${found} given`,
    );
  }
  if (parameter === undefined || given.length !== 1) return { problems };
  const [operation] = given;
  const operand = shape[operation] as Change['operand'];
  if (shape.unit !== undefined && shape.unit !== parameter.unit) {
    report(
      'wrong-unit',
      'unit',
      `the unit is '${shape.unit}', expected '${parameter.unit}', the unit of ${parameter.path}: convert the value`,
    );
  }
  for (const { code, member, message } of operandComplaints(parameter, operation, operand))
    problems.push({ code, where: where(operation, member), message });
  const members = shape.members?.map(String);
  problems.push(...memberProblems(parameter, operation, operand, members, where));
  if (problems.length > 0) return { problems };
  const named = members ?? (typeof operand === 'object' ? Object.keys(operand) : undefined);
  const change: Change = {
    parameter: parameter.path,
    from,
    to,
    operation,
    operand,
    ...(named === undefined ? {} : { members: named }),
    ...(shape.reason === undefined ? {} : { reason: shape.reason }),
    ...(shape.source === undefined ? {} : { source: shape.source }),
    layer,
    where: where(),
    valueWhere: where(operation),
  };
  return { change, problems };
}

/** Two changes of one file for the same parameter, members and months: nobody could say which one holds. */
export function overlapProblems(changes: readonly Change[]): Problem[] {
  return changes.flatMap((change, i) => {
    const earlier = changes.slice(0, i).find((other) => overlaps(other, change));
    if (earlier === undefined) return [];
    const message = `${change.parameter} is changed here ${spanText(change)}, and already ${spanText(earlier)} at ${earlier.where}: end the one ('to') where the other begins`;
    return [{ code: 'overlapping-dates' as const, where: change.where, message }];
  });
}

function overlaps(a: Change, b: Change): boolean {
  if (a.parameter !== b.parameter || a.from >= b.to || b.from >= a.to) return false;
  if (a.members === undefined || b.members === undefined) return true;
  return a.members.some((member) => b.members?.includes(member));
}

function memberProblems(
  parameter: Parameter,
  operation: Operation,
  operand: Change['operand'],
  members: readonly string[] | undefined,
  where: Where,
): Problem[] {
  const known = parameter.members;
  if (members !== undefined && known === undefined) {
    return [
      {
        code: 'wrong-type',
        where: where('members'),
        message: `${parameter.path} has no members, it is one ${parameter.choices === undefined ? 'number' : 'word'}: remove 'members'`,
      },
    ];
  }
  if (known === undefined) return [];
  if (members !== undefined && typeof operand === 'object') {
    return [
      {
        code: 'wrong-type',
        where: where('members'),
        message: `'${operation}' names its members already: remove 'members'`,
      },
    ];
  }
  const named = members ?? (typeof operand === 'object' ? Object.keys(operand) : []);
  return named
    .filter((member) => !known.includes(member))
    .map((member) => ({
      code: 'unknown-name',
      where: members === undefined ? where(operation, member) : where('members'),
      message: `'${member}' is not a member of ${parameter.by}; ${memberHint(member, known)}`,
    }));
}

function memberHint(member: string, known: readonly string[]): string {
  if (member !== REST) return suggestion(member, known);
  return 'a change leaves the members that it does not name as they are, and names none to change them all';
}
