/** The commands, in the order of the help. */
import type { Command } from '../command.js';
import { bench } from './bench.js';
import { compare } from './compare.js';
import { indicators } from './indicators.js';
import { params } from './params.js';
import { run } from './run.js';
import { scenarios } from './scenarios.js';
import { slurm } from './slurm.js';
import { territories } from './territories.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

export const COMMANDS: readonly Command[] = [
  run,
  compare,
  verify,
  scenarios,
  params,
  indicators,
  territories,
  slurm,
  validate,
  bench,
];
