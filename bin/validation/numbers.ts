/** Values of a validation in the unit and with the decimals of what was observed. */

import type { Target } from '../../analysis/validation/target.js';
import type { Language } from '../../analysis/wording/language.js';
import { decimal, plainNumber } from '../terminal/numbers.js';

interface Style {
  readonly divisor: number;
  readonly digits: number;
  readonly suffix: string;
}

const MILLIONS_FROM = 1e6;
const WHOLE_FROM = 100;
/** Units of whole things. */
const WHOLE = ['people', 'gps', 'nurses', 'acts', 'teams', 'projects'];

/** Simulated and observed of one target are written alike. */
function styleOf({ observed, indicator, percentOf, rank }: Target): Style {
  if (rank) return { divisor: 1, digits: 1, suffix: '' };
  if (indicator.unit === 'percent' || percentOf !== undefined) return { divisor: 1, digits: 1, suffix: ' %' };
  const size = Math.abs(typeof observed === 'number' ? observed : observed[1]);
  if (size >= MILLIONS_FROM)
    return { divisor: 1e6, digits: size >= MILLIONS_FROM * 100 ? 1 : 3, suffix: ' M' };
  return { divisor: 1, digits: size >= WHOLE_FROM || WHOLE.includes(indicator.unit) ? 0 : 2, suffix: '' };
}

/** `9.8 ± 0.1 %`; a dash where there is no value. */
export function simulatedText(
  target: Target,
  value: { readonly mean: number; readonly halfWidth: number },
  language: Language,
): string {
  if (!Number.isFinite(value.mean)) return '–';
  const { divisor, digits, suffix } = styleOf(target);
  const mean = decimal(value.mean / divisor, language, digits);
  if (!Number.isFinite(value.halfWidth)) return mean + suffix;
  return `${mean} ± ${decimal(value.halfWidth / divisor, language, digits)}${suffix}`;
}

/** `9.8 %`, or `78–86 %` for an interval. */
export function observedText(target: Target, language: Language): string {
  const { divisor, digits, suffix } = styleOf(target);
  const { observed } = target;
  if (typeof observed === 'number') return decimal(observed / divisor, language, digits) + suffix;
  return observed.map((bound) => plainNumber(bound / divisor, language)).join('–') + suffix;
}
