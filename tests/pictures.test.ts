/**
 * Pictures of charts, painted in Node, against committed references: tests/pictures/*.png, made small.
 * `UPDATE_PICTURES=1 npx vitest run dist/tests/pictures.test.js` makes the references anew; look at them before you commit.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../analysis/charts/chart.js';
import { type Painter, painter } from '../analysis/charts/picture.js';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import type { Language } from '../analysis/wording/language.js';
import { openStudy } from '../bin/compare/source.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { PROJECT } from './support/project.js';
import { OTHER, reportStudy } from './support/report-study.js';
import { context } from './support/studies.js';

const FOLDER = join(PROJECT, 'tests/pictures');
/** Share of the size kept: enough to see what moved. */
const SMALL = 0.2;
const SMALL_MAP = 0.13;
/** Share of pixels that differ plainly, under which two pictures look alike: letters and edges differ between systems. */
const TOLERANCE = 0.004;
/** Difference of a channel, of 255, that an eye would see. */
const PLAIN = 48;

const PICTURES: readonly (readonly [string, Language])[] = [
  ['unmet-level', 'en'],
  ['unmet-difference', 'fr'],
  ['stages-ars-delegue-2017', 'fr'],
  ['cpts-signed-and-effective', 'en'],
  ['map', 'fr'],
  ['gains-of-people', 'en'],
  ['groups-unmet', 'fr'],
  ['money-by-instrument', 'en'],
  ['cost-frontier', 'fr'],
];

const made: { content: ReportContent; paint: Painter } = {} as never;
beforeAll(async () => {
  const dir = await reportStudy();
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  made.content = await reportContent(study, {}, 'en');
  made.paint = await painter();
});

async function small(png: Buffer, share: number): Promise<Canvas> {
  const image = await loadImage(png);
  const canvas = createCanvas(Math.round(image.width * share), Math.round(image.height * share));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function painted(id: string, language: Language): Promise<Canvas> {
  const chart = made.content.charts.find((one) => one.id === id);
  if (chart === undefined) throw new Error(`no chart ${id}`);
  return small(made.paint(chart, language, ''), id === 'map' ? SMALL_MAP : SMALL);
}

/** Share of pixels that differ plainly between two pictures; infinite where they differ in size. */
function apart(
  a: Canvas,
  b: { readonly width: number; readonly height: number; readonly data: ArrayLike<number> },
) {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  const { data } = a.getContext('2d').getImageData(0, 0, a.width, a.height);
  let plain = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isPlain = [0, 1, 2].some((channel) => Math.abs(data[at + channel] - b.data[at + channel]) > PLAIN);
    if (isPlain) plain++;
  }
  return plain / (data.length / 4);
}

async function reference(name: string) {
  const image = await loadImage(readFileSync(join(FOLDER, name)));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

describe('a picture', () => {
  test.each(PICTURES)('of %s in %s looks as it did when it was last looked at', async (id, language) => {
    const canvas = await painted(id, language);
    const name = `${id}-${language}.png`;
    if (process.env.UPDATE_PICTURES === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, name), canvas.toBuffer('image/png'));
    }
    expect(apart(canvas, await reference(name))).toBeLessThan(TOLERANCE);
  });

  test('of another chart, in another language, or with a line moved, does not', async () => {
    const french = await reference('unmet-difference-fr.png');
    expect(apart(await painted('people-seen-difference', 'fr'), french)).toBeGreaterThan(TOLERANCE);
    expect(apart(await painted('unmet-difference', 'en'), french)).toBeGreaterThan(TOLERANCE);
    const chart = made.content.charts.find(({ id }) => id === 'unmet-difference');
    const raised = (data: unknown) => (data as (number | null)[]).map((value) => (value ?? 0) + 0.1);
    const datasets = chart?.plan.data.datasets.map((one) =>
      one.scenario === OTHER ? { ...one, data: raised(one.data) } : one,
    );
    const moved = { ...chart, plan: { ...chart?.plan, data: { ...chart?.plan.data, datasets } } } as Chart;
    expect(apart(await small(made.paint(moved, 'fr', ''), SMALL), french)).toBeGreaterThan(TOLERANCE);
  });

  test('is the same, byte for byte, when painted twice', () => {
    const [chart] = made.content.charts;
    expect(made.paint(chart, 'en', '').equals(made.paint(chart, 'en', ''))).toBe(true);
  });

  test.each(['en', 'fr'] as const)('can be painted of every section, %s, with ink on it', (language) => {
    const { charts } = made.content;
    const firsts = charts.filter(
      ({ section }, i) => charts.findIndex((one) => one.section === section) === i,
    );
    for (const chart of firsts) {
      const png = made.paint(chart, language, '');
      expect(png.readUInt32BE(16), chart.id).toBe(2400);
      // A blank picture of this size takes some twenty thousand bytes less than any drawn one.
      expect(png.length, chart.id).toBeGreaterThan(40_000);
    }
  });
});
