/** The report of a full battery, in Markdown. */

import type { Row } from './dieharder.js';
import { type Judgement, judge } from './judge.js';
import { ORDERING_TITLES, type Ordering } from './orderings.js';
import { mixFingerprint } from './store.js';

export function renderReport(
  rows: readonly Row[],
  expectedOrderings: readonly Ordering[],
  notes: string,
): string {
  const orderings = expectedOrderings.filter((ordering) => rows.some((row) => row.ordering === ordering));
  const all = judge(rows);
  return `${[
    '# Randomness of the draws: report of the full battery',
    '',
    `Draws \`${mixFingerprint()}\` (fingerprint of \`sim/base/draws.ts\`; a test checks that it is the present one).`,
    'Made by `npm run randomness` from `results.csv` beside it, which holds every p-value. Words reach dieharder 3.31.1 by',
    'a pipe (`-g 200`); they depend on the ordering and the test only, so the battery gives the same p-values every time.',
    'What is run, and where it is smaller than `dieharder -a`: `catalogue.ts`. How it is judged: `judge.ts`, at the true',
    'level of dieharder’s p-values, which lean towards 1 with any generator (`lean.ts`), so that it marks 2.2 % WEAK, not',
    '1 %, under pure chance.',
    '',
    `**Verdict: ${all.sound ? 'sound' : 'NOT sound'}.** ${sentence(all)}`,
    '',
    '| ordering | rows | FAILED | WEAK | pooled p-values | far out among them (chance of as many) | Kolmogorov–Smirnov p | Fisher p |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...orderings.map((ordering) => line(ordering, judge(rows.filter((row) => row.ordering === ordering)))),
    line('all', all),
    '',
    '## Orderings',
    '',
    ...orderings.map((ordering) => `- **${ordering}**: ${ORDERING_TITLES[ordering]}.`),
    '',
    '## Every WEAK or FAILED p-value',
    '',
    '| ordering | test | ntuple | samples | p-values | p | assessment |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows
      .filter((row) => row.assessment !== 'PASSED')
      .map(
        (row) =>
          `| ${[row.ordering, row.name, row.ntuple, row.tsamples, row.psamples, row.p.toFixed(8), row.assessment].join(' | ')} |`,
      ),
    '',
    '## Levels by tenth',
    '',
    'How many pooled levels fall in each tenth of (0, 1); chance spreads them evenly.',
    '',
    `| ${Array.from({ length: 10 }, (_, n) => `${n / 10}–${(n + 1) / 10}`).join(' | ')} |`,
    `|${' ---: |'.repeat(10)}`,
    `| ${all.tenths.join(' | ')} |`,
    '',
    '## Notes',
    '',
    notes.trimEnd(),
  ].join('\n')}\n`;
}

/** One line on a judgement, for report and terminal. */
export function sentence(j: Judgement): string {
  return (
    `${j.rows} p-values: ${j.failed} FAILED, ${j.weak} WEAK. Of the ${j.pooled} judged together ${j.far} are far out ` +
    `(level below 0.005 or above 0.995; about ${(j.pooled / 100).toFixed(1)} expected); Kolmogorov–Smirnov p = ${j.ks.toFixed(3)}, Fisher p = ${j.fisher.toFixed(3)}.`
  );
}

function line(name: string, j: Judgement): string {
  const cells = [
    name,
    j.rows,
    j.failed,
    j.weak,
    j.pooled,
    `${j.far} (${j.farChance.toFixed(2)})`,
    j.ks.toFixed(3),
    j.fisher.toFixed(3),
  ];
  return `| ${cells.join(' | ')} |`;
}
