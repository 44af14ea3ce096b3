/** Where the money differs: each instrument that pays something, by who pays it, and what care costs. */
import { PAYERS } from '../../sim/recorder/instrument-words.js';
import { INSTRUMENTS } from '../../sim/world/teams/instruments.js';
import { MORE_CHARTS } from '../wording/charts-groups.js';
import type { Text } from '../wording/language.js';
import { joined, quoted, said, typeset } from '../wording/said.js';
import type { Chart } from './chart.js';
import { type DotRow, dotChart } from './dots.js';
import type { Frame } from './frame.js';

/**
 * Share of the largest difference under which an instrument is left out: its mark would lie on zero. The largest of a
 * scenario is shown in any case: it is what that scenario pays for.
 */
const LEAST_SHARE = 0.02;
/** What GPs are paid for care, whoever pays. */
const CARE = ['consultationFees', 'flatPayments'] as const;

/** Ids of what the chart reads: the instruments of the model, whichever these are, are indicators of the same ids. */
export const MONEY_INDICATORS: readonly string[] = [...INSTRUMENTS.map(({ id }) => id), ...CARE];

/** Differences in million euros, row by row; none where nothing is compared or no instrument is kept. */
export function instrumentsChart(frame: Frame): Chart | undefined {
  const { instrumentsTitle, instrumentsNote, instrument, paidBy, care } = MORE_CHARTS;
  // Payers in the order in which they first pay.
  const payers = [...new Set(INSTRUMENTS.map(({ payer }) => payer))];
  const all = [
    ...payers.flatMap((payer) => {
      const heading = said(paidBy, { payer: typeset(PAYERS[payer]) });
      return INSTRUMENTS.flatMap((one) => (one.payer === payer ? rowOf(frame, one.id, heading) : []));
    }),
    ...CARE.flatMap((id) => rowOf(frame, id, care)),
  ];
  const largest = Math.max(0, ...all.map(({ size }) => size));
  const largestOf = frame.others.map((_, s) => Math.max(0, ...all.map(({ sizes }) => sizes[s])));
  const rows = all.filter(
    ({ size, sizes }) =>
      size >= LEAST_SHARE * largest || sizes.some((one, s) => one > 0 && one === largestOf[s]),
  );
  const indicator = MONEY_INDICATORS.map((id) => frame.indicator(id)).find((one) => one !== undefined);
  if (indicator === undefined || rows.length === 0) return undefined;
  const { unitId, unit } = indicator;
  return dotChart(frame, {
    id: 'money-by-instrument',
    section: 'money',
    title: said(instrumentsTitle, { baseline: quoted(frame.baseline.label), year: frame.last, unit }),
    // Money spent is neither good nor bad by itself.
    indicator: { unitId, unit, better: undefined },
    rowTitle: instrument,
    aside: (note) => joined([note, said(instrumentsNote, { left: all.length - rows.length })], ' '),
    rows,
  });
}

interface SizedRow extends DotRow {
  /** Differences of each scenario without their sign, 0 where there is none; the largest of them. */
  readonly sizes: readonly number[];
  readonly size: number;
}

/** Nothing for an instrument that pays nothing in any scenario. */
function rowOf(frame: Frame, id: string, heading: Text): SizedRow[] {
  const indicator = frame.indicator(id);
  const at = { indicator: id, period: frame.last };
  if (indicator === undefined || !frame.has(at)) return [];
  const pays = frame.scenarios.some(({ name }) => {
    const { mean } = frame.spread(name, at);
    return Number.isFinite(mean) && mean !== 0;
  });
  if (!pays) return [];
  const sizes = frame.others.map(({ name }) => Math.abs(frame.difference(name, at).difference) || 0);
  return [
    {
      label: typeset(indicator.label),
      heading,
      sizes,
      size: Math.max(0, ...sizes),
      difference: ({ name }) => frame.difference(name, at),
    },
  ];
}
