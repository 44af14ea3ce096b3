/** A report says where professionals practise at the start: synthetic, or imported with `--data` and from which files. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReportContent, reportContent } from '../analysis/report/content.js';
import { reportPage } from '../analysis/report/page.js';
import { commandsOf } from '../analysis/report/parts/appendix.js';
import { LANGUAGES, type Language } from '../analysis/wording/language.js';
import { openStudy } from '../bin/compare/source.js';
import { readStudy, writeStudyManifest } from '../sim/results/study/manifest.js';
import { reportStudy } from './support/report-study.js';
import { context } from './support/studies.js';

const NAME = 'Insee BPE (bpe13_ensemble.csv)';
const SYNTHETIC = {
  en: 'synthetic: drawn from published',
  fr: /synthétique\u00a0: tirée? de chiffres/,
} as const;

async function contentOf(dir: string): Promise<ReportContent> {
  const study = { dir, manifest: readStudy(dir), source: await openStudy(dir), ...context() };
  return reportContent(study, {}, 'en');
}

const made: { synthetic: ReportContent; imported: ReportContent } = {} as never;
beforeAll(async () => {
  const dir = await reportStudy({ replicates: 2 });
  made.synthetic = await contentOf(dir);
  const manifest = readStudy(dir);
  writeStudyManifest(dir, { ...manifest, identity: { ...manifest.identity, supply: NAME } });
  made.imported = await contentOf(dir);
});

/** What a reader sees in this language, scripts aside; and the note of the map, which the page makes again. */
function saidOf(content: ReportContent, language: Language): { page: string; note: string } {
  const page = reportPage(content, language, '0.1.0');
  const map = content.charts.find(({ id }) => id === 'map');
  return {
    page: page.slice(page.indexOf('<main'), page.indexOf('</main>')),
    note: map?.note[language] ?? '',
  };
}
const section = (page: string, id: string) =>
  /<section[\s\S]*?<\/section>/.exec(page.slice(page.indexOf(`<section id="${id}"`)))?.[0] ?? '';

describe.each(LANGUAGES)('in %s', (language) => {
  test('a synthetic supply is called so: under the map, at its head, among what is left out, with the digests', () => {
    const { page, note } = saidOf(made.synthetic, language);
    expect(note).toMatch(SYNTHETIC[language]);
    for (const id of ['territories', 'sure', 'reproduce'])
      expect(section(page, id), id).toMatch(language === 'en' ? /synthetic/ : /synthétique/);
    expect(section(page, 'sure')).toMatch(SYNTHETIC[language]);
    expect(section(page, 'territories') + section(page, 'sure') + section(page, 'reproduce')).not.toMatch(
      /--data|BPE/,
    );
  });

  test('an imported supply is named in the same places, and nothing says that the map is drawn', () => {
    const { page, note } = saidOf(made.imported, language);
    expect(note).toContain(NAME);
    expect(note).not.toMatch(SYNTHETIC[language]);
    for (const id of ['territories', 'sure', 'reproduce']) expect(section(page, id), id).toContain(NAME);
    expect(page).not.toMatch(SYNTHETIC[language]);
    // The imported place is no portrait: the rest of it stays synthetic, and moves.
    expect(section(page, 'sure')).toMatch(
      language === 'en' ? /leave out is synthetic/ : /ne disent pas est synthétique/,
    );
  });
});

test('the command that makes the study again asks for the supply, where there is one', () => {
  expect(commandsOf(made.imported.manifest).join('\n')).toContain(' --data SUPPLY --out ');
  expect(commandsOf(made.synthetic.manifest).join('\n')).not.toContain('--data');
});

test('what is left out names specialists, and no longer delegation or premiums', () => {
  const { page } = saidOf(made.synthetic, 'en');
  const left = section(page, 'sure');
  const list = left.slice(left.lastIndexOf('<ul>'));
  expect(list).toContain('Specialists, pharmacists');
  expect(list).not.toMatch(/premiums|Delegation to nurses|, assistants,/);
});
