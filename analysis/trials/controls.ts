/**
 * Who is treated in a trial, who may be a control, and which controls are like whom. Doctors are followed by id from
 * December to December; one who stops, moves or comes within the years read is neither.
 */
import { MONTHS_PER_YEAR, monthOf } from '../../sim/base/calendar.js';
import { type GpPanel, type PanelYear, schemeBit } from '../../sim/recorder/gp-panel.js';
import type { ControlledTrial, Like } from './trial.js';

/** Positions of one GP in the December read before joining and in the one read after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** GPs who joined in one year, and those who never did up to the reading. */
export interface Sample {
  readonly before: PanelYear;
  readonly after: PanelYear;
  readonly treated: readonly Pair[];
  readonly controls: readonly Pair[];
}

/** First ages of the classes above the youngest. */
const AGES_FROM = [40, 50, 60];
const DECILES = 10;

/** One sample a year of joining; treated are those who join in it for the first time and stay in up to the reading. */
export function samplesOf(panel: GpPanel, { scheme, joined, read }: ControlledTrial): Sample[] {
  const samples: Sample[] = [];
  for (let year = joined.from; year <= joined.to; year++) {
    const sample = sampleOf(panel, schemeBit(scheme), year, read);
    if (sample !== undefined) samples.push(sample);
  }
  return samples;
}

function sampleOf(
  { years }: GpPanel,
  bit: number,
  joined: number,
  read: ControlledTrial['read'],
): Sample | undefined {
  const before = years.find(({ year }) => year === joined - read.before);
  const after = years.find(({ year }) => year === joined + read.after);
  if (before === undefined || after === undefined) return undefined;
  const seen = years.filter(({ year }) => year <= after.year);
  const places = seen.map(positions);
  const beforeAt = seen.indexOf(before);
  const afterAt = seen.indexOf(after);
  const treated: Pair[] = [];
  const controls: Pair[] = [];
  before.id.forEach((id, at) => {
    const pair = { before: at, after: places[afterAt].get(id) ?? -1 };
    const isThroughout =
      places.slice(beforeAt).every((place) => place.has(id)) &&
      before.since[at] <= monthOf(before.year, 1) &&
      after.since[pair.after] <= monthOf(after.year, 1);
    if (!isThroughout) return;
    const isIn = seen.map(({ schemes }, i) => ((schemes[places[i].get(id) ?? -1] ?? 0) & bit) !== 0);
    if (isIn.every((one) => !one)) controls.push(pair);
    else if (isIn.every((one, i) => one === seen[i].year >= joined)) treated.push(pair);
  });
  return { before, after, treated, controls };
}

/** Position of each GP by id. */
export function positions({ id }: PanelYear): ReadonlyMap<number, number> {
  return new Map(Array.from(id, (one, at) => [one, at]));
}

/** Class of each GP of a December by a variable. */
export function classesBy(like: Like, december: PanelYear): ArrayLike<number> {
  switch (like) {
    case 'sex':
      return december.female;
    case 'form':
      return december.form;
    case 'zone':
      return december.zone;
    case 'ageClass':
      return december.birth.map((birth) => ageClass(monthOf(december.year, MONTHS_PER_YEAR) - birth));
    case 'listDecile':
      return listDeciles(december);
    default:
      return like satisfies never;
  }
}

function ageClass(months: number): number {
  return AGES_FROM.filter((age) => months >= age * MONTHS_PER_YEAR).length;
}

/** Tenths of the GPs of a December by declared adults; ties by id. */
function listDeciles({ adultList }: PanelYear): Uint8Array {
  const rising = Array.from(adultList, (_, at) => at).sort((a, b) => adultList[a] - adultList[b] || a - b);
  const deciles = new Uint8Array(rising.length);
  rising.forEach((at, rank) => {
    deciles[at] = Math.floor((rank * DECILES) / rising.length);
  });
  return deciles;
}
