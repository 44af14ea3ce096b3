/** Régions as rows of the parameters given `by: region`. */
import { MaillageError, nearestName } from '../../base/errors.js';
import type { Geography } from '../territory.js';

/** INSEE codes in the order of the domain `region`. */
export const REGION_CODES = [
  '01',
  '02',
  '03',
  '04',
  '06',
  '11',
  '24',
  '27',
  '28',
  '32',
  '44',
  '52',
  '53',
  '75',
  '76',
  '84',
  '93',
  '94',
] as const;
export const REGIONS = REGION_CODES.length;
/** Row of Mayotte, whose population is given apart (it is counted since 2014 only). */
export const MAYOTTE = REGION_CODES.indexOf('06');
/** The five overseas régions come first. */
export const OVERSEAS = REGION_CODES.indexOf('11');

/**
 * Row of `REGION_CODES` for each territory.
 * @throws MaillageError `bad-data` for a région that no parameter knows.
 */
export function regionRows(geography: Geography): Int32Array {
  return Int32Array.from(geography.territories, ({ region, name }) => {
    const row = REGION_CODES.indexOf(region as (typeof REGION_CODES)[number]);
    if (row >= 0) return row;
    const near = nearestName(region, REGION_CODES);
    throw new MaillageError(
      'bad-data',
      `the territory ${name} lies in région '${region}', expected one of ${REGION_CODES.join(', ')}${near ? `; did you mean '${near}'?` : ''}`,
    );
  });
}
