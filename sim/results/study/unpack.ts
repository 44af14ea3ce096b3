/** Takes a block apart again: its runs go back to files of their own, so that some of them can be made anew. */
import { join } from 'node:path';
import { HEADLINE } from '../../recorder/dictionary.js';
import { query, sqlText } from '../parquet.js';
import type { Block } from './blocks.js';
import { type RunId, runName } from './manifest.js';
import { writePending } from './pending.js';
import { readingTables } from './reading.js';
import { blockFiles } from './store.js';
import type { StudyAxes } from './write-block.js';

interface ResultRow {
  readonly period: string;
  readonly place: string;
  readonly group: string;
  readonly indicator: string;
  readonly value: number;
}

/**
 * Writes the finished runs of a block, all but those of `except`, to `folder`.
 * @throws MaillageError `bad-data` when a table of the block is damaged.
 */
export async function unpackBlock(
  dir: string,
  block: Block,
  axes: StudyAxes,
  folder: string,
  identityOf: (scenario: string) => string | undefined,
  except: ReadonlySet<string>,
): Promise<void> {
  const [results, territories] = blockFiles(block, axes).map((path) => join(dir, path));
  for (const run of block.runs) {
    if (except.has(runName(run))) continue;
    const frame = await readingTables(dir, async () => ({
      values: await valuesOf(results, run, axes),
      territories:
        territories === undefined ? new Float64Array(0) : await territoriesOf(territories, run, axes),
    }));
    writePending(folder, run, identityOf(run.scenario) ?? '', { frame });
  }
}

function isOfRun({ scenario, point, replicate }: RunId): string {
  return `scenario = ${sqlText(scenario)} AND point = ${point} AND replicate = ${replicate}`;
}

async function valuesOf(file: string, run: RunId, axes: StudyAxes): Promise<Float64Array> {
  const { periods, cells, indicators } = axes;
  const position = (list: readonly string[]) => new Map(list.map((one, i) => [one, i]));
  const [periodAt, indicatorAt] = [position(periods), position(indicators)];
  const cellAt = position(cells.map(({ place, group }) => `${place} ${group}`));
  const values = new Float64Array(periods.length * cells.length * indicators.length).fill(Number.NaN);
  const rows = await query<ResultRow>(`SELECT * FROM read_parquet(${sqlText(file)}) WHERE ${isOfRun(run)}`);
  for (const { period, place, group, indicator, value } of rows) {
    const [p, c] = [periodAt.get(period) ?? 0, cellAt.get(`${place} ${group}`) ?? 0];
    values[(p * cells.length + c) * indicators.length + (indicatorAt.get(indicator) ?? 0)] = value;
  }
  return values;
}

async function territoriesOf(
  file: string,
  run: RunId,
  { years, territories }: StudyAxes,
): Promise<Float64Array> {
  const at = new Map(territories.map((code, z) => [code, z]));
  const values = new Float64Array(years.length * territories.length * HEADLINE.length).fill(Number.NaN);
  const rows = await query<Record<string, string | number | null>>(
    `SELECT * FROM read_parquet(${sqlText(file)}) WHERE ${isOfRun(run)}`,
  );
  for (const row of rows) {
    const place = (Number(row.year) - years[0]) * territories.length + (at.get(String(row.territory)) ?? 0);
    for (const [h, { id }] of HEADLINE.entries())
      values[place * HEADLINE.length + h] = (row[id] as number) ?? Number.NaN;
  }
  return values;
}
