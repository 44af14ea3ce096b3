/** How many replicates each wanted precision took, as a table. */
import type { StudyPrecision } from '../../analysis/comparison/precision.js';
import { rough } from '../../analysis/wording/numbers.js';
import { PRECISION } from '../../analysis/wording/precision.js';
import { dashed, tableLines } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const { columns } = PRECISION;

/** One row a wanted precision and scenario, and what it means. */
export function precisionLines(reached: readonly StudyPrecision[], terminal: Terminal): string[] {
  const rows = reached.map((one) => {
    const { indicator, scenario, baseline, wanted, halfWidth, replicates } = one;
    const words = baseline === undefined ? PRECISION.mean : PRECISION.difference;
    return [
      terminal.tell(words, { indicator, scenario, baseline: baseline ?? '' }),
      `±${rough(wanted, terminal.language)}`,
      Number.isNaN(halfWidth) ? '–' : `±${rough(halfWidth, terminal.language)}`,
      one.reached ? String(replicates) : terminal.tell(PRECISION.notYet, { replicates }),
    ];
  });
  const layout = [
    { title: terminal.tell(columns.number), wraps: true },
    ...[columns.wanted, columns.reached, columns.replicates].map((title) => ({
      title: terminal.tell(title),
      align: 'right' as const,
    })),
  ];
  return [...tableLines(layout, rows), '', ...dashed(terminal.tell(PRECISION.note))];
}
