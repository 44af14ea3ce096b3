/**
 * Reading of `scenarios/trials/*.yaml`. Observed figures of trials are only there: nothing under `sim/` may read them, and
 * a figure that the model meets in 2022 or later is never judged.
 */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { parseMonth } from '../../sim/base/calendar.js';
import type { ErrorCode } from '../../sim/base/errors.js';
import { scenariosDir } from '../../sim/base/paths.js';
import { type Problem, throwProblems } from '../../sim/base/problems.js';
import { bilingual, checkShape, finite, month, text, year } from '../../sim/base/shape.js';
import { entryOf, readYaml, whereOf, type YamlNode } from '../../sim/base/yaml.js';
import { FIRST_YEAR } from '../../sim/engine/setup.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import { SCHEMES } from '../../sim/recorder/gp-panel.js';
import { applyChanges } from '../../sim/scenario/apply.js';
import { checkChange, overlapProblems } from '../../sim/scenario/check-change.js';
import { changeShape, slug } from '../../sim/scenario/file.js';
import { namesIn } from '../../sim/scenario/load.js';
import type { Change } from '../../sim/scenario/types.js';
import { FIRST_CHECK_YEAR } from '../validation/target.js';
import { type ControlledTrial, LIKE, type Outcome, READ, READINGS, SIGNS, type Trial } from './trial.js';

const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `one of: ${words.join(', ')}` });
const like = z.array(oneOf(LIKE), { error: `a list of: ${LIKE.join(', ')}` });
const years = (least: number) =>
  z.int({ error: 'a whole number of years' }).gte(least, { error: `a whole number from ${least}` });
const positive = z.number({ error: 'a number' }).positive({ error: 'a number above 0' });
const sign = z.strictObject({ sign: oneOf(SIGNS) }, { error: 'a sign, { sign: up }' });

const outcome = z.strictObject(
  {
    id: text,
    label: bilingual,
    of: oneOf(READ),
    reading: oneOf(READINGS),
    observed: z.union([finite, sign], { error: 'a number, or a sign such as { sign: up }' }),
    tolerance: positive.optional(),
    use: oneOf(['fit', 'check']),
    judged: z.boolean({ error: 'true or false' }).optional(),
    like: like.optional(),
    note: bilingual.optional(),
  },
  { error: 'an outcome, { id, label, of, reading, observed, use }' },
);

const common = {
  name: slug,
  title: bilingual,
  source: text,
  note: bilingual.optional(),
  without: z
    .array(changeShape, { error: 'a list of changes' })
    .min(1, { error: 'at least one change: the world without the scheme' }),
};

const ControlledFile = z.strictObject({
  ...common,
  scheme: oneOf(SCHEMES),
  joined: z.strictObject({ from: year, to: year }, { error: 'two years, { from: 2014, to: 2016 }' }),
  read: z.strictObject(
    { before: years(1), after: years(0) },
    { error: 'two numbers of years, { before: 1, after: 3 }' },
  ),
  controls: z.strictObject({ like }, { error: 'what controls share, { like: [sex, ageClass] }' }),
  outcomes: z.array(outcome, { error: 'a list of outcomes' }).min(1, { error: 'at least one outcome' }),
});
type ControlledFile = z.output<typeof ControlledFile>;
type OutcomeFile = ControlledFile['outcomes'][number];

const DeadweightFile = z.strictObject({
  ...common,
  kind: z.literal('deadweight', { error: "the word deadweight; a trial with controls has no 'kind'" }),
  from: month,
  to: year,
});

/** Folder of the trials. */
export function trialsDir(): string {
  return join(scenariosDir(), 'trials');
}

/**
 * Every trial, by name.
 * @throws MaillageError that lists every mistake with its place.
 */
export function loadTrials(catalogue: Catalogue, dir: string = trialsDir()): Trial[] {
  const checked = namesIn(dir).map((name) => checkTrial(join(dir, `${name}.yaml`), catalogue));
  throwProblems(checked.flatMap(({ problems }) => problems));
  return checked.flatMap(({ trial }) => (trial === undefined ? [] : [trial]));
}

/** The trial of a file, or everything that is wrong with it. */
export function checkTrial(file: string, catalogue: Catalogue): { trial?: Trial; problems: Problem[] } {
  const read = readYaml(file);
  if (read.root === undefined || read.problems.length > 0) return { problems: [...read.problems] };
  const { root } = read;
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string, code: ErrorCode = 'out-of-range') =>
    problems.push({ code, where: whereOf(root, path), message });
  const isDeadweight = entryOf(root, 'kind') !== undefined;
  const shaped = isDeadweight ? checkShape(DeadweightFile, root) : checkShape(ControlledFile, root);
  if (shaped.value === undefined) return { problems: [...shaped.problems] };
  const shape = shaped.value;
  if (shape.name !== basename(file, '.yaml')) {
    const message = `the name is '${shape.name}' in a file called '${basename(file)}': the two are the same, so rename one`;
    report(['name'], message, 'wrong-type');
  }
  const changed = changesOf(shape.without, shape.name, root, catalogue);
  problems.push(...changed.problems);
  const { name, title, source, note } = shape;
  const shared = { name, title, source, note, without: changed.changes };
  if ('kind' in shape) {
    const from = parseMonth(shape.from) ?? 0;
    if (changed.changes.some((change) => change.from < from))
      report(['from'], "the two worlds differ before this month: write the first month of 'without'");
    return problems.length > 0
      ? { problems }
      : { trial: { kind: 'deadweight', ...shared, from, to: shape.to }, problems };
  }
  checkYears(shape, report);
  shape.outcomes.forEach((one, i) => {
    for (const { key, message } of outcomeComplaints(one, shape)) report(['outcomes', i, key], message);
    if (shape.outcomes.findIndex(({ id }) => id === one.id) < i)
      report(['outcomes', i, 'id'], `the outcome '${one.id}' is written twice: rename one`, 'unknown-key');
  });
  return problems.length > 0 ? { problems } : { trial: controlled(shape, shared), problems };
}

function controlled(
  shape: ControlledFile,
  shared: Pick<Trial, 'name' | 'title' | 'source' | 'note' | 'without'>,
): ControlledTrial {
  const { scheme, joined, read, controls } = shape;
  const outcomes = shape.outcomes.map(
    (one): Outcome => ({ ...one, judged: one.judged ?? true, like: one.like ?? controls.like }),
  );
  return { kind: 'controlled', ...shared, to: joined.to + read.after, scheme, joined, read, outcomes };
}

function changesOf(
  shapes: ControlledFile['without'],
  name: string,
  root: YamlNode,
  catalogue: Catalogue,
): { changes: Change[]; problems: Problem[] } {
  const checked = shapes.map((shape, i) =>
    checkChange(shape, name, catalogue, (...keys) =>
      whereOf(root, ['without', i, ...keys.filter((key) => key !== undefined)]),
    ),
  );
  const changes = checked.flatMap(({ change }) => (change === undefined ? [] : [change]));
  const problems = [...checked.flatMap((one) => one.problems), ...overlapProblems(changes)];
  return { changes, problems: problems.length > 0 ? problems : applyChanges(catalogue, changes).problems };
}

function checkYears(
  { joined, read }: ControlledFile,
  report: (path: readonly PropertyKey[], message: string) => void,
): void {
  if (joined.to < joined.from)
    report(
      ['joined', 'to'],
      `the last year of joining, ${joined.to}, comes before the first, ${joined.from}`,
    );
  if (joined.from - read.before < FIRST_YEAR) {
    report(
      ['joined', 'from'],
      `a GP who joins in ${joined.from} is read in December ${joined.from - read.before}, and history begins in ${FIRST_YEAR}: begin in ${FIRST_YEAR + read.before} or later`,
    );
  }
}

function outcomeComplaints(
  one: OutcomeFile,
  { joined, read }: ControlledFile,
): { key: keyof OutcomeFile; message: string }[] {
  const complaints: { key: keyof OutcomeFile; message: string }[] = [];
  const isNumber = typeof one.observed === 'number';
  const judged = one.judged ?? true;
  if ((one.of === 'tested') !== (one.reading === 'points')) {
    const message = "'tested' is a share and is read in points; the others are read as change or before";
    complaints.push({ key: 'reading', message });
  }
  if (isNumber && judged && one.tolerance === undefined)
    complaints.push({
      key: 'observed',
      message: "a figure without tolerance is not judged: add one, or 'judged: false'",
    });
  if (!isNumber && one.tolerance !== undefined)
    complaints.push({ key: 'tolerance', message: 'a sign has no tolerance: remove it' });
  const last = one.reading === 'before' ? joined.to - read.before : joined.to + read.after;
  if (last >= FIRST_CHECK_YEAR && (judged || one.use === 'fit')) {
    const message = `read in ${last}, and nothing of ${FIRST_CHECK_YEAR} or later is used: write 'use: check' and 'judged: false'`;
    complaints.push({ key: 'use', message });
  }
  return complaints;
}
