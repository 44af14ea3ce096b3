/** The work of `maillage export`. */
import { EXPORT } from '../../analysis/wording/export.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { MaillageError } from '../../sim/base/errors.js';
import { displayPath } from '../../sim/base/paths.js';
import { EXPORT_FORMATS, type ExportedTable, exportResults } from '../../sim/results/study/export.js';
import { openResults } from '../../sim/results/study/folder.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { tableLines } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** @throws MaillageError as `openResults` and `exportResults`, and `bad-option` for a missing option. */
export async function runExport(invocation: Invocation): Promise<undefined> {
  const { terminal, signal } = invocation;
  const dir = invocation.text('dir') ?? '';
  const asked = required(invocation, 'format');
  const out = required(invocation, 'out');
  const format = EXPORT_FORMATS.find((known) => known === asked) ?? 'csv';
  const folder = openResults(dir);
  if (folder.tables.length === 0) {
    throw new MaillageError('bad-data', terminal.tell(EXPORT.none, { folder: displayPath(folder.dir) }));
  }
  const tables = await exportResults(folder, { format, out, force: invocation.flag('force'), signal });
  if (invocation.flag('json')) {
    printJson(terminal, 'export', {
      format,
      files: tables.map(({ name, file, ...facts }) => ({ table: name, path: displayPath(file), ...facts })),
    });
    return;
  }
  printTables(tables, terminal);
  if (tables.every(({ written }) => !written)) terminal.say(terminal.tell(EXPORT.same, { folder: out }));
  return;
}

function required(invocation: Invocation, option: string): string {
  const value = invocation.text(option);
  if (value !== undefined) return value;
  const values = { option: `--${option}`, dir: invocation.text('dir') ?? '' };
  throw new MaillageError('bad-option', invocation.terminal.tell(EXPORT.needs, values));
}

function printTables(tables: readonly ExportedTable[], terminal: Terminal): void {
  const { file, rows, bytes } = EXPORT.columns;
  const columns = [
    { title: terminal.tell(file) },
    { title: terminal.tell(rows), align: 'right' },
    { title: terminal.tell(bytes), align: 'right' },
  ] as const;
  const lines = tables.map((table) => [
    displayPath(table.file),
    decimal(table.rows, terminal.language),
    decimal(table.bytes, terminal.language),
  ]);
  for (const line of tableLines(columns, lines)) terminal.print(line);
}
