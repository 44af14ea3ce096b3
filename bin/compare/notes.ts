/** The sentences under the tables of a comparison: pairs, intervals, columns, multiple comparisons. */
import type { Comparison } from '../../analysis/comparison/compare.js';
import { COMPARE } from '../../analysis/wording/compare.js';
import type { Text } from '../../analysis/wording/language.js';
import { dashed } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const { notes } = COMPARE;

/** What the tables mean, one sentence a dash. */
export function noteLines(comparison: Comparison, terminal: Terminal): string[] {
  const { sampling, uncertainty, replicates, points, rows, family, leftOut } = comparison;
  const counts = new Set(rows.map(({ contrast }) => contrast.pairs).filter((pairs) => pairs > 0));
  const fewest = Math.min(...counts);
  const most = Math.max(...counts);
  const values = {
    pairs: fewest === most ? most : `${fewest}–${most}`,
    points,
    replicates,
    family: family.size,
    significant: family.significant,
    leftOut,
  };
  const isIdentical = rows.some(({ contrast }) => contrast.identical);
  const hasInterval = rows.some(({ contrast }) => contrast.pairs > 1 && !contrast.identical);
  const isByPoint = rows.some(({ point }) => point !== undefined);
  const told: (Text | false)[] = [
    most > 1 && (sampling === 'point' ? notes.pairsOfPoints : notes.pairsOfReplicates),
    fewest === 1 && (sampling === 'point' ? notes.onePoint : notes.onePair),
    sampling === 'replicate' && points > 1 && !isByPoint && notes.grid,
    hasInterval && notes[uncertainty],
    hasInterval && notes.better,
    hasInterval && notes.pairing,
    isIdentical && notes.identical,
    hasInterval && (family.size === 1 ? notes.single : notes.several),
    leftOut > 0 && notes.leftOut,
  ];
  return told.flatMap((note) => (note === false ? [] : dashed(terminal.tell(note, values))));
}
