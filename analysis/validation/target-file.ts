/**
 * Reading of `scenarios/targets/*.yaml`, and the checks that a figure can be compared at all: the indicator exists,
 * has a value for that place and date, and nothing dated 2022 or later is fitted or judged.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { monthOf, parseMonth, yearOf } from '../../sim/base/calendar.js';
import { scenariosDir } from '../../sim/base/paths.js';
import { type Problem, suggestion, throwProblems } from '../../sim/base/problems.js';
import { bilingual, checkShape, finite, interval, month, text, year } from '../../sim/base/shape.js';
import { entryOf, readYaml, type YamlEntry } from '../../sim/base/yaml.js';
import { FRANCE, isMonthly } from '../../sim/recorder/cells.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import type { Indicator } from '../../sim/recorder/indicator.js';
import {
  FIRST_CHECK_YEAR,
  type Reading,
  SECTIONS,
  type Section,
  type Target,
  type Tolerance,
} from './target.js';

const code = z.union([text, z.number()], { error: 'a code of a région' });
const years = z.tuple([year, year], { error: 'two years, [first, last]' });
const positive = z.number({ error: 'a number' }).positive({ error: 'a number above 0' });
const when = z.union([year, month, years], { error: 'a year, a month written as 2021-06, or [first, last]' });
const TOLERANCES = ['share', 'points', 'absolute', 'maxOf', 'interval'] as const;

const TargetEntry = z.strictObject({
  indicator: text,
  label: bilingual.optional(),
  dated: when,
  at: when,
  over: z.enum(['mean', 'sum'], { error: 'one of: mean, sum' }).optional(),
  percentOf: year.optional(),
  outOf: positive.optional(),
  rank: z.boolean({ error: 'true or false' }).optional(),
  without: z.array(code, { error: 'a list of codes of régions' }).optional(),
  observed: z.union([finite, interval, z.record(text, finite)], {
    error: 'a number, an interval [lowest, highest], or a number by région',
  }),
  tolerance: z
    .strictObject(
      {
        kind: z.enum(TOLERANCES, { error: `one of: ${TOLERANCES.join(', ')}` }),
        value: positive.optional(),
        share: positive.optional(),
        roots: positive.optional(),
      },
      { error: 'a mapping such as { kind: share, value: 0.02 }' },
    )
    .optional(),
  use: z.enum(['fit', 'check'], { error: 'one of: fit, check' }),
  judged: z.boolean({ error: 'true or false' }).optional(),
  scale: z.int({ error: 'a whole number' }).positive({ error: 'a whole number above 0' }).optional(),
  status: z.enum(['V', 'C', 'U'], { error: 'one of: V, C, U' }),
  source: text,
  note: bilingual.optional(),
});
type TargetEntry = z.output<typeof TargetEntry>;
type When = TargetEntry['dated'];

/** Folder of the observed figures. Only this file names it: nothing under `sim/` may read them. */
export function targetsDir(): string {
  return join(scenariosDir(), 'targets');
}

/**
 * Every observed figure, section by section, figures by région one by one.
 * @throws MaillageError that lists every mistake with its place.
 */
export function loadTargets(dir: string = targetsDir()): Target[] {
  const { targets, problems } = checkTargets(dir);
  throwProblems(problems);
  return targets;
}

/** As `loadTargets`, with the mistakes in hand. */
export function checkTargets(dir: string = targetsDir()): { targets: Target[]; problems: Problem[] } {
  const targets: Target[] = [];
  const problems: Problem[] = [];
  for (const section of SECTIONS) {
    const read = readYaml(join(dir, `${section}.yaml`));
    problems.push(...read.problems);
    if (read.root?.kind !== 'map') continue;
    for (const entry of read.root.entries) {
      const shaped = checkShape(TargetEntry, entry.node);
      problems.push(...shaped.problems);
      if (shaped.value === undefined) continue;
      const made = targetsOf(entry, shaped.value, section);
      problems.push(...made.problems);
      targets.push(...made.targets);
    }
  }
  const twin = targets.find((target, i) => targets.findIndex(({ id }) => id === target.id) < i);
  if (twin !== undefined) {
    problems.push({
      code: 'unknown-key',
      where: twin.where,
      message: `the target '${twin.id}' is written twice: rename one`,
    });
  }
  return { targets, problems };
}

function targetsOf(
  entry: YamlEntry,
  shape: TargetEntry,
  section: Section,
): { targets: Target[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (key: string, message: string) =>
    problems.push({
      code: 'out-of-range',
      where: entryOf(entry.node, key)?.node.where ?? entry.where,
      message,
    });
  const indicator = INDICATORS.find(({ id }) => id === shape.indicator);
  if (indicator === undefined) {
    const ids = INDICATORS.map(({ id }) => id);
    const hint = suggestion(shape.indicator, ids, 'maillage indicators list');
    refuse('indicator', `there is no indicator '${shape.indicator}'; ${hint}`);
    return { targets: [], problems };
  }
  const { tolerance, problem } = toleranceOf(shape, indicator);
  if (problem !== undefined) refuse('tolerance', problem);
  const reading = readingOf(shape.at, shape.over ?? 'mean');
  if (reading.kind === 'month' && !isMonthly(indicator)) {
    refuse('at', `'${indicator.id}' has no monthly value: give a year`);
  }
  if (shape.rank && !isByPlace(shape.observed))
    refuse('rank', "a rank is that of a région: write 'observed' as a rank by code of région");
  const judged = shape.judged ?? true;
  const datedUntil = lastMonth(shape.dated);
  if (yearOf(datedUntil) >= FIRST_CHECK_YEAR && (shape.use === 'fit' || judged)) {
    refuse(
      'dated',
      `a figure dated ${FIRST_CHECK_YEAR} or later is never used: write 'use: check' and 'judged: false'`,
    );
  }
  if (judged && tolerance === undefined)
    refuse('judged', "a figure without tolerance is not judged: add one, or 'judged: false'");
  const common = {
    entry: entry.key,
    section,
    indicator,
    label: shape.label ?? indicator.label,
    without: (shape.without ?? []).map(String),
    reading,
    percentOf: shape.percentOf,
    outOf: shape.outOf,
    rank: shape.rank ?? false,
    dated: dateText(shape.dated),
    datedUntil,
    tolerance,
    use: shape.use,
    judged,
    scale: shape.scale,
    status: shape.status,
    source: shape.source,
    note: shape.note,
    where: entry.where,
  };
  const { observed } = shape;
  if (!isByPlace(observed)) {
    return {
      targets: [{ ...common, id: entry.key, place: FRANCE, observed: observed as Target['observed'] }],
      problems,
    };
  }
  const places = Object.entries(observed).sort(([a], [b]) => (a < b ? -1 : 1));
  const targets = places.map(([place, value]) => ({
    ...common,
    id: `${entry.key}.${place}`,
    place,
    observed: value,
  }));
  return { targets, problems };
}

function isByPlace(observed: TargetEntry['observed']): observed is Record<string, number> {
  return typeof observed === 'object' && !Array.isArray(observed);
}

function toleranceOf(
  { tolerance, observed }: TargetEntry,
  { id, unit }: Indicator,
): { tolerance?: Tolerance; problem?: string } {
  if (tolerance === undefined) return {};
  const { kind, value, share, roots } = tolerance;
  if ((kind === 'interval') !== Array.isArray(observed)) {
    return { problem: "an observed interval [lowest, highest] goes with 'kind: interval', and only it" };
  }
  if (kind === 'interval') return { tolerance: { kind } };
  if (kind === 'maxOf') {
    if (share === undefined || roots === undefined)
      return { problem: "'kind: maxOf' needs 'share' and 'roots'" };
    return { tolerance: { kind, share, roots } };
  }
  if (value === undefined) return { problem: `'kind: ${kind}' needs 'value'` };
  if (kind === 'points' && unit !== 'percent') {
    return { problem: `points are for indicators in percent, '${id}' is not one: use 'kind: absolute'` };
  }
  return { tolerance: { kind, value } };
}

function readingOf(at: When, over: 'mean' | 'sum'): Reading {
  if (typeof at === 'string') return { kind: 'month', month: parseMonth(at) ?? 0 };
  const [from, to] = typeof at === 'number' ? [at, at] : at;
  return { kind: 'years', from, to, over };
}

function lastMonth(dated: When): number {
  if (typeof dated === 'string') return parseMonth(dated) ?? 0;
  return monthOf(typeof dated === 'number' ? dated : dated[1], 12);
}

function dateText(dated: When): string {
  return typeof dated === 'object' ? dated.join('–') : String(dated);
}
