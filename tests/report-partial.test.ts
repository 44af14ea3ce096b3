/** `maillage report` of what is not a whole study of this version: the page says it, or the command refuses in a sentence. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { answerOf } from '../analysis/report/findings.js';
import { reportPage } from '../analysis/report/page.js';
import { openStudy } from '../bin/compare/source.js';
import { digestJson, type Json } from '../sim/base/digest.js';
import { codeVersion } from '../sim/results/code-version.js';
import { readStudy, type StudyManifest, writeStudyManifest } from '../sim/results/study/manifest.js';
import { maillageHere } from './support/program.js';
import { FIRST, OTHER, reportStudy, TWIN, USUAL } from './support/report-study.js';
import { context } from './support/studies.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-partial-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function contentOf(dir: string): Promise<ReportContent> {
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  return reportContent(study, {}, 'en');
}

const pageOf = async (dir: string, version = VERSION) => reportPage(await contentOf(dir), 'en', version);
/** What the page says, its scripts aside. */
const wordsOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const VERSION = codeVersion().split('+')[0];

/** What the command says when it refuses; it must write nothing. */
async function refusal(dir: string, ...words: string[]): Promise<string> {
  const out = join(folder, 'refused.html');
  const { stderr, code } = await maillageHere(['report', dir, '--out', out, ...words]);
  expect(code).toBe(2);
  expect(existsSync(out)).toBe(false);
  return stderr;
}

/** The study with another manifest. */
function rewritten(dir: string, change: (manifest: StudyManifest) => StudyManifest): string {
  writeStudyManifest(dir, change(readStudy(dir)));
  return dir;
}

const small = { replicates: 3, territories: false, keep: USUAL } as const;
/** As `small`, for what is said of every chart. */
const withEverything = { replicates: 3, territories: false } as const;

const known: { page?: Promise<string> } = {};
/** The page of a study that lacks nothing. */
const wholePage = () => {
  known.page ??= reportStudy(small).then((dir) => pageOf(dir));
  return known.page;
};

describe('a study that is not finished', () => {
  test('is refused while it holds no finished run, with what to do', async () => {
    const sentence = await refusal(await reportStudy({ ...small, runs: 0 }));
    expect(sentence).toMatch(
      /holds no finished run to report yet: `maillage status .*` says what is missing/,
    );
    expect(await refusal(await reportStudy({ ...small, runs: 4 }), '--lang', 'fr')).toContain(
      'ne contient encore aucune exécution finie',
    );
  });

  test('says how many runs it rests on when more were asked for since', async () => {
    const dir = rewritten(await reportStudy(small), (manifest) => ({
      ...manifest,
      additions: [
        ...manifest.additions,
        { scenarios: [FIRST, TWIN, OTHER], points: [0, 1], replicates: [3, 8] },
      ],
    }));
    expect(await pageOf(dir)).toContain('The study is not complete: 9 of 24 runs are in it.');
    expect(await wholePage()).not.toContain('not complete');
  });

  test('counts failed runs, and compares the pairs that remain', async () => {
    const dir = await reportStudy({ ...small, failed: (name) => name === `${OTHER}/0/1` });
    const content = await contentOf(dir);
    const page = reportPage(content, 'en', VERSION);
    expect(page).toContain('The study is not complete: 8 of 9 runs are in it.');
    expect(page).toContain('1 run failed and is left out.');
    const pairs = (scenario: string) =>
      content.comparison?.rows.find((row) => row.scenario === scenario)?.contrast.pairs;
    expect([pairs(TWIN), pairs(OTHER)]).toEqual([3, 2]);
  });

  test('names a scenario without a finished replicate, and leaves it out of every chart', async () => {
    const dir = await reportStudy({ ...withEverything, failed: (name) => name.startsWith(OTHER) });
    const content = await contentOf(dir);
    const page = reportPage(content, 'en', VERSION);
    expect(page).toContain(`No run is finished for: ${OTHER}.`);
    const drawn = content.charts.flatMap(({ plan }) => plan.data.datasets.map(({ scenario }) => scenario));
    expect(drawn).toContain(TWIN);
    expect(drawn).not.toContain(OTHER);
    expect(wordsOf(page).match(/NaN|undefined/)).toBeNull();
  });

  test('is refused without a run of the baseline, unless another is chosen', async () => {
    const dir = await reportStudy({ ...small, failed: (name) => name.startsWith(FIRST) });
    expect(await refusal(dir)).toContain(`no run of ${FIRST} is finished`);
    const out = join(folder, 'other.html');
    expect((await maillageHere(['report', dir, '--out', out, '--baseline', TWIN])).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain(`No run is finished for: ${FIRST}.`);
  });
});

describe('a study of another version', () => {
  test('is shown with a warning that names both versions', async () => {
    const dir = rewritten(await reportStudy(small), (manifest) => ({
      ...manifest,
      identity: { ...manifest.identity, code: '0.0.9+0123456789abcdef' },
    }));
    const sentence = `simulated by version 0.0.9 of maillage, and this page is written by version ${VERSION}`;
    expect(await pageOf(dir)).toContain(sentence);
    expect(await wholePage()).not.toContain('and this page is written by version');
  });

  test('and so is one of another state of the same version', async () => {
    const dir = rewritten(await reportStudy(small), (manifest) => ({
      ...manifest,
      identity: { ...manifest.identity, code: `${VERSION}+0123456789abcdef` },
    }));
    expect(await pageOf(dir)).toContain(`another state of the simulator (${VERSION}+0123456789abcdef)`);
    expect(await wholePage()).not.toContain('another state of the simulator');
  });

  test('is refused when its tables have another form', async () => {
    const dir = await reportStudy(small);
    const file = join(dir, 'study.json');
    const { digest: _, ...content } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>;
    const later = { ...content, version: 9 };
    writeFileSync(file, JSON.stringify({ ...later, digest: digestJson(later) }));
    expect(await refusal(dir)).toContain(
      'written in version 9 of its format, and this maillage reads version 1',
    );
  });

  test('is refused when it keeps an indicator that is not known here', async () => {
    const dir = rewritten(await reportStudy(small), (manifest) => {
      const { identity } = manifest;
      const indicators = [...identity.keep.indicators, 'visitsByDrone'];
      return { ...manifest, identity: { ...identity, keep: { ...identity.keep, indicators } } };
    });
    expect(await refusal(dir)).toMatch(
      /keeps the indicator 'visitsByDrone', which this version of maillage does not know: use the maillage that simulated it/,
    );
  });
});

describe('what is not there', () => {
  test('an empty folder, and one that does not exist, are refused', async () => {
    expect(await refusal(folder)).toContain('holds no study of maillage');
    expect(await refusal(join(folder, 'nowhere'))).toContain('holds no study of maillage');
  });

  test('a damaged study is refused, with the command that mends it', async () => {
    const dir = await reportStudy(small);
    writeFileSync(join(dir, 'study.json'), '{ "format": ');
    expect(await refusal(dir)).toMatch(/study\.json is damaged: `maillage repair .*` restores it/);
  });

  test('an indicator that the plan does not keep is named as such, and nothing else breaks', async () => {
    const dir = await reportStudy({
      replicates: 3,
      keep: '{ indicators: [gpsLiberal, unmet], territories: true }',
    });
    const content = await contentOf(dir);
    const page = reportPage(content, 'en', VERSION);
    expect(page).toMatch(
      /keeps none of these headline indicators, and nothing is said about them: Without a médecin/,
    );
    expect(answerOf(content.frame, content.comparison).length).toBe(2);
    // The plan chooses what the map shows.
    expect(content.territories?.facts.indicators.map(({ id }) => id)).toEqual(['unmet', 'gpsLiberal']);
    expect(content.charts.map(({ id }) => id)).toContain('gps-liberal-level');
    expect(wordsOf(page).match(/NaN|undefined/)).toBeNull();
  });

  test('an indicator asked for by a wrong name is refused with the nearest', async () => {
    const sentence = await refusal(await reportStudy(small), '--indicators', 'unmett');
    expect(sentence).toContain("keeps no indicator 'unmett'; did you mean 'unmet'?");
  });
});
