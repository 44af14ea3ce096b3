/** The report in a real browser: drawn, switched, chosen, downloaded, printed, heard, without any network. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawable } from '../../analysis/charts/runtime/drawable.js';
import { type ReportContent, reportContent } from '../../analysis/report/content.js';
import { openStudy } from '../../bin/compare/source.js';
import { readStudy } from '../../sim/results/study/manifest.js';
import { CHROMIUM, NO_BROWSER } from '../support/chromium.js';
import { maillageHere } from '../support/program.js';
import { OTHER, reportStudy } from '../support/report-study.js';
import { context } from '../support/studies.js';
import {
  axeFindings,
  blankFigures,
  drawnPoints,
  firstChart,
  isComplete,
  languageIs,
  mapShape,
  pageWidth,
  paperColour,
  says,
} from './page/probes.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-browser-'));
const shared: { dir: string; file: string; content: ReportContent; browser: Browser } = {} as never;
/** How a page of the usual width shows its charts. */
const LOOK = { language: 'en', theme: 'light', letters: 13, narrow: false } as const;

interface Watched {
  readonly page: Page;
  /** What went wrong: errors, warnings, requests to anything but the page itself. */
  readonly troubles: string[];
}

async function open(width = 1280, height = 900, scheme: 'light' | 'dark' = 'light'): Promise<Watched> {
  const context = await shared.browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob|file):/.test(request.url())) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(shared.file).href);
  await page.waitForFunction(isComplete);
  return { page, troubles };
}

describe.skipIf(CHROMIUM === undefined)(`the report in Chromium${CHROMIUM ? '' : ` (${NO_BROWSER})`}`, () => {
  beforeAll(async () => {
    shared.dir = await reportStudy();
    const { dir } = shared;
    const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
    shared.content = await reportContent(study, {}, 'en');
    shared.file = join(folder, 'report.html');
    const { code, stderr } = await maillageHere(['report', shared.dir, '--out', shared.file]);
    if (code !== 0) throw new Error(stderr);
    shared.browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await shared.browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['a projector', 1280, 'light'],
    ['a phone in the dark', 390, 'dark'],
  ] as const)('draws every chart on %s, wide enough for nothing to be cut', async (_, width, scheme) => {
    const { page, troubles } = await open(width, 844, scheme);
    expect(await page.evaluate(blankFigures)).toEqual([]);
    expect(await page.evaluate(pageWidth)).toBe(width);
    expect(await page.evaluate(mapShape)).toBeCloseTo(1, 3);
    const paper = await page.evaluate(paperColour);
    expect(paper).toBe(scheme === 'dark' ? 'rgb(20, 23, 27)' : 'rgb(255, 255, 255)');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  // tests/report-values.test.ts holds the same numbers against the tables of the study.
  test('draws the numbers that the definitions of the charts hold, in every one', async () => {
    const { page } = await open();
    const drawn = await page.evaluate(drawnPoints);
    const { charts } = shared.content;
    expect(Object.keys(drawn)).toEqual(charts.map(({ id }) => id));
    for (const { id, plan } of charts) {
      const { datasets } = drawable(plan, LOOK).data as { datasets: readonly { data: readonly unknown[] }[] };
      const three = datasets.map(({ data }) =>
        JSON.stringify([data[0], data[data.length >> 1], data[data.length - 1]]),
      );
      expect(drawn[id], id).toEqual(three);
    }
    await page.context().close();
  });

  test('shows its first chart within a second, at best of five', async () => {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const { page } = await open();
      times.push(await page.evaluate(firstChart));
      await page.context().close();
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test('switches language and back, with charts and the chosen scenarios', async () => {
    const { page, troubles } = await open();
    await page.uncheck(`input[data-scenario="${OTHER}"]`);
    await page.click('[data-act="language"]');
    await page.waitForFunction(languageIs, 'fr');
    expect(await page.title()).toBe('Une étude inventée pour l’essai');
    expect(await page.textContent('#h-sure')).toBe('Avec quelle certitude');
    expect(await page.isChecked(`input[data-scenario="${OTHER}"]`)).toBe(false);
    await page.waitForFunction(isComplete);
    expect(await page.evaluate(blankFigures)).toEqual([]);
    await page.click('[data-act="language"]');
    await page.waitForFunction(languageIs, 'en');
    expect(await page.textContent('#h-sure')).toBe('How sure');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('the map shows what is chosen with the keyboard, and says it', async () => {
    const { page, troubles } = await open();
    const title = () => page.textContent('#fig-map h3');
    expect(await title()).toContain('Accessibility (APL), 2017');
    await page.focus('[data-map="indicator"]');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(says, ['#fig-map h3', 'Without'] as const);
    await page.selectOption('[data-map="year"]', { label: '2014' });
    await page.selectOption('[data-map="scenario"]', '1');
    await page.selectOption('[data-map="difference"]', '1');
    await page.waitForFunction(says, ['#fig-map h3', 'collaboratif unique less'] as const);
    expect(await title()).toBe('Without a médecin traitant, 2014: collaboratif unique less libéral (points)');
    // The twin differs nowhere.
    expect(await page.textContent('#fig-map .summary')).toMatch(
      /0 are higher and 0 lower .* 1,392 no difference/s,
    );
    await page.selectOption('[data-map="scenario"]', '2');
    await page.waitForFunction(says, ['#fig-map h3', 'délégué less'] as const);
    await page.click('#fig-map details > summary');
    await page.waitForSelector('#fig-map table');
    expect(await page.locator('#fig-map tbody tr').count()).toBe(1392);
    expect(await page.textContent('#territories')).toContain('synthetic');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('gives the data and the picture of a chart', async () => {
    const { page } = await open();
    for (const id of ['unmet-level', 'map']) {
      const [csv] = await Promise.all([page.waitForEvent('download'), page.click(`#fig-${id} [data-csv]`)]);
      expect(csv.suggestedFilename()).toBe(`${id}.csv`);
      const text = readFileSync((await csv.path()) ?? '', 'utf8');
      expect(text.split('\r\n').length).toBeGreaterThan(15);
      const [png] = await Promise.all([page.waitForEvent('download'), page.click(`#fig-${id} [data-png]`)]);
      const bytes = readFileSync((await png.path()) ?? '');
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.readUInt32BE(16)).toBe(2400);
    }
    const who = page.click('[data-table="who-gains"] [data-csv]');
    const [gains] = await Promise.all([page.waitForEvent('download'), who]);
    expect(gains.suggestedFilename()).toBe('who-gains.csv');
    const lines = readFileSync((await gains.path()) ?? '', 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffscenario,group,indicator,unit,difference/);
    expect(lines.length - 2).toBe(shared.content.gains?.cells.length);
    await page.context().close();
  });

  test('prints on A4, all charts in it', async () => {
    const { page, troubles } = await open(1280, 900, 'dark');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
    expect(pages).toBeGreaterThan(10);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has nothing that axe-core finds wrong, %s', async (scheme, width) => {
    const { page } = await open(width, 900, scheme);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(axeFindings);
    expect(found).toEqual([]);
    await page.context().close();
  });

  test('reads without a script: words and tables stay', async () => {
    const context = await shared.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(shared.file).href);
    expect(await page.textContent('.answer')).toContain('which is better');
    expect(await page.locator('#headline tbody tr').count()).toBeGreaterThan(10);
    await context.close();
  });
});
