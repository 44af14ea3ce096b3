/**
 * Values of a study by cell, scenario and unit. DuckDB reads and selects; each value then goes to its own place, so that
 * neither the order of files nor threads can change anything, and no sum is made in SQL.
 */
import { join } from 'node:path';
import { framePeriods } from '../../recorder/frame.js';
import type { Words } from '../../recorder/indicator.js';
import { sqlName, sqlText, withDatabase } from '../parquet.js';
import { type Addition, readStudy } from './manifest.js';
import { checkTables, readingTables } from './reading.js';

/** What is paired between scenarios: the same point (parameter draw) and replicate (seed of chance). */
export interface Unit {
  readonly point: number;
  readonly replicate: number;
}

/** Values of one indicator for one period, place and group. */
export interface CellValues {
  readonly period: string;
  readonly place: string;
  readonly group: string;
  readonly indicator: string;
  /** Scenario s, unit u at s × units + u; NaN where the run failed, is missing, or has no such value. */
  readonly values: Float64Array;
}

export interface StudyCells {
  /** In the order of the study. */
  readonly scenarios: readonly { readonly name: string; readonly title: Words }[];
  /** By replicate, then point. */
  readonly units: readonly Unit[];
  /** By period, place, group, then indicator of the study. */
  readonly cells: readonly CellValues[];
}

/** Values to read; everything where a list is left out. */
export interface CellFilter {
  readonly indicators?: readonly string[];
  readonly periods?: readonly string[];
  readonly places?: readonly string[];
  readonly groups?: readonly string[];
  readonly scenarios?: readonly string[];
}

const READER = { threads: 2, memory: '700MB' } as const;

/**
 * Reads the values of the runs that are in the tables; cells in which no run has a value are left out.
 * @throws MaillageError `bad-data` when a table does not have the digest that the manifest tells.
 */
export async function readCells(dir: string, filter: CellFilter = {}): Promise<StudyCells> {
  const manifest = readStudy(dir);
  const { keep } = manifest.identity;
  const wanted = (list: readonly string[] | undefined, all: readonly string[]) =>
    list === undefined ? all : all.filter((one) => list.includes(one));
  const axes = {
    period: wanted(filter.periods, framePeriods({ ...manifest.identity, ...keep })),
    place: wanted(filter.places, unique(keep.cells.map(({ place }) => place))),
    group: wanted(filter.groups, unique(keep.cells.map(({ group }) => group))),
    indicator: wanted(filter.indicators, keep.indicators),
  };
  const names = wanted(
    filter.scenarios,
    manifest.scenarios.map(({ name }) => name),
  );
  const scenarios = manifest.scenarios
    .filter(({ name }) => names.includes(name))
    .map(({ name, title }) => ({ name, title }));
  const units = unitsOf(manifest.additions);
  const files = Object.keys(manifest.files)
    .filter((file) => file.startsWith('results/'))
    .sort();
  const blank = { scenarios, units, cells: [] };
  if (files.length === 0 || Object.values(axes).some((axis) => axis.length === 0) || names.length === 0)
    return blank;
  checkTables(dir, manifest, files);
  const paths = files.map((file) => join(dir, file));
  const values = await readingTables(dir, () => readValues(paths, { ...axes, scenario: names }, units));
  return { ...blank, cells: cellsOf(axes, values, names.length * units.length) };
}

/** Every point and replicate of a study, by replicate, then point. */
export function unitsOf(additions: readonly Addition[]): Unit[] {
  const found = new Map<string, Unit>();
  for (const { points, replicates } of additions) {
    for (let replicate = replicates[0]; replicate < replicates[1]; replicate++) {
      for (let point = points[0]; point < points[1]; point++)
        found.set(unitName({ point, replicate }), { point, replicate });
    }
  }
  return [...found.values()].sort((a, b) => a.replicate - b.replicate || a.point - b.point);
}

/** `0/3`: a unit as point/replicate. */
export function unitName({ point, replicate }: Unit): string {
  return `${point}/${replicate}`;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

type Axes = Readonly<Record<'period' | 'place' | 'group' | 'indicator', readonly string[]>>;

/** Values at (((period × places + place) × groups + group) × indicators + indicator) × scenarios × units; NaN for none. */
async function readValues(
  files: readonly string[],
  axes: Axes & { readonly scenario: readonly string[] },
  units: readonly Unit[],
): Promise<Float64Array> {
  const names = ['period', 'place', 'group', 'indicator', 'scenario'] as const;
  const lengths = names.map((name) => axes[name].length);
  const values = new Float64Array(lengths.reduce((product, length) => product * length, units.length)).fill(
    Number.NaN,
  );
  const unitAt = new Map(units.map(({ point, replicate }, u) => [unitKey(point, replicate), u]));
  await withDatabase(async (connection) => {
    for (const name of names) {
      await connection.run(`CREATE TYPE axis_${name} AS ENUM (${axes[name].map(sqlText).join(', ')})`);
    }
    const codes = names.map((name) => `enum_code(CAST(${sqlName(name)} AS axis_${name}))::INTEGER`);
    const chosen = names.map((name) => `${sqlName(name)} IN (${axes[name].map(sqlText).join(', ')})`);
    const result = await connection.stream(
      `SELECT ${codes.join(', ')}, point, replicate, value FROM read_parquet([${files.map(sqlText).join(', ')}]) ` +
        `WHERE ${chosen.join(' AND ')}`,
    );
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      const columns = Array.from({ length: chunk.columnCount }, (_, c) => chunk.getColumnVector(c));
      const [point, replicate, value] = columns.slice(names.length);
      for (let row = 0; row < chunk.rowCount; row++) {
        let at = 0;
        for (let a = 0; a < names.length; a++) at = at * lengths[a] + (columns[a].getItem(row) as number);
        const unit = unitAt.get(unitKey(point.getItem(row) as number, replicate.getItem(row) as number));
        if (unit !== undefined) values[at * units.length + unit] = value.getItem(row) as number;
      }
    }
  }, READER);
  return values;
}

/** More replicates than a study may have. */
const REPLICATES = 1048576;

function unitKey(point: number, replicate: number): number {
  return point * REPLICATES + replicate;
}

function cellsOf(axes: Axes, values: Float64Array, width: number): CellValues[] {
  const cells: CellValues[] = [];
  let at = 0;
  for (const period of axes.period)
    for (const place of axes.place)
      for (const group of axes.group)
        for (const indicator of axes.indicator) {
          const own = values.subarray(at, at + width);
          if (own.some((value) => !Number.isNaN(value)))
            cells.push({ period, place, group, indicator, values: own });
          at += width;
        }
  return cells;
}
