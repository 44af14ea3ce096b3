/** A plan settled: defaults filled in, the settings of the command line laid over, everything checked together. */
import { type Problem, suggestion } from '../../base/problems.js';
import { RUN_DEFAULTS } from '../../engine/settings.js';
import { slug } from '../../scenario/file.js';
import type { Warning } from '../../scenario/types.js';
import { BOUNDS, MOST_RUNS, type PlanShape } from './file.js';
import { keepOf } from './keep.js';
import {
  baselineOf,
  type Known,
  type ListedScenario,
  readScenarios,
  sharedYears,
  simulatedPlaces,
} from './scenarios.js';
import type { FormulaIndicator, Plan, PlanOverrides, Precision } from './types.js';
import { designOf } from './vary.js';
import type { PlanWhere } from './where.js';

/** A plan as asked, from a file or from the command line. */
export interface Draft {
  readonly name: string;
  readonly shape: PlanShape;
  /** Folder to which the paths of its scenarios are relative. */
  readonly folder: string;
  readonly formulas: readonly FormulaIndicator[];
  readonly where: PlanWhere;
}

export interface CheckedPlan {
  /** Absent when there are problems. */
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * What a plan uses when nobody says: the seed and scale of `maillage run`, replicates for an interval, and the most that a
 * precision may take.
 */
export const DEFAULTS = { ...RUN_DEFAULTS, replicates: 10, mostReplicates: 100 } as const;

/** The plan of a draft, or everything that is wrong with it. */
export function settlePlan(draft: Draft, overrides: PlanOverrides, known: Known): CheckedPlan {
  const { shape, where, formulas } = draft;
  const names = shape.scenarios.map((text, i) => ({ text, where: where('scenarios', i) }));
  const { listed, problems } = readScenarios(names, draft.folder, known);
  // A scenario that cannot be read makes every later check say the same thing again.
  if (problems.length > 0) return { problems, warnings: [] };
  const scenarios = listed.map(({ scenario }) => scenario);
  const named = shape.baseline === undefined ? undefined : { text: shape.baseline, where: where('baseline') };
  const { baseline, problems: wrongBaseline } = baselineOf(listed, named);
  const years = sharedYears(listed, { from: overrides.from ?? shape.from, to: overrides.to ?? shape.to });
  const seed = overrides.seed ?? (shape.seed === undefined ? DEFAULTS.seed : String(shape.seed));
  const design = designOf(shape.vary, seed, scenarios, known.catalogue, where);
  const keep = keepOf(shape.keep, formulas, known.geography, simulatedPlaces(listed), where);
  const precision =
    overrides.precision ??
    Object.entries(shape.precision ?? {}).map(([indicator, halfWidth]) => ({ indicator, halfWidth }));
  const plan: Plan = {
    name: overrides.name ?? draft.name,
    ...(shape.title === undefined ? {} : { title: shape.title }),
    ...(shape.description === undefined ? {} : { description: shape.description }),
    ...(shape.date === undefined ? {} : { date: shape.date }),
    scenarios,
    baseline,
    seed,
    scale: overrides.scale ?? shape.scale ?? DEFAULTS.scale,
    from: years.from,
    to: years.to,
    replicates:
      overrides.replicates ??
      shape.replicates ??
      (precision.length > 0 ? DEFAULTS.mostReplicates : DEFAULTS.replicates),
    precision,
    design: design.design,
    keep: keep.keep,
    formulas,
    warnings: [...scenarios.flatMap(({ warnings }) => warnings), ...design.warnings],
  };
  const later = [
    ...wrongBaseline,
    ...years.problems,
    ...boundProblems(plan, overrides, where, listed),
    ...design.problems,
    ...keep.problems,
    ...precisionProblems(precision, keep.keep.indicators, (indicator) =>
      overrides.precision === undefined ? where('precision', indicator) : '--precision',
    ),
    ...nameProblems(overrides.name),
  ];
  const all = later.length > 0 ? later : sizeProblems(plan, sizePlace(shape, overrides, where));
  return { ...(all.length > 0 ? {} : { plan }), problems: all, warnings: plan.warnings };
}

/** Numbers out of their bounds (those of the file were seen by its shape), and years in the wrong order. */
function boundProblems(
  plan: Plan,
  overrides: PlanOverrides,
  where: PlanWhere,
  [first]: readonly ListedScenario[],
): Problem[] {
  const bounds = { scale: BOUNDS.scale, replicates: BOUNDS.replicates, from: BOUNDS.years, to: BOUNDS.years };
  const placeOf = (key: keyof typeof bounds) => {
    if (overrides[key] !== undefined) return `--${key}`;
    const own = key === 'from' || key === 'to' ? first.scenario[key] : undefined;
    return own === plan[key] ? first.where : where(key);
  };
  const problems = (Object.keys(bounds) as (keyof typeof bounds)[]).flatMap((key): Problem[] => {
    const [low, high] = bounds[key];
    const value = plan[key];
    if (Number.isInteger(value) && value >= low && value <= high) return [];
    const message = `'${key}' is ${value}, expected a whole number from ${low} to ${high}`;
    return [{ code: 'out-of-range', where: placeOf(key), message }];
  });
  if (problems.length > 0 || plan.to >= plan.from) return problems;
  const message = `the last year, ${plan.to}, comes before the first, ${plan.from}: correct one of them`;
  return [{ code: 'overlapping-dates', where: placeOf('to'), message }];
}

function precisionProblems(
  precision: readonly Precision[],
  kept: readonly string[],
  where: (indicator: string) => string,
): Problem[] {
  return precision.flatMap(({ indicator, halfWidth }): Problem[] => {
    const place = where(indicator);
    if (!kept.includes(indicator)) {
      const message = `a precision is asked of '${indicator}', which is not an indicator that the plan keeps; ${suggestion(indicator, kept, 'maillage indicators list')}`;
      return [{ code: 'unknown-name', where: place, message }];
    }
    if (Number.isFinite(halfWidth) && halfWidth > 0) return [];
    const message = `the half-width asked of '${indicator}' is ${halfWidth}, expected a number above 0, in its unit`;
    return [{ code: 'out-of-range', where: place, message }];
  });
}

function sizeProblems({ scenarios, design, replicates }: Plan, where: string): Problem[] {
  const runs = scenarios.length * design.points * replicates;
  if (runs <= MOST_RUNS) return [];
  const message = `${scenarios.length} scenarios × ${design.points} points × ${replicates} replicates make ${runs} runs, at most ${MOST_RUNS} are possible: lower one of them`;
  return [{ code: 'out-of-range', where, message }];
}

/** The number that makes a plan large, or what a person would change first. */
function sizePlace(shape: PlanShape, overrides: PlanOverrides, where: PlanWhere): string {
  if (overrides.replicates !== undefined) return '--replicates';
  if (shape.replicates !== undefined) return where('replicates');
  return shape.vary === undefined ? where('scenarios') : where('vary', 'over');
}

function nameProblems(name: string | undefined): Problem[] {
  if (name === undefined || slug.safeParse(name).success) return [];
  const message = `'${name}' cannot name a study, expected small ASCII letters, digits and hyphens, such as my-study`;
  return [{ code: 'bad-option', where: '--name', message }];
}
