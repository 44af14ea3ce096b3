/** submit.sh, with a cluster played by small scripts; tests/slurm runs it on a real one. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { shellWord } from '../sim/batch/slurm-script.js';
import {
  emptyFolders,
  program,
  programs,
  root,
  run,
  scripts,
  study,
  write,
} from './support/slurm-scripts.js';

beforeEach(emptyFolders);

/** Plays a cluster that notes what it is told; `queued`: tasks of arrays, and merges (N/A), that have not ended. */
function cluster(queued: Record<string, readonly (number | 'N/A')[]> = {}): void {
  write();
  const log = shellWord(join(root, 'log'));
  const note = (name: string) => `{ printf '%s ' ${name} "$@"; echo; } >>${log}`;
  program('sbatch', `${note('sbatch')}; grep -c ^sbatch ${log}`);
  program('scancel', note('scancel'));
  const cases = Object.entries(queued).map(
    ([job, tasks]) => `*--jobs=${job}' '*) printf '%s\n' ${tasks.join(' ')} ;;`,
  );
  program(
    'squeue',
    `case "$* " in ${cases.join(' ')} *) echo 'Invalid job id specified' >&2; exit 1 ;; esac`,
  );
}
const told = () =>
  readFileSync(join(root, 'log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
const nothingSubmitted = () => expect(() => told()).toThrow('ENOENT');

test('submits all tasks, then the merge once they have ended, and says the numbers of the jobs', () => {
  cluster();
  const { status, lines } = run('submit.sh');
  expect(status).toBe(0);
  expect(told()).toEqual([
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL= --array=0-7 array.sh',
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL= --dependency=afterany:1,singleton merge.sh',
  ]);
  expect(lines[0]).toBe(`Array job 1 (tasks 0-7), then merge job 2; what they say is in ${scripts}.`);
  expect(lines.at(-1)).toContain('maillage status ');
  program('maillage', `printf '%s\n' "$@"`);
  const said = spawnSync('bash', ['-c', lines.at(-1) ?? ''], {
    env: { PATH: `${programs}:${process.env.PATH}` },
  });
  expect(String(said.stdout)).toBe(`status\n${study.out}\n`);
});

test('submits again only the tasks named, over the locks of those that are gone', () => {
  cluster();
  run('submit.sh');
  expect(run('submit.sh', ['3,6-7%2']).status).toBe(0);
  expect(told().slice(2)).toEqual([
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL=1 --array=3,6-7%2 array.sh',
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL=1 --dependency=afterany:3,singleton merge.sh',
  ]);
});

test('waits for a merge at work, cancels one that waits, and merges after the tasks of every array', () => {
  cluster({ 1: [5], 2: ['N/A'] });
  run('submit.sh');
  expect(run('submit.sh', ['3']).status).toBe(0);
  expect(told().slice(2)).toEqual([
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL=1 --array=3 --dependency=afterany:2 array.sh',
    'scancel --state=PENDING 2',
    'sbatch --parsable --export=ALL,MAILLAGE_STEAL=1 --dependency=afterany:3:1,singleton merge.sh',
  ]);
});

test('refuses a task that still waits or runs', () => {
  cluster({ 1: [5] });
  run('submit.sh');
  const { status, stderr } = run('submit.sh', ['3-6']);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'Error: task 5 is waiting or running already, as 1_5: wait until it ends, or end it with: scancel 1_5\n',
  );
  expect(told()).toHaveLength(2);
});

test.each(['8', '3,9', '0-8'])('refuses the task %s of a study of eight', (tasks) => {
  cluster();
  const { status, stderr } = run('submit.sh', [tasks]);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/there is no task [89]: .* are 0 to 7/)]);
  nothingSubmitted();
});

test.each(['three', '3;id', '3,', '-1', '$(id)', '3-'])("refuses '%s', which names no tasks", (tasks) => {
  cluster();
  const { status, stderr } = run('submit.sh', [tasks], { LC_ALL: 'fr_FR.UTF-8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('ne désigne pas de tâches')]);
  nothingSubmitted();
});

test('submits no merge when the array was refused', () => {
  cluster();
  program('sbatch', 'echo "sbatch: error: invalid partition" >&2; exit 1');
  const { status, stderr } = run('submit.sh');
  expect([status, stderr]).toEqual([1, 'sbatch: error: invalid partition\n']);
  expect(readFileSync(join(scripts, 'submitted'), 'utf8')).toBe('');
});
