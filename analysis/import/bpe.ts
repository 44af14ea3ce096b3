/**
 * Insee, Base permanente des équipements: facilities by commune (`depcom`) or by EPCI (`epci`). A « médecin omnipraticien »
 * is a place where a liberal GP practises, so that a GP with two sites counts twice; the national level is the model's.
 */
import type { Problem } from '../../sim/base/problems.js';
import { type CsvTable, numberAt } from './csv-table.js';
import { rowPlace, type SupplyFormat, type SupplyRow } from './supply-format.js';

const GPS = 'Médecin omnipraticien';
const NURSES = 'Infirmier';
/** Editions before 2010 do not know it. */
const MSP = 'Maison de santé pluridisciplinaire';

const communes: SupplyFormat = {
  id: 'bpe-communes',
  publisher: 'Insee BPE',
  columns: ['depcom', GPS, NURSES],
  read: (table) => facilities(table, 'depcom', 'commune'),
  warning: oldEdition,
};

const epci: SupplyFormat = {
  id: 'bpe-epci',
  publisher: 'Insee BPE',
  columns: ['epci', GPS, NURSES],
  read: (table) => facilities(table, 'epci', 'epci'),
  warning: oldEdition,
};

export const BPE: readonly SupplyFormat[] = [communes, epci];

function facilities(table: CsvTable, key: string, level: 'commune' | 'epci') {
  const problems: Problem[] = [];
  const at = table.columns.indexOf(key);
  const rows = table.rows.map(
    (cells, row): SupplyRow => ({
      level,
      place: cells[at].trim(),
      gps: numberAt(table, row, GPS, problems),
      nurses: numberAt(table, row, NURSES, problems),
      where: rowPlace(table, row),
    }),
  );
  return { rows, problems };
}

function oldEdition({ columns }: CsvTable): string | undefined {
  if (columns.includes(MSP)) return undefined;
  return 'this looks like the edition of 2009, which counts too many GPs in about fifteen EPCI: prefer 2013';
}
