/**
 * The draws are chance: neighbouring people, months, streams, seeds and indices share nothing that a test can see.
 * Every test is seeded and two-sided, and the same test must reject a twin weakened on purpose.
 */
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { draw, drawIndexed, drawKey, runKey, streamId, threshold, unit } from '../sim/base/draws.js';
import { kolmogorovSmirnov } from './randomness/judge.js';
import { type Mix, ORDERINGS, source } from './randomness/orderings.js';
import { avalanche, jointBits, lagCorrelation, twoSided } from './randomness/statistics.js';
import { nearlyGoodMix, weakMix } from './randomness/weak.js';
import { sources } from './support/sources.js';

/** No |z| of a sound mix gets here: about seven in a million for one, and there are some hundreds. */
const FARTHEST = 4.9;
const RUN = runKey('draws', 0);
const STREAM = streamId('needs.requests');
const MONTH = 1356;

describe('avalanche', () => {
  const SAMPLES = 1 << 14;
  const generator = seedrandom('avalanche');
  const words = Int32Array.from({ length: SAMPLES * 3 }, () => generator.int32());
  const flipped = (n: number, word: number, at: number, bit: number) =>
    words[n * 3 + word] ^ (word === at && bit >= 0 ? 1 << bit : 0);
  const mixAvalanche = (mix: Mix, at: number) =>
    avalanche(SAMPLES, (n, bit) =>
      mix(flipped(n, 0, at, bit), flipped(n, 1, at, bit), flipped(n, 2, at, bit)),
    );

  test.each(['first key word', 'second key word', 'person'].map((name, at) => ({ name, at })))(
    'One flipped bit of the $name flips every bit of the draw half of the time',
    ({ at }) => {
      const { all, worst } = mixAvalanche(draw, at);
      expect(Math.abs(all)).toBeLessThan(FARTHEST);
      expect(Math.abs(worst)).toBeLessThan(FARTHEST);
    },
  );

  test('Among the first people, one flipped bit of the person flips every bit half of the time', () => {
    const [a, b] = words;
    const { all, worst } = avalanche(SAMPLES, (n, bit) => draw(a, b, (4 * n) ^ (bit >= 0 ? 1 << bit : 0)));
    // People are pairs of each other within the first 2¹⁶, where a cell counts each pair twice: √2 wider.
    expect(all).toBeLessThan(FARTHEST * 8);
    expect(Math.abs(worst)).toBeLessThan(FARTHEST * Math.SQRT2);
  });

  test('One flipped bit of month, stream or index flips every bit of the draw half of the time', () => {
    const month = avalanche(SAMPLES, (n, bit) => {
      const { a, b } = drawKey(RUN, STREAM, bit >= 0 && bit < 12 ? n ^ (1 << bit) : n);
      return bit < 12 ? draw(a, b, words[n]) : draw(a, b, words[n] ^ (1 << bit));
    });
    const stream = avalanche(SAMPLES, (n, bit) => {
      const { a, b } = drawKey(RUN, bit >= 0 ? words[n] ^ (1 << bit) : words[n], MONTH);
      return draw(a, b, n);
    });
    const index = avalanche(SAMPLES, (n, bit) =>
      drawIndexed(RUN.a, RUN.b, words[n], bit >= 0 ? 1 << bit : 0),
    );
    for (const { worst } of [month, stream, index])
      expect(Math.abs(worst)).toBeLessThan(FARTHEST * Math.SQRT2);
    for (const { all } of [stream, index]) expect(Math.abs(all)).toBeLessThan(FARTHEST);
  });

  test('The test rejects a mix of one round, and one that lacks a single xor-shift', () => {
    expect(Math.abs(mixAvalanche(weakMix, 2).worst)).toBeGreaterThan(100);
    expect(Math.abs(mixAvalanche(nearlyGoodMix, 1).worst)).toBeGreaterThan(20);
  });
});

describe('neighbours', () => {
  const PAIRS = 1 << 15;
  const SHIFTS = [0, 9, 19, 28];
  const GAPS = [1, 2, 3, 12, 64, 1000];
  type Neighbours = (mix: Mix, gap: number) => (n: number) => readonly [number, number];

  const kinds: Readonly<Record<string, Neighbours>> = {
    people: (mix, gap) => {
      const { a, b } = drawKey(RUN, STREAM, MONTH);
      const first = (n: number) => Math.floor(n / gap) * 2 * gap + (n % gap);
      return (n) => [mix(a, b, first(n)), mix(a, b, first(n) + gap)];
    },
    newborns: (mix, gap) => {
      const { a, b } = drawKey(RUN, STREAM, MONTH);
      const first = (n: number) => (0x80000000 | (Math.floor(n / gap) * 2 * gap + (n % gap))) >>> 0;
      return (n) => [mix(a, b, first(n)), mix(a, b, first(n) + gap)];
    },
    months: (mix, gap) => betweenKeys(mix, drawKey(RUN, STREAM, MONTH), drawKey(RUN, STREAM, MONTH + gap)),
    streams: (mix, gap) =>
      betweenKeys(
        mix,
        drawKey(RUN, streamId('stream.0'), MONTH),
        drawKey(RUN, streamId(`stream.${gap}`), MONTH),
      ),
    'stream numbers': (mix, gap) =>
      betweenKeys(mix, drawKey(RUN, STREAM, MONTH), drawKey(RUN, STREAM + gap, MONTH)),
    replicates: (mix, gap) =>
      betweenKeys(mix, drawKey(RUN, STREAM, MONTH), drawKey(runKey('draws', gap), STREAM, MONTH)),
    seeds: (mix, gap) =>
      betweenKeys(
        mix,
        drawKey(runKey('1', 0), STREAM, MONTH),
        drawKey(runKey(`${1 + gap}`, 0), STREAM, MONTH),
      ),
    indices: (mix, gap) => {
      const { a, b } = drawKey(RUN, STREAM, MONTH);
      const indexed =
        mix === draw
          ? drawIndexed
          : (c: number, d: number, key: number, index: number) => mix(mix(c, d, key) | 0, c ^ d, index);
      return (n) => [indexed(a, b, n, 0), indexed(a, b, n, gap)];
    },
  };

  function betweenKeys(mix: Mix, one: { a: number; b: number }, two: { a: number; b: number }) {
    return (n: number) => [mix(one.a, one.b, n), mix(two.a, two.b, n)] as const;
  }

  function scores(mix: Mix, neighbours: Neighbours): number[] {
    return GAPS.flatMap((gap) => SHIFTS.map((shift) => jointBits(PAIRS, shift, neighbours(mix, gap))));
  }

  const all = new Map(Object.entries(kinds).map(([name, neighbours]) => [name, scores(draw, neighbours)]));

  test.each(Object.keys(kinds))('Neighbouring %s draw independently', (name) => {
    for (const z of all.get(name)!) expect(Math.abs(z)).toBeLessThan(FARTHEST);
  });

  test('Taken together the tests of neighbours vary as much as chance does, no more and no less', () => {
    const ps = [...all.values()].flat().map(twoSided);
    expect(kolmogorovSmirnov(ps)).toBeGreaterThan(0.001);
  });

  test.each(Object.keys(kinds))('The test of neighbouring %s rejects a mix of one round', (name) => {
    const zs = scores(weakMix, kinds[name]);
    expect(Math.max(...zs.map(Math.abs))).toBeGreaterThan(20);
  });

  test('Two keys that share a word draw independently, which a mix without one xor-shift does not', () => {
    const pairs = (mix: Mix) => betweenKeys(mix, RUN, { a: RUN.a, b: RUN.b ^ 0x80000000 });
    for (const shift of SHIFTS) expect(Math.abs(jointBits(PAIRS, shift, pairs(draw)))).toBeLessThan(FARTHEST);
    expect(
      Math.max(...SHIFTS.map((shift) => Math.abs(jointBits(PAIRS, shift, pairs(nearlyGoodMix))))),
    ).toBeGreaterThan(20);
  });
});

describe('sequences', () => {
  const LAGS = Array.from({ length: 24 }, (_, n) => n + 1);
  const correlations = (ordering: (typeof ORDERINGS)[number], mix: Mix) => {
    const words = new Uint32Array(1 << 18);
    source(ordering, 'sequences', mix)(words);
    return [...LAGS, 64, 480, 1024].map((lag) => lagCorrelation(words, lag));
  };

  test.each(ORDERINGS)(
    'Draws laid end to end by %s do not echo, at any lag to 24 nor from one row to the next',
    (ordering) => {
      for (const z of correlations(ordering, draw)) expect(Math.abs(z)).toBeLessThan(FARTHEST);
    },
  );

  test.each(ORDERINGS)('The test of echoes by %s rejects a mix of one round', (ordering) => {
    expect(Math.max(...correlations(ordering, weakMix).map(Math.abs))).toBeGreaterThan(20);
  });
});

describe('one draw', () => {
  test('is the same whoever asks, in whatever order, and differs between streams, months and replicates', () => {
    const one = drawKey(runKey('demo', 0), STREAM, MONTH);
    const again = drawKey(runKey('demo', 0), STREAM, MONTH);
    expect(again).toEqual(one);
    expect(draw(one.a, one.b, 5)).toBe(draw(again.a, again.b, 5));
    const others = [
      drawKey(runKey('demo', 1), STREAM, MONTH),
      drawKey(runKey('demo', 0), STREAM + 1, MONTH),
      drawKey(runKey('demo', 0), STREAM, MONTH + 1),
    ];
    for (const other of others) expect(draw(other.a, other.b, 5)).not.toBe(draw(one.a, one.b, 5));
  });

  test('is a uniform number strictly between 0 and 1, in every twentieth as often as in another', () => {
    expect(unit(0)).toBeGreaterThan(0);
    expect(unit(0xffffffff)).toBeLessThan(1);
    const { a, b } = drawKey(RUN, STREAM, MONTH);
    const people = 200_000;
    const counts = new Array<number>(20).fill(0);
    for (let id = 0; id < people; id++) counts[Math.floor(unit(draw(a, b, id)) * 20)]++;
    const z = counts.map((count) => (count - people / 20) / Math.sqrt((people / 20) * (19 / 20)));
    for (const one of z) expect(Math.abs(one)).toBeLessThan(4);
  });

  test('falls below the threshold of a chance that often, never for 0 and always for 1', () => {
    expect(threshold(0)).toBe(0);
    expect(0xffffffff).toBeLessThan(threshold(1));
    const { a, b } = drawKey(RUN, STREAM, MONTH + 1);
    const people = 200_000;
    for (const p of [0.001, 0.03, 0.5]) {
      let hits = 0;
      for (let id = 0; id < people; id++) if (draw(a, b, id) < threshold(p)) hits++;
      expect(Math.abs(hits - people * p) / Math.sqrt(people * p * (1 - p))).toBeLessThan(4);
    }
  });

  test('is never shared by two people of one stream and month: people are dealt without replacement', () => {
    const { a, b } = drawKey(RUN, STREAM, MONTH);
    const seen = new Set<number>();
    for (let id = 0; id < 100_000; id++) {
      seen.add(draw(a, b, id));
      seen.add(draw(a, b, (0x80000000 | id) >>> 0));
    }
    expect(seen.size).toBe(200_000);
  });
});

describe('keys', () => {
  test('No two streams of the simulation, and no two of their months, share a key', () => {
    const names = sources(['sim']).flatMap(({ text }) =>
      [...text.matchAll(/streamId\('([^']+)'\)/g)].map((match) => match[1]),
    );
    expect(names.length).toBeGreaterThan(5);
    const streams = new Set([...new Set(names)].map(streamId));
    expect(streams.size).toBe(new Set(names).size);
    const keys = new Set<string>();
    for (const stream of streams) {
      for (let month = 1332; month < 1812; month++) {
        const { a, b } = drawKey(RUN, stream, month);
        keys.add(`${a} ${b}`);
      }
    }
    expect(keys.size).toBe(streams.size * 480);
  });

  test('Seeds and replicates that read alike have keys that share nothing', () => {
    const keys = ['1', '11', '1/1', 'demo', 'demo ', 'Demo', ''].flatMap((seed) =>
      [0, 1, 11].map((replicate) => runKey(seed, replicate)),
    );
    expect(new Set(keys.flatMap(({ a, b }) => [a, b])).size).toBe(keys.length * 2);
  });
});
