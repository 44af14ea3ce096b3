/** Who gains and who loses, in one table: what it holds, what it marks, what its file holds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { answerOf } from '../analysis/report/findings.js';
import { GAINS_COLUMNS, type GainsCell, gainsPart, gainsTable } from '../analysis/report/parts/gains.js';
import { openStudy } from '../bin/compare/source.js';
import { GROUP_IDS } from '../sim/recorder/cells.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { FIRST, OTHER, type ReportStudy, reportStudy, TWIN, USUAL } from './support/report-study.js';
import { context } from './support/studies.js';
import { answersOf } from './support/study-answers.js';

async function contentOf(asked: ReportStudy): Promise<ReportContent & { readonly dir: string }> {
  const dir = await reportStudy({ keep: USUAL, ...asked, territories: false });
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  return { ...(await reportContent(study, {}, 'en')), dir };
}

const whole: { content: ReportContent & { readonly dir: string }; cells: readonly GainsCell[] } = {} as never;
beforeAll(async () => {
  whole.content = await contentOf({});
  whole.cells = whole.content.gains?.cells ?? [];
});

describe('the table of who gains', () => {
  test('has a cell for each scenario, group and indicator', () => {
    const groups = new Set(whole.cells.map(({ group }) => group));
    expect([...groups]).toEqual(GROUP_IDS);
    expect(whole.cells.length).toBe(2 * GROUP_IDS.length * GAINS_COLUMNS.length);
  });

  test('holds what `maillage query` answers', async () => {
    const answers = await answersOf(whole.content.dir, FIRST, GAINS_COLUMNS);
    const told = whole.cells.filter(
      ({ scenario, standing }) => scenario.name === OTHER && standing !== 'missing',
    );
    for (const { group, indicator, difference } of [told[0], told[17], told[told.length - 1]]) {
      const { mean, low } = answers.difference({
        scenario: OTHER,
        period: '2017',
        indicator: indicator.id,
        group,
      });
      expect(difference.difference, group).toBeCloseTo(mean, 6);
      expect(difference.difference - difference.halfWidth, group).toBeCloseTo(low, 6);
    }
  });

  test('marks what its interval tells from zero and says whether it is better; a twin is never marked', () => {
    const html = gainsPart(whole.content.gains, 'en');
    expect(html).toMatch(/class="n bad">\+\d[\d.]*\u00a0±\u00a0[\d.]+\u00a0\* <span class="verdict">worse/);
    expect(html).toMatch(/class="n good">\+\d[\d.]*\u00a0±\u00a0[\d.]+\u00a0\* <span class="verdict">better/);
    const twins = whole.cells.filter(({ scenario }) => scenario.name === TWIN);
    expect(new Set(twins.map(({ standing }) => standing))).toEqual(new Set(['same']));
    expect(gainsPart(whole.content.gains, 'fr')).toMatch(
      /\+\d,\d+\u00a0±\u00a0\d,\d+\u00a0\* <span class="verdict">moins bien/,
    );
  });

  test('marks with * only what stays when all cells are tested together', async () => {
    const { gains } = await contentOf({ replicates: 2 });
    const standings = gains?.cells
      .filter(({ scenario }) => scenario.name === OTHER)
      .map(({ standing }) => standing);
    // Two pairs: each interval alone leaves zero out now and then, all together none does.
    expect(standings).toContain('clear');
    expect(standings).not.toContain('significant');
    expect(gainsPart(gains, 'en')).toMatch(/class="n told">\+\d[\d.]*\u00a0±\u00a0[\d.]+\u00a0°<td/);
  });

  test('claims nothing of a single pair, and is not there where nothing is compared', async () => {
    const { gains } = await contentOf({ replicates: 1 });
    expect(gainsPart(gains, 'en')).not.toMatch(/\d\u00a0[°*]|±\u00a0NaN/);
    expect(gains?.note.en).toContain('no interval can be given');
    expect((await contentOf({ scenarios: [OTHER] })).gains).toBeUndefined();
    const everybody = await contentOf({ keep: '{ groups: [all], territories: false }' });
    expect(gainsTable(everybody.frame)).toBeUndefined();
  });

  test('leaves a group without such a value empty, and tells nothing of it', () => {
    const { frame } = whole.content;
    const isAbsent = (at: { readonly group?: string; readonly indicator: string }) =>
      at.group === 'lowIncome' && at.indicator === 'aplMean';
    const table = gainsTable({
      ...frame,
      has: (at) => !isAbsent(at) && frame.has(at),
      difference: (name, at) => frame.difference(name, isAbsent(at) ? { ...at, place: 'nowhere' } : at),
    });
    const missing = table?.cells.filter(({ standing }) => standing === 'missing') ?? [];
    expect(missing.map(({ group, indicator }) => `${group} ${indicator.id}`)).toEqual(
      Array.from({ length: 2 }, () => 'lowIncome aplMean'),
    );
    const html = gainsPart(table, 'en');
    expect(html.match(/<td class="n unclear">–/g)?.length).toBe(2);
    expect(html).not.toContain('NaN');
    expect(gainsPart(whole.content.gains, 'en')).not.toContain('unclear">–');
  });

  test('has a file of one row a cell', () => {
    const table = whole.content.gains?.table;
    expect(table?.rows.length).toBe(whole.cells.length);
    expect(table?.columns.length).toBe(table?.rows[0].length);
  });
});

test('the sentence on money tells that of all levers, not of coordinated practice alone', () => {
  const [, , money] = answerOf(whole.content.frame, whole.content.comparison);
  expect(money.fr).toMatch(/^Tous les leviers, euros publics par habitant, 2017/);
});
