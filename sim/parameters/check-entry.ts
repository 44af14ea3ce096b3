/**
 * Checks of one parameter entry that look across its fields: what each status must argue, units and domains
 * in their closed lists, dates in order, values within range and limits. Values themselves: check-values.ts.
 */
import { type Problem, suggestion } from '../base/problems.js';
import { entryOf, whereOf, type YamlEntry, type YamlNode } from '../base/yaml.js';
import { type Dated, datedValues, type Report } from './check-values.js';
import type { Parameter, ParameterEntry } from './entry.js';
import type { Vocabulary } from './vocabulary.js';

const UNCERTAIN: readonly string[] = ['estimate', 'calibrated', 'assumption'];
const PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/** The parameter of a well-shaped entry, or everything that is wrong with it. */
export function checkEntry(
  entry: YamlEntry,
  shape: ParameterEntry,
  vocabulary: Vocabulary,
): { parameter?: Parameter; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, code, message) => {
    const where = path.length === 0 ? entry.where : whereOf(entry.node, path);
    problems.push({ code, where, message });
  };
  if (!PATH.test(entry.key)) {
    report(
      [],
      'wrong-type',
      `'${entry.key}' is not a parameter path: expected ASCII words joined by points, such as consultation.minutes`,
    );
  }
  const unit = vocabulary.units.get(shape.unit);
  if (unit === undefined) {
    const near = suggestion(shape.unit, vocabulary.units.keys());
    report(
      ['unit'],
      'wrong-unit',
      `'${shape.unit}' is not a unit; ${near} (a new unit is added in units.yaml)`,
    );
  }
  checkEvidence(shape, report);
  const domain = shape.by === undefined ? undefined : vocabulary.domains.get(shape.by);
  if (shape.by !== undefined && domain === undefined) {
    const near = suggestion(shape.by, vocabulary.domains.keys());
    report(
      ['by'],
      'unknown-name',
      `'${shape.by}' is not a domain; ${near} (a new domain is added in domains.yaml)`,
    );
  }
  const members = domain?.members.map((member) => member.id);
  const dated = datedValues(entry.node, shape, domain, report);
  if (dated.length === 0 && problems.length === 0)
    report(
      ['values'],
      'wrong-type',
      "'values' is empty, expected at least one dated value, such as { 2013-01: 18 }",
    );
  checkOrder(entry.node, report);
  const limits = shape.limits ?? defaultLimits(shape, dated, unit?.limits ?? [-Infinity, Infinity]);
  if (shape.choices === undefined) {
    checkNumbers(shape, dated, limits, report);
    checkFactor(shape, dated, limits, report);
  } else checkWords(shape, shape.choices, report);
  if (problems.length > 0) return { problems };
  const { values: _, by, ...fields } = shape;
  const kind = by !== undefined ? 'list' : shape.choices !== undefined ? 'choice' : 'number';
  return {
    problems,
    parameter: {
      path: entry.key,
      ...fields,
      limits,
      kind,
      ...(by === undefined ? {} : { by, members }),
      interpolate: shape.interpolate ?? false,
      dated,
      where: entry.where,
    },
  };
}

function checkEvidence(shape: ParameterEntry, report: Report): void {
  if (shape.status !== 'assumption' && shape.source === undefined) {
    report(
      [],
      'wrong-type',
      `'source' is missing: a value of status ${shape.status} names its source (title and date), otherwise its status is assumption`,
    );
  }
  if (shape.status === 'assumption' && shape.argument === undefined) {
    report([], 'wrong-type', "'argument' is missing: an assumption argues its range in a sentence");
  }
  if (shape.choices !== undefined) return;
  if (UNCERTAIN.includes(shape.status)) {
    if (shape.range === undefined && shape.factor === undefined) {
      report(
        [],
        'wrong-type',
        `'range' is missing: a value of status ${shape.status} gives [lowest, highest] (or 'factor' for a whole list or series)`,
      );
    }
    if (shape.distribution === undefined) {
      report(
        [],
        'wrong-type',
        `'distribution' is missing: a value of status ${shape.status} says how it spreads over its range`,
      );
    }
  }
}

function checkOrder(node: YamlNode, report: Report): void {
  const values = entryOf(node, 'values')?.node;
  if (values?.kind !== 'map') return;
  values.entries.forEach((entry, i) => {
    const before = values.entries[i - 1];
    if (before !== undefined && entry.key < before.key) {
      report(
        ['values', entry.key],
        'overlapping-dates',
        `${entry.key} comes after ${before.key}: write the dates in increasing order`,
      );
    }
  });
}

/** What belongs to numbers has no meaning for words, and each word stands once. */
function checkWords(shape: ParameterEntry, choices: readonly string[], report: Report): void {
  const twin = choices.find((word, i) => choices.indexOf(word) !== i);
  if (twin !== undefined)
    report(['choices'], 'wrong-type', `the choice '${twin}' is listed twice: remove one`);
  for (const key of ['range', 'factor', 'limits', 'distribution'] as const)
    if (shape[key] !== undefined)
      report([key], 'wrong-type', `'${key}' is for numbers, the values here are words: remove '${key}'`);
  if (shape.interpolate)
    report(['interpolate'], 'wrong-type', "no straight line joins two words: remove 'interpolate'");
}

function defaultLimits(
  shape: ParameterEntry,
  dated: readonly Dated[],
  unit: readonly [number, number],
): readonly [number, number] {
  if (shape.choices !== undefined && shape.by !== undefined) return [0, shape.choices.length - 1];
  const below =
    (shape.range?.[0] ?? 0) < 0 || dated.some(({ value }) => numbersOf(value).some((number) => number < 0));
  return [Math.max(unit[0], below ? -Infinity : 0), unit[1]];
}

function checkNumbers(
  shape: ParameterEntry,
  dated: readonly Dated[],
  limits: readonly [number, number],
  report: Report,
): void {
  for (const key of ['range', 'factor', 'limits'] as const) {
    const bounds = shape[key];
    if (bounds !== undefined && bounds[0] >= bounds[1])
      report(
        [key],
        'out-of-range',
        `[${bounds.join(', ')}] is not an interval: write the lowest number first`,
      );
  }
  if (shape.factor !== undefined && !(shape.factor[0] <= 1 && shape.factor[1] >= 1 && shape.factor[0] >= 0)) {
    report(
      ['factor'],
      'out-of-range',
      `[${shape.factor.join(', ')}] does not hold 1: a factor multiplies the values given`,
    );
  }
  const { range } = shape;
  if (range !== undefined && range[0] < range[1] && (range[0] < limits[0] || range[1] > limits[1]))
    report(
      ['range'],
      'out-of-range',
      `the range [${range.join(', ')}] leaves the limits [${limits.join(', ')}], within which every value stays: correct one of them`,
    );
  if (shape.distribution === 'loguniform' && (shape.range ?? shape.factor ?? [1])[0] <= 0) {
    report(
      ['distribution'],
      'out-of-range',
      'a loguniform range begins above 0: raise its lower end, or choose uniform',
    );
  }
  for (const [i, { value }] of dated.entries()) {
    const path = ['values', Object.keys(shape.values)[i]];
    for (const number of numbersOf(value)) {
      if (number < limits[0] || number > limits[1])
        report(path, 'out-of-range', `${number} ${shape.unit} is outside the limits [${limits.join(', ')}]`);
      else if (
        shape.range !== undefined &&
        shape.range[0] < shape.range[1] &&
        (number < shape.range[0] || number > shape.range[1])
      ) {
        report(
          path,
          'out-of-range',
          `${number} ${shape.unit} is outside its own range [${shape.range.join(', ')}]: correct one of them`,
        );
      }
    }
  }
}

/** A factor that takes a value beyond the limits, or beyond the range given beside it, could not be drawn. */
function checkFactor(
  { factor, range }: ParameterEntry,
  dated: readonly Dated[],
  limits: readonly [number, number],
  report: Report,
): void {
  if (factor === undefined) return;
  const [low, high] = range ?? limits;
  const products = dated
    .flatMap(({ value }) => numbersOf(value))
    .flatMap((number) => factor.map((end) => number * end));
  const outside = products.find((product) => product < low || product > high);
  if (outside === undefined) return;
  const bounds = range === undefined ? 'limits' : 'range';
  report(
    ['factor'],
    'out-of-range',
    `the factor [${factor.join(', ')}] takes a value to ${outside}, outside the ${bounds} [${low}, ${high}]: narrow it`,
  );
}

function numbersOf(value: Dated['value']): readonly number[] {
  return typeof value === 'number' ? [value] : typeof value === 'string' ? [] : value;
}
