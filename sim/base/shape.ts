/**
 * Checks a YAML tree against a zod schema and says what is wrong in our sentences, with the place.
 * A schema's `error` holds what was expected ("a month as 2020-01"); zod's own messages are never shown.
 */
import { z } from 'zod';
import { nearestName } from './errors.js';
import { type Problem, suggestion } from './problems.js';
import { describeNode, entryOf, nodeAt, plain, whereOf, type YamlEntry, type YamlNode } from './yaml.js';

/** Leaf schemas shared by all our files, each with the words of what it expects. */
export const text = z.string({ error: 'a text' }).trim().regex(/\S/, { error: 'a text that is not empty' });
export const finite = z.number({ error: 'a number' });
export const month = z
  .string({ error: 'a month written as 2020-01' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'a month written as 2020-01' });
export const year = z
  .int({ error: 'a year written as 2020' })
  .gte(1900, { error: 'a year written as 2020' })
  .lte(2200, { error: 'a year written as 2020' });
export const interval = z.tuple([finite, finite], { error: 'two numbers, [lowest, highest]' });
export const bilingual = z.strictObject({ en: text, fr: text }, { error: 'two texts, { en: ..., fr: ... }' });

export interface Shaped<T> {
  /** Absent when there are problems. */
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/**
 * The tree as a value of the schema, or everything that keeps it from being one.
 * `subject` names the whole tree in a message, such as the path of a parameter.
 */
export function checkShape<S extends z.ZodType>(
  schema: S,
  root: YamlNode,
  subject = 'the file',
): Shaped<z.output<S>> {
  const result = schema.safeParse(plain(root), { error: (issue) => expectedWords(issue) });
  if (result.success) return { value: result.data, problems: [] };
  const { issues } = result.error;
  const told = issues.filter((issue) => !isMissing(issue, root) || !isMisspelt(issue, issues, schema));
  return { problems: told.flatMap((issue) => issueProblems(issue, schema, root, subject)) };
}

function isMissing(issue: z.core.$ZodIssue, root: YamlNode): boolean {
  return issue.code !== 'unrecognized_keys' && nodeAt(root, issue.path) === undefined;
}

/** A missing key of which an unknown one beside it is a misspelling: one mistake, told once. */
function isMisspelt(
  missing: z.core.$ZodIssue,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
): boolean {
  const parent = missing.path.slice(0, -1);
  const known = keysOf(schemaAt(schema, parent));
  return issues.some(
    (issue) =>
      issue.code === 'unrecognized_keys' &&
      issue.path.join('.') === parent.join('.') &&
      issue.keys.some((key) => nearestName(key, known) === missing.path.at(-1)),
  );
}

function issueProblems(issue: z.core.$ZodIssue, schema: z.ZodType, root: YamlNode, whole: string): Problem[] {
  const parent = nodeAt(root, issue.path) ?? root;
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, issue.path));
    return issue.keys.map((key) => unknownKey(key, entryOf(parent, key), parent, known));
  }
  const name = pathText(issue.path);
  const where = whereOf(root, issue.path);
  const node = nodeAt(root, issue.path);
  if (issue.code === 'invalid_key') {
    const keyWhere =
      entryOf(nodeAt(root, issue.path.slice(0, -1)), String(issue.path.at(-1)))?.where ?? where;
    const expected = issue.issues[0]?.message ?? issue.message;
    return [
      {
        code: 'wrong-type',
        where: keyWhere,
        message: `the key '${String(issue.path.at(-1))}' is not ${expected}`,
      },
    ];
  }
  const parentName = pathText(issue.path.slice(0, -1));
  const owner = parentName === '' ? '' : ` in ${parentName}`;
  if (node === undefined)
    return [{ code: 'wrong-type', where, message: `${name} is missing${owner}: add it (${issue.message})` }];
  const subject = name === '' ? whole : name;
  const hint = wantsNumber(issue) && node.kind === 'scalar' ? numberHint(node.value) : '';
  return [
    {
      code: 'wrong-type',
      where,
      message: `${subject} is ${describeNode(node)}, expected ${issue.message}${hint}`,
    },
  ];
}

function unknownKey(
  key: string,
  entry: YamlEntry | undefined,
  parent: YamlNode,
  known: readonly string[],
): Problem {
  // { en: slow, but sure } reads as a second key without value.
  const isTail = entry?.node.kind === 'scalar' && entry.node.value === null && key.includes(' ');
  const hint = isTail ? 'a text that holds a comma inside { } is put between quotes' : suggestion(key, known);
  return {
    code: 'unknown-key',
    where: entry?.where ?? parent.where,
    message: `unknown key '${key}'; ${hint}`,
  };
}

/** What a number written as text should have been, as the end of a sentence; empty when unclear. */
export function numberHint(value: unknown): string {
  if (typeof value !== 'string') return '';
  const written = value.trim();
  if (/^[-+]?\d+,\d+$/.test(written)) return `: write ${written.replace(',', '.')}, with a point`;
  if (/^[-+]?[\d.,]+\s*%$/.test(written)) return ': write a share between 0 and 1, without %';
  if (/^[-+]?\d{1,3}([\s_'.,]\d{3})+$/.test(written))
    return `: write ${written.replace(/[\s_'.,]/g, '')}, without separators`;
  if (/^[-+]?\d+(\.\d+)?\s*\D+$/.test(written))
    return `: write ${Number.parseFloat(written)}, and the unit under 'unit'`;
  if (/^[-+]?\d+(\.\d+)?$/.test(written)) return ': remove the quotes';
  return '';
}

function wantsNumber(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_type') return issue.expected === 'number' || issue.expected === 'int';
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some((branch) => branch.some((inner) => inner.path.length === 0 && wantsNumber(inner)))
  );
}

function expectedWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? 'another kind of value';
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}`;
  return 'another kind of value';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
  array: 'a list',
  tuple: 'a list',
};

/** The last key of a path, in words; the place says the rest. */
function pathText(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  if (typeof last !== 'number') return `'${String(last)}'`;
  const list = path.findLast((step) => typeof step !== 'number');
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of '${String(list)}'`;
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = unwrapped(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodRecord) current = current.valueType as z.ZodType;
    else return undefined;
    if (current !== undefined) current = unwrapped(current);
  }
  return current;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) {
    const object = schema.options.find((option) => option instanceof z.ZodObject);
    return (object as z.ZodType | undefined) ?? schema;
  }
  return schema;
}

function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
