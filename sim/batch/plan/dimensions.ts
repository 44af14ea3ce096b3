/**
 * The dimensions of a design: what a plan varies, made into operations, ranges and levels by what the catalogue says of each
 * parameter, and checked.
 */
import { formatMonth, parseMonth } from '../../base/calendar.js';
import type { ErrorCode } from '../../base/errors.js';
import type { Problem } from '../../base/problems.js';
import type { Catalogue } from '../../parameters/catalogue.js';
import type { Parameter } from '../../parameters/entry.js';
import { checkChange } from '../../scenario/check-change.js';
import type { Operation } from '../../scenario/types.js';
import { evenLevels } from '../design/distributions.js';
import { type Interval, usualMode, usualOperation, usualRange } from '../design/ranges.js';
import type { Dimension } from '../design/types.js';
import type { VariedShape, VaryShape } from './file.js';

export interface CheckedDimension {
  readonly dimension?: Dimension;
  readonly problems: readonly Problem[];
  /** Place of the dimension, or of one of its keys. */
  readonly where: (key?: string) => string;
}

/** The dimension of one item of `vary.over`, still under the name of its parameter, or all that is wrong with it. */
export function checkDimension(
  shape: VariedShape,
  method: VaryShape['method'],
  catalogue: Catalogue,
  where: (key?: string) => string,
): CheckedDimension {
  const parameter = catalogue.parameters.get(shape.parameter);
  const operation = shape.operation ?? (parameter === undefined ? 'value' : usualOperation(parameter));
  const levels = Array.isArray(shape.levels) ? shape.levels : undefined;
  const range = shape.range ?? (parameter && usualRange(parameter, operation));
  const problems = [
    ...changeProblems(shape, operation, levels ?? parameter?.choices ?? range ?? [1], catalogue, where),
    ...(parameter === undefined ? [] : spreadProblems(shape, parameter, operation, range, method, where)),
  ];
  if (parameter === undefined || problems.length > 0) return { problems, where };
  const dimension: Dimension = {
    name: shape.name ?? '',
    parameter: parameter.path,
    operation,
    ...(shape.members === undefined ? {} : { members: shape.members.map(String) }),
    from: shape.from === undefined ? -Infinity : (parseMonth(shape.from) as number),
    to: shape.to === undefined ? Infinity : (parseMonth(shape.to) as number),
    under: shape.from === undefined,
    ...(levels === undefined
      ? spread(shape, parameter, operation, range as Interval)
      : among(levels, parameter)),
  };
  return { dimension, problems, where };
}

/** A dimension for each parameter that the catalogue says how to vary; names of those among `paths` that it does not. */
export function allDimensions(
  catalogue: Catalogue,
  over: 'all' | 'all-assumptions',
): { dimensions: Dimension[]; left: string[] } {
  const wanted = [...catalogue.parameters.values()].filter(
    ({ status, range, factor }) =>
      status === 'assumption' || (over === 'all' && (range !== undefined || factor !== undefined)),
  );
  const dimensions = wanted.flatMap((parameter): Dimension[] => {
    const operation = usualOperation(parameter);
    const range = usualRange(parameter, operation);
    if (range === undefined) return [];
    const shape = { parameter: parameter.path };
    return [
      {
        name: '',
        parameter: parameter.path,
        operation,
        from: -Infinity,
        to: Infinity,
        under: true,
        ...spread(shape, parameter, operation, range),
      },
    ];
  });
  const varied = new Set(dimensions.map(({ parameter }) => parameter));
  return { dimensions, left: wanted.map(({ path }) => path).filter((path) => !varied.has(path)) };
}

/** Values of a list, or positions of words among the parameter's choices. */
function among(levels: readonly (number | string)[], { choices }: Parameter): Partial<Dimension> {
  if (choices === undefined) return { levels: levels.map(Number) };
  return { words: choices, levels: levels.map((word) => choices.indexOf(String(word))) };
}

/** A distribution over a range, or evenly spaced levels of it. */
function spread(
  shape: VariedShape,
  parameter: Parameter,
  operation: Operation,
  [low, high]: Interval,
): Partial<Dimension> {
  const distribution = shape.distribution ?? parameter.distribution ?? 'uniform';
  const usual = usualMode(parameter, operation);
  const inside = usual !== undefined && usual >= low && usual <= high ? usual : undefined;
  const mode = distribution === 'triangular' ? (shape.mode ?? inside) : undefined;
  const law = { distribution, low, high, ...(mode === undefined ? {} : { mode }) };
  if (typeof shape.levels !== 'number') return law;
  return { levels: evenLevels(law, shape.levels) };
}

/** What is wrong with the parameter, its members, its months and each value, as a change of a scenario would be told. */
function changeProblems(
  shape: VariedShape,
  operation: Operation,
  values: readonly (number | string)[],
  catalogue: Catalogue,
  where: (key?: string) => string,
): Problem[] {
  if (shape.to !== undefined && shape.from === undefined) {
    const message = `'to' stands without 'from': give the first month too (a lever), or remove 'to' (an uncertain parameter)`;
    return [{ code: 'overlapping-dates', where: where('to'), message }];
  }
  const valueKey = Array.isArray(shape.levels) ? 'levels' : 'parameter';
  const place = (key?: string) => where(key === operation ? valueKey : key);
  const found = values.flatMap((value) => {
    const { parameter, to, members } = shape;
    const dates = { from: shape.from ?? formatMonth(0), ...(to === undefined ? {} : { to }) };
    const change = { parameter, ...dates, [operation]: value, ...(members === undefined ? {} : { members }) };
    return checkChange(change, 'plan', catalogue, place).problems;
  });
  const isFirst = (problem: Problem, i: number) =>
    found.findIndex(({ message }) => message === problem.message) === i;
  return found.filter(isFirst);
}

/** What is wrong with the range, the levels and the distribution. */
function spreadProblems(
  shape: VariedShape,
  parameter: Parameter,
  operation: Operation,
  range: Interval | undefined,
  method: VaryShape['method'],
  where: (key?: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ErrorCode, key: string, message: string) =>
    problems.push({ code, where: where(key), message });
  const { levels, distribution, mode } = shape;
  const { path, choices } = parameter;
  if (Array.isArray(levels)) {
    const twin = levels.find((level, i) => levels.indexOf(level) !== i);
    if (twin !== undefined) report('out-of-range', 'levels', `the level ${twin} is listed twice: remove one`);
    for (const key of ['range', 'distribution', 'mode'] as const)
      if (shape[key] !== undefined)
        report('wrong-type', key, `'levels' lists the values: remove '${key}', or 'levels'`);
    return problems;
  }
  if (choices !== undefined) {
    report(
      'wrong-type',
      'parameter',
      `${path} is a word: list its 'levels', such as [${choices.join(', ')}]`,
    );
    return problems;
  }
  if (method === 'factorial' && levels === undefined)
    report(
      'wrong-type',
      'parameter',
      `${path} has no 'levels': a factorial needs a list of values, or their number (levels: 3)`,
    );
  if (range === undefined) {
    const what =
      operation === 'value' ? 'values' : operation === 'multiply' ? 'factors' : 'quantities to add';
    const message = `the catalogue gives no range of ${what} for ${path}: write 'range: [lowest, highest]'`;
    report('wrong-type', 'parameter', message);
    return problems;
  }
  const [low, high] = range;
  if (!(low < high))
    report('out-of-range', 'range', `[${low}, ${high}] is not an interval: write the lowest number first`);
  const law = distribution ?? parameter.distribution ?? 'uniform';
  const key = distribution === undefined ? 'range' : 'distribution';
  if (law === 'loguniform' && low <= 0)
    report(
      'out-of-range',
      key,
      `a loguniform range begins above 0: raise its lower end, or choose another distribution`,
    );
  if (mode !== undefined && law !== 'triangular')
    report(
      'wrong-type',
      'mode',
      `'mode' belongs to a triangular distribution, this one is ${law}: remove it`,
    );
  else if (mode !== undefined && (mode < low || mode > high))
    report(
      'out-of-range',
      'mode',
      `the mode ${mode} lies outside the range [${low}, ${high}]: correct one of them`,
    );
  return problems;
}
