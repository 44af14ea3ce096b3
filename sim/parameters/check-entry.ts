/**
 * Checks of one parameter entry that look across its fields: what each status must argue, units and domains
 * in their closed lists, dates in order, every member present, values within range and limits.
 */
import { parseMonth } from '../base/calendar.js';
import type { ErrorCode } from '../base/errors.js';
import { type Problem, suggestion } from '../base/problems.js';
import { numberHint } from '../base/shape.js';
import { describeNode, entryOf, nodeAt, whereOf, type YamlEntry, type YamlNode } from '../base/yaml.js';
import type { Parameter, ParameterEntry } from './entry.js';
import type { Domain, Vocabulary } from './vocabulary.js';

const UNCERTAIN: readonly string[] = ['estimate', 'calibrated', 'assumption'];
const PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

type Dated = Parameter['dated'][number];
type Report = (path: readonly PropertyKey[], code: ErrorCode, message: string) => void;

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
  checkNumbers(shape, dated, limits, report);
  checkFactor(shape, dated, limits, report);
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

function datedValues(
  node: YamlNode,
  shape: ParameterEntry,
  domain: Domain | undefined,
  report: Report,
): Dated[] {
  const dated: Dated[] = [];
  for (const [date, value] of Object.entries(shape.values)) {
    const path = ['values', date];
    const found = nodeAt(node, path);
    const written = found === undefined ? 'empty' : describeNode(found);
    const hint = numberHint(value);
    const month = parseMonth(date) ?? 0;
    if (shape.choices !== undefined) {
      if (shape.by !== undefined || shape.interpolate)
        report(path, 'wrong-type', "a parameter with 'choices' is one word: remove 'by' and 'interpolate'");
      else if (typeof value !== 'string')
        report(
          path,
          'wrong-type',
          `the value is ${written}, expected a word among: ${shape.choices.join(', ')}`,
        );
      else if (!shape.choices.includes(value))
        report(path, 'unknown-name', `'${value}' is not a choice; ${suggestion(value, shape.choices)}`);
      else dated.push({ month, value });
    } else if (shape.by === undefined) {
      if (typeof value !== 'number')
        report(
          path,
          'wrong-type',
          `the value is ${written}, expected a number${hint} (a list needs 'by', a word needs 'choices')`,
        );
      else dated.push({ month, value });
    } else if (typeof value !== 'object') {
      report(
        path,
        'wrong-type',
        `the value is ${written}, expected one number for each member of ${shape.by}`,
      );
    } else if (domain !== undefined) {
      checkMembers(path, value, domain, report);
      dated.push({ month, value: domain.members.map((member) => value[member.id]) });
    }
  }
  return dated;
}

function checkMembers(
  path: readonly PropertyKey[],
  value: Readonly<Record<string, number>>,
  domain: Domain,
  report: Report,
): void {
  const ids = domain.members.map((member) => member.id);
  for (const key of Object.keys(value)) {
    if (!ids.includes(key))
      report(
        [...path, key],
        'unknown-name',
        `'${key}' is not a member of ${domain.id}; ${suggestion(key, ids)}`,
      );
  }
  const missing = ids.filter((id) => value[id] === undefined);
  const isComplete = missing.length === 0 || Object.keys(value).length > ids.length - missing.length;
  if (!isComplete)
    report(path, 'wrong-type', `no value for ${missing.join(', ')}: every member of ${domain.id} needs one`);
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

function defaultLimits(
  shape: ParameterEntry,
  dated: readonly Dated[],
  unit: readonly [number, number],
): readonly [number, number] {
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
  return typeof value === 'number'
    ? [value]
    : typeof value === 'string'
      ? []
      : value.filter((number) => number !== undefined);
}
