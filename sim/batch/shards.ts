/** Shards: parts of a study that are simulated apart, each in a folder of its own, and put together by `merge`. */

import { basename, join } from 'node:path';
import { refusal, refused } from '../base/refusals.js';
import { unitsOf } from '../results/study/cells.js';
import type { RunId, StudyManifest } from '../results/study/manifest.js';
import { SHARDS, shardFolders } from '../results/study/store.js';
import { isOf, type Shard, shardUnits } from './work.js';

const DIGITS = 4;
/** Shards of a study at most: what their names have room for. */
export const MOST_SHARDS = 9999;

/** `shards/0003-of-0008`: where a shard keeps its runs, its log and its lock, relative to the study. */
export function shardFolder({ index, count }: Shard): string {
  const padded = (number: number) => String(number).padStart(DIGITS, '0');
  return join(SHARDS, `${padded(index)}-of-${padded(count)}`);
}

/**
 * The shard of `3/8`.
 * @throws MaillageError `bad-option` for anything else, or an index outside 1 … count.
 */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim());
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match && index >= 1 && index <= count && count <= MOST_SHARDS) return { index, count };
  throw refused('bad-option', refusal('noShard', { text }));
}

/** The shards that lack runs, of the shards that have begun; undefined when there are none. */
export function incompleteShards(
  dir: string,
  { additions }: StudyManifest,
  missing: readonly RunId[],
): { readonly count: number; readonly indices: readonly number[] } | undefined {
  const counts = shardFolders(dir).flatMap((folder) => {
    const match = /^\d+-of-(\d+)$/.exec(basename(folder));
    return match ? [Number(match[1])] : [];
  });
  if (counts.length === 0) return undefined;
  const count = Math.max(...counts);
  const units = unitsOf(additions);
  const indices = Array.from({ length: count }, (_, i) => i + 1).filter((index) => {
    const own = shardUnits(units, { index, count });
    return missing.some((run) => isOf(own, run));
  });
  return { count, indices };
}
