/** `maillage report`: what is said of a study, whole or not, and what is refused. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../analysis/charts/chart.js';
import { shortLabels } from '../analysis/charts/short-names.js';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { answerOf } from '../analysis/report/findings.js';
import { reportPage } from '../analysis/report/page.js';
import { openStudy } from '../bin/compare/source.js';
import { answerForm } from '../bin/json-forms.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { maillageHere } from './support/program.js';
import { FIRST, OTHER, reportStudy } from './support/report-study.js';
import { context } from './support/studies.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function contentOf(dir: string, baseline?: string): Promise<ReportContent> {
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  return reportContent(study, baseline === undefined ? {} : { baseline }, 'en');
}

const whole: { dir: string; content: ReportContent; page: string } = {} as never;
beforeAll(async () => {
  whole.dir = await reportStudy();
  whole.content = await contentOf(whole.dir);
  whole.page = reportPage(whole.content, 'fr', '0.1.0');
});

const chartOf = (content: ReportContent, id: string): Chart => {
  const found = content.charts.find((chart) => chart.id === id);
  if (found === undefined) throw new Error(`no chart ${id}`);
  return found;
};
/** Points of a scenario's line. */
const lineOf = ({ plan }: Chart, scenario: string) =>
  plan.data.datasets.find((dataset) => dataset.role === 'value' && dataset.scenario === scenario)
    ?.data as readonly number[];

describe('what is said', () => {
  test('is three sentences, with what differs and what does not', () => {
    const sentences = answerOf(whole.content.frame, whole.content.comparison);
    expect(sentences.length).toBe(3);
    expect(sentences[0].en).toMatch(/above “libéral” with “délégué” \(\+0\.999, 95 % interval/);
    expect(sentences[0].en).toContain('which is better; no difference at all with “collaboratif unique”');
    expect(sentences[1].en).toContain('which is worse');
  });

  test('turns with the baseline', async () => {
    const turned = await contentOf(whole.dir, OTHER);
    const [sentence] = answerOf(turned.frame, turned.comparison);
    expect(sentence.en).toMatch(/below “délégué” with “libéral” \(-0\.999.*which is worse/);
    const there = lineOf(chartOf(whole.content, 'unmet-difference'), OTHER);
    const back = lineOf(chartOf(turned, 'unmet-difference'), FIRST);
    expect(back.map((value) => -value)).toEqual([...there]);
  });

  test('claims no interval for a single replicate, and draws no band', async () => {
    const dir = await reportStudy({ replicates: 1, territories: false });
    const content = await contentOf(dir);
    const page = reportPage(content, 'en', '0.1.0');
    expect(page).toContain('There is one run for each scenario: no interval can be given');
    expect(answerOf(content.frame, content.comparison)[0].en).toContain('without an interval');
    const bands = content.charts.flatMap(({ plan }) =>
      plan.data.datasets.filter(({ role }) => role === 'band'),
    );
    expect(bands).toEqual([]);
    expect(page).toContain('This study kept no territories');
  });

  test('shows one scenario alone without comparing it', async () => {
    const dir = await reportStudy({ scenarios: [OTHER], replicates: 2, territories: false });
    const page = reportPage(await contentOf(dir), 'en', '0.1.0');
    expect(page).toContain('The study holds one scenario: nothing is compared.');
    expect(page).not.toContain('id="headline"');
  });

  test('shows the effects of depth side by side where a grid varies them', async () => {
    const dir = await reportStudy({
      replicates: 2,
      territories: false,
      more: 'vary: { method: factorial, over: [{ parameter: cpts.effect.level, levels: [0, 1, 2] }] }',
    });
    const content = await contentOf(dir);
    const rows = chartOf(content, 'depth-unmet').plan.axes.y.rows as readonly { en: string }[];
    expect(rows.map(({ en }) => en)).toEqual([
      'no effect of depth (× 0)',
      'central assumption (× 1)',
      'high (× 2)',
    ]);
  });

  test('shows the draws of a design that samples parameters', async () => {
    const dir = await reportStudy({
      replicates: 1,
      territories: false,
      more: 'vary: { method: latin-hypercube, points: 4, over: [{ parameter: care.minutes }] }',
    });
    const content = await contentOf(dir);
    expect(chartOf(content, 'draws-unmet').summary.en).toContain('of 4 draws');
    expect(reportPage(content, 'en', '0.1.0')).toContain('draws its uncertain parameters (4 draws');
  });

  test('uses short labels that tell scenarios apart', () => {
    const named = (name: string, title = name) => ({ name, title: { en: title, fr: title } });
    const words = (list: readonly { name: string; title: { en: string; fr: string } }[]) =>
      shortLabels(list).map(({ en }) => en);
    expect(words([named('ars-a-2017'), named('ars-b-2017')])).toEqual(['a', 'b']);
    expect(words([named('x', 'One (first)'), named('y', 'Two (second)')])).toEqual(['first', 'second']);
    expect(words([named('x', 'One (same)'), named('y', 'Two (same)')])).toEqual(['x', 'y']);
    expect(words([named('baseline'), named('baseline-2')])).toEqual(['baseline', 'baseline-2']);
    expect(words([named('alone')])).toEqual(['alone']);
  });
});

describe('the command', () => {
  test('writes the page and says where, as JSON too', async () => {
    const out = join(folder, 'report.html');
    const { code, stdout } = await maillageHere(['report', whole.dir, '--out', out, '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { page: { file: string; bytes: number }; charts: string[] };
    expect(answerForm('report').safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(readFileSync(out).length).toBe(answer.page.bytes);
    expect(answer.charts).toEqual(whole.content.charts.map(({ id }) => id));
  });

  test.each([
    [['--baseline', 'ars-liberal'], "has no scenario 'ars-liberal'"],
    [['--indicators', 'unmett'], "keeps no indicator 'unmett'; did you mean 'unmet'?"],
  ])('refuses %j', async (words, sentence) => {
    const out = join(folder, 'refused.html');
    const { code, stderr } = await maillageHere(['report', whole.dir, '--out', out, ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(existsSync(out)).toBe(false);
  });

  test('draws further indicators that are asked for', async () => {
    const study = {
      dir: whole.dir,
      manifest: readStudy(whole.dir),
      source: await openStudy(whole.dir),
      ...context(),
    };
    const content = await reportContent(study, { indicators: ['births'] }, 'en');
    expect(chartOf(content, 'births-level').section).toBe('asked');
  });

  test('that cannot be written is refused in a sentence', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, stderr } = await maillageHere(['report', whole.dir, '--out', join(file, 'page.html')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written/);
    expect(stderr).not.toContain('please report it');
  });

  test('replaces a report, and no other file unless forced', async () => {
    const out = join(folder, 'mine.html');
    writeFileSync(out, '<p>mine</p>');
    const refused = await maillageHere(['report', whole.dir, '--out', out]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('is no report of maillage');
    expect(readFileSync(out, 'utf8')).toBe('<p>mine</p>');
    expect((await maillageHere(['report', whole.dir, '--out', out, '--force'])).code).toBe(0);
    expect((await maillageHere(['report', whole.dir, '--out', out])).code).toBe(0);
  });
});
