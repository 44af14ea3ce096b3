/** `maillage verify` on made-up studies: the file of numbers, what counts as moved, and what is said. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../analysis/wording/language.js';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { verifyStudy } from '../bin/verify/verify-study.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import { asking, type MadeCell, madeFacts, madeStudy, replicates } from './support/made-study.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = madeFacts();
const value = ({ scenario, replicate }: MadeCell) =>
  50 + Math.sin(7 * replicate) + (scenario === 'more-places' ? 1 + 0.1 * Math.cos(5 * replicate) : 0);

async function verify(
  options: Record<string, string | true>,
  values: (cell: MadeCell) => number = value,
  language: Language = 'en',
  study = facts,
) {
  const heard = asking({ dir: 'study', ...options }, language);
  const code = await verifyStudy(heard.invocation, async () => madeStudy(study, replicates(8), values));
  return { code, printed: heard.printed(), said: heard.said() };
}

/** A file of numbers with this text. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const NUMBER = {
  scenario: 'more-places',
  baseline: 'rules',
  indicator: 'unmet',
  place: 'FR',
  group: 'all',
  period: '2025',
  value: 1,
  halfWidth: null,
};

function numbers(name: string, changes: object, whole: object = {}): string {
  const content = {
    schema: 'maillage/numbers/1',
    study: 'made-up',
    ...whole,
    numbers: [{ ...NUMBER, ...changes }],
  };
  return file(name, JSON.stringify(content, null, 2));
}

/** Mean of the difference of more places over eight replicates. */
const DIFFERENCE = [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, r) => sum + 1 + 0.1 * Math.cos(5 * r), 0) / 8;

describe('the file written', () => {
  const path = join(folder, 'written.json');

  test('holds the headline means of every scenario and the paired differences from the baseline', async () => {
    const { code, said } = await verify({ write: path });
    expect(code).toBe(0);
    expect(said).toContain(`${5 * HEADLINE.length} numbers written to`);
    const written = JSON.parse(readFileSync(path, 'utf8'));
    expect(written).toMatchObject({ schema: 'maillage/numbers/1', study: 'made-up' });
    expect(written.numbers.length).toBe(3 * HEADLINE.length + 2 * HEADLINE.length);
    const difference = written.numbers.find(
      (one: Record<string, unknown>) => one.baseline === 'rules' && one.scenario === 'more-places',
    );
    expect(difference).toMatchObject({
      indicator: HEADLINE[0].id,
      place: 'FR',
      group: 'all',
      period: '2025',
    });
    expect(difference.value).toBeCloseTo(DIFFERENCE, 12);
    expect(difference.halfWidth).toBeLessThan(0.1);
  });

  test('is met by the study that wrote it', async () => {
    const { code, printed } = await verify({ against: path });
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/^None of the 80 numbers of .* has\s+moved\.\n$/),
    ]);
  });

  test('is not met by a study in which one run of one scenario moved, which is named with both values', async () => {
    const moved = (cell: MadeCell) =>
      value(cell) +
      (cell.scenario === 'shorter-hours' && cell.indicator === 'unmet' && cell.replicate === 5 ? 0.8 : 0);
    const { code, printed } = await verify({ against: path }, moved);
    expect(code).toBe(1);
    expect(printed).toMatch(/^2 of the 80 numbers/);
    expect(printed).toContain('- shorter-hours, unmet, FR, all, 2025');
    expect(printed).toContain('- shorter-hours − rules, unmet, FR, all, 2025\n  was 0 ±0, is 0.1 ±0.236');
    expect(printed).not.toContain('more-places');
  });

  test('is for the last year of the study, and an empty study has none to write', async () => {
    const empty = verify({ write: join(folder, 'never.json') }, () => Number.NaN);
    await expect(empty).rejects.toThrow(/holds no headline value of 2025/);
    await expect(verify({ against: join(folder, 'never.json') })).rejects.toThrow(/never\.json/);
  });

  test('that cannot be written is refused', async () => {
    const below = join(path, 'below.json');
    await expect(verify({ write: below })).rejects.toThrow(/cannot be written: choose another file/);
  });

  test('replaces older numbers, and nothing else', async () => {
    expect((await verify({ write: path })).code).toBe(0);
    const plan = file('plan.yaml', 'scenarios: [baseline]');
    for (const mine of [plan, folder])
      await expect(verify({ write: mine })).rejects.toThrow(/is there and holds no numbers of maillage/);
    expect(readFileSync(plan, 'utf8')).toBe('scenarios: [baseline]');
  });

  test('of one replicate claims no interval', async () => {
    const single = join(folder, 'single.json');
    const heard = asking({ dir: 'study', write: single });
    await verifyStudy(heard.invocation, async () => madeStudy(facts, replicates(1), value));
    expect(JSON.parse(readFileSync(single, 'utf8')).numbers[0].halfWidth).toBeNull();
  });
});

describe('a number has moved', () => {
  test('from the twelfth significant digit on, unless a tolerance is given', async () => {
    const code = async (name: string, changes: object, whole?: object) =>
      (await verify({ against: numbers(name, changes, whole) })).code;
    expect(await code('same.json', { value: DIFFERENCE })).toBe(0);
    expect(await code('last-bit.json', { value: DIFFERENCE * (1 + 2e-16) })).toBe(0);
    expect(await code('digit.json', { value: DIFFERENCE * (1 + 3e-12) })).toBe(1);
    expect(await code('own.json', { value: DIFFERENCE + 0.01, tolerance: 0.011 })).toBe(0);
    expect(await code('outside.json', { value: DIFFERENCE + 0.01, tolerance: 0.009 })).toBe(1);
    expect(await code('whole.json', { value: DIFFERENCE - 0.01 }, { tolerance: 0.011 })).toBe(0);
    // Its own tolerance wins over that of the file.
    expect(await code('wins.json', { value: DIFFERENCE + 0.01, tolerance: 0 }, { tolerance: 1 })).toBe(1);
  });

  test('as the mean of the scenario when no baseline is named', async () => {
    const mean = [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, r) => sum + 50 + Math.sin(7 * r), 0) / 8;
    const level = { scenario: 'rules', baseline: undefined, value: mean };
    expect((await verify({ against: numbers('level.json', level) })).code).toBe(0);
  });

  test('and programs are told which, with both intervals', async () => {
    const { code, printed } = await verify({
      against: numbers('json.json', { halfWidth: 0.25 }),
      json: true,
    });
    const said = JSON.parse(printed);
    expect(code).toBe(1);
    expect(answerForm('verify').safeParse(said).error?.issues ?? []).toEqual([]);
    expect(said.moved[0]).toMatchObject({
      scenario: 'more-places',
      baseline: 'rules',
      before: { value: 1, halfWidth: 0.25 },
    });
    expect(said.moved[0].now.value).toBeCloseTo(DIFFERENCE, 12);
    const written = await verify({ write: join(folder, 'again.json'), json: true });
    expect(answerForm('verify').safeParse(JSON.parse(written.printed)).error?.issues ?? []).toEqual([]);
  });

  test.each(LANGUAGES)('in lines of at most 80 columns (%s)', async (language) => {
    const { printed } = await verify(
      { against: numbers('told.json', { tolerance: 0.0001 }) },
      value,
      language,
    );
    expect(printed.split('\n').filter((line) => textWidth(line) > 80 && !line.includes(folder))).toEqual([]);
    expect(printed).toContain(language === 'en' ? 'was 1, is 1.00' : 'valait 1, vaut 1,00');
    expect(printed).toContain(language === 'en' ? '(tolerance 0.0001)' : '(tolérance 0,0001)');
  });
});

describe('a file that cannot be used is refused, with the place', () => {
  const refused = (path: string) =>
    verify({ against: path }).then(
      () => 'not refused',
      (error: Error & { exitCode?: number }) => {
        expect(error.exitCode).toBe(2);
        return error.message;
      },
    );

  test('a number that the study does not hold', async () => {
    const path = numbers('missing.json', { indicator: 'unmett' });
    expect(await refused(path)).toMatch(
      /missing\.json:5:5: the study holds no such number \(more-places − rules, unmett, FR, all, 2025\)/,
    );
    expect(await refused(numbers('scenario.json', { scenario: 'more' }))).toMatch(/holds no such number/);
    expect(await refused(numbers('year.json', { period: '2010' }))).toMatch(/holds no such number/);
  });

  test('an empty list, another form, a missing or misspelt key, a value that is no number', async () => {
    const whole = { schema: 'maillage/numbers/1', study: 's' };
    expect(await refused(file('empty.json', JSON.stringify({ ...whole, numbers: [] })))).toMatch(
      /empty\.json:1:\d+: 'numbers' is a list, expected a list of at least one number/,
    );
    expect(
      await refused(file('form.json', JSON.stringify({ ...whole, schema: 'other', numbers: [NUMBER] }))),
    ).toMatch(/'schema' is the text 'other', expected "maillage\/numbers\/1"/);
    expect(await refused(numbers('key.json', { value: undefined }))).toMatch(
      /key\.json:5:5: 'value' is missing/,
    );
    expect(await refused(numbers('misspelt.json', { tolerence: 1 }))).toMatch(/did you mean 'tolerance'\?/);
    expect(await refused(numbers('text.json', { value: '1.0' }))).toMatch(
      /text\.json:12:\d+: 'value' is the text '1\.0'/,
    );
    expect(await refused(numbers('negative.json', { tolerance: -1 }))).toMatch(
      /expected a number, 0 or more/,
    );
    expect(await refused(numbers('period.json', { period: 2025 }))).toMatch(
      /'period' is the number 2025, expected/,
    );
  });

  test('no file, no JSON, and neither or both of --against and --write', async () => {
    expect(await refused(join(folder, 'nowhere.json'))).toMatch(/nowhere\.json/);
    expect(await refused(file('broken.json', '{ "schema": '))).toMatch(/broken\.json:1:\d+/);
    await expect(verify({})).rejects.toThrow(/give either --against FILE/);
    await expect(verify({ against: 'a', write: 'b' }, value, 'fr')).rejects.toThrow(/donner soit --against/);
  });
});
