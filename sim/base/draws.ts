/**
 * Keyed random draws: a draw is a pure function of (run key, stream, month, person or place key, index).
 * No generator holds a state, so neither threads, nor order, nor one more agent can shift another's draw.
 *
 * The key of (run, stream, month) is made once per phase (`drawKey`); the draw itself is a short keyed
 * mix of multiply and xor-shift rounds with both key words injected, which passes dieharder
 * (`npm run randomness`, `tests/randomness/REPORT.md`). Under one key it is a permutation of the 32-bit keys: no two
 * people share a draw. Multiplier constants: Murmur3 finaliser (Appleby 2011) and the
 * low-bias constants of Wellons (2018, "Prospecting for hash functions").
 */
import seedrandom from 'seedrandom';

/** Two 32-bit words that select one family of draws. */
export interface DrawKey {
  readonly a: number;
  readonly b: number;
}

// Under a name of this file too: V8 compiles it in, and looks an exported one up at every use (`world/once-per-world.ts`).
const VALUES = 4294967296;
/** Number of values of a draw. */
export const UINT32 = VALUES;

/** Run key of a seed text and a replicate; never of a scenario, a scale or a thread count. */
export function runKey(seed: string, replicate: number): DrawKey {
  const generator = seedrandom(`${seed}/${replicate}`);
  return { a: generator.int32(), b: generator.int32() };
}

/** 32-bit FNV-1a hash of a stream's name: streams are named decisions, so that a new one shifts none. */
export function streamId(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Key of one stream in one month of a run; hoist it out of the loop. */
export function drawKey(run: DrawKey, stream: number, month: number): DrawKey {
  const a = draw(run.a, run.b, Math.imul(month + 1, 0x9e3779b1) ^ stream);
  const b = draw(run.b ^ stream, run.a, (Math.imul(stream, 0x85ebca77) + month) | 0);
  return { a: a | 0, b: b | 0 };
}

/** A uniform 32-bit unsigned integer for the agent `key` under the words `a`, `b` of a draw key. */
export function draw(a: number, b: number, key: number): number {
  let h = key ^ a;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = ((h ^ (h >>> 15)) + b) | 0;
  h = Math.imul(h ^ (h >>> 14), 0x846ca68b);
  h = ((h ^ (h >>> 16)) + a) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x31848bab);
  return (h ^ (h >>> 14)) >>> 0;
}

/** The `index`-th draw of an agent in a stream: one choice option, one attempt, one child of a draw. */
export function drawIndexed(a: number, b: number, key: number, index: number): number {
  return draw(draw(a, b, key) | 0, a ^ b, index);
}

/**
 * A further 32-bit value from the low half of a draw of which only the highest bits have been used: the low half, and
 * an odd multiple of it.
 */
export function lowBits(bits: number): number {
  return Math.imul(bits, 0x19e37) >>> 0;
}

/** A 32-bit draw as a uniform number in (0, 1): never 0, never 1. */
export function unit(bits: number): number {
  return (bits + 0.5) / VALUES;
}

/** The probability `p` as a threshold: `draw(...) < threshold(p)` happens with probability `p`. */
export function threshold(p: number): number {
  return p <= 0 ? 0 : p >= 1 ? VALUES : p * VALUES;
}

/** Uniform numbers in (0, 1) of one stream in one month of a run, by key. */
export function uniformsOf(run: DrawKey, stream: number, month: number): (key: number) => number {
  const { a, b } = drawKey(run, stream, month);
  return (key) => unit(draw(a, b, key));
}
