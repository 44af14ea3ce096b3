/** The closed dictionary of indicators, in the order in which they are listed, stored and printed. */
import { MaillageError, nearestName } from '../base/errors.js';
import type { Indicator } from './indicator.js';
import { ACCESS } from './indicators-access.js';
import { COLLECTIVE_MONEY } from './indicators-collective-money.js';
import { COVERAGE } from './indicators-coverage.js';
import { CPTS_STAGES } from './indicators-cpts.js';
import { CPTS_COVERAGE } from './indicators-cpts-coverage.js';
import { CPTS_LIFE } from './indicators-cpts-life.js';
import { DELEGATES } from './indicators-delegation.js';
import { DEMOGRAPHY } from './indicators-demography.js';
import { EQUITY } from './indicators-equity.js';
import { FREED_TIME } from './indicators-freed-time.js';
import { INSTITUTIONS } from './indicators-institutions.js';
import { LEVER_MONEY } from './indicators-lever-money.js';
import { LISTS } from './indicators-lists.js';
import { MONEY } from './indicators-money.js';
import { PROFESSIONALS } from './indicators-professionals.js';
import { SETTLEMENT } from './indicators-settlement.js';
import { TEAMS } from './indicators-teams.js';
import { UNMET } from './indicators-unmet.js';

export const INDICATORS: readonly Indicator[] = [
  ...DEMOGRAPHY,
  ...COVERAGE,
  ...ACCESS,
  ...UNMET,
  ...PROFESSIONALS,
  ...LISTS,
  ...EQUITY,
  ...TEAMS,
  ...CPTS_STAGES,
  ...CPTS_COVERAGE,
  ...CPTS_LIFE,
  ...INSTITUTIONS,
  ...DELEGATES,
  ...FREED_TIME,
  ...SETTLEMENT,
  ...MONEY,
  ...COLLECTIVE_MONEY,
  ...LEVER_MONEY,
];

/** The indicators kept for every territory and year. */
export const HEADLINE: readonly Indicator[] = INDICATORS.filter((indicator) => indicator.headline);

/**
 * The indicator of this id.
 * @throws MaillageError `unknown-name` with the nearest id.
 */
export function indicatorOf(id: string): Indicator {
  const found = INDICATORS.find((indicator) => indicator.id === id);
  if (found) return found;
  const near = nearestName(
    id,
    INDICATORS.map((indicator) => indicator.id),
  );
  const hint = near === undefined ? '' : ` — did you mean "${near}"?`;
  throw new MaillageError(
    'unknown-name',
    `there is no indicator "${id}"${hint}; "maillage indicators list" names them all`,
  );
}
