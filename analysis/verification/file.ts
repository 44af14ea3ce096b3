/** `numbers.json`: the numbers that a study must still give, written by hand or by `maillage verify --write`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { throwProblems } from '../../sim/base/problems.js';
import { checkShape, finite, text } from '../../sim/base/shape.js';
import { nodeAt, readYaml } from '../../sim/base/yaml.js';
import type { Measured, NumberKey } from './numbers.js';

export const FORM = 'maillage/numbers/1';

const notNegative = finite.nonnegative({ error: 'a number, 0 or more' });
const NumberEntry = z.strictObject(
  {
    scenario: text,
    baseline: text.optional(),
    indicator: text,
    place: text,
    group: text,
    period: z
      .string({ error: 'a text, "2025"' })
      .regex(/^\d{4}(-\d{2})?$/, { error: 'a year or a month, "2025" or "2025-06"' }),
    value: finite,
    halfWidth: z.union([notNegative, z.null()], { error: 'a number, 0 or more, or null' }),
    tolerance: notNegative.optional(),
  },
  { error: 'a number with its key, { "scenario": …, "indicator": …, "value": … }' },
);
const NumbersFile = z.strictObject({
  schema: z.literal(FORM, { error: `"${FORM}"` }),
  study: text,
  tolerance: notNegative.optional(),
  numbers: z
    .array(NumberEntry, { error: 'a list of numbers' })
    .min(1, { error: 'a list of at least one number' }),
});

export interface KnownNumber extends NumberKey, Measured {
  /** Largest absolute difference that does not count as moved; 0: the first 12 significant digits must agree. */
  readonly tolerance: number;
  /** file:line:column. */
  readonly where: string;
}

/** Whether numbers may be written to `path`: nothing stands there yet, or older numbers. */
export function replacesNumbers(path: string): boolean {
  return !existsSync(path) || (statSync(path).isFile() && readFileSync(path, 'utf8').includes(FORM));
}

/**
 * The numbers of a file.
 * @throws MaillageError with the place of every mistake: no JSON, another form, an empty list.
 */
export function readNumbers(path: string): KnownNumber[] {
  // JSON is YAML, and our YAML reader knows lines and columns.
  const { root, problems } = readYaml(path);
  throwProblems(problems);
  if (root === undefined) return [];
  const shaped = checkShape(NumbersFile, root);
  throwProblems(shaped.problems);
  const { numbers = [], tolerance = 0 } = shaped.value ?? {};
  return numbers.map(({ halfWidth, ...number }, i) => ({
    tolerance,
    ...number,
    halfWidth: halfWidth ?? Number.NaN,
    where: nodeAt(root, ['numbers', i])?.where ?? path,
  }));
}

/** The text of a file of these numbers, one a line. */
export function numbersText(study: string, numbers: readonly (NumberKey & Measured)[]): string {
  const lines = numbers.map(({ value, halfWidth, ...key }) => {
    const entry = { ...key, value, halfWidth: Number.isNaN(halfWidth) ? null : halfWidth };
    return `    ${JSON.stringify(entry)}`;
  });
  return `{
  "schema": ${JSON.stringify(FORM)},
  "study": ${JSON.stringify(study)},
  "numbers": [
${lines.join(',\n')}
  ]
}
`;
}
