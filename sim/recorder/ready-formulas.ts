/** Formulas of a plan made ready for frames. */
import { parseFormula } from '../base/formula.js';
import { INDICATORS } from './dictionary.js';
import type { FrameFormula, ReadyFormula } from './frame.js';

/**
 * Formulas over the indicators of the dictionary and over those before them in the list.
 * @throws MaillageError `bad-option` with the character of the mistake.
 */
export async function readyFormulas(formulas: readonly FrameFormula[]): Promise<ReadyFormula[]> {
  const known = INDICATORS.map(({ id }) => id);
  const ready: ReadyFormula[] = [];
  for (const { id, formula } of formulas) {
    const parsed = await parseFormula(formula, known);
    const { names } = parsed;
    ready.push({
      id,
      names,
      evaluate: (values) => parsed.evaluate(names.map((name) => values.get(name) ?? Number.NaN)),
    });
    known.push(id);
  }
  return ready;
}
