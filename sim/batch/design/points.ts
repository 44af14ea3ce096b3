/** The points of a design: the value of each dimension, and the changes that lay them under and over a scenario. */
import { MaillageError } from '../../base/errors.js';
import type { Change } from '../../scenario/types.js';
import { valueAt } from './distributions.js';
import { factorialPoint } from './factorial.js';
import { latinHypercube } from './latin-hypercube.js';
import { sobolSequence } from './sobol.js';
import type { Design, Dimension } from './types.js';

type Points = (p: number) => Float64Array;

/** What a design needs for each point (a sample, direction numbers), made once. */
const prepared = new WeakMap<Design, Points>();

/**
 * Values of point `p` by dimension (positions in `words` for a word): a function of the design and p. Later points of a
 * Sobol sequence exist beyond `design.points`; the other designs have a fixed size.
 * @throws MaillageError `internal` for a point that the design does not have.
 */
export function pointValues(design: Design, p: number): Float64Array {
  const open = design.method === 'sobol';
  if (!Number.isInteger(p) || p < 0 || (!open && p >= design.points)) {
    const message = `the design has ${design.points} points, numbered from 0; there is no point ${p}`;
    throw new MaillageError('internal', message, { exitCode: 1 });
  }
  const points = prepared.get(design) ?? prepare(design);
  prepared.set(design, points);
  return points(p);
}

/**
 * The changes of point `p`, to lay under and over those of a scenario:
 * `applyChanges(catalogue, [...under, ...scenario.changes, ...over])`.
 */
export function pointChanges(design: Design, p: number): { under: Change[]; over: Change[] } {
  const values = pointValues(design, p);
  const changes = design.dimensions.map((dimension, d) =>
    dimensionChange(dimension, values[d], `point ${p}`),
  );
  return {
    under: changes.filter((_, d) => design.dimensions[d].under),
    over: changes.filter((_, d) => !design.dimensions[d].under),
  };
}

/** The seed text of the runs of point `p`: the plan's own, or one of the point when each has its own chance. */
export function pointSeed(seed: string, design: Design, p: number): string {
  return design.ownSeeds ? `${seed} point ${p}` : seed;
}

/** The change that gives a dimension a value; `layer` names it in messages. */
export function dimensionChange(dimension: Dimension, value: number, layer: string): Change {
  const { name, parameter, operation, members, from, to, words } = dimension;
  return {
    parameter,
    from,
    to,
    operation,
    operand: words === undefined ? value : words[value],
    ...(members === undefined ? {} : { members }),
    layer,
    where: `${layer}, ${name}`,
    valueWhere: `${layer}, ${name}`,
  };
}

function prepare({ method, points, seed, dimensions }: Design): Points {
  if (method === 'none') return () => new Float64Array(0);
  if (method === 'factorial') return (p) => factorialPoint(dimensions, p);
  const names = dimensions.map(({ name }) => name);
  const uniforms = method === 'sobol' ? sobolSequence(names, seed) : latinHypercube(points, names, seed);
  return (p) => uniforms(p).map((u, d) => valueAt(dimensions[d], u));
}
