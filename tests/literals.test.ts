/**
 * No hidden number: the sources of `sim/` hold no numeric literal but 0, 1, calendar constants, the codes of
 * numbered lists, and what `literals.allow.yaml` allows with its reason. Rules are allowed halves and storage shapes only.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { entryOf, readYaml, type YamlNode } from '../sim/base/yaml.js';
import { PROJECT } from './support/project.js';
import { place, type Source, sources, walk } from './support/sources.js';

const ALLOW_FILE = 'tests/literals.allow.yaml';
const PLAIN = ['0', '1'];
const CALENDAR: Readonly<Record<string, readonly string[]>> = {
  MONTHS_PER_YEAR: ['12'],
  MONTHS_PER_QUARTER: ['3'],
  DAYS_PER_YEAR: ['365', '365.25'],
  DAYS_PER_WEEK: ['7'],
  WEEKS_PER_YEAR: ['52'],
  HOURS_PER_DAY: ['24'],
  MINUTES_PER_HOUR: ['60'],
  HALF_YEAR: ['6'],
};
/** Halves, pairs of rows, bit widths and saturations: all that a rule may hold, with a reason. */
const STORAGE = ['2', '0.5', '16', '64', '255', '1024', '65536'];

interface Literal {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

interface Allowance {
  readonly file: string;
  readonly reason: string;
  readonly literals: readonly string[];
  readonly where: string;
}

const literals = sources(['sim']).flatMap(suspectLiterals);
const allowances = readAllowances();

/** Literals of a file that are neither plain, nor calendar, nor codes. */
function suspectLiterals(source: Source): Literal[] {
  const found: Literal[] = [];
  walk(source.tree, (node) => {
    if (!ts.isNumericLiteral(node) && !ts.isBigIntLiteral(node)) return;
    if (ts.isLiteralTypeNode(node.parent) || ts.isLiteralTypeNode(node.parent.parent)) return;
    const text = node.getText(source.tree);
    if (PLAIN.includes(text) || isCalendar(node, text) || isCode(node)) return;
    found.push({ file: source.path, place: place(source, node), text });
  });
  return found;
}

/** `const MONTHS_PER_YEAR = 12`, or the calendar month of `monthOf(year, 12)`. */
function isCalendar(node: ts.Node, text: string): boolean {
  const declaration = node.parent;
  if (ts.isCallExpression(declaration)) {
    return declaration.expression.getText() === 'monthOf' && declaration.arguments[1] === node;
  }
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false;
  return CALENDAR[declaration.name.text]?.includes(text) ?? false;
}

/** A state's number in a numbered list: `ACTIVE = 2` straight after `LOCUM = 1` at the top of a file. */
function isCode(node: ts.Node): boolean {
  const value = constantOf(node.parent?.parent?.parent);
  if (value === undefined || node.parent.parent.parent.parent !== node.getSourceFile()) return false;
  const statements = node.getSourceFile().statements;
  const before = statements[statements.indexOf(node.parent.parent.parent as ts.Statement) - 1];
  return constantOf(before) === value - 1;
}

function constantOf(statement: ts.Node | undefined): number | undefined {
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const value = declaration.initializer;
  return value !== undefined && ts.isNumericLiteral(value) ? Number(value.text) : undefined;
}

function readAllowances(): Allowance[] {
  const { root, problems } = readYaml(join(PROJECT, ALLOW_FILE));
  if (problems.length > 0 || root?.kind !== 'list')
    throw new Error(`${ALLOW_FILE} is a list of { file, reason, literals }`);
  return root.items.map((item) => ({
    file: textOf(entryOf(item, 'file')?.node),
    reason: textOf(entryOf(item, 'reason')?.node),
    literals: textsOf(entryOf(item, 'literals')?.node),
    where: item.where,
  }));
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

function textsOf(node: YamlNode | undefined): string[] {
  return node?.kind === 'list' ? node.items.map(textOf) : [];
}

function parse(text: string): Source {
  const tree = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true);
  return { path: 'example.ts', text, tree, imports: [] };
}

describe('numbers in the sources of the simulator', () => {
  test('every number is 0, 1, a calendar constant, a code, or allowed with a reason', () => {
    const isAllowed = (literal: Literal): boolean =>
      allowances.some((entry) => entry.file === literal.file && entry.literals.includes(literal.text));
    expect(
      literals.filter((literal) => !isAllowed(literal)).map(({ place: at, text }) => `${at} holds ${text}`),
    ).toEqual([]);
  });

  test('a rule is allowed no quantity, only halves and the shape of storage', () => {
    const quantities = allowances
      .filter((entry) => entry.file.startsWith('sim/rules/'))
      .flatMap((entry) =>
        entry.literals.filter((text) => !STORAGE.includes(text)).map((text) => `${entry.where} ${text}`),
      );
    expect(quantities).toEqual([]);
  });

  test('an allowance gives its reason in a sentence', () => {
    expect(
      allowances.filter((entry) => entry.reason.split(' ').length < 4).map((entry) => entry.where),
    ).toEqual([]);
  });

  test('an allowance that nothing uses is removed', () => {
    const unused = allowances.flatMap((entry) =>
      entry.literals
        .filter((text) => !literals.some((literal) => literal.file === entry.file && literal.text === text))
        .map((text) => `${entry.where}: ${entry.file} no longer holds ${text}`),
    );
    expect(unused).toEqual([]);
  });

  test('the scan sees a rate, a negative number and a big integer, each with its line', () => {
    const found = suspectLiterals(parse('const a = 0;\nconst RATE = 0.3;\nf(-2, 7n);'));
    expect(found.map(({ place: at, text }) => `${at} ${text}`)).toEqual([
      'example.ts:2 0.3',
      'example.ts:3 2',
      'example.ts:3 7n',
    ]);
  });

  test('the scan lets pass types, codes in sequence and the months of a year, and nothing that looks like them', () => {
    const quiet = 'type T = 2 | -3;\nexport const A = 1;\nexport const B = 2;\nconst MONTHS_PER_YEAR = 12;';
    expect(suspectLiterals(parse(quiet))).toEqual([]);
    const loud = 'export const A = 1;\nexport const B = 3;\nconst MONTHS_PER_YEAR = 13;';
    expect(suspectLiterals(parse(loud)).map((literal) => literal.text)).toEqual(['3', '13']);
  });
});
