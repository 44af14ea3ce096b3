/** Which numbers of a file a study no longer gives. */
import { type Problem, throwProblems } from '../../sim/base/problems.js';
import type { StudyCells } from '../../sim/results/study/cells.js';
import type { Method } from '../comparison/study.js';
import { fill, type Language } from '../wording/language.js';
import { VERIFY } from '../wording/verify.js';
import type { KnownNumber } from './file.js';
import { keyText, type Measured, measureNumber } from './numbers.js';

/** Numbers agree without a tolerance when they differ by no more than this share: 12 significant digits. */
const SAME = 1e-12;

export interface Moved {
  readonly known: KnownNumber;
  readonly now: Measured;
}

/**
 * The numbers that moved, in the order of the file.
 * @throws MaillageError placed at every number that the study does not hold at all.
 */
export function movedNumbers(
  numbers: readonly KnownNumber[],
  cells: StudyCells,
  method: Method,
  language: Language,
): Moved[] {
  const compared = numbers.map((known) => ({ known, now: measureNumber(cells, known, method) }));
  throwProblems(
    compared
      .filter(({ now }) => Number.isNaN(now.value))
      .map(
        ({ known }): Problem => ({
          code: 'bad-data',
          where: known.where,
          message: fill(VERIFY.missing, language, { number: keyText(known) }),
        }),
      ),
  );
  return compared.filter(({ known, now }) => hasMoved(known.value, now.value, known.tolerance));
}

function hasMoved(before: number, now: number, tolerance: number): boolean {
  const rounding = SAME * Math.max(Math.abs(before), Math.abs(now));
  return Math.abs(now - before) > Math.max(tolerance, rounding);
}
