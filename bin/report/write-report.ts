/** The work of `maillage report`: read the study, write the page, paint the pictures. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { painter } from '../../analysis/charts/picture.js';
import { reportContent } from '../../analysis/report/content.js';
import { REPORT_MARK, reportPage, sourceOf } from '../../analysis/report/page.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { REPORT } from '../../analysis/wording/report.js';
import { MaillageError } from '../../sim/base/errors.js';
import { checkWritable, isFolder, writeFileAtomic } from '../../sim/base/files.js';
import { displayPath } from '../../sim/base/paths.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { readStudy } from '../../sim/results/study/manifest.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Invocation } from '../command.js';
import { openStudy } from '../compare/source.js';
import { printJson } from '../json.js';
import { versionOfPackage } from '../program.js';
import type { Terminal } from '../terminal/terminal.js';

/** Name of a report whose place is not given, in the folder of its study. */
const USUAL_NAME = 'report.html';
/** No page is called so. */
const UNUSED_NAME = '.maillage-report';

/** What was written. */
export interface Written {
  readonly page: { readonly file: string; readonly bytes: number } | undefined;
  readonly pictures: readonly string[];
  /** Ids of the charts, in the order of the page. */
  readonly charts: readonly string[];
}

/**
 * Writes the page of a study, or its pictures with `--png`.
 * @throws MaillageError for a folder that holds no study or no finished run, an unknown baseline or indicator, and a
 * file in the way; nothing is written then.
 */
export async function writeReport(invocation: Invocation): Promise<undefined> {
  const { terminal } = invocation;
  const dir = invocation.text('dir') ?? '';
  const png = invocation.text('png');
  const out = invocation.text('out') ?? (png === undefined ? join(dir, USUAL_NAME) : undefined);
  const written = await reportOf(dir, terminal, {
    out,
    png,
    baseline: invocation.text('baseline'),
    indicators: invocation
      .texts('indicators')
      .flatMap((text) => text.split(','))
      .filter((id) => id !== ''),
    force: invocation.flag('force'),
  });
  if (invocation.flag('json')) printJson(terminal, 'report', jsonOf(dir, written));
  else for (const line of writtenLines(written, png, terminal)) terminal.print(line);
  return;
}

export interface ReportOptions {
  readonly out?: string;
  readonly png?: string;
  readonly baseline?: string;
  readonly indicators?: readonly string[];
  readonly force?: boolean;
}

/** Reads a study and writes what is asked of it. */
export async function reportOf(dir: string, terminal: Terminal, options: ReportOptions): Promise<Written> {
  const { out, png } = options;
  const { language } = terminal;
  const manifest = readStudy(dir);
  if (out !== undefined) {
    checkOut(out, options.force === true, terminal);
    // Made in the folder of the page, and so for a name that is not there yet.
    checkWritable(join(dirname(resolve(out)), UNUSED_NAME));
  }
  if (png !== undefined) checkWritable(png);
  terminal.say(terminal.tell(REPORT.reading));
  const content = await reportContent(
    { dir, manifest, source: await openStudy(dir), catalogue: loadCatalogue(), geography: buildGeography() },
    options,
    language,
  );
  const charts = content.charts.map(({ id }) => id);
  const page = out === undefined ? undefined : { file: resolve(out), bytes: 0 };
  if (page !== undefined) {
    const html = reportPage(content, language, versionOfPackage());
    writeFileAtomic(page.file, html);
    page.bytes = Buffer.byteLength(html);
  }
  const pictures: string[] = [];
  if (png !== undefined) {
    const paint = await painter();
    for (const chart of content.charts) {
      const file = join(resolve(png), `${chart.id}.png`);
      writeFileAtomic(file, paint(chart, language, sourceOf(content, language)));
      pictures.push(file);
    }
  }
  return { page, pictures, charts };
}

/** Where what was written stands, in words. */
export function writtenLines(
  { page, pictures }: Written,
  png: string | undefined,
  terminal: Terminal,
): string[] {
  const megabytes = (bytes: number) =>
    `${decimal(bytes / 1e6, terminal.language, 1)}\u00a0M${terminal.language === 'fr' ? 'o' : 'B'}`;
  return [
    ...(page === undefined
      ? []
      : [terminal.tell(REPORT.written, { file: displayPath(page.file), size: megabytes(page.bytes) })]),
    ...(png === undefined
      ? []
      : [terminal.tell(REPORT.pictures, { count: pictures.length, folder: displayPath(resolve(png)) })]),
  ];
}

function jsonOf(dir: string, { page, pictures, charts }: Written) {
  return { study: resolve(dir), page: page ?? null, charts, pictures };
}

/** A report may be replaced by a newer one; nothing else is. */
function checkOut(out: string, force: boolean, terminal: Terminal): void {
  const file = displayPath(resolve(out));
  if (isFolder(out)) throw new MaillageError('bad-option', terminal.tell(REPORT.isFolder, { file }));
  if (force || !existsSync(out)) return;
  // The mark stands in the first lines.
  if (!readFileSync(out, 'utf8').slice(0, 2000).includes(REPORT_MARK)) {
    throw new MaillageError('bad-option', terminal.tell(REPORT.notAReport, { file }));
  }
}
