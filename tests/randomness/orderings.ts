/**
 * Orderings in which the draws of the simulation are laid end to end, as words for a battery of tests.
 *
 * A fault of a keyed mix hides between neighbours: people who follow each other, months, streams, seeds. Each ordering
 * lets one of them run fastest, so that neighbours stand side by side in the sequence.
 */
import { type DrawKey, draw, drawIndexed, drawKey, runKey, streamId } from '../../sim/base/draws.js';

/** A mix under test: the draw of the simulation, or a twin weakened on purpose. */
export type Mix = (a: number, b: number, key: number) => number;

/** Fills `words` with the next words of the sequence. */
export type Source = (words: Uint32Array) => void;

/** People of France: keys of one month at scale 1. */
const PEOPLE = 68_350_798;
/** January 2011 (first frozen month) to December 2050. */
const FIRST_MONTH = 1332;
const MONTHS = 480;
const STREAMS = 64;
const SEEDS = 1024;
/** Draws of one person in one stream and month, for `drawIndexed`. */
const INDICES = 16;
/** Keys of newborns have the top bit (sim/world/patients.ts). */
const NEWBORN = 0x80000000;

export const ORDERINGS = ['ids', 'months', 'streams', 'seeds', 'indices'] as const;
/** Orderings of the full battery; the subset adds the indexed draws, which are two draws in a row. */
export const FULL_ORDERINGS: readonly Ordering[] = ['ids', 'months', 'streams', 'seeds'];
export type Ordering = (typeof ORDERINGS)[number];

/** What runs fastest in each ordering, for the report. */
export const ORDERING_TITLES: Readonly<Record<Ordering, string>> = {
  ids: 'person keys 0, 1, 2 … of the whole population in one month, then the next month (the order of the hot loop at scale 1)',
  months: '480 consecutive months of one person, then the next person; every other person is a newborn',
  streams: '64 streams of one person in one month, then the next person; a new month every 65,536 people',
  seeds: '1,024 seeds and replicates for one person in one month, then the next person',
  indices: '16 indexed draws of one person in one stream and month, then the next person',
};

/** The sequence of an ordering, made different by `label` and by nothing else. */
export function source(ordering: Ordering, label: string, mix: Mix = draw): Source {
  const run = runKey(label, 0);
  const stream = streamId('needs.requests');
  switch (ordering) {
    case 'ids':
      return byId(run, stream, mix);
    case 'months': {
      const months = Array.from({ length: MONTHS }, (_, month) => drawKey(run, stream, FIRST_MONTH + month));
      return byKey(() => months, Number.MAX_SAFE_INTEGER, mix);
    }
    case 'streams': {
      const streams = Array.from({ length: STREAMS }, (_, n) => streamId(`stream.${n}`));
      return byKey((block) => streams.map((id) => drawKey(run, id, FIRST_MONTH + block)), 65_536, mix);
    }
    case 'seeds': {
      const runs = Array.from({ length: SEEDS }, (_, n) => runKey(`${label}/${n >> 4}`, n & 15));
      const keys = runs.map((one) => drawKey(one, stream, FIRST_MONTH));
      return byKey(() => keys, Number.MAX_SAFE_INTEGER, mix);
    }
    case 'indices':
      return byIndex(drawKey(run, stream, FIRST_MONTH), mix);
  }
}

function byId(run: DrawKey, stream: number, mix: Mix): Source {
  let month = FIRST_MONTH;
  let id = 0;
  let key = drawKey(run, stream, month);
  return (words) => {
    const { a, b } = key;
    const count = Math.min(words.length, PEOPLE - id);
    for (let i = 0; i < count; i++) words[i] = mix(a, b, id + i);
    id += count;
    if (id === PEOPLE) {
      id = 0;
      month++;
      key = drawKey(run, stream, month);
      if (count < words.length) {
        for (let i = count; i < words.length; i++) words[i] = mix(key.a, key.b, id++);
      }
    }
  };
}

/** All keys of a block for one person, then for the next; a new block of keys after `people` people. */
function byKey(keysOf: (block: number) => readonly DrawKey[], people: number, mix: Mix): Source {
  const width = keysOf(0).length;
  const a = new Int32Array(width);
  const b = new Int32Array(width);
  let block = -1;
  let person = people;
  let at = width;
  return (words) => {
    for (let i = 0; i < words.length; i++) {
      if (at === width) {
        at = 0;
        person++;
        if (person >= people) {
          person = 0;
          block++;
          keysOf(block).forEach((key, k) => {
            a[k] = key.a;
            b[k] = key.b;
          });
        }
      }
      const key = person & 1 ? (NEWBORN | (person >>> 1)) >>> 0 : person >>> 1;
      words[i] = mix(a[at], b[at], key);
      at++;
    }
  };
}

function byIndex({ a, b }: DrawKey, mix: Mix): Source {
  let n = 0;
  return (words) => {
    for (let i = 0; i < words.length; i++, n++) {
      const id = Math.floor(n / INDICES);
      words[i] =
        mix === draw ? drawIndexed(a, b, id, n % INDICES) : mix(mix(a, b, id) | 0, a ^ b, n % INDICES);
    }
  };
}
