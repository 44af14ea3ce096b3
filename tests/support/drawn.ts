/** What a chart draws, beside what the tables of the study must hold for it. */
import type { Chart } from '../../analysis/charts/chart.js';
import { kebab } from '../../analysis/charts/groups.js';
import type { Plan, PlanDataset } from '../../analysis/charts/runtime/drawable.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import type { answersOf } from './study-answers.js';

/** A study, its charts, and what `maillage query` answers about it. */
export interface Held {
  readonly dir: string;
  readonly charts: readonly Chart[];
  readonly answers: Awaited<ReturnType<typeof answersOf>>;
}

/** A drawn number and what it must be. */
export type Pair = readonly [drawn: number | null | undefined, expected: number];

/** Charts of some ids: which numbers of them to look at, and what the tables say; `names` are the parts of the id. */
export type Kind = readonly [
  ids: RegExp,
  pairs: (chart: Chart, held: Held, names: readonly string[]) => Pair[] | Promise<Pair[]>,
];

/** Last year of the studies of reports. */
export const LAST = '2017';

/** A point of a scatter with its interval. */
export type Dot = Readonly<Record<'x' | 'y' | 'lowX' | 'highX' | 'lowY' | 'highY', number>>;

/** The indicator that an id of a chart names. */
export const indicatorOf = (id: string) => {
  const found = INDICATORS.find((one) => kebab(one.id) === id);
  if (found === undefined) throw new Error(`${id} is no indicator`);
  return found;
};

/** What is drawn of a scenario; `label` ends its name in the legend. */
export const datasetOf = ({ data }: Plan, scenario: string, label?: string): PlanDataset => {
  const found = data.datasets.find(
    (one) =>
      one.role === 'value' &&
      one.scenario === scenario &&
      (label === undefined || (one.label as { en: string }).en.endsWith(label)),
  );
  if (found === undefined) throw new Error(`nothing is drawn of ${scenario}`);
  return found;
};
export const at = (values: unknown, place: number) => (values as readonly (number | null)[])[place];
