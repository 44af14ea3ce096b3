/** What `maillage query` answers about a study, as numbers to hold charts against: means, intervals, quantiles, by cell. */
import { answerForm } from '../../bin/json-forms.js';
import { maillageHere } from './program.js';
import { context } from './studies.js';

/** Student's factor of a 95 % interval, by pairs: the tables of any textbook. */
const STUDENT: Readonly<Record<number, number>> = { 2: 12.7062047, 3: 4.30265273, 5: 2.77644511 };

export interface Answer {
  readonly mean: number;
  /** Ends of the 95 % interval of a difference, or quantiles between which 95 % of the runs lie. */
  readonly low: number;
  readonly high: number;
}

export interface Cell {
  readonly scenario: string;
  readonly period: string;
  readonly indicator: string;
  readonly place?: string;
  readonly group?: string;
  /** A point of the design; over all of them where it is left out. */
  readonly point?: number;
}

/** Rows that `maillage query` answers. */
export async function rowsOf(dir: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const { code, stdout, stderr } = await maillageHere(['query', dir, sql, '--json']);
  if (code !== 0) throw new Error(stderr);
  const answer: unknown = JSON.parse(stdout);
  const { error } = answerForm('query').safeParse(answer);
  if (error !== undefined) throw new Error(error.message);
  return (answer as { rows: unknown[][] }).rows;
}

/** Levels of these indicators and their paired differences from `baseline`, of every cell and year. */
export async function answersOf(dir: string, baseline: string, indicators: Iterable<string>) {
  const asked = `indicator IN (${[...indicators].map((id) => `'${id}'`).join(', ')})`;
  // A grid of settings is averaged within each replicate; a single point is its own mean.
  const averaged = (where: string) =>
    `SELECT scenario, replicate, period, place, "group", indicator, avg(value) AS value FROM results WHERE ${asked} AND ${where} GROUP BY ALL`;
  const levels = await rowsOf(
    dir,
    `SELECT scenario, period, place, "group", indicator, avg(value), quantile_cont(value, 0.025), quantile_cont(value, 0.975) FROM (${averaged('true')}) GROUP BY ALL`,
  );
  const paired = (where: string) =>
    `SELECT a.scenario, a.period, a.place, a."group", a.indicator, avg(a.value - b.value), stddev_samp(a.value - b.value), count(*) ` +
    `FROM (${averaged(where)}) a JOIN (${averaged(where)}) b USING (replicate, period, place, "group", indicator) ` +
    `WHERE b.scenario = '${baseline}' AND a.scenario <> '${baseline}' GROUP BY ALL`;
  const points = (await rowsOf(dir, 'SELECT DISTINCT point FROM results ORDER BY point')).map(([point]) =>
    Number(point),
  );
  const byPoint = await Promise.all(points.map((point) => rowsOf(dir, paired(`point = ${point}`))));
  const differences = new Map<string, Answer>([
    ...pairedEntries(await rowsOf(dir, paired('true')), undefined),
    ...points.flatMap((point, i) => pairedEntries(byPoint[i], point)),
  ]);
  const level = new Map(
    levels.map(([scenario, period, place, group, indicator, ...numbers]): [string, Answer] => {
      const [mean, low, high] = numbers.map(Number);
      return [[scenario, period, place, group, indicator, ''].join('|'), { mean, low, high }];
    }),
  );
  return {
    level: (cell: Cell) => found(level, cell),
    difference: (cell: Cell) => found(differences, cell),
  };
}

function pairedEntries(rows: readonly (readonly unknown[])[], point: number | undefined): [string, Answer][] {
  return rows.map(([scenario, period, place, group, indicator, ...numbers]) => {
    const [mean, deviation, pairs] = numbers.map(Number);
    const halfWidth = (STUDENT[pairs] * deviation) / Math.sqrt(pairs);
    return [
      [scenario, period, place, group, indicator, point ?? ''].join('|'),
      { mean, low: mean - halfWidth, high: mean + halfWidth },
    ];
  });
}

function found(answers: ReadonlyMap<string, Answer>, cell: Cell): Answer {
  const { scenario, period, indicator, place = 'FR', group = 'all', point = '' } = cell;
  const answer = answers.get([scenario, period, place, group, indicator, point].join('|'));
  if (answer === undefined) throw new Error(`the tables hold nothing at ${JSON.stringify(cell)}`);
  return answer;
}

/** A table of the people of territories, to put before a query of territories: `WITH … SELECT`. */
export function peopleTable(): string {
  const rows = context().geography.territories.map(({ code, population }) => `('${code}', ${population})`);
  return `WITH inhabitants(territory, people) AS (VALUES ${rows.join(', ')})`;
}
