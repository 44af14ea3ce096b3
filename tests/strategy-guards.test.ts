/**
 * A strategy is its settings and nothing else (issue 4): names of scenarios reach no result, supporters of equal attributes
 * are the same whatever they are called, and no rule knows a strategy or a supporter by its name or number.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forkedRuns, rowsOf } from './support/forked-runs.js';
import { readSources, type Sources } from './support/months.js';
import { namedActors } from './support/named-actors.js';
import { maillage } from './support/program.js';
import { PROJECT } from './support/project.js';
import { sources as sourcesOf } from './support/sources.js';

const CENTRE = '24';
const scratch = mkdtempSync(join(tmpdir(), 'maillage-guards-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('two scenarios of equal settings', () => {
  /** A copy of a ready scenario in one région under another name and title. */
  function written(name: string, title: string): string {
    const text = readFileSync(join(PROJECT, 'scenarios/ars-mixte-2017.yaml'), 'utf8')
      .replace(/^name: .*$/m, `name: ${name}`)
      .replace(/title:\n.*\n.*\n/, `title: { en: "${title}", fr: "${title}" }\nterritories: ['${CENTRE}']\n`);
    writeFileSync(join(scratch, `${name}.yaml`), text);
    return `${name}.yaml`;
  }

  function results(name: string, title: string, ...words: string[]): Buffer[] {
    const out = join(scratch, `out-${name}`);
    const run = ['run', written(name, title), '--scale', '1000', '--to', '2017', '--out', out, ...words];
    expect(maillage(run, { cwd: scratch, seconds: 110 })).toMatchObject({ code: 0 });
    return ['results.parquet', 'territories.parquet'].map((file) => readFileSync(join(out, file)));
  }

  test('give equal bytes whatever their names and titles', () => {
    const mixte = results('mixte', 'collaboratif mixte');
    expect(results('liberal', 'libéral').map((bytes, i) => bytes.equals(mixte[i]))).toEqual([true, true]);
    const other = results('autre', 'autre', '--set', 'cpts.support.chooser@2017-01=nobody');
    expect(other[0].equals(mixte[0])).toBe(false);
  });
});

describe('two supporters of equal attributes', () => {
  const PAIR = ['union', 'firms'];
  const EQUAL = PAIR.flatMap((word) => [
    `supporters.${word}.days=6`,
    `supporters.${word}.unity=0.7`,
    `supporters.${word}.ownFunds=20000`,
    ...Object.entries({
      price: 500,
      speed: 4,
      knowledge: 0.6,
      transfer: 0.5,
      neutrality: 0.6,
      unpaid: 0.5,
    }).map(([attribute, value]) => `supporters.${attribute}:${word}=${value}`),
  ]);
  /** Régions where an agency pays its partner, where it selects, and where nobody chooses; a seat that drifts. */
  const roles = (word: string) => [
    `cpts.support.partner=${word}`,
    `cpts.support.selected=${word}`,
    `supporters.seat=${word}`,
    'unions.drift=1',
  ];
  /** How many days one slot gave is the one thing told of a slot. */
  const isOfNobody = (indicator: string) => indicator !== 'cptsDaysFirms';

  let sources: Sources;
  beforeAll(() => {
    sources = readSources();
  });

  test('may exchange their roles and change no byte; of unequal ones, they may not', async () => {
    const unequal = [...EQUAL, 'supporters.price:firms=900', 'supporters.firms.days=2'];
    const settings = [EQUAL, unequal].flatMap((attributes) =>
      PAIR.map((word) => ({ settings: [...attributes, ...roles(word)] })),
    );
    const runs = await forkedRuns(sources, settings, { places: [CENTRE, '32', '11'], to: 2018 });
    const [union, firms, unionUnequal, firmsUnequal] = runs.map((run) => rowsOf(run, isOfNobody));
    expect(firms).toEqual(union);
    expect(firmsUnequal).not.toEqual(unionUnequal);
  });
});

describe('the rules', () => {
  test('know no strategy and no supporter by name or number', () => {
    expect(
      sourcesOf(['sim/rules']).flatMap(({ path, tree }) =>
        namedActors(tree).map((what) => `${path} ${what}`),
      ),
    ).toEqual([]);
  });

  test.each([
    ["if (strategy === 'délégué') days *= 2;", 'délégué'],
    ["const words = 'collaboratif mixte';", 'collaboratif'],
    ['const isDelegue = chooser === 2;', 'isDelegue'],
    ["if (SUPPORTER_WORDS[slot] === 'union') days += 1;", 'union'],
    ['const FIRMS = 2;', 'FIRMS'],
    ['const days = given.federation;', 'federation'],
    ['if (slot === 0) days += 1;', 'slot === 0'],
    ['if (p.supporter[row] === 2) days += 1;', 'p.supporter[row] === 2'],
    ['const days = paid[`firms`];', 'firms'],
  ])('would be caught with: %s', (code, said) => {
    const tree = ts.createSourceFile('made-up.ts', code, ts.ScriptTarget.ES2022, true);
    expect(namedActors(tree)[0]).toContain(said);
  });

  test.each([
    "const drift = parameters.list('unions.drift', month);",
    "/** Libéral in the words of Gauthier. */ const liberalNurses = counts('liberal nurses');",
    'if (p.supporter[row] === -1 || seated === SLOTS) return;',
  ])('may hold: %s', (code) => {
    expect(namedActors(ts.createSourceFile('made-up.ts', code, ts.ScriptTarget.ES2022, true))).toEqual([]);
  });
});
