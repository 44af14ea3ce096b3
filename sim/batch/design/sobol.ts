/**
 * Sobol sequences: points that fill the unit cube evenly, so that 2^k of them put exactly one in each of 2^k equal slices
 * of every dimension. Point p is a function of p alone (in the order of Gray codes: Antonov and Saleev 1979), so a study
 * may be continued by later points; powers of two are the balanced sizes.
 *
 * Each coordinate is shifted by a random number of its dimension, digit by digit without carry: XOR of the binary digits
 * (a digital shift: L'Ecuyer and Lemieux 2002, "Recent advances in randomized quasi-Monte Carlo methods", §3). It keeps the
 * even filling, which a shift modulo 1 (Cranley and Patterson 1976) does not, makes each point uniform, and puts no point at
 * exactly 0, so that the first need not be dropped (Owen 2022, "On dropping the first Sobol' point").
 */
import seedrandom from 'seedrandom';
import { unit } from '../../base/draws.js';
import { MaillageError } from '../../base/errors.js';
import { SOBOL_BITS, SOBOL_DIMENSIONS, sobolDirections } from './sobol-directions.js';

/**
 * The uniform numbers of any point p of 0 … 2^32 − 1, one for each name, in the order of the names.
 * @throws MaillageError `out-of-range` for more names than there are dimensions.
 */
export function sobolSequence(names: readonly string[], seed: string): (p: number) => Float64Array {
  if (names.length > SOBOL_DIMENSIONS) {
    const message = `a Sobol sequence of ${names.length} dimensions was asked, at most ${SOBOL_DIMENSIONS} are known: vary fewer parameters, or take a Latin hypercube`;
    throw new MaillageError('out-of-range', message);
  }
  const directions = sobolDirections(names.length);
  const shifts = Int32Array.from(names, (name) => seedrandom(`${seed}/sobol/${name}`).int32());
  return (p) => Float64Array.from(names, (_, d) => unit((sobolDigits(directions, d, p) ^ shifts[d]) >>> 0));
}

/** The 32 binary digits of coordinate `d` of point `p`, before any shift. */
export function sobolDigits(directions: Uint32Array, d: number, p: number): number {
  let digits = 0;
  let gray = (p ^ (p >>> 1)) >>> 0;
  for (let i = d * SOBOL_BITS; gray !== 0; i++, gray >>>= 1) {
    if (gray & 1) digits ^= directions[i];
  }
  return digits >>> 0;
}
