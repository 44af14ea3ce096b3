/** Writes the jobs of a plan beside its study, and says what to type next. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { SLURM } from '../../analysis/wording/slurm.js';
import { MaillageError } from '../../sim/base/errors.js';
import { writeFileAtomic } from '../../sim/base/files.js';
import { displayPath, packageRoot } from '../../sim/base/paths.js';
import { MOST_SHARDS } from '../../sim/batch/shards.js';
import {
  SLURM_FORMS,
  type SlurmRequest,
  type SlurmScripts,
  shellWord,
  slurmScripts,
  slurmTemplate,
  usualTasks,
} from '../../sim/batch/slurm-script.js';
import { checkStudyFolder } from '../batch/study-folder.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import type { Terminal } from '../terminal/terminal.js';
import { sizeOfPlan } from './plan.js';

const MOST_CPUS = 1024;
const EXECUTABLE = 0o755;

/** @throws MaillageError before anything is written. */
export async function writeJobs(invocation: Invocation): Promise<undefined> {
  const { terminal } = invocation;
  if (invocation.flag('print-template')) {
    terminal.print(slurmTemplate().trimEnd());
    return;
  }
  const [plan, out] = [invocation.text('plan'), invocation.text('out')];
  if (plan === undefined || out === undefined) {
    throw new MaillageError('bad-option', terminal.tell(SLURM.needsPlan));
  }
  checkStudyFolder(resolve(out), terminal);
  const request = requestOf(invocation);
  const template = templateOf(invocation);
  const { name, units } = await sizeOfPlan(plan, terminal);
  const tasks = tasksOf(invocation, units);
  // The study folder holds results alone, the same wherever they were computed: scripts and logs lie beside it.
  const folder = `${resolve(out)}-slurm`;
  const program = [process.execPath, join(packageRoot(), 'dist/bin/maillage.js')];
  const study = { name, plan: resolve(plan), out: resolve(out), program, tasks };
  const state = writeScripts(folder, slurmScripts(study, request, template), invocation);

  const shown = displayPath(folder);
  terminal.print(terminal.tell(state === 'same' ? SLURM.same : SLURM.written, { folder: shown, tasks }));
  terminal.print(terminal.tell(SLURM.shared));
  terminal.print(terminal.tell(SLURM.next));
  terminal.print(`  bash ${shellText(join(shown, 'submit.sh'))}`);
  terminal.print(terminal.tell(SLURM.later));
  terminal.print(`  maillage status ${shellText(displayPath(resolve(out)))}`);
  return;
}

function requestOf(invocation: Invocation): SlurmRequest {
  const checked = (option: 'partition' | 'account' | 'time' | 'memory') => {
    const value = invocation.text(option);
    if (value !== undefined && !SLURM_FORMS[option].test(value))
      refuseForm(invocation.terminal, option, value);
    return value;
  };
  const modules = (invocation.text('modules') ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const wrong = modules.find((name) => !SLURM_FORMS.module.test(name));
  if (wrong !== undefined) refuseForm(invocation.terminal, 'modules', wrong);
  return {
    partition: checked('partition'),
    account: checked('account'),
    time: checked('time'),
    memory: checked('memory'),
    cpus: wholeNumber(invocation, 'cpus', [1, MOST_CPUS]) ?? 1,
    modules,
  };
}

function refuseForm(terminal: Terminal, option: keyof typeof SLURM.forms, value: string): never {
  const form = terminal.tell(SLURM.forms[option]);
  throw new MaillageError(
    'bad-option',
    terminal.tell(SLURM.wrongForm, { option: `--${option}`, value, form }),
  );
}

function templateOf(invocation: Invocation): { text: string; where: string } {
  const { terminal } = invocation;
  const file = invocation.text('template');
  if (file === undefined) return { text: slurmTemplate(), where: 'scenarios/slurm/job.sh' };
  try {
    return { text: readFileSync(file, 'utf8'), where: file };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new MaillageError('bad-option', terminal.tell(SLURM.noTemplate, { file, reason }));
  }
}

function tasksOf(invocation: Invocation, units: number): number {
  const tasks = wholeNumber(invocation, 'tasks', [1, MOST_SHARDS]) ?? usualTasks(units);
  if (tasks > units) {
    throw new MaillageError('bad-option', invocation.terminal.tell(SLURM.tooManyTasks, { tasks, units }));
  }
  return tasks;
}

/** Scripts that are there already, word for word, are left; other ones are replaced with --force only. */
function writeScripts(folder: string, scripts: SlurmScripts, invocation: Invocation): 'same' | 'written' {
  const { terminal } = invocation;
  const files = Object.entries(scripts);
  const shown = displayPath(folder);
  try {
    const there = files.filter(([name]) => existsSync(join(folder, name)));
    const others = there.filter(([name, text]) => readFileSync(join(folder, name), 'utf8') !== text);
    if (others.length === 0 && there.length === files.length) return 'same';
    if (others.length > 0 && !invocation.flag('force')) {
      const names = others.map(([name]) => name).join(', ');
      throw new MaillageError('identity-clash', terminal.tell(SLURM.other, { folder: shown, names }));
    }
    for (const [name, text] of files) {
      writeFileAtomic(join(folder, name), text);
      chmodSync(join(folder, name), EXECUTABLE & ~process.umask());
    }
    return 'written';
  } catch (error) {
    if (error instanceof MaillageError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new MaillageError('not-writable', terminal.tell(SLURM.notWritten, { folder: shown, reason }));
  }
}

/** A path as one types it: in quotes only where the shell needs them. */
function shellText(path: string): string {
  return /^[\w./+@:-]+$/.test(path) && basename(path) !== '' ? path : shellWord(path);
}
