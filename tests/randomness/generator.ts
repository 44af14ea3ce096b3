/**
 * `node generator.js ORDERING LABEL [weak]`: the words of an ordering on standard output, raw 32 bits little-endian,
 * until the reader closes the pipe.
 */
import { writeSync } from 'node:fs';
import { type Ordering, source } from './orderings.js';
import { weakMix } from './weak.js';

const WORDS = 1 << 18;

const [, , ordering, label, weak] = process.argv;
const next =
  weak === 'weak' ? source(ordering as Ordering, label, weakMix) : source(ordering as Ordering, label);
const words = new Uint32Array(WORDS);
const bytes = new Uint8Array(words.buffer);
try {
  for (;;) {
    next(words);
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  }
} catch (problem) {
  if ((problem as NodeJS.ErrnoException).code !== 'EPIPE') throw problem;
}
