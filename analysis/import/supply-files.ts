/** Reading of supply files: which format each one has, and its rows. */
import { MaillageError } from '../../sim/base/errors.js';
import { throwProblems } from '../../sim/base/problems.js';
import { BPE } from './bpe.js';
import { readCsvTable } from './csv-table.js';
import { DREES } from './drees.js';
import { PLAIN } from './plain.js';
import type { SupplyFormat, SupplyRow } from './supply-format.js';

export interface SupplyFile {
  readonly file: string;
  readonly format: string;
  readonly publisher: string;
  readonly sha256: string;
  readonly rows: readonly SupplyRow[];
  readonly warning?: string;
}

export const FORMATS: readonly SupplyFormat[] = [...BPE, ...DREES, PLAIN];

/**
 * The rows of a file in whichever known format it has.
 * @throws MaillageError `bad-data` for a file of no known format (the nearest one is named), and with every wrong cell.
 */
export async function readSupplyFile(path: string, year: number): Promise<SupplyFile> {
  const table = await readCsvTable(path);
  const format = FORMATS.find(({ columns }) => columns.every((name) => table.columns.includes(name)));
  if (format === undefined) {
    const { near, lacking } = nearestFormat(table.columns);
    const found = table.columns.join(', ');
    throw new MaillageError(
      'bad-data',
      `the columns are those of no known file (${found}); nearest is ${near.id} (${near.publisher}), which lacks ${lacking.map((name) => `'${name}'`).join(', ')}; the plain format begins with code,gps,nurses (scenarios/README.md)`,
      { where: `${table.file}:1` },
    );
  }
  const { rows, problems } = format.read(table, year);
  throwProblems(problems);
  if (rows.length === 0)
    throw new MaillageError('bad-data', 'the file has no row to import', { where: table.file });
  refuseTwice(rows);
  return {
    file: table.file,
    format: format.id,
    publisher: format.publisher,
    sha256: table.sha256,
    rows,
    warning: format.warning?.(table),
  };
}

/** The format with the largest share of its columns there; the first of equals. */
function nearestFormat(columns: readonly string[]): { near: SupplyFormat; lacking: readonly string[] } {
  const shareOf = (format: SupplyFormat) =>
    format.columns.filter((name) => columns.includes(name)).length / format.columns.length;
  const near = FORMATS.reduce((best, format) => (shareOf(format) > shareOf(best) ? format : best), PLAIN);
  return { near, lacking: near.columns.filter((name) => !columns.includes(name)) };
}

function refuseTwice(rows: readonly SupplyRow[]): void {
  const seen = new Map<string, string>();
  const problems = rows.flatMap(({ place, where }) => {
    const earlier = seen.get(place);
    seen.set(place, where);
    if (earlier === undefined) return [];
    return [
      {
        code: 'bad-data' as const,
        where,
        message: `'${place}' is written twice, first at ${earlier}: keep one row`,
      },
    ];
  });
  throwProblems(problems);
}
