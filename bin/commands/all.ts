/** The commands, in the order of the help. */
import type { Command } from '../command.js';
import { bench } from './bench.js';
import { exportTables } from './export.js';
import { indicators } from './indicators.js';
import { params } from './params.js';
import { query } from './query.js';
import { run } from './run.js';
import { scenarios } from './scenarios.js';
import { territories } from './territories.js';
import { validate } from './validate.js';

export const COMMANDS: readonly Command[] = [
  run,
  query,
  exportTables,
  scenarios,
  params,
  indicators,
  territories,
  validate,
  bench,
];
