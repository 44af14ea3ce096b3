/** How large a report gets: ten indicators, all years and six scenarios on the map fit a page that a mail carries. */

import seedrandom from 'seedrandom';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAP_MOST, MAP_SCENARIOS } from '../analysis/charts/map/map-data.js';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { reportPage } from '../analysis/report/page.js';
import { PAGE_LIMIT } from '../analysis/report/parts/figures.js';
import { openStudy } from '../bin/compare/source.js';
import { readStudy } from '../sim/results/study/manifest.js';
import { reportStudy } from './support/report-study.js';
import { context } from './support/studies.js';

const whole: { content: ReportContent } = {} as never;
beforeAll(async () => {
  const dir = await reportStudy({ replicates: 2 });
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  whole.content = await reportContent(study, {}, 'en');
});

/**
 * The content with a map of as many years and scenarios, whose values wander from year to year by `step` of their
 * thousand steps and differ between scenarios by a fifth of that, as means of fifty runs at one agent for 1,000 do.
 */
function withMap(years: number, scenarios: number, step: number): ReportContent {
  const random = seedrandom('map');
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const { territories } = whole.content;
  if (territories === undefined) throw new Error('no territories');
  const { facts } = territories;
  const count = facts.names.length;
  const values = facts.indicators.map(() => {
    const level = new Int32Array(scenarios * years * count);
    for (let z = 0; z < count; z++) {
      let usual = 500 + 200 * gauss();
      for (let y = 0; y < years; y++) {
        usual += step * gauss();
        for (let s = 0; s < scenarios; s++)
          level[(s * years + y) * count + z] = Math.round(usual + (s === 0 ? 0 : 0.2 * step * gauss()));
      }
    }
    const widths = Array.from({ length: scenarios * count }, () => Math.round(10 + 5 * gauss()));
    const clear = Array.from(level, () => (random() < 0.05 ? 1 : 0));
    return { level, clear, halfWidth: widths, differenceHalfWidth: widths };
  });
  const [first] = facts.scenarios;
  return {
    ...whole.content,
    territories: {
      ...territories,
      facts: {
        ...facts,
        years: Array.from({ length: years }, (_, y) => 2013 + y),
        scenarios: Array.from({ length: scenarios }, () => first),
      },
      values,
    },
  };
}

const shownIn = (page: string) => /The map shows (\d+) of the \d+ indicators/.exec(page)?.[1];

describe('the map of a report', () => {
  test('holds ten indicators, thirteen years and six scenarios within the page', () => {
    expect(whole.content.territories?.values.length).toBe(MAP_MOST);
    const page = reportPage(withMap(13, MAP_SCENARIOS, 20), 'en', '0.1.0');
    expect(Buffer.byteLength(page)).toBeLessThan(PAGE_LIMIT);
    expect(
      [...page.matchAll(/data-map="indicator">((?:<option[^>]*>[^<]*<\/option>)+)/g)][0][1].split('</option>')
        .length - 1,
    ).toBe(10);
  });

  test('leaves out the last indicators where that is too much, and says so', () => {
    const page = reportPage(withMap(38, MAP_SCENARIOS, 20), 'en', '0.1.0');
    expect(Buffer.byteLength(page)).toBeLessThan(PAGE_LIMIT);
    expect(Number(shownIn(page))).toBeLessThan(MAP_MOST);
    // It drops no more than it must.
    expect(Buffer.byteLength(page)).toBeGreaterThan(0.8 * PAGE_LIMIT);
  });

  test('is not so large by mistake: values that never move take a tenth', () => {
    const still = Buffer.byteLength(reportPage(withMap(13, MAP_SCENARIOS, 0), 'en', '0.1.0'));
    const moving = Buffer.byteLength(reportPage(withMap(13, MAP_SCENARIOS, 20), 'en', '0.1.0'));
    expect(moving - still).toBeGreaterThan(800_000);
  });
});
