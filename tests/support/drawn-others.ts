/** Charts of costs, of certainty and of territories, beside what `maillage query` answers. */
import { SHARES } from '../../analysis/charts/map/map-data.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import { at, type Dot, datasetOf, indicatorOf, type Kind, LAST, type Pair } from './drawn.js';
import { FIRST, OTHER } from './report-study.js';
import { context } from './studies.js';
import { peopleTable, rowsOf } from './study-answers.js';

/** Effect and cost of the usual table of costs. */
export const COST_PAIR = ['withoutMedecinTraitantPeople', 'accessMoney'];

export const COSTS_AND_TERRITORIES: readonly Kind[] = [
  [
    /^cost-plane$/,
    async ({ plan }, { dir }) => {
      const dots = datasetOf(plan, OTHER).data as unknown as readonly Dot[];
      const pairs = await costPairs(dir);
      return [0, Math.floor(dots.length / 2), dots.length - 1].flatMap((o): Pair[] => [
        [dots[o].x, pairs[o].gain],
        [dots[o].y, pairs[o].cost],
      ]);
    },
  ],
  [
    /^cost-frontier$/,
    async ({ plan }, { answers }) => {
      const [dot] = datasetOf(plan, OTHER).data as unknown as readonly Dot[];
      const [baseline] = datasetOf(plan, FIRST).data as unknown as readonly Dot[];
      const [effect, cost] = COST_PAIR.map((indicator) =>
        answers.difference({ scenario: OTHER, period: LAST, indicator }),
      );
      return [
        [baseline.x, 0],
        [dot.x, -effect.mean],
        [dot.lowX, -effect.high],
        [dot.highX, -effect.low],
        [dot.y, cost.mean],
        [dot.lowY, cost.low],
        [dot.highY, cost.high],
      ];
    },
  ],
  [
    /^convergence-(.+)$/,
    async ({ plan }, { dir }, [, id]) => {
      const line = datasetOf(plan, OTHER);
      const differences = await byObservation(dir, indicatorOf(id).id);
      const counts = [2, Math.ceil((2 + differences.length) / 2), differences.length];
      return counts.map((n): Pair => [at(line.data, n - 2), mean(differences.slice(0, n))]);
    },
  ],
  [
    /^draws-(.+)$/,
    async ({ plan }, { dir }, [, id]) => {
      const dots = datasetOf(plan, OTHER).data as unknown as readonly Dot[];
      const rising = [...(await byObservation(dir, indicatorOf(id).id))].sort((a, b) => a - b);
      return [0, 1, rising.length - 1].map((i): Pair => [dots[i].y, rising[i]]);
    },
  ],
  [
    /^map$/,
    async ({ plan }, { dir }) => {
      const means = await rowsOf(
        dir,
        `SELECT territory, avg("aplMean") FROM territories WHERE scenario = '${FIRST}' AND year = ${LAST} GROUP BY ALL`,
      );
      const value = new Map(means.map(([territory, number]) => [territory, Number(number)]));
      const bubbles = plan.data.datasets.flatMap(({ data, label }) =>
        (data as unknown as readonly { say: { en: string } }[]).map(({ say }) => ({
          say: say.en,
          class: (label as { en: string }).en,
        })),
      );
      return [0, 700, 1391].flatMap((z): Pair[] => {
        const { name, code } = context().geography.territories[z];
        const bubble = bubbles.find(({ say }) => say.startsWith(`${name}: `));
        const said = Number(
          /: (-?[\d.,]+) /.exec(bubble?.say.slice(name.length) ?? '')?.[1].replaceAll(',', ''),
        );
        const inClass = classHolds(bubble?.class ?? '', said);
        // What is said has the digits of a bubble, so it is within half of the last.
        return [
          [Math.round(said * 10), Math.round((value.get(code) ?? Number.NaN) * 10)],
          [inClass ? 1 : 0, 1],
        ];
      });
    },
  ],
  [
    /^spread-(.+)$/,
    async ({ plan }, { dir }, [, id]) => {
      const shares = [0.025, 0.5, 0.9];
      const values = await Promise.all(
        shares.map(async (share) => {
          // In each run, the value of the territory in which that share of the people is reached.
          const [[value]] = await rowsOf(
            dir,
            `${peopleTable()} SELECT avg(reached) FROM (SELECT replicate, min(value) AS reached FROM (` +
              `SELECT replicate, "${indicatorOf(id).id}" AS value, sum(people) OVER (PARTITION BY replicate ORDER BY "${indicatorOf(id).id}", territory ROWS UNBOUNDED PRECEDING) AS below, ` +
              `sum(people) OVER (PARTITION BY replicate) AS total FROM territories JOIN inhabitants USING (territory) ` +
              `WHERE scenario = '${OTHER}' AND year = ${LAST}) WHERE below >= ${share} * total GROUP BY replicate)`,
          );
          return Number(value);
        }),
      );
      return shares.map(
        (share, i): Pair => [at(datasetOf(plan, OTHER).data, SHARES.indexOf(share)), values[i]],
      );
    },
  ],
  [
    /^gains-of-people$/,
    async ({ plan }, { dir }) => {
      const rows = (plan.axes.y.rows ?? []) as readonly { en: string }[];
      const pairs: Pair[] = [];
      const { headings = [] } = plan.axes.y;
      for (const [line, { en }] of rows.entries()) {
        if (en !== 'délégué') continue;
        const heading = rows[Math.max(...headings.filter((at) => at < line))].en;
        const indicator = INDICATORS.find(({ label }) => label.en === heading);
        const isLess = indicator?.better === 'less';
        const column = `"${indicator?.id}"`;
        const [[better, worse]] = await rowsOf(
          dir,
          `${peopleTable()} SELECT 100 * sum(people) FILTER (gain > wide) / sum(people), 100 * coalesce(sum(people) FILTER (-gain > wide), 0) / sum(people) FROM (` +
            `SELECT territory, avg(d) * ${isLess ? -1 : 1} AS gain, 2.77644511 * stddev_samp(d) / sqrt(count(*)) AS wide FROM (` +
            `SELECT a.territory, a.${column} - b.${column} AS d FROM territories a JOIN territories b USING (replicate, year, territory) ` +
            `WHERE a.scenario = '${OTHER}' AND b.scenario = '${FIRST}' AND a.year = ${LAST}) GROUP BY territory) JOIN inhabitants USING (territory)`,
        );
        const bars = plan.data.datasets.map(({ data }) => at(data, line));
        pairs.push([bars[0], Number(better ?? 0)], [bars[2], Number(worse)]);
      }
      return pairs;
    },
  ],
];

/** Differences of the third scenario from the first, by run or draw. */
async function byObservation(dir: string, indicator: string): Promise<number[]> {
  const rows = await rowsOf(
    dir,
    `SELECT a.value - b.value FROM results a JOIN results b USING (point, replicate, period, place, "group", indicator) ` +
      `WHERE a.scenario = '${OTHER}' AND b.scenario = '${FIRST}' AND period = '${LAST}' AND place = 'FR' AND "group" = 'all' ` +
      `AND indicator = '${indicator}' ORDER BY point, replicate`,
  );
  return rows.map(([value]) => Number(value));
}

async function costPairs(dir: string) {
  const [effects, costs] = await Promise.all(COST_PAIR.map((indicator) => byObservation(dir, indicator)));
  return effects.map((effect, o) => ({ gain: -effect, cost: costs[o] }));
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Whether `2.5 to 3.5`, `below 2.5` or `3.5 and more` holds a value, on its edge too. */
function classHolds(words: string, value: number): boolean {
  const [low, high = low] = [...words.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
  if (words.startsWith('below')) return value <= low;
  return words.endsWith('more') ? value >= low : value >= low && value <= high;
}
