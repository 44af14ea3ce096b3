#!/usr/bin/env node
/** The program `maillage`: commands, streams, Ctrl-C. */
import { COMMANDS } from './commands/all.js';
import { EXIT, runProgram } from './program.js';
import { endQuietlyOnClosedPipe } from './terminal/terminal.js';

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // A second Ctrl-C does not wait for the clean end.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  });
}
endQuietlyOnClosedPipe(process);
process.exitCode = await runProgram(process.argv.slice(2), COMMANDS, process, interruption.signal);
