/** Cells: the groups of territories, and of people by income, for which an indicator has a value. */
import { RURAL_CLASSES } from '../world/territory.js';
import type { Indicator, Ratio, Terms, Words } from './indicator.js';
import { type MeasureId, measureOf, type Scope } from './measures.js';
import type { Recording, YearRecord } from './recording.js';

/** Code of the whole country in the `place` column; régions and territories stand under their own codes. */
export const FRANCE = 'FR';

export const GROUPS = {
  all: { en: 'everybody', fr: 'ensemble' },
  lowIncome: { en: 'low income', fr: 'bas revenus' },
  'zoning:ZIP': { en: 'priority zones (ZIP)', fr: 'zones d’intervention prioritaire (ZIP)' },
  'zoning:ZAC': { en: 'complementary zones (ZAC)', fr: 'zones d’action complémentaire (ZAC)' },
  'zoning:none': { en: 'outside ZIP and ZAC', fr: 'hors ZIP et ZAC' },
  'rural:metropolis': { en: 'metropolises', fr: 'métropoles' },
  'rural:city': { en: 'cities', fr: 'villes' },
  'rural:town': { en: 'towns', fr: 'bourgs et petites villes' },
  'rural:rural': { en: 'rural territories', fr: 'territoires ruraux' },
  worstTenth: {
    en: 'worst-served tenth of people at the start',
    fr: 'dixième de la population le moins bien desservi au départ',
  },
  worstTenthNow: {
    en: 'worst-served tenth of people of the year',
    fr: 'dixième de la population le moins bien desservi de l’année',
  },
} as const satisfies Record<string, Words>;
export type Group = keyof typeof GROUPS;
export const GROUP_IDS = Object.keys(GROUPS) as Group[];

/** Zoning groups in the order of the territory column `zoning`. */
const ZONING: readonly Group[] = ['zoning:none', 'zoning:ZAC', 'zoning:ZIP'];

export type Level = 'france' | 'region' | 'territory';

export interface Cell {
  readonly place: string;
  readonly level: Level;
  readonly group: Group;
  /** Rows of its territories, rising. */
  readonly members: Int32Array;
  readonly scope: Scope;
}

/** Cells of France and the régions for one year, empty ones left out; the worst-served tenths are of France only. */
export function cellsOf(recording: Recording, record: YearRecord): Cell[] {
  const everywhere = keptRows(recording);
  const france = GROUP_IDS.map((group) => cell(recording, record, FRANCE, 'france', group, everywhere));
  const regions = recording.regions.flatMap((code, r) => {
    const inside = everywhere.filter((z) => recording.regionOf[z] === r);
    return GROUP_IDS.filter((group) => !group.startsWith('worst')).map((group) =>
      cell(recording, record, code, 'region', group, inside),
    );
  });
  return [...france, ...regions].filter(({ members }) => members.length > 0);
}

/** Rows of the territories whose people are simulated. */
export function keptRows({ territories, kept }: Recording): Int32Array {
  return Int32Array.from(territories, (_, z) => z).filter((z) => kept === undefined || kept[z] === 1);
}

/** One cell per territory, everybody in it. */
export function territoryCells(recording: Recording): Cell[] {
  return Array.from(keptRows(recording), (z) => ({
    place: recording.territories[z],
    level: 'territory',
    group: 'all',
    members: Int32Array.of(z),
    scope: 'everybody',
  }));
}

/** The cell of one place and group, possibly without members. */
export function cell(
  recording: Recording,
  record: YearRecord,
  place: string,
  level: Level,
  group: Group,
  inside: Int32Array,
): Cell {
  const members = inside.filter((z) => belongs(recording, record, group, z));
  return { place, level, group, members, scope: group === 'lowIncome' ? 'lowIncome' : 'everybody' };
}

function belongs(recording: Recording, record: YearRecord, group: Group, z: number): boolean {
  if (group === 'worstTenth') return recording.worstTenth[z] === 1;
  if (group === 'worstTenthNow') return record.worstTenthNow[z] === 1;
  if (group.startsWith('zoning:')) return ZONING[record.zoning[z]] === group;
  const rural = RURAL_CLASSES.find((name) => group === `rural:${name}`);
  return rural === undefined || recording.ruralClass[z] === rural;
}

/** True when the dictionary gives this indicator a value for such a place and group (0/0 still leaves it out). */
export function isDefined(indicator: Indicator, level: Level, group: Group): boolean {
  const { kind } = indicator;
  const overTerritories = kind.kind === 'territoryQuantile' || kind.kind === 'concentration';
  if (overTerritories && level === 'territory') return false;
  // Deciles of a handful of GPs say nothing.
  if (kind.kind === 'gpQuantile' && level === 'territory' && kind.p !== 0.5) return false;
  if (group !== 'lowIncome') return true;
  if (kind.kind === 'ratio') return ratioMeasures(kind).every((id) => measureOf(id).split);
  return overTerritories && [...ratioMeasures(kind.value), kind.weight].every((id) => measureOf(id).split);
}

/** True when the indicator also has a value for each month. */
export function isMonthly(indicator: Indicator): boolean {
  return (
    indicator.kind.kind === 'ratio' && ratioMeasures(indicator.kind).every((id) => !measureOf(id).december)
  );
}

function ratioMeasures({ of, per }: Ratio): MeasureId[] {
  return [...termIds(of), ...termIds(per ?? {})];
}

export function termIds(terms: Terms): MeasureId[] {
  return Object.keys(terms) as MeasureId[];
}
