/** A parameter of the catalogue as `maillage params --json` answers it. */
import { formatMonth } from '../sim/base/calendar.js';
import type { Parameter } from '../sim/parameters/entry.js';
import { shownList } from '../sim/parameters/words.js';

/** True for numbers that have finite limits; words have choices instead. */
export function hasLimits({ limits, choices }: Parameter): boolean {
  return choices === undefined && limits.every(Number.isFinite);
}

/** A parameter for programs: infinite limits are left out, months are YYYY-MM, words are words. */
export function parameterJson(parameter: Parameter): Record<string, unknown> {
  const { limits, dated, ...rest } = parameter;
  const shown = (value: Parameter['dated'][number]['value']) =>
    typeof value === 'object' ? shownList(value, parameter.choices) : value;
  return {
    ...rest,
    ...(hasLimits(parameter) ? { limits } : {}),
    values: Object.fromEntries(dated.map(({ month, value }) => [formatMonth(month), shown(value)])),
  };
}
