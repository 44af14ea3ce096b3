/**
 * The dated values of one parameter entry, read from what its YAML holds: a number, a word among `choices`, or one of
 * them for each member of the domain `by`, `rest` standing for the members that are not named.
 */
import { parseMonth } from '../base/calendar.js';
import type { ErrorCode } from '../base/errors.js';
import { suggestion } from '../base/problems.js';
import { numberHint } from '../base/shape.js';
import { describeNode, nodeAt, type YamlNode } from '../base/yaml.js';
import type { Parameter, ParameterEntry } from './entry.js';
import type { Domain } from './vocabulary.js';

/** Key of a mapping by member whose value is that of every member not named. */
export const REST = 'rest';
/** Missing members named in a message; a domain may hold a hundred. */
const MOST_NAMED = 8;

export type Dated = Parameter['dated'][number];
export type Report = (path: readonly PropertyKey[], code: ErrorCode, message: string) => void;
type ByMember = Readonly<Record<string, number | string>>;

interface Reading {
  readonly node: YamlNode;
  readonly choices: readonly string[] | undefined;
  readonly report: Report;
}

/** Values of an entry by month, words by member as positions in its `choices`; what is wrong is reported. */
export function datedValues(
  node: YamlNode,
  shape: ParameterEntry,
  domain: Domain | undefined,
  report: Report,
): Dated[] {
  const reading: Reading = { node, choices: shape.choices, report };
  return Object.entries(shape.values).flatMap(([date, written]): Dated[] => {
    const path = ['values', date];
    const value =
      shape.by === undefined
        ? oneValue(reading, path, written)
        : listValue(reading, path, written, shape.by, domain);
    return value === undefined ? [] : [{ month: parseMonth(date) ?? 0, value }];
  });
}

function oneValue(
  { node, choices, report }: Reading,
  path: readonly string[],
  value: number | string | ByMember,
): number | string | undefined {
  const written = writtenAt(node, path);
  if (choices === undefined) {
    if (typeof value === 'number') return value;
    const expected = `expected a number${numberHint(value)} (a list needs 'by', a word needs 'choices')`;
    report(path, 'wrong-type', `the value is ${written}, ${expected}`);
    return undefined;
  }
  if (typeof value !== 'string') {
    const hint = typeof value === 'object' ? " (words by member need 'by')" : '';
    report(
      path,
      'wrong-type',
      `the value is ${written}, expected a word among: ${choices.join(', ')}${hint}`,
    );
    return undefined;
  }
  if (choices.includes(value)) return value;
  report(path, 'unknown-name', `'${value}' is not a choice; ${suggestion(value, choices)}`);
  return undefined;
}

function listValue(
  reading: Reading,
  path: readonly string[],
  value: number | string | ByMember,
  by: string,
  domain: Domain | undefined,
): readonly number[] | undefined {
  const { node, choices, report } = reading;
  if (typeof value !== 'object') {
    const what = choices === undefined ? 'number' : 'word';
    const hint = choices === undefined ? '' : ` ('${REST}: ${choices[0]}' gives it to all)`;
    const written = writtenAt(node, path);
    report(
      path,
      'wrong-type',
      `the value is ${written}, expected one ${what} for each member of ${by}${hint}`,
    );
    return undefined;
  }
  if (domain === undefined) return undefined;
  const given = new Map<string, number | undefined>();
  for (const [member, one] of Object.entries(value))
    given.set(member, memberValue(reading, [...path, member], one));
  checkMembers(path, given, domain, report);
  const rest = given.get(REST);
  // A member without value has been reported, so that nobody reads the shorter list.
  return domain.members.flatMap(({ id }) => (given.has(id) ? given.get(id) : rest) ?? []);
}

function memberValue(
  { node, choices, report }: Reading,
  path: readonly string[],
  value: number | string,
): number | undefined {
  const subject = `'${path.at(-1)}' is ${writtenAt(node, path)}`;
  if (choices === undefined) {
    if (typeof value === 'number') return value;
    report(path, 'wrong-type', `${subject}, expected a number${numberHint(value)} (words need 'choices')`);
    return undefined;
  }
  if (typeof value === 'number') {
    report(path, 'wrong-type', `${subject}, expected a word among: ${choices.join(', ')}`);
    return undefined;
  }
  if (choices.includes(value)) return choices.indexOf(value);
  report(path, 'unknown-name', `'${value}' is not a choice; ${suggestion(value, choices)}`);
  return undefined;
}

function checkMembers(
  path: readonly string[],
  given: ReadonlyMap<string, unknown>,
  domain: Domain,
  report: Report,
): void {
  const ids = domain.members.map((member) => member.id);
  const unknown = [...given.keys()].filter((key) => key !== REST && !ids.includes(key));
  for (const key of unknown)
    report(
      [...path, key],
      'unknown-name',
      `'${key}' is not a member of ${domain.id}; ${suggestion(key, ids)}`,
    );
  const missing = ids.filter((id) => !given.has(id));
  if (given.has(REST)) {
    if (missing.length > 0 || unknown.length > 0) return;
    const message = `'${REST}' stands for nobody: every member of ${domain.id} has its own value, so remove it`;
    report([...path, REST], 'wrong-type', message);
    return;
  }
  // A misspelt member is told once, not as missing too.
  if (missing.length === 0 || unknown.length > 0) return;
  const message = `no value for ${named(missing)}: every member of ${domain.id} needs one, or '${REST}' gives that of the others`;
  report(path, 'wrong-type', message);
}

function named(missing: readonly string[]): string {
  if (missing.length <= MOST_NAMED) return missing.join(', ');
  return `${missing.slice(0, MOST_NAMED).join(', ')} and ${missing.length - MOST_NAMED} more`;
}

function writtenAt(node: YamlNode, path: readonly string[]): string {
  const found = nodeAt(node, path);
  return found === undefined ? 'empty' : describeNode(found);
}
