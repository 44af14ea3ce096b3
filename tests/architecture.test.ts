/** The layout of ARCHITECTURE.md, held by reading the sources. */
import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './support/project.js';
import { importCycle, place, type Source, sources, walk } from './support/sources.js';

/** Layers from the lowest to the highest; folders of one line share a layer. */
const LAYERS: readonly (readonly string[])[] = [
  ['sim/base/'],
  ['sim/parameters/', 'sim/scenario/'],
  ['sim/world/'],
  ['sim/rules/'],
  ['sim/engine/', 'sim/recorder/'],
  ['sim/results/', 'sim/batch/'],
  ['sim/index.ts'],
  ['analysis/'],
  ['bin/'],
];
const MAX_LINES = 300;

const code = sources(['sim', 'analysis', 'bin']);
const engine = code.filter((source) => source.path.startsWith('sim/'));
const everything = [...code, ...sources(['tests'])];

const layerOf = (path: string) =>
  LAYERS.findIndex((folders) => folders.some((folder) => path.startsWith(folder)));

/** Places in the sources where a node breaks a rule. */
function offences(files: readonly Source[], breaks: (node: ts.Node) => boolean): string[] {
  return files.flatMap((source) => {
    const found: string[] = [];
    walk(source.tree, (node) => {
      if (breaks(node)) found.push(place(source, node));
    });
    return found;
  });
}

describe('layers', () => {
  test('the top level holds sim, scenarios, analysis, bin, tests and the Node of npm scripts, and no other folder', () => {
    const folders = readdirSync(PROJECT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['dist', 'node_modules', 'out'].includes(name));
    expect(
      folders.filter((name) => !['analysis', 'bin', 'runtime', 'scenarios', 'sim', 'tests'].includes(name)),
    ).toEqual([]);
  });

  test('every source file belongs to a layer', () => {
    expect(code.filter((source) => layerOf(source.path) < 0).map((source) => source.path)).toEqual([]);
  });

  test('imports only go down the layers', () => {
    const upward = code.flatMap((source) =>
      source.imports
        .filter((path) => layerOf(path) > layerOf(source.path))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(upward).toEqual([]);
  });

  test('no chain of imports comes back to its start', () => {
    expect(importCycle(code)).toBeUndefined();
  });

  test('a rule imports no rule, and the schedule alone knows them', () => {
    const rules = new Set(engine.filter(declaresRule).map((source) => source.path));
    const meetings = engine
      .filter((source) => !source.path.endsWith('sim/rules/schedule.ts'))
      .flatMap((source) =>
        source.imports.filter((path) => rules.has(path)).map((path) => `${source.path} → ${path}`),
      );
    expect(meetings).toEqual([]);
  });
});

/** True for a file of `sim/rules` that exports a value declared of type `Rule`, or a function that returns one. */
function declaresRule(source: Source): boolean {
  if (!source.path.startsWith('sim/rules/')) return false;
  return source.tree.statements.some((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.some(
        (declaration) => declaration.type?.getText() === 'Rule',
      );
    }
    return ts.isFunctionDeclaration(statement) && statement.type?.getText() === 'Rule';
  });
}

describe('numbers that are the same everywhere', () => {
  test('the engine reads no clock and no unkeyed random number', () => {
    const forbidden = (node: ts.Node) =>
      (ts.isPropertyAccessExpression(node) &&
        ['Math.random', 'performance.now', 'process.hrtime'].includes(node.getText())) ||
      (ts.isIdentifier(node) && node.text === 'Date' && !ts.isTypeReferenceNode(node.parent));
    // The log of a study is the one file that tells times; SOURCE_DATE_EPOCH is a time that somebody gives.
    const allowed = ['sim/batch/provenance.ts', 'sim/batch/release-date.ts', 'sim/batch/lock'];
    const found = offences(engine, forbidden);
    expect(found.filter((place) => !allowed.some((file) => place.startsWith(file)))).toEqual([]);
  });

  test('the engine raises nothing to a power that is not a written whole number', () => {
    const wholeNumber = (node: ts.Expression) =>
      ts.isNumericLiteral(node) && Number.isInteger(Number(node.text));
    const powers = (node: ts.Node) =>
      (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.pow') ||
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
        !wholeNumber(node.right));
    expect(offences(engine, powers)).toEqual([]);
  });
});

describe('house rules', () => {
  test(`no file is longer than ${MAX_LINES} lines`, () => {
    const long = everything.filter((source) => source.text.trimEnd().split('\n').length > MAX_LINES);
    expect(long.map((source) => source.path)).toEqual([]);
  });

  test('the engine holds no global state', () => {
    const topLevelLet = (node: ts.Node) =>
      ts.isVariableStatement(node) &&
      ts.isSourceFile(node.parent) &&
      (node.declarationList.flags & ts.NodeFlags.Const) === 0;
    expect(offences(engine, topLevelLet)).toEqual([]);
  });

  test('no test mocks a module, and no support module registers hooks: test files of a worker share their modules', () => {
    const mocks = (node: ts.Node) =>
      ts.isPropertyAccessExpression(node) && ['vi.mock', 'vi.doMock'].includes(node.getText());
    expect(offences(everything, mocks)).toEqual([]);
    const hooks = everything
      .filter(({ path }) => path.startsWith('tests/support/') && !path.endsWith('/each-file.ts'))
      .flatMap(({ path, tree }) =>
        tree.statements
          .filter((node) => /^(before|after)(All|Each)\(/.test(node.getText()))
          .map((node) => `${path}: ${node.getText().split('\n')[0]}`),
      );
    expect(hooks).toEqual([]);
  });

  test('exports have names', () => {
    expect(offences(code, (node) => ts.isExportAssignment(node))).toEqual([]);
  });

  test('the type any is not used', () => {
    expect(offences(everything, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test('nothing is left to do and no check is silenced', () => {
    const marks = new RegExp(
      [
        'TO' + 'DO',
        'FIX' + 'ME',
        'XX' + 'X',
        '@ts-' + 'ignore',
        '@ts-' + 'nocheck',
        'biome-' + 'ignore',
      ].join('|'),
    );
    const marked = everything.flatMap((source) =>
      source.text.split('\n').flatMap((line, i) => (marks.test(line) ? [`${source.path}:${i + 1}`] : [])),
    );
    expect(marked).toEqual([]);
  });
});
