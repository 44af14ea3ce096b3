/**
 * From rows about communes, EPCI, départements or régions to a number for each territory. The finest file that speaks of a
 * territory wins, profession by profession; a number for several territories is spread over them as the synthetic spread
 * would be, and a territory of which no file speaks keeps the synthetic number, at the level of the files.
 */
import { MaillageError } from '../../sim/base/errors.js';
import { SUPPLY_AGES, type Supply, UNKNOWN_ZONE } from '../../sim/world/supply.js';
import type { Match } from './places.js';
import type { SupplyFile } from './supply-files.js';
import { LEVELS, type Level, PROFESSIONS, type Profession, type SupplyRow } from './supply-format.js';

/** A row whose place is not on the map. */
export interface Unmatched {
  readonly place: string;
  readonly where: string;
  readonly gps: number;
  readonly nurses: number;
}

export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly publisher: string;
  readonly sha256: string;
  readonly rows: number;
  readonly matchedRows: number;
  readonly totals: Readonly<Record<Profession, number>>;
  readonly matched: Readonly<Record<Profession, number>>;
  readonly unmatched: readonly Unmatched[];
  readonly warning?: string;
}

export interface ProfessionReport {
  readonly profession: Profession;
  /** Sum over the territories of the dataset, and territories by the level that told. */
  readonly total: number;
  readonly territories: Readonly<Record<Level | 'synthetic', number>>;
}

export interface Assembled {
  readonly supply: Pick<Supply, 'gps' | 'nurses' | 'zone' | 'ages' | 'matched'>;
  readonly files: readonly FileReport[];
  readonly professions: readonly ProfessionReport[];
}

/** Professionals by territory of the synthetic spread. */
export type SyntheticSpread = Readonly<Record<Profession, ArrayLike<number>>>;

interface Found {
  readonly row: SupplyRow;
  readonly match: Match;
  /** Position of the file. */
  readonly from: number;
}

/**
 * @throws MaillageError `bad-data` when no row is on the map, or when two files tell the same of the same level.
 */
export function assembleSupply(
  files: readonly SupplyFile[],
  find: (place: string, level?: Level) => Match | undefined,
  synthetic: SyntheticSpread,
): Assembled {
  const found: Found[] = [];
  const reports = files.map((file, from): FileReport => {
    const own = file.rows.flatMap((row): Found[] => {
      const match = find(row.place, row.level);
      return match === undefined ? [] : [{ row, match, from }];
    });
    found.push(...own);
    const there = new Set(own.map(({ row }) => row));
    return reportOf(file, there);
  });
  refuseNothing(reports);
  const professions = PROFESSIONS.flatMap((profession) => {
    const byTerritory = numbersOf(found, profession, synthetic[profession], files);
    return byTerritory === undefined ? [] : [{ profession, ...byTerritory }];
  });
  const valuesOf = (profession: Profession) =>
    professions.find((one) => one.profession === profession)?.values;
  const [gps, nurses] = PROFESSIONS.map(valuesOf);
  const size = synthetic.gps.length;
  const zone = zonesOf(found, size);
  const ages = agesOf(found, size);
  const all = (of: 'totals' | 'matched') =>
    reports.reduce((sum, report) => sum + report[of].gps + report[of].nurses, 0);
  return {
    supply: {
      matched: all('matched') / all('totals'),
      ...(gps === undefined ? {} : { gps }),
      ...(nurses === undefined ? {} : { nurses }),
      ...(zone === undefined ? {} : { zone }),
      ...(ages === undefined ? {} : { ages }),
    },
    files: reports,
    professions: professions.map(({ profession, values, territories }) => ({
      profession,
      total: values.reduce((sum, value) => sum + value, 0),
      territories,
    })),
  };
}

function reportOf(file: SupplyFile, there: ReadonlySet<SupplyRow>): FileReport {
  const { rows, ...about } = file;
  const sums = (list: readonly SupplyRow[]) => ({
    gps: list.reduce((sum, row) => sum + (row.gps ?? 0), 0),
    nurses: list.reduce((sum, row) => sum + (row.nurses ?? 0), 0),
  });
  const matched = rows.filter((row) => there.has(row));
  return {
    ...about,
    rows: rows.length,
    matchedRows: matched.length,
    totals: sums(rows),
    matched: sums(matched),
    unmatched: rows
      .filter((row) => !there.has(row))
      .map(({ place, where, gps = 0, nurses = 0 }) => ({ place, where, gps, nurses })),
  };
}

function refuseNothing(reports: readonly FileReport[]): void {
  const empty = reports.find(
    ({ matchedRows, totals }) => matchedRows === 0 || totals.gps + totals.nurses === 0,
  );
  if (empty === undefined) return;
  const why =
    empty.matchedRows === 0
      ? `none of its ${empty.rows} places is on the map: are they codes of communes, EPCI or départements of Insee?`
      : 'it holds neither a GP nor a nurse';
  throw new MaillageError('bad-data', why, { where: empty.file });
}

/** Numbers of a profession by territory, and how many territories each level told; `undefined` when no file speaks of it. */
function numbersOf(
  found: readonly Found[],
  profession: Profession,
  synthetic: ArrayLike<number>,
  files: readonly SupplyFile[],
): { values: Float64Array; territories: Record<Level | 'synthetic', number> } | undefined {
  const values = new Float64Array(synthetic.length);
  const told: (Level | undefined)[] = Array.from({ length: synthetic.length });
  for (const level of LEVELS) {
    const rows = found.filter(({ row, match }) => match.level === level && row[profession] !== undefined);
    refuseRivals(rows, profession, files);
    const sums = new Map<number, number>();
    for (const { row, match } of rows) spread(row[profession] ?? 0, match, synthetic, sums);
    for (const [z, value] of sums) {
      if (told[z] !== undefined) continue;
      told[z] = level;
      values[z] = value;
    }
  }
  const known = told.flatMap((level, z) => (level === undefined ? [] : [z]));
  if (known.length === 0) return undefined;
  const sumOver = (of: ArrayLike<number>) => known.reduce((sum, z) => sum + of[z], 0);
  const perSynthetic = sumOver(values) / sumOver(synthetic);
  const territories = { commune: 0, epci: 0, departement: 0, region: 0, synthetic: 0 };
  told.forEach((level, z) => {
    territories[level ?? 'synthetic']++;
    if (level === undefined) values[z] = synthetic[z] * perSynthetic;
  });
  return { values, territories };
}

/** Adds a number to the territories of its place, as the synthetic spread has them; by people where it has nobody. */
function spread(
  value: number,
  { territories }: Match,
  synthetic: ArrayLike<number>,
  sums: Map<number, number>,
): void {
  const all = territories.reduce((sum, { z }) => sum + synthetic[z], 0);
  const people = territories.reduce((sum, one) => sum + one.people, 0);
  for (const one of territories) {
    const part =
      territories.length === 1
        ? 1
        : all > 0
          ? synthetic[one.z] / all
          : people > 0
            ? one.people / people
            : 1 / territories.length;
    sums.set(one.z, (sums.get(one.z) ?? 0) + value * part);
  }
}

/** Two files that tell the same of the same level: nobody could say which one holds. */
function refuseRivals(rows: readonly Found[], profession: Profession, files: readonly SupplyFile[]): void {
  const from = [...new Set(rows.map((row) => row.from))];
  if (from.length < 2) return;
  const what = profession === 'gps' ? 'GPs' : 'nurses';
  const names = from.map((i) => files[i].file).join(' and ');
  throw new MaillageError(
    'bad-data',
    `${names} both give ${what} by ${rows[0].match.level}: keep one of them, or give them to two datasets`,
  );
}

/** Zoning class of most people of each territory of which a file tells it. */
function zonesOf(found: readonly Found[], size: number): Uint8Array | undefined {
  const zone = new Uint8Array(size).fill(UNKNOWN_ZONE);
  const people = new Map<number, Map<number, number>>();
  for (const { row, match } of found) {
    if (row.zone === undefined) continue;
    for (const { z, people: there } of match.territories) {
      const classes = people.get(z) ?? new Map<number, number>();
      classes.set(row.zone, (classes.get(row.zone) ?? 0) + there);
      people.set(z, classes);
    }
  }
  if (people.size === 0) return undefined;
  for (const [z, classes] of people) {
    const [most] = [...classes].sort(([a, in1], [b, in2]) => in2 - in1 || b - a);
    zone[z] = most[0];
  }
  return zone;
}

/** GPs by class of age of each territory of which a file tells them, whatever part of it the place is. */
function agesOf(found: readonly Found[], size: number): Float64Array | undefined {
  const classes = SUPPLY_AGES.length;
  const ages = new Float64Array(size * classes);
  const rows = found.filter(({ row }) => row.ages !== undefined);
  if (rows.length === 0) return undefined;
  for (const { row, match } of rows) {
    for (const { z } of match.territories)
      row.ages?.forEach((count, c) => {
        ages[z * classes + c] += count;
      });
  }
  return ages;
}
