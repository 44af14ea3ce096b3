/** The commands, in the order of the help. */
import type { Command } from '../command.js';
import { batch } from './batch.js';
import { bench } from './bench.js';
import { compare } from './compare.js';
import { exportTables } from './export.js';
import { importData } from './import.js';
import { indicators } from './indicators.js';
import { params } from './params.js';
import { query } from './query.js';
import { report } from './report.js';
import { run } from './run.js';
import { scenarios } from './scenarios.js';
import { slurm } from './slurm.js';
import { merge, repair, status } from './study.js';
import { territories } from './territories.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

export const COMMANDS: readonly Command[] = [
  run,
  batch,
  status,
  merge,
  repair,
  slurm,
  compare,
  report,
  verify,
  query,
  exportTables,
  scenarios,
  params,
  indicators,
  territories,
  importData,
  validate,
  bench,
];
