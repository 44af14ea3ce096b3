/** The indicators that a plan defines: their ids and formulas checked against the dictionary. */
import { checkFormula, mistakeSentence } from '../../base/formula.js';
import { RESERVED_WORDS } from '../../base/formula-words.js';
import type { Problem } from '../../base/problems.js';
import { INDICATORS } from '../../recorder/dictionary.js';
import type { PlanShape } from './file.js';
import type { FormulaIndicator } from './types.js';
import type { PlanWhere } from './where.js';

/** The defined indicators, and all that is wrong with them; loads math.js when there is one. */
export async function readFormulas(
  shapes: NonNullable<PlanShape['indicators']>,
  where: PlanWhere,
): Promise<{ formulas: FormulaIndicator[]; problems: Problem[] }> {
  const known = INDICATORS.map(({ id }) => id);
  const problems: Problem[] = [];
  for (const [i, { id, formula }] of shapes.entries()) {
    const twin = shapes.findIndex((other) => other.id === id);
    const message = idComplaint(id, known, twin < i ? where('indicators', twin, 'id') : undefined);
    if (message !== undefined)
      problems.push({ code: 'unknown-name', where: where('indicators', i, 'id'), message });
    const { mistake } = await checkFormula(formula, known);
    if (mistake !== undefined) {
      const sentence = mistakeSentence(formula, mistake);
      problems.push({ code: 'bad-option', where: where('indicators', i, 'formula'), message: sentence });
    }
  }
  return { formulas: shapes, problems };
}

function idComplaint(id: string, known: readonly string[], earlier: string | undefined): string | undefined {
  if (known.includes(id)) return `'${id}' is already an indicator of Maillage: choose another id`;
  if (RESERVED_WORDS.includes(id)) return `'${id}' is a word of formulas: choose another id`;
  return earlier === undefined ? undefined : `'${id}' is defined twice (first at ${earlier}): rename one`;
}
