/**
 * The plain format of `scenarios/README.md`: a code (commune, EPCI or département), GPs, nurses, and, if wanted, the zoning
 * class and GPs by class of age. For whoever has numbers of their own.
 */
import type { Problem } from '../../sim/base/problems.js';
import { suggestion } from '../../sim/base/problems.js';
import { NO_ZONE, ZAC, ZIP } from '../../sim/world/zones.js';
import { type CsvTable, cellPlace, numberAt } from './csv-table.js';
import { PROFESSIONS, rowPlace, type SupplyFormat, type SupplyRow } from './supply-format.js';

const AGES = ['age_under40', 'age_40_49', 'age_50_59', 'age_60plus'];
const KNOWN = ['code', ...PROFESSIONS, 'zone', ...AGES];
const ZONES: ReadonlyMap<string, number> = new Map([
  ['ZIP', ZIP],
  ['ZAC', ZAC],
  ['none', NO_ZONE],
]);

export const PLAIN: SupplyFormat = {
  id: 'plain',
  publisher: 'CSV',
  columns: ['code'],
  read(table) {
    const problems = columnProblems(table);
    if (problems.length > 0) return { rows: [], problems };
    const has = (name: string) => table.columns.includes(name);
    const rows = table.rows.map((cells, row): SupplyRow => {
      const number = (name: string) => (has(name) ? numberAt(table, row, name, problems) : undefined);
      const ages = AGES.map((name) => number(name) ?? 0);
      return {
        place: cells[table.columns.indexOf('code')].trim(),
        gps: number('gps'),
        nurses: number('nurses'),
        ...(has('zone') ? { zone: zoneAt(table, row, problems) } : {}),
        ...(has(AGES[0]) ? { ages } : {}),
        where: rowPlace(table, row),
      };
    });
    return { rows, problems };
  },
};

function columnProblems({ columns, file }: CsvTable): Problem[] {
  const where = `${file}:1`;
  const unknown = columns.filter((name) => !KNOWN.includes(name));
  const problems: Problem[] = unknown.map((name) => ({
    code: 'unknown-key',
    where: `${where}:${columns.indexOf(name) + 1}`,
    message: `unknown column '${name}'; ${suggestion(name, KNOWN)}`,
  }));
  if (unknown.length === 0 && PROFESSIONS.every((name) => !columns.includes(name)))
    problems.push({ code: 'bad-data', where, message: "expected a column 'gps', 'nurses' or both" });
  const given = AGES.filter((name) => columns.includes(name));
  if (given.length > 0 && given.length < AGES.length) {
    const lacking = AGES.filter((name) => !given.includes(name)).join(', ');
    problems.push({ code: 'bad-data', where, message: `ages are given in all four classes: add ${lacking}` });
  }
  return problems;
}

function zoneAt(table: CsvTable, row: number, problems: Problem[]): number | undefined {
  const column = table.columns.indexOf('zone');
  const written = table.rows[row][column].trim();
  const zone = ZONES.get(written);
  if (zone === undefined && written !== '') {
    problems.push({
      code: 'bad-data',
      where: cellPlace(table, row, column),
      message: `'zone' is '${written}', expected ${[...ZONES.keys()].join(', ')}, or nothing where it is not known`,
    });
  }
  return zone;
}
