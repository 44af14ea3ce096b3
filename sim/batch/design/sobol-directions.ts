/**
 * Direction numbers of Sobol sequences, from the initial numbers of Joe and Kuo (2008, SIAM J. Sci. Comput. 30, 2635–2654;
 * their file new-joe-kuo-6.21201, of which scenarios/data/sobol-directions.txt holds the first 1,024 dimensions and the
 * licence). The recurrence is that of Bratley and Fox (1988, ACM TOMS 14, algorithm 659).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MaillageError } from '../../base/errors.js';
import { scenariosDir } from '../../base/paths.js';

/** Dimensions for which numbers are given. */
export const SOBOL_DIMENSIONS = 1024;
/** Binary digits of a coordinate; 2 to this power points exist. */
export const SOBOL_BITS = 32;

const FILE = 'sobol-directions.txt';

/** One line of the table: a primitive polynomial over the field of two elements, and its initial numbers. */
export interface InitialNumbers {
  readonly dimension: number;
  readonly degree: number;
  /** Coefficients between the first and the last, which are 1; the highest power in the highest bit. */
  readonly coefficients: number;
  /** m_1 … m_degree: odd, m_i below 2 to the power i. */
  readonly initial: readonly number[];
}

/**
 * The lines of the table, from dimension 2 on.
 * @throws MaillageError `bad-data` when the file is missing or cut.
 */
export function readInitialNumbers(): InitialNumbers[] {
  const name = `scenarios/data/${FILE}`;
  let text: string;
  try {
    text = readFileSync(join(scenariosDir(), 'data', FILE), 'utf8');
  } catch (cause) {
    const message = 'the direction numbers of Sobol sequences cannot be read: install the package again';
    throw new MaillageError('bad-data', message, { where: name, cause });
  }
  const rows = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [dimension, degree, coefficients, ...initial] = line.split(' ').map(Number);
      return { dimension, degree, coefficients, initial };
    });
  const wrong = rows.findIndex(
    (row, i) => row.dimension !== i + FIRST_TABLED || row.initial.length !== row.degree,
  );
  if (wrong >= 0 || rows.length !== SOBOL_DIMENSIONS - 1) {
    const message = `the table of direction numbers is damaged (${rows.length} rows): install the package again`;
    throw new MaillageError('bad-data', message, { where: name });
  }
  return rows;
}

/** The first dimension of the table; the one before it needs no numbers. */
const FIRST_TABLED = 2;

/** Direction numbers of the first `dimensions` dimensions as 32-bit fractions: digit b of dimension d at d × 32 + b. */
export function sobolDirections(dimensions: number): Uint32Array {
  const directions = new Uint32Array(dimensions * SOBOL_BITS);
  for (let digit = 0; digit < SOBOL_BITS; digit++) directions[digit] = 1 << (SOBOL_BITS - 1 - digit);
  const table = readInitialNumbers();
  for (let d = 1; d < dimensions; d++) {
    fillDirections(directions.subarray(d * SOBOL_BITS, (d + 1) * SOBOL_BITS), table[d - 1]);
  }
  return directions;
}

function fillDirections(digits: Uint32Array, { degree, coefficients, initial }: InitialNumbers): void {
  for (let i = 0; i < degree; i++) digits[i] = initial[i] << (SOBOL_BITS - 1 - i);
  for (let i = degree; i < SOBOL_BITS; i++) {
    let direction = digits[i - degree] ^ (digits[i - degree] >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((coefficients >>> (degree - 1 - k)) & 1) direction ^= digits[i - k];
    }
    digits[i] = direction;
  }
}
