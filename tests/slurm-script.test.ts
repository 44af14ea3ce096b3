/** The scripts of a study for Slurm, run by bash with programs of Slurm played by small scripts. The real ones: tests/slurm. */
import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from 'vitest';
import { MaillageError } from '../sim/base/errors.js';
import { SLURM_FORMS, shellWord, slurmScripts, usualTasks } from '../sim/batch/slurm-script.js';
import { emptyFolders, plain, program, run, study, write } from './support/slurm-scripts.js';

beforeEach(emptyFolders);

function refusal(work: () => unknown): MaillageError {
  try {
    work();
  } catch (error) {
    if (error instanceof MaillageError) return error;
  }
  throw new Error('it was not refused');
}

describe('a task of the array', () => {
  test('runs its shard, counted from 1, of a number of shards that does not change when part of the array runs again', () => {
    write();
    const again = { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '2' };
    expect(run('array.sh', [], again)).toEqual({
      status: 0,
      lines: ['batch', study.plan, '--out', study.out, '--shard', '8/8', '--threads', '2'],
      stderr: '',
    });
    expect(run('array.sh', [], { SLURM_ARRAY_TASK_ID: '0' }).lines.slice(-4)).toEqual([
      '--shard',
      '1/8',
      '--threads',
      '1',
    ]);
  });

  test('takes over what its predecessor locked when Slurm started it again, or when submit.sh says so, and only then', () => {
    write();
    const words = (env: Record<string, string>) =>
      run('array.sh', [], { SLURM_ARRAY_TASK_ID: '0', ...env }).lines;
    expect(words({})).not.toContain('--steal');
    expect(words({ MAILLAGE_STEAL: '', SLURM_RESTART_COUNT: '0' })).not.toContain('--steal');
    expect(words({ SLURM_RESTART_COUNT: '1' }).at(-1)).toBe('--steal');
    expect(words({ MAILLAGE_STEAL: '1' }).at(-1)).toBe('--steal');
  });

  test('ends as maillage ends', () => {
    write();
    program('maillage', 'exit 3');
    expect(run('array.sh', [], { SLURM_ARRAY_TASK_ID: '0' }).status).toBe(3);
  });

  test('asks of the cluster what was asked, and nothing else', () => {
    const asked = (text: string) =>
      text.split('\n').filter((line) => line.startsWith('#SBATCH') || line.startsWith('module'));
    const full = write({
      partition: 'cpu,long',
      account: 'ars',
      time: '1:30:00',
      memory: '4G',
      cpus: 4,
      modules: ['gcc/12', 'nodejs/20'],
    });
    const common = [
      '#SBATCH --partition=cpu,long',
      '#SBATCH --account=ars',
      '#SBATCH --time=1:30:00',
      '#SBATCH --mem=4G',
      '#SBATCH --nodes=1',
      '#SBATCH --ntasks=1',
    ];
    expect(asked(full['array.sh'])).toEqual([
      '#SBATCH --job-name=two-rules',
      '#SBATCH --output=task-%a.%A.log',
      '#SBATCH --array=0-7',
      ...common,
      '#SBATCH --cpus-per-task=4',
      '#SBATCH --requeue',
      'module load gcc/12 nodejs/20',
    ]);
    expect(asked(full['merge.sh'])).toEqual([
      '#SBATCH --job-name=two-rules-merge',
      '#SBATCH --output=merge.%j.log',
      ...common,
      '#SBATCH --cpus-per-task=1',
      '#SBATCH --requeue',
      'module load gcc/12 nodejs/20',
    ]);
    const few = asked(write()['array.sh']).join('\n');
    expect(few).not.toMatch(/partition|account|time|mem|module/);
  });

  test('says all it asks before its first command, where sbatch stops reading', () => {
    const lines = write()['array.sh'].split('\n');
    const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
    expect(lines.slice(first).filter((line) => line.startsWith('#SBATCH'))).toEqual([]);
  });
});

test('the merge merges the folder of the study', () => {
  write();
  expect(run('merge.sh').lines).toEqual(['merge', study.out]);
  expect(run('merge.sh', [], { MAILLAGE_STEAL: '1' }).lines).toEqual(['merge', study.out, '--steal']);
});

test('a word reaches the program as it is, whatever it holds', () => {
  for (const word of ["it's", '$(id)', '`id`', '"', '\\', 'a b', '', '-n', '*', 'é\n', '!x']) {
    const { stdout } = spawnSync('bash', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
    expect(stdout).toBe(word);
  }
});

describe('a template of one’s own', () => {
  const template = (text: string) => ({ text, where: 'mine.sh' });

  test('serves both jobs, with lines of its own', () => {
    const text = '#!/bin/bash\r\n#SBATCH --qos=long --array=@ARRAY@\n#SBATCH --mail-user=a@b.fr\n@COMMAND@\n';
    const { 'array.sh': array, 'merge.sh': merge } = write(plain, template(text));
    expect(array).toMatch(/^#!\/bin\/bash\n#SBATCH --qos=long --array=0-7\n#SBATCH --mail-user=a@b.fr\n/);
    expect(merge).not.toContain('qos');
    expect(run('array.sh', [], { SLURM_ARRAY_TASK_ID: '2' }).lines).toContain('3/8');
  });

  test('is refused with its line when it holds an unknown name', () => {
    const text = '#!/bin/bash\n#SBATCH --mem=@MEMROY@\n@COMMAND@\n';
    const error = refusal(() => slurmScripts(study, plain, template(text)));
    expect([error.code, error.message]).toEqual([
      'unknown-name',
      "mine.sh:2:15: unknown name @MEMROY@; did you mean 'MEMORY'?",
    ]);
  });

  test('is refused without shell or without command', () => {
    const { message } = refusal(() => slurmScripts(study, plain, template('#SBATCH --mem=1G\n')));
    expect(message).toMatch(/mine.sh:1:1: .*expected '#!\/bin\/bash'/);
    expect(message).toMatch(/mine.sh: the line @COMMAND@ is missing/);
  });
});

describe('what Slurm accepts', () => {
  test.each([
    [
      'time',
      ['90', '90:30', '1:30:00', '2-12', '2-12:30', '2-12:30:15', 'UNLIMITED'],
      ['2h', '1:2:3:4', '-5', '', '1 day', '2-'],
    ],
    ['memory', ['0', '4000', '4G', '512m'], ['4GB', '4 G', '1.5G', 'G', '4G;id']],
    ['partition', ['main', 'cpu,long_2'], ['a b', 'a,', '$(id)', 'a\nb']],
    ['account', ['ars-bretagne', 'p123@cpu'], ['a b', 'a,b', '`id`']],
    ['module', ['nodejs/20.11', 'gcc/12-release', 'node'], ['--force', 'a b', 'x;id', '']],
  ] as const)('the form of %s', (name, right, wrong) => {
    expect(right.filter((text) => !SLURM_FORMS[name].test(text))).toEqual([]);
    expect(wrong.filter((text) => SLURM_FORMS[name].test(text))).toEqual([]);
  });

  test('one task for each unit, up to a hundred', () => {
    expect([0, 1, 8, 100, 5000].map(usualTasks)).toEqual([1, 1, 8, 100, 100]);
  });
});
