/**
 * DREES, démographie des professionnels de santé: GPs of all modes by département or région (RPPS, 1 January), and liberal
 * nurses by département (ADELI). One column a year; rows « Ensemble » are totals.
 */
import type { Problem } from '../../sim/base/problems.js';
import { type CsvTable, numberAt } from './csv-table.js';
import {
  missingYear,
  type Profession,
  rowPlace,
  type SupplyFormat,
  type SupplyRow,
} from './supply-format.js';

const TOTAL = /^0+ ?- ?Ensemble$/;
const PUBLISHER = 'DREES';

const gpsByDepartement: SupplyFormat = {
  id: 'drees-gps-departements',
  publisher: PUBLISHER,
  columns: ['territoire', 'region', 'departement'],
  read: (table, year) => yearly(table, year, String(year), 'departement', 'gps'),
  warning: allModes,
};

const gpsByRegion: SupplyFormat = {
  id: 'drees-gps-regions',
  publisher: PUBLISHER,
  columns: ['region', '2013'],
  read: (table, year) => yearly(table, year, String(year), 'region', 'gps'),
  warning: allModes,
};

const nurses: SupplyFormat = {
  id: 'drees-nurses',
  publisher: PUBLISHER,
  columns: ['region', 'departement', 'sexe', 'tranche_age'],
  read: (table, year) =>
    yearly(table, year, `effectif_${year}`, 'departement', 'nurses', (cell) =>
      [cell('sexe'), cell('tranche_age')].every((text) => TOTAL.test(text)),
    ),
};

export const DREES: readonly SupplyFormat[] = [gpsByDepartement, nurses, gpsByRegion];

function yearly(
  table: CsvTable,
  year: number,
  column: string,
  level: 'departement' | 'region',
  profession: Profession,
  counts: (cell: (name: string) => string) => boolean = () => true,
) {
  const problems: Problem[] = [];
  if (!table.columns.includes(column)) return { rows: [], problems: [missingYear(table, column, year)] };
  const rows = table.rows.flatMap((cells, row): SupplyRow[] => {
    const cell = (name: string) => cells[table.columns.indexOf(name)].trim();
    const place = cell(level);
    if (TOTAL.test(place) || !counts(cell)) return [];
    return [
      { level, place, [profession]: numberAt(table, row, column, problems), where: rowPlace(table, row) },
    ];
  });
  return { rows, problems };
}

function allModes(): string {
  return 'GPs of all modes, salaried ones too: their spread stands for that of liberal GPs';
}
