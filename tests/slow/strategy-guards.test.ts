/**
 * A strategy is its settings and nothing else (issue 4): names of scenarios reach no result, supporters of equal attributes
 * are the same whatever they are called (that no rule knows them by name: no-strategy-names.test.ts).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { forkedRuns, rowsOf } from '../support/forked-runs.js';
import { readSources } from '../support/months.js';
import { maillageHere } from '../support/program.js';
import { PROJECT } from '../support/project.js';

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
    return join(scratch, `${name}.yaml`);
  }

  async function results(name: string, title: string, ...words: string[]): Promise<Buffer[]> {
    const out = join(scratch, `out-${name}`);
    const file = written(name, title);
    const run = ['run', file, '--scale', '1000', '--to', '2017', '--out', out, '--quiet', ...words];
    expect(await maillageHere(run)).toMatchObject({ code: 0 });
    return ['results.parquet', 'territories.parquet'].map((table) => readFileSync(join(out, table)));
  }

  test('give equal bytes whatever their names and titles', async () => {
    const mixte = await results('mixte', 'collaboratif mixte');
    const liberal = await results('liberal', 'libéral');
    expect(liberal.map((bytes, i) => bytes.equals(mixte[i]))).toEqual([true, true]);
    const other = await results('autre', 'autre', '--set', 'cpts.rate@2017-01=0.03');
    expect(other[0].equals(mixte[0])).toBe(false);
  }, 300_000);
});

describe('two supporters of equal attributes', () => {
  const PAIR = ['union', 'firms'];
  const EQUAL = PAIR.flatMap((word) => [
    ...Object.entries({ days: 6, unity: 0.7, ownFunds: 20_000 }).map(
      ([attribute, value]) => `supporters.${word}.${attribute}@2016-02=${value}`,
    ),
    ...Object.entries({
      price: 500,
      speed: 4,
      knowledge: 0.6,
      transfer: 0.5,
      neutrality: 0.6,
      unpaid: 0.5,
    }).map(([attribute, value]) => `supporters.${attribute}:${word}@2016-02=${value}`),
  ]);
  /** Who is the partner, who is selected and who sits, from the law on. */
  const withRoles = (word: string) => ({
    settings: [
      ...EQUAL,
      ...['cpts.support.partner', 'cpts.support.selected', 'supporters.seat'].map(
        (path) => `${path}@2016-02=${word}`,
      ),
      'unions.drift@2016-02=1',
    ],
  });
  /** How many days one slot gave is the one thing told of a slot. */
  const isOfNobody = (indicator: string) => indicator !== 'cptsDaysFirms';

  test('may exchange their roles and change no byte; one of other attributes may not take them', async () => {
    const runs = await forkedRuns(readSources(), [...PAIR, 'federation'].map(withRoles), {
      places: [CENTRE, '32', '11'],
      to: 2018,
    });
    const [union, firms, federation] = runs.map((run) => rowsOf(run, isOfNobody).join('\n'));
    expect(firms === union).toBe(true);
    expect(federation === union).toBe(false);
  }, 300_000);
});
