/**
 * The folder of an imported supply: `dataset.json` says where the numbers come from, `supply.csv` holds them, a line a
 * territory in the order of the geography.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf } from '../../base/digest.js';
import type { Refusal } from '../../base/errors.js';
import { displayPath } from '../../base/paths.js';
import { refusal, refused } from '../../base/refusals.js';
import { SUPPLY_AGES, type Supply, UNKNOWN_ZONE } from '../supply.js';
import type { Geography } from '../territory.js';
import { NO_ZONE, ZAC, ZIP } from '../zones.js';

export const DATASET_FILE = 'dataset.json';
export const SUPPLY_FILE = 'supply.csv';
export const DATASET_VERSION = 1;
/** Between the digest of the map and that of the supply. */
const MARK = '+';
const COLUMNS = ['territory', 'gps', 'nurses', 'zone', 'age_under40', 'age_40_49', 'age_50_59', 'age_60plus'];
const ZONES: ReadonlyMap<string, number> = new Map([
  ['', UNKNOWN_ZONE],
  ['none', NO_ZONE],
  ['ZAC', ZAC],
  ['ZIP', ZIP],
]);

const Dataset = z.looseObject({
  version: z.literal(DATASET_VERSION),
  kind: z.literal('supply'),
  name: z.string(),
  matched: z.number(),
  digest: z.string(),
});

/** The numbers as the text of `supply.csv`. */
export function supplyCsv(
  geography: Geography,
  supply: Pick<Supply, 'gps' | 'nurses' | 'zone' | 'ages'>,
): string {
  const zoneOf = new Map([...ZONES].map(([word, zone]) => [zone, word]));
  const number = (values: Float64Array | undefined, at: number) =>
    values === undefined ? '' : String(values[at]);
  const lines = geography.territories.map(({ code }, t) =>
    [
      code,
      number(supply.gps, t),
      number(supply.nurses, t),
      zoneOf.get(supply.zone?.[t] ?? UNKNOWN_ZONE) ?? '',
      ...SUPPLY_AGES.map((_, c) => number(supply.ages, t * SUPPLY_AGES.length + c)),
    ].join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/**
 * The supply of a folder that `maillage import supply` wrote.
 * @throws MaillageError `bad-data` for a folder that is none, whose numbers were changed, or that was made for another
 *   division of France.
 */
export function readSupply(dir: string, geography: Geography): Supply {
  const where = displayPath(dir);
  const refuse = (what: Refusal, cause?: unknown): never => {
    throw refused('bad-data', what, { where, cause });
  };
  const read = (name: string): string => {
    try {
      return readFileSync(join(dir, name), 'utf8');
    } catch (cause) {
      return refuse(refusal('noDataset', { file: name }), cause);
    }
  };
  const about = Dataset.safeParse(parsed(read(DATASET_FILE)));
  if (about.data === undefined)
    return refuse(refusal('otherDataset', { file: DATASET_FILE, version: DATASET_VERSION }));
  const { name, matched, digest } = about.data;
  const text = read(SUPPLY_FILE);
  if (digestOf(text) !== digest) return refuse(refusal('changedDataset', { file: SUPPLY_FILE }));
  const rows = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const codes = geography.territories.map(({ code }) => code);
  if (rows.length !== codes.length || rows.some(([code], t) => code !== codes[t]))
    return refuse(refusal('otherTerritories'));
  const column = (from: number, width = 1): Float64Array | undefined =>
    rows.every((cells) => cells[from] === '')
      ? undefined
      : Float64Array.from(
          rows.flatMap((cells) => cells.slice(from, from + width)),
          Number,
        );
  const zones = rows.map((cells) => ZONES.get(cells[COLUMNS.indexOf('zone')]) ?? UNKNOWN_ZONE);
  const gps = column(COLUMNS.indexOf('gps'));
  const nurses = column(COLUMNS.indexOf('nurses'));
  const ages = column(COLUMNS.indexOf('age_under40'), SUPPLY_AGES.length);
  return {
    name,
    digest,
    matched,
    ...(gps === undefined ? {} : { gps }),
    ...(nurses === undefined ? {} : { nurses }),
    ...(zones.every((zone) => zone === UNKNOWN_ZONE) ? {} : { zone: Uint8Array.from(zones) }),
    ...(ages === undefined ? {} : { ages }),
  };
}

/** The geography on which a run starts from these numbers; its digest, and so the identity of a run, differs. */
export function withSupply(geography: Geography, supply: Supply): Geography {
  return { ...geography, supply, digest: geography.digest + MARK + supply.digest };
}

/** Digest of the supply in the digest of a geography; `undefined` for a synthetic one. */
export function supplyOf(geographyDigest: string): string | undefined {
  return geographyDigest.split(MARK)[1]?.split(':')[0];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
