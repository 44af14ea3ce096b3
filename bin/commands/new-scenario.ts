/** `maillage scenarios new`: a file to fill in, and beside it the schema that completes it in an editor. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SCENARIOS } from '../../analysis/wording/scenarios.js';
import { MaillageError } from '../../sim/base/errors.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { newScenario, SCHEMA_FILE, scenarioJsonSchema } from '../../sim/scenario/schema.js';
import type { Invocation } from '../command.js';
import type { Terminal } from '../terminal/terminal.js';

/** Writes `NAME.yaml` (a folder may come before the name); a file that exists is never overwritten. */
export function writeNewScenario(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const asked = (invocation.text('name') ?? '').replace(/\.yaml$/, '');
  const text = newScenario(basename(asked));
  const file = `${asked}.yaml`;
  if (existsSync(file)) throw new MaillageError('bad-option', terminal.tell(SCENARIOS.exists, { file }));
  write(file, text, terminal);
  const schema = join(dirname(file), SCHEMA_FILE);
  if (!existsSync(schema))
    write(schema, `${JSON.stringify(scenarioJsonSchema(loadCatalogue()), null, 2)}\n`, terminal);
  terminal.print(terminal.tell(SCENARIOS.written, { file }));
  return;
}

function write(file: string, text: string, terminal: Terminal): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new MaillageError('not-writable', terminal.tell(SCENARIOS.notWritten, { file, reason }));
  }
}
