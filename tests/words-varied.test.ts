/** A study that varies a parameter which is a word by member: its levels, its table of runs, its README. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentTexts, writeRunsTable } from '../sim/batch/documents.js';
import { loadPlan } from '../sim/batch/plan/load.js';
import { extendStudy, studyOfPlan } from '../sim/batch/study-of-plan.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { query, sqlText } from '../sim/results/parquet.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { CHOOSER, WORDS_BY_MEMBER } from './support/words.js';

const [AGENCY, NOBODY] = [1, 2];

const scratch = mkdtempSync(join(tmpdir(), 'maillage-words-varied-'));
afterAll(() => rmSync(scratch, { recursive: true }));
writeFileSync(join(scratch, 'support.yaml'), WORDS_BY_MEMBER);
const catalogue = loadCatalogue(scratch);
const members = catalogue.parameters.get(CHOOSER)?.members ?? [];
const at = (region: string) => members.indexOf(region);
writeFileSync(
  join(scratch, 'base.yaml'),
  'name: base\ntitle: { en: Test, fr: Essai }\nreason: A test.\nchanges: []\n',
);

describe('a study', () => {
  const plan = async (over: string) => {
    const file = join(scratch, 'a-plan.yaml');
    writeFileSync(
      file,
      `scenarios: [./base.yaml]\nfrom: 2014\nto: 2015\nreplicates: 1\nvary:\n  method: factorial\n  over:\n    - { ${over} }\n`,
    );
    return loadPlan(file, catalogue, geography);
  };
  const geography = buildGeography();

  test('varies the word of some régions over levels, and its table of runs shows words', async () => {
    const asked = await plan(`parameter: ${CHOOSER}, from: 2014-01, members: [24], levels: [agency, nobody]`);
    const study = studyOfPlan(asked, { catalogue, geography });
    const manifest = extendStudy(undefined, study, { points: 2, replicates: 1 }, 'here');
    const file = join(scratch, 'runs.parquet');
    await writeRunsTable(file, manifest, 0, catalogue);
    const column = `parameter:${CHOOSER}`;
    const rows = await query<Record<string, string | number>>(
      `SELECT * FROM read_parquet(${sqlText(file)}) ORDER BY point`,
    );
    const words = rows.map((row) => JSON.parse(String(row[column])) as Record<string, string[]>);
    expect(words[0]['2014-01'][at('24')]).toBe('agency');
    expect(words[1]['2014-01'][at('24')]).toBe('nobody');
    expect(words[0]['2014-01'][at('76')]).toBe('team');
    expect(rows.map((row) => row.support_chooser)).toEqual([AGENCY, NOBODY]);
    expect(documentTexts(manifest, catalogue)['README.md']).toContain(
      'set to this value (0 team, 1 agency, 2 nobody)',
    );
  });

  test('refuses to spread a word over a range', async () => {
    await expect(plan(`parameter: ${CHOOSER}, members: [24]`)).rejects.toThrow(
      "support.chooser is a word: list its 'levels', such as [team, agency, nobody]",
    );
    await expect(plan(`parameter: ${CHOOSER}, levels: [agency, nobdy]`)).rejects.toThrow(
      "'nobdy' is not a choice of support.chooser; did you mean 'nobody'?",
    );
    await expect(plan(`parameter: ${CHOOSER}, operation: multiply, levels: [1, 2]`)).rejects.toThrow(
      "give it with 'value'",
    );
  });
});
