/**
 * A study as jobs of Slurm: an array of which each task runs one shard, then a merge. Pure text; nothing is submitted.
 *
 * The number of shards stands in the script as a number. Slurm's own count of tasks (SLURM_ARRAY_TASK_COUNT) is that of
 * the submission: with `--array=3,7` it is 2, and the shards would no longer be the same (sbatch(1), Job Arrays).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosDir } from '../base/paths.js';
import { type Problem, suggestion, throwProblems } from '../base/problems.js';

/** What a job asks of the cluster; forms as in `SLURM_FORMS`. What is absent is left to the cluster's own default. */
export interface SlurmRequest {
  readonly partition?: string;
  readonly account?: string;
  readonly time?: string;
  readonly memory?: string;
  /** Processors of each task, which are its threads. */
  readonly cpus: number;
  /** Environment modules to load, in order. */
  readonly modules: readonly string[];
}

export interface SlurmStudy {
  /** Name of the plan: small letters, digits, hyphens. */
  readonly name: string;
  /** Absolute paths. */
  readonly plan: string;
  readonly out: string;
  /** Words that start maillage on a node: absolute paths of node and of the program. */
  readonly program: readonly string[];
  /** Tasks of the array, which are the shards. */
  readonly tasks: number;
}

export interface SlurmScripts {
  readonly 'array.sh': string;
  readonly 'merge.sh': string;
  readonly 'submit.sh': string;
}

/** What Slurm accepts, sbatch(1); nothing that a shell or a comment would read otherwise. */
export const SLURM_FORMS = {
  partition: /^[\w.+-]+(,[\w.+-]+)*$/,
  account: /^[\w.@+-]+$/,
  /** Minutes, M:S, H:M:S, D-H, D-H:M or D-H:M:S. */
  time: /^(\d+(:\d{1,2}){0,2}|\d+-\d{1,2}(:\d{1,2}){0,2}|UNLIMITED|INFINITE)$/i,
  memory: /^\d+[KMGT]?$/i,
  module: /^\w[\w.+/:-]*$/,
} as const;

/** Tasks of an array unless told otherwise: many clusters allow few more in a queue, and Slurm itself 1001. */
const USUAL_TASKS = 100;
const PLACEHOLDER = /@([A-Z][A-Z_]*)@/g;
const JOB_NAMES = [
  'JOB',
  'LOG',
  'ARRAY',
  'PARTITION',
  'ACCOUNT',
  'TIME',
  'MEMORY',
  'CPUS',
  'MODULES',
  'COMMAND',
] as const;
type JobValues = Readonly<Record<(typeof JOB_NAMES)[number], string | number | undefined>>;

/** Tasks for a plan of so many units (families of runs that stay together): one each, up to 100. */
export function usualTasks(units: number): number {
  return Math.max(1, Math.min(units, USUAL_TASKS));
}

/** The template of a job that is shipped: what `--print-template` prints. */
export function slurmTemplate(): string {
  return shipped('job.sh');
}

/**
 * The scripts of a study.
 * @param template as `slurmTemplate`, or a person's own; `where` names its file in messages.
 * @throws MaillageError `unknown-name`, `bad-data` with the line of the template that is wrong.
 */
export function slurmScripts(
  study: SlurmStudy,
  request: SlurmRequest,
  template: { readonly text: string; readonly where: string },
): SlurmScripts {
  const text = template.text.replace(/\r\n/g, '\n');
  throwProblems(problemsOfTemplate(text, template.where));
  const common = {
    PARTITION: request.partition,
    ACCOUNT: request.account,
    TIME: request.time,
    MEMORY: request.memory,
    MODULES: request.modules.length === 0 ? undefined : request.modules.join(' '),
  };
  const array: JobValues = {
    ...common,
    JOB: study.name,
    LOG: 'task-%a.%A.log',
    ARRAY: `0-${study.tasks - 1}`,
    CPUS: request.cpus,
    COMMAND: arrayCommand(study),
  };
  const merge: JobValues = {
    ...common,
    JOB: `${study.name}-merge`,
    LOG: 'merge.%j.log',
    ARRAY: undefined,
    CPUS: 1,
    COMMAND: mergeCommand(study),
  };
  return {
    'array.sh': fillLines(text, array),
    'merge.sh': fillLines(text, merge),
    'submit.sh': fillLines(shipped('submit.sh'), {
      STUDY: shellWord(study.out),
      FIRST: 0,
      LAST: study.tasks - 1,
    }),
  };
}

/** A word that the shell takes as it is written, whatever it holds: '…', with each quote as '\''. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const STEAL = `# Slurm started this again, or submit.sh saw its predecessors gone: their locks, maybe of other hosts, are dead.
steal=
if [ "\${SLURM_RESTART_COUNT:-0}" -gt 0 ] || [ -n "\${MAILLAGE_STEAL:-}" ]; then steal=--steal; fi`;

function arrayCommand({ program, plan, out, tasks }: SlurmStudy): string {
  const call = [...program, 'batch', plan, '--out', out].map(shellWord).join(' ');
  return `${STEAL}
# Tasks count from 0, shards from 1. The number of shards must not change: a task that runs again does the same runs.
exec ${call} \\
  --shard $((SLURM_ARRAY_TASK_ID+1))/${tasks} --threads "\${SLURM_CPUS_PER_TASK:-1}" \${steal:+"$steal"}`;
}

function mergeCommand({ program, out }: SlurmStudy): string {
  return `${STEAL}
exec ${[...program, 'merge', out].map(shellWord).join(' ')} \${steal:+"$steal"}`;
}

function problemsOfTemplate(text: string, where: string): Problem[] {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  if (!lines[0].startsWith('#!')) {
    const message =
      "the first line of a job names its shell: expected '#!/bin/bash', without which sbatch refuses it";
    problems.push({ code: 'bad-data', where: `${where}:1:1`, message });
  }
  lines.forEach((line, l) => {
    for (const { 1: name, index } of line.matchAll(PLACEHOLDER)) {
      if ((JOB_NAMES as readonly string[]).includes(name)) continue;
      const message = `unknown name @${name}@; ${suggestion(name, JOB_NAMES)}`;
      problems.push({ code: 'unknown-name', where: `${where}:${l + 1}:${index + 1}`, message });
    }
  });
  if (!text.includes('@COMMAND@')) {
    const message =
      'the line @COMMAND@ is missing: it becomes the call of maillage, without which the job does nothing';
    problems.push({ code: 'bad-data', where, message });
  }
  return problems;
}

/** Puts values in; a line with a name that has none is left out. */
function fillLines(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const names = (line: string) => [...line.matchAll(PLACEHOLDER)].map(([, name]) => name);
  return text
    .split('\n')
    .filter((line) => names(line).every((name) => values[name] !== undefined))
    .map((line) => line.replace(PLACEHOLDER, (_, name: string) => String(values[name])))
    .join('\n');
}

function shipped(name: string): string {
  return readFileSync(join(scenariosDir(), 'slurm', name), 'utf8');
}
