/** What every chart of a report draws, held at three points against what `maillage query` answers. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../analysis/charts/chart.js';
import { STAGES } from '../analysis/charts/cpts.js';
import { kebab } from '../analysis/charts/groups.js';
import { reportContent } from '../analysis/report/content.js';
import type { Text } from '../analysis/wording/language.js';
import { openStudy } from '../bin/compare/source.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import { readStudy } from '../sim/results/study/manifest.js';
import type { Dot, Held, Pair } from './support/drawn.js';
import { LINES_AND_ROWS } from './support/drawn-lines.js';
import { COST_PAIR, COSTS_AND_TERRITORIES } from './support/drawn-others.js';
import { FIRST, reportStudy } from './support/report-study.js';
import { context } from './support/studies.js';
import { answersOf } from './support/study-answers.js';

/** A study with everything, a grid over the effects of depth, draws of a parameter. */
const held: { whole: Held; depth: Held; draws: Held } = {} as never;

async function hold(dir: string): Promise<Held> {
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  const { charts } = await reportContent(study, {}, 'en');
  return { dir, charts, answers: await answersOf(dir, FIRST, indicatorsOf(charts)) };
}

/** Indicators that the id or a row of a chart names, the usual ones, and those of charts that name none: tables hold far more. */
function indicatorsOf(charts: readonly Chart[]): readonly string[] {
  const rows = new Set(
    charts.flatMap(({ plan }) => (plan.axes.y.rows ?? []) as readonly Text[]).map(({ en }) => en),
  );
  const drawn = INDICATORS.filter(
    ({ id, headline, label }) =>
      headline ||
      charts.some((chart) => chart.id.includes(kebab(id))) ||
      rows.has(label.en.replaceAll("'", '’')),
  );
  return [...drawn.map(({ id }) => id), ...STAGES, ...COST_PAIR];
}

beforeAll(async () => {
  held.whole = await hold(await reportStudy());
  held.depth = await hold(
    await reportStudy({
      replicates: 2,
      territories: false,
      more: 'vary: { method: factorial, over: [{ parameter: cpts.effect.level, levels: [0, 1, 2] }] }',
    }),
  );
  held.draws = await hold(
    await reportStudy({
      replicates: 1,
      territories: false,
      more: 'vary: { method: latin-hypercube, points: 4, over: [{ parameter: care.minutes }] }',
    }),
  );
});

async function pairsOf(chart: Chart, study: Held): Promise<Pair[]> {
  for (const [form, tell] of [...LINES_AND_ROWS, ...COSTS_AND_TERRITORIES]) {
    const names = form.exec(chart.id);
    if (names !== null) return tell(chart, study, names);
  }
  throw new Error(`no test holds the chart ${chart.id} against the tables`);
}

/** Ids of charts that draw another number than the tables hold: drawn numbers keep eight digits. */
async function wrong(charts: readonly Chart[], study: Held): Promise<string[]> {
  const found: string[] = [];
  for (const chart of charts) {
    const pairs = await pairsOf(chart, study);
    expect(pairs.length, chart.id).toBeGreaterThanOrEqual(3);
    for (const [drawn, expected] of pairs) {
      const isClose = Math.abs((drawn ?? Number.NaN) - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
      if (!isClose) found.push(`${chart.id}: ${drawn} is drawn for ${expected}`);
    }
  }
  return found;
}

const only = (kind: RegExp, { charts }: Held) => {
  const found = charts.filter(({ id }) => kind.test(id));
  expect(found.length).toBeGreaterThan(0);
  return found;
};

describe('at three points, what is drawn is what `maillage query` answers', () => {
  test('in every chart of a study with territories', async () => {
    expect(held.whole.charts.length).toBeGreaterThan(60);
    expect(await wrong(held.whole.charts, held.whole)).toEqual([]);
  });

  test('in charts of the effects of depth', async () => {
    expect(await wrong(only(/^depth-/, held.depth), held.depth)).toEqual([]);
  });

  test('in charts of draws of the parameters', async () => {
    expect(await wrong(only(/^draws-/, held.draws), held.draws)).toEqual([]);
  });

  test('and a chart that draws a hair more would be found', async () => {
    const chart = only(/^groups-unmet$/, held.whole)[0];
    const moved = (data: unknown) => (data as Dot[]).map((dot) => ({ ...dot, x: dot.x * 1.00001 }));
    const datasets = chart.plan.data.datasets.map((one) => ({ ...one, data: moved(one.data) }));
    const lying = { ...chart, plan: { ...chart.plan, data: { datasets } } } as Chart;
    expect((await wrong([lying], held.whole)).length).toBeGreaterThan(0);
  });

  test('and a chart of a new kind would be found', async () => {
    const chart = { ...held.whole.charts[0], id: 'of-a-new-kind' };
    await expect(wrong([chart], held.whole)).rejects.toThrow('no test holds the chart of-a-new-kind');
  });
});
