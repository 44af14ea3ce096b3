/** The commands, in the order of the help. */
import type { Command } from '../command.js';

export const COMMANDS: readonly Command[] = [];
