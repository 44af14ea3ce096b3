/** The work of `maillage import supply`: reads, matches, tells, writes. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { FileReport } from '../../analysis/import/assemble.js';
import { type Imported, importSupply, writeSupply } from '../../analysis/import/import-supply.js';
import { PROFESSIONS } from '../../analysis/import/supply-format.js';
import { PROGRAM } from '../../analysis/wording/command-line.js';
import { decimal, plainNumber } from '../../analysis/wording/numbers.js';
import { SUPPLY } from '../../analysis/wording/supply.js';
import { digestOf } from '../../sim/base/digest.js';
import { MaillageError } from '../../sim/base/errors.js';
import { checkWritable, isFolder } from '../../sim/base/files.js';
import { displayPath } from '../../sim/base/paths.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { DATASET_FILE, readSupply, supplyCsv } from '../../sim/world/geography/supply-dataset.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { printJson } from '../json.js';
import { dashed, tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const FIRST_YEAR = 2013;
const YEARS = [1990, 2100] as const;
/** Places that are told one by one when they are not on the map. */
const TOLD = 20;

/** @throws MaillageError for files that cannot be read or match nothing, before anything is written. */
export async function importSupplyCommand(invocation: Invocation): Promise<undefined> {
  const { terminal } = invocation;
  const out = invocation.text('out');
  if (out === undefined) throw new MaillageError('bad-option', terminal.tell(SUPPLY.needsOut));
  const year = wholeNumber(invocation, 'year', YEARS) ?? FIRST_YEAR;
  const dir = resolve(out);
  checkWritable(dir);
  refuseOtherFolder(dir, terminal);
  const imported = await importSupply(invocation.texts('files'), year, resolveParameters(loadCatalogue()));
  if (!invocation.flag('force')) refuseOtherSupply(dir, imported, terminal);
  for (const { file, warning } of imported.files) {
    if (warning !== undefined)
      terminal.say(
        terminal.field(PROGRAM.warning, terminal.tell(SUPPLY.warning, { file, message: warning })),
      );
  }
  await writeSupply(dir, imported, year);
  if (invocation.flag('json')) printJson(terminal, 'import-supply', jsonOf(dir, imported, year));
  else for (const line of reportLines(imported, terminal)) terminal.print(line);
  terminal.say(terminal.tell(SUPPLY.written, { folder: displayPath(dir) }));
  return;
}

/** A folder that holds anything but a dataset is left alone. */
function refuseOtherFolder(dir: string, terminal: Terminal): void {
  if (!isFolder(dir) || readdirSync(dir).length === 0 || existsSync(`${dir}/${DATASET_FILE}`)) return;
  const message = terminal.tell(SUPPLY.notDataset, { folder: displayPath(dir) });
  throw new MaillageError('identity-clash', message);
}

function refuseOtherSupply(dir: string, { geography, supply }: Imported, terminal: Terminal): void {
  if (!existsSync(`${dir}/${DATASET_FILE}`)) return;
  if (readSupply(dir, geography).digest === digestOf(supplyCsv(geography, supply))) return;
  throw new MaillageError('identity-clash', terminal.tell(SUPPLY.other, { folder: displayPath(dir) }));
}

function reportLines(imported: Imported, terminal: Terminal): string[] {
  const { columns } = SUPPLY;
  const number = (value: number) => decimal(value, terminal.language);
  const right = (title: keyof typeof columns) =>
    ({ title: terminal.tell(columns[title]), align: 'right' }) as const;
  return [
    ...wrap(terminal.tell(SUPPLY.title, { name: imported.name })).map(terminal.strong),
    '',
    ...tableLines(
      [
        { title: terminal.tell(columns.file), wraps: true },
        right('rows'),
        right('matchedRows'),
        right('gps'),
        right('gpsMatched'),
        right('nurses'),
        right('nursesMatched'),
      ],
      imported.files.map(({ file, rows, matchedRows, totals, matched }) => [
        basename(file),
        number(rows),
        number(matchedRows),
        number(totals.gps),
        number(matched.gps),
        number(totals.nurses),
        number(matched.nurses),
      ]),
    ),
    '',
    ...imported.files.flatMap((file) => unmatchedLines(file, terminal)),
    ...totalLines(imported, terminal),
  ];
}

/** Places that are not on the map, those with most professionals first. */
function unmatchedLines({ file: path, unmatched }: FileReport, terminal: Terminal): string[] {
  const file = basename(path);
  const number = (value: number) => plainNumber(value, terminal.language);
  const held = unmatched
    .filter(({ gps, nurses }) => gps + nurses > 0)
    .sort((a, b) => b.gps + b.nurses - a.gps - a.nurses || (a.place < b.place ? -1 : 1));
  const empty = unmatched.length - held.length;
  const told = held
    .slice(0, TOLD)
    .map(({ place, gps, nurses }) =>
      terminal.tell(SUPPLY.unmatchedOne, { place, gps: number(gps), nurses: number(nurses) }),
    );
  if (held.length > TOLD) told.push(terminal.tell(SUPPLY.unmatchedMore, { count: held.length - TOLD }));
  const places = told.join(terminal.tell(SUPPLY.list));
  return [
    ...(held.length > 0 ? dashed(terminal.tell(SUPPLY.unmatched, { file, places })) : []),
    ...(empty > 0 ? dashed(terminal.tell(SUPPLY.unmatchedEmpty, { file, count: empty })) : []),
  ];
}

function totalLines({ professions, national }: Imported, terminal: Terminal): string[] {
  const { language } = terminal;
  const told = professions.flatMap(({ profession, total, territories }) => {
    const { epci, departement, region, synthetic } = territories;
    const shared = epci + departement + region;
    const values = { total: decimal(total, language), national: decimal(national[profession], language) };
    return [
      ...dashed(terminal.tell(SUPPLY.total[profession], values)),
      ...(shared > 0 ? dashed(terminal.tell(SUPPLY.spread, { count: decimal(shared, language) })) : []),
      ...(synthetic > 0
        ? dashed(terminal.tell(SUPPLY.synthetic, { count: decimal(synthetic, language) }))
        : []),
    ];
  });
  const unused = PROFESSIONS.filter((one) => professions.every(({ profession }) => profession !== one));
  return [
    ...told,
    ...unused.flatMap((one) =>
      dashed(terminal.tell(SUPPLY.unused, { what: terminal.tell(SUPPLY.professions[one]) })),
    ),
  ];
}

function jsonOf(dir: string, { name, files, professions, national, supply }: Imported, year: number) {
  return {
    folder: dir,
    name,
    year,
    matched: supply.matched,
    files: files.map(({ unmatched, warning, ...report }) => ({
      ...report,
      warning: warning ?? null,
      unmatched: unmatched.map(({ place, gps, nurses }) => ({ place, gps, nurses })),
    })),
    professions,
    national,
  };
}
