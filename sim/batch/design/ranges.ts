/**
 * How far a parameter varies when nobody says: what the catalogue argues for it.
 *
 * One number takes values of its range. A list, or a series over time, is multiplied as a whole by its factor. The range of
 * a list or a series bounds each of its values and does not say how far all of them move together: months of a season, or
 * years of which only those of an epidemic are uncertain. Without a factor it varies only where a plan says how.
 */
import type { Parameter } from '../../parameters/entry.js';
import type { Operation } from '../../scenario/types.js';

export type Interval = readonly [low: number, high: number];

/** What a number drawn for a parameter does to it when nobody says. */
export function usualOperation({ kind, dated, range, factor, choices }: Parameter): Operation {
  if (choices !== undefined) return 'value';
  const isOneNumber = kind === 'number' && dated.length === 1;
  return isOneNumber && (range !== undefined || factor === undefined) ? 'value' : 'multiply';
}

/** The catalogue's interval of values, or of factors; undefined when it argues for none. */
export function usualRange(parameter: Parameter, operation: Operation): Interval | undefined {
  if (operation === 'value') return parameter.range;
  if (operation === 'multiply') return parameter.factor;
  return undefined;
}

/** The value that the catalogue holds to be the best one, where there is a single one: a factor of 1, or the number. */
export function usualMode({ kind, dated }: Parameter, operation: Operation): number | undefined {
  if (operation === 'multiply') return 1;
  const [{ value }] = dated;
  return operation === 'value' && kind === 'number' && dated.length === 1 ? (value as number) : undefined;
}
