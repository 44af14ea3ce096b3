/** `maillage report`: the page, its numbers against the tables, in two languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../analysis/charts/chart.js';
import { pageScript } from '../analysis/report/bundle.js';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { escaped } from '../analysis/report/html.js';
import { reportPage } from '../analysis/report/page.js';
import { LANGUAGES } from '../analysis/wording/language.js';
import { PARAMS } from '../analysis/wording/parameters.js';
import { openStudy } from '../bin/compare/source.js';
import { mean } from '../sim/recorder/statistics.js';
import { query } from '../sim/results/parquet.js';
import { readCells } from '../sim/results/study/cells.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { FIRST, OTHER, reportStudy, TWIN } from './support/report-study.js';
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

describe('the page', () => {
  test('holds everything it needs and asks nothing of a network', () => {
    const links = [...whole.page.matchAll(/(?:src|href|url\()\s*=?\s*["']?([a-z]+:[^"')\s>]{0,12})/g)].map(
      ([, target]) => target,
    );
    expect(links.filter((target) => !target.startsWith('data:'))).toEqual([]);
    expect(whole.page).toContain("default-src 'none'");
    expect(Buffer.byteLength(whole.page)).toBeLessThan(3_000_000);
  });

  test('leaves out indicators of the map rather than grow beyond its limit, and says so', () => {
    const limit = Buffer.byteLength(whole.page) - 40_000;
    const smaller = reportPage(whole.content, 'en', '0.1.0', limit);
    expect(Buffer.byteLength(smaller)).toBeLessThan(limit);
    expect(smaller).toMatch(/The map shows \d of the 16 indicators/);
    expect(whole.page).toContain('La carte montre 10 des 16 indicateurs');
  });

  test('is the same, byte for byte, when written twice', async () => {
    const again = reportPage(await contentOf(whole.dir), 'fr', '0.1.0');
    expect(again === whole.page).toBe(true);
  });

  test('speaks the language asked for and holds the other', () => {
    expect(whole.page).toContain('<html lang="fr">');
    expect(whole.page).toContain('Une étude inventée pour l’essai');
    expect(whole.page).toContain('Avec quelle certitude');
    expect(reportPage(whole.content, 'en', '0.1.0')).toContain('How sure');
  });

  test('has every section, in the order a reader asks', () => {
    const ids = [...whole.page.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      ...['answer', 'scenarios', 'headline', 'coverage', 'access', 'professionals'],
      ...['delegation', 'settlement', 'equity', 'money'],
      ...['territories', 'worst', 'gains', 'cost', 'sure', 'parameters', 'reproduce'],
    ]);
  });

  test('names every parameter of the model', () => {
    const missing = [...context().catalogue.parameters.keys()].filter(
      (path) => !whole.page.includes(`>${path}<`),
    );
    expect(missing).toEqual([]);
  });

  test('gives the value, unit, evidence and source of each', () => {
    const { catalogue } = context();
    const english = reportPage(whole.content, 'en', '0.1.0');
    const lacking = [...catalogue.parameters.values()].filter(({ path, unit, status, source }) => {
      const row = english.split(`<th scope=row>${path}<td>`)[1]?.split('<tr>')[0].split('</tbody>')[0] ?? '';
      const [label, value, , ...rest] = row.replace('</table></div>', '').split('<td>');
      const words = [catalogue.units.get(unit)?.en ?? unit, PARAMS.statuses[status].en, source ?? 'none'].map(
        escaped,
      );
      return (
        label === '' ||
        value === '' ||
        rest.length !== 3 ||
        rest.some((cell, i) => !cell.startsWith(words[i]))
      );
    });
    expect(lacking.map(({ path }) => path)).toEqual([]);
  });

  test('holds a script that parses, made of every module that it reads', () => {
    expect(() => new Function(pageScript())).not.toThrow();
    const read = [...pageScript().matchAll(/modules\["([\w-]+)"\];/g)].map(([, name]) => name);
    const made = [...pageScript().matchAll(/^modules\["([\w-]+)"\]=/gm)].map(([, name]) => name);
    expect(read.filter((name) => !made.includes(name))).toEqual([]);
  });
});

describe('charts', () => {
  test('have titles, summaries, notes and tables in both languages, and no value left to fill in', () => {
    for (const { id, title, summary, note, table } of whole.content.charts) {
      for (const language of LANGUAGES) {
        for (const text of [title, summary, note]) {
          expect(text[language], id).not.toMatch(/^$|\{\w+\}|NaN|undefined/);
        }
      }
      expect(table.rows.length, id).toBeGreaterThan(0);
      expect(new Set(table.rows.map((row) => row.length)), id).toEqual(new Set([table.columns.length]));
    }
  });

  test('have a name each', () => {
    const ids = whole.content.charts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('in French, have no plain space before : ; ? ! and a comma for decimals', () => {
    for (const { id, title, summary, note } of whole.content.charts) {
      for (const { fr } of [title, summary, note]) {
        expect(fr.replace('CC BY 4.0', ''), id).not.toMatch(/ [:;?!»]|« |\d\.\d/);
      }
    }
  });

  test('name the unit of each axis that has numbers', () => {
    for (const { id, plan } of whole.content.charts) {
      const numbered = [plan.axes.x, plan.axes.y].filter(
        ({ rows, type, hidden }) => rows === undefined && type !== 'category' && hidden !== true,
      );
      expect(
        numbered.filter(({ title }) => title === undefined),
        id,
      ).toEqual([]);
    }
  });

  test('draw the means that the tables hold', async () => {
    const levels = whole.content.charts.filter(({ id }) => id.endsWith('-level') && !id.startsWith('worst'));
    expect(levels.length).toBeGreaterThan(12);
    const cells = await readCells(whole.dir, { places: ['FR'], groups: ['all'] });
    const count = cells.units.length;
    for (const chart of levels) {
      const id = chart.id.replace(/-level$/, '');
      for (const [scenario, year] of [
        [FIRST, 2013],
        [TWIN, 2015],
        [OTHER, 2017],
      ] as const) {
        const s = cells.scenarios.findIndex(({ name }) => name === scenario);
        const cell = cells.cells.find(
          ({ period, indicator }) => period === String(year) && kebab(indicator) === id,
        );
        const expected = mean(cell?.values.subarray(s * count, (s + 1) * count) ?? []);
        expect(lineOf(chart, scenario)[year - 2013], `${id} ${scenario}`).toBeCloseTo(expected, 4);
      }
    }
  });

  test('draw the paired differences that the tables hold', async () => {
    const charts = whole.content.charts.filter(
      ({ id }) => id.endsWith('-difference') && !id.startsWith('worst'),
    );
    expect(charts.length).toBeGreaterThan(12);
    const cells = await readCells(whole.dir, { places: ['FR'], groups: ['all'] });
    const count = cells.units.length;
    for (const chart of charts) {
      const id = chart.id.replace(/-difference$/, '');
      for (const year of [2013, 2015, 2017]) {
        const values = cells.cells.find(
          ({ period, indicator }) => period === String(year) && kebab(indicator) === id,
        )?.values;
        const of = (s: number) => mean(values?.subarray(s * count, (s + 1) * count) ?? []);
        expect(lineOf(chart, OTHER)[year - 2013], id).toBeCloseTo(of(2) - of(0), 4);
      }
    }
  });

  test('show on the map what the tables of territories hold', async () => {
    const [{ value }] = await query<{ value: number }>(
      `SELECT avg(unmet) AS value FROM read_parquet('${join(whole.dir, 'territories/*.parquet')}') ` +
        `WHERE scenario = '${OTHER}' AND year = 2015 AND territory = '${context().geography.territories[700].code}'`,
    );
    const { territories } = whole.content;
    if (territories === undefined) throw new Error('no territories');
    const { facts, values } = territories;
    const i = facts.indicators.findIndex(({ id }) => id === 'unmet');
    const at = (2 * facts.years.length + 2) * facts.names.length + 700;
    expect(Math.abs(Number(values[i].level[at]) * facts.indicators[i].step - value)).toBeLessThan(
      facts.indicators[i].step,
    );
  });

  test('say that two identical scenarios do not differ, and draw nil', () => {
    const chart = chartOf(whole.content, 'unmet-difference');
    expect(chart.summary.en).toContain('collaboratif unique: no difference;');
    expect(chart.summary.fr).toMatch(/collaboratif unique\u00a0: aucune différence\u00a0;/);
    expect(new Set(lineOf(chart, TWIN))).toEqual(new Set([0]));
    expect(lineOf(chart, OTHER).every((value) => Math.abs(value - 1) < 0.1)).toBe(true);
  });

  test('keep the colour of a scenario when another is the baseline', async () => {
    const turned = await contentOf(whole.dir, OTHER);
    const colour = (content: ReportContent) =>
      chartOf(content, 'unmet-level').plan.data.datasets.find(
        ({ role, scenario }) => role === 'value' && scenario === OTHER,
      )?.borderColor;
    expect(colour(turned)).toBe(colour(whole.content));
  });
});

const kebab = (id: string) => id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
