/** The commands, in the order of the help. */
import type { Command } from '../command.js';
import { params } from './params.js';
import { scenarios } from './scenarios.js';
import { territories } from './territories.js';

export const COMMANDS: readonly Command[] = [scenarios, params, territories];
