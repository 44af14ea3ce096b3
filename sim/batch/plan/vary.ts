/** The design of a plan: from its `vary`, or a single point without one. */
import type { ErrorCode } from '../../base/errors.js';
import type { Problem } from '../../base/problems.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import type { Scenario, Warning } from '../../scenario/types.js';
import { combinations } from '../design/factorial.js';
import { SOBOL_DIMENSIONS } from '../design/sobol-directions.js';
import { type Design, NO_DESIGN } from '../design/types.js';
import { limitProblems } from './dimension-limits.js';
import { namedDimensions, overlappingDimensions, type PlacedDimension } from './dimension-names.js';
import { allDimensions, checkDimension } from './dimensions.js';
import { BOUNDS, type VaryShape } from './file.js';
import type { PlanWhere } from './where.js';

export interface CheckedDesign {
  readonly design: Design;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** The design that `vary` asks for under these scenarios; `seed` is that of the plan. */
export function designOf(
  vary: VaryShape | undefined,
  seed: string,
  scenarios: readonly Scenario[],
  catalogue: Catalogue,
  where: PlanWhere,
): CheckedDesign {
  if (vary === undefined) return { design: NO_DESIGN, problems: [], warnings: [] };
  const { placed, problems, warnings } = placedDimensions(vary, catalogue, where);
  if (problems.length > 0) return { design: NO_DESIGN, problems, warnings };
  const { dimensions, problems: clashes } = namedDimensions(placed, catalogue);
  const limits = limitProblems(placed, scenarios, catalogue);
  const points = vary.method === 'factorial' ? combinations(dimensions) : (vary.points ?? 0);
  const design: Design = {
    method: vary.method,
    points,
    seed: vary.seed === undefined ? seed : String(vary.seed),
    ownSeeds: vary.chance === undefined ? vary.method !== 'factorial' : vary.chance === 'own',
    dimensions,
  };
  return {
    design,
    problems: [
      ...clashes,
      ...overlappingDimensions(placed),
      ...limits.problems,
      ...pointProblems(vary, design, where),
    ],
    warnings: [
      ...warnings,
      ...limits.warnings,
      ...leverWarnings(placed, scenarios),
      ...balanceWarnings(design, where),
    ],
  };
}

function placedDimensions(
  vary: VaryShape,
  catalogue: Catalogue,
  where: PlanWhere,
): { placed: PlacedDimension[]; problems: Problem[]; warnings: Warning[] } {
  const { over, method } = vary;
  const place = where('vary', 'over');
  if (Array.isArray(over)) {
    const checked = over.map((shape, i) =>
      checkDimension(shape, method, catalogue, (key) =>
        key === undefined ? where('vary', 'over', i) : where('vary', 'over', i, key),
      ),
    );
    const placed = checked.flatMap(({ dimension, where }) =>
      dimension === undefined ? [] : [{ dimension, where }],
    );
    return { placed, problems: checked.flatMap(({ problems }) => problems), warnings: [] };
  }
  if (method === 'factorial') {
    const message = `a factorial over all parameters has too many points: list the parameters with their 'levels', or take a latin-hypercube or sobol sample`;
    return { placed: [], problems: [{ code: 'out-of-range', where: place, message }], warnings: [] };
  }
  const { dimensions, left } = allDimensions(catalogue, over);
  const message = `not varied, being words, or lists and series to which the catalogue gives no factor: ${left.join(', ')}`;
  return {
    placed: dimensions.map((dimension) => ({ dimension, where: () => place })),
    problems: [],
    warnings: left.length === 0 ? [] : [{ where: place, message }],
  };
}

/** What is wrong with the number of points, which a factorial has and a sample is given. */
function pointProblems(vary: VaryShape, { points, dimensions }: Design, where: PlanWhere): Problem[] {
  const problem = (code: ErrorCode, key: string, message: string): Problem[] => [
    { code, where: where('vary', key), message },
  ];
  const { method } = vary;
  if (method === 'factorial') {
    if (vary.points === undefined) return [];
    return problem(
      'wrong-type',
      'points',
      `a factorial has one point for each combination of levels, ${points} here: remove 'points'`,
    );
  }
  if (vary.points === undefined)
    return problem(
      'wrong-type',
      'method',
      `'points' is missing: a ${method} sample has as many points as you say, from ${BOUNDS.points.join(' to ')}`,
    );
  if (method === 'sobol' && dimensions.length > SOBOL_DIMENSIONS)
    return problem(
      'out-of-range',
      'over',
      `a Sobol sequence has at most ${SOBOL_DIMENSIONS} dimensions, ${dimensions.length} are asked: vary fewer parameters, or take a latin-hypercube`,
    );
  return [];
}

/** A lever that gives values of its own to what a scenario changes too: the scenario's are gone from its first month on. */
function leverWarnings(placed: readonly PlacedDimension[], scenarios: readonly Scenario[]): Warning[] {
  return placed.flatMap(({ dimension, where }): Warning[] => {
    if (dimension.under || dimension.operation !== 'value') return [];
    const hidden = scenarios.filter(({ changes }) =>
      changes.some(
        (change) =>
          change.parameter === dimension.parameter &&
          change.from < dimension.to &&
          change.to > dimension.from,
      ),
    );
    if (hidden.length === 0) return [];
    const names = hidden.map(({ name }) => `'${name}'`).join(', ');
    const message = `this lever replaces the values that ${names} gives to ${dimension.parameter}: leave out the scenario, or the lever`;
    return [{ where: where(), message }];
  });
}

/** A Sobol sequence fills the cube evenly at powers of two. */
function balanceWarnings({ method, points }: Design, where: PlanWhere): Warning[] {
  if (method !== 'sobol' || points === 0) return [];
  const below = 1 << (HIGHEST_BIT - Math.clz32(points));
  if (below === points) return [];
  const message = `${points} points of a Sobol sequence leave it uneven: ${below} and ${below + below} are balanced`;
  return [{ where: where('vary', 'points'), message }];
}

/** Position of the highest bit of a 32-bit number. */
const HIGHEST_BIT = 31;
