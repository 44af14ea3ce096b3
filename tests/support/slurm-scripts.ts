/** The scripts of a study for Slurm in a folder of their own, run by bash with programs played by small scripts. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type SlurmRequest,
  type SlurmStudy,
  slurmScripts,
  slurmTemplate,
} from '../../sim/batch/slurm-script.js';
import { atEndOfFile } from './end-of-file.js';

/** A folder whose name the shell would take apart if it could. */
export const root = join(mkdtempSync(join(tmpdir(), 'maillage-slurm-')), 'l\'étude $HOME `x` "2" @OUT@');
export const programs = join(root, 'bin');
export const scripts = join(root, 'scripts');

/** Makes the folders anew, to be called before each test. */
export function emptyFolders(): void {
  rmSync(root, { recursive: true, force: true });
  for (const folder of [programs, scripts]) mkdirSync(folder, { recursive: true });
  atEndOfFile(() => rmSync(join(root, '..'), { recursive: true, force: true }));
}

export const study: SlurmStudy = {
  name: 'two-rules',
  plan: join(root, 'plan.yaml'),
  out: join(root, 'study'),
  program: [join(root, 'bin', 'maillage')],
  tasks: 8,
};
export const plain: SlurmRequest = { cpus: 2, modules: [] };
const shipped = { text: slurmTemplate(), where: 'job.sh' };

/** Writes the scripts of the study, and a `maillage` that prints each of its words on a line of its own. */
export function write(request: SlurmRequest = plain, template = shipped): Record<string, string> {
  const texts = { ...slurmScripts(study, request, template) };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(scripts, name), text);
  program('maillage', `printf '%s\\n' "$@"`);
  return texts;
}

export function program(name: string, body: string): void {
  writeFileSync(join(programs, name), `#!/bin/bash\n${body}\n`);
  chmodSync(join(programs, name), 0o755);
}

export function run(script: string, words: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', [join(scripts, script), ...words], {
    encoding: 'utf8',
    env: { PATH: `${programs}:${process.env.PATH}`, LC_ALL: 'C.UTF-8', ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}
