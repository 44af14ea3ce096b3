/**
 * The picture of a report in README.md: what a window of 1280 px shows of its charts, in English.
 * `node .ci/report-picture.mjs out/ars-strategies/report.html`; needs Chromium (`CHROMIUM` names another than Debian's).
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report = 'out/ars-strategies/report.html', out = 'analysis/report/report.png'] = process.argv.slice(2);
const SIZE = { width: 1280, height: 1000 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: SIZE });
const complete = () =>
  page.waitForFunction(
    () =>
      document.documentElement.dataset.complete === 'yes' &&
      document.querySelectorAll('figure:not([data-drawn])').length === 0,
  );
await page.goto(pathToFileURL(resolve(report)).href);
await complete();
if ((await page.evaluate(() => document.documentElement.lang)) !== 'en') {
  await page.click('[data-act="language"]');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await complete();
}
await page.evaluate(() => document.getElementById('coverage')?.scrollIntoView({ behavior: 'instant' }));
await page.screenshot({ path: out });
await browser.close();
console.log(out);
