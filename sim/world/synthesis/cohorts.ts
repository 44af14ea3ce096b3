/**
 * Row layout of the physicians table. First the liberal GPs of the starting month, then those of the centres de
 * santé, then the pool of young doctors already out of residency, then one block of rows per class of residents.
 * A block is as long as any scenario may need: more training places wake further rows of the same class and
 * change no other row.
 */
import { calendarMonthOf, monthOf, yearOf } from '../../base/calendar.js';
import { MaillageError } from '../../base/errors.js';
import type { Parameters } from '../../parameters/types.js';

/** Residents begin in November (arrêtés on the third cycle of medical studies). */
const ENTRY_MONTH = 11;

export interface CohortLayout {
  readonly liberal: number;
  readonly centre: number;
  /** First row and length of the pool, and doctors in it. */
  readonly poolStart: number;
  readonly poolRows: number;
  readonly pool: number;
  /** Year of the first class; the class of year y begins at `classStart + (y − firstClass) × classRows`. */
  readonly firstClass: number;
  readonly classes: number;
  readonly classStart: number;
  readonly classRows: number;
  /** All rows. */
  readonly rows: number;
}

/**
 * Layout for a history from `startMonth` to `endMonth`. The numbers read are those in force at the start.
 * @throws MaillageError `out-of-range` when the pool or a class has more doctors than rows.
 */
export function cohortLayout(parameters: Parameters, startMonth: number, endMonth: number): CohortLayout {
  const at = (path: string) => Math.round(parameters.number(path, startMonth));
  const liberal = at('physicians.liberal');
  const centre = at('physicians.centre');
  const pool = at('training.pool.doctors');
  const poolRows = at('training.pool.rows');
  const classRows = at('training.classRows');
  if (pool > poolRows) throw tooMany('training.pool.doctors', pool, 'training.pool.rows', poolRows);
  let firstClass = yearOf(startMonth);
  while (graduation(parameters, firstClass - 1) >= startMonth) firstClass--;
  let classes = 0;
  // Every class that enters in time, whatever the length of its residency: a later reform changes no row.
  while (classMonth(firstClass + classes) <= endMonth) classes++;
  const poolStart = liberal + centre;
  const classStart = poolStart + poolRows;
  const layout = {
    liberal,
    centre,
    poolStart,
    poolRows,
    pool,
    firstClass,
    classes,
    classStart,
    classRows,
    rows: classStart + classes * classRows,
  };
  // A class too large is refused before anything runs, not in the year in which it wakes.
  for (let i = 0; i < classes; i++) classSize(parameters, layout, firstClass + i);
  return layout;
}

/** Month in which the class of `year` enters residency. */
export function classMonth(year: number): number {
  return monthOf(year, ENTRY_MONTH);
}

/** Month in which the doctor of a row entered residency; for the pool, the start of history stands for it. */
export function entryMonth(layout: CohortLayout, row: number, startMonth: number): number {
  if (row < layout.classStart) return startMonth;
  return classMonth(layout.firstClass + Math.floor((row - layout.classStart) / layout.classRows));
}

/** Month in which the class of `year` ends residency. */
export function graduation(parameters: Parameters, year: number): number {
  const entry = classMonth(year);
  return entry + Math.round(parameters.number('training.residency', entry));
}

/** True in the calendar month in which classes enter, and end, residency. */
export function isClassMonth(month: number): boolean {
  return calendarMonthOf(month) === ENTRY_MONTH;
}

/**
 * Doctors of the class of `year` who will settle as liberal GPs or in a centre de santé.
 * @throws MaillageError `out-of-range` when they are more than the rows of a class.
 */
export function classSize(parameters: Parameters, layout: CohortLayout, year: number): number {
  const entry = classMonth(year);
  const read = (path: string) => parameters.number(path, entry);
  const settlers =
    read('training.places') * read('training.filled') * read('training.liberalYield') +
    read('training.places') * read('training.filled') * read('training.centreYield');
  const size = Math.round(settlers);
  if (size > layout.classRows) throw tooMany('training.places', size, 'training.classRows', layout.classRows);
  return size;
}

function tooMany(path: string, asked: number, limitPath: string, limit: number): MaillageError {
  return new MaillageError(
    'out-of-range',
    `${path} makes ${asked} doctors settle out of one class, but ${limitPath} keeps ${limit} rows: lower the first or raise the second`,
  );
}
