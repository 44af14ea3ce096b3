/** The scripts of a study for Slurm, run by bash with programs of Slurm played by small scripts. The real ones: tests/slurm. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { MaillageError } from '../sim/base/errors.js';
import {
  SLURM_FORMS,
  type SlurmRequest,
  type SlurmStudy,
  shellWord,
  slurmScripts,
  slurmTemplate,
  usualTasks,
} from '../sim/batch/slurm-script.js';

/** A folder whose name the shell would take apart if it could. */
const root = join(mkdtempSync(join(tmpdir(), 'maillage-slurm-')), 'l\'étude $HOME `x` "2" @OUT@');
const programs = join(root, 'bin');
const scripts = join(root, 'scripts');
afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const folder of [programs, scripts]) mkdirSync(folder, { recursive: true });
});

const study: SlurmStudy = {
  name: 'two-rules',
  plan: join(root, 'plan.yaml'),
  out: join(root, 'study'),
  program: [join(root, 'bin', 'maillage')],
  tasks: 8,
};
const plain: SlurmRequest = { cpus: 2, modules: [] };
const shipped = { text: slurmTemplate(), where: 'job.sh' };

/** Writes the scripts of the study, and a `maillage` that prints each of its words on a line of its own. */
function write(request: SlurmRequest = plain, template = shipped): Record<string, string> {
  const texts = { ...slurmScripts(study, request, template) };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(scripts, name), text);
  program('maillage', `printf '%s\\n' "$@"`);
  return texts;
}

function program(name: string, body: string): void {
  writeFileSync(join(programs, name), `#!/bin/bash\n${body}\n`);
  chmodSync(join(programs, name), 0o755);
}

function run(script: string, words: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', [join(scripts, script), ...words], {
    encoding: 'utf8',
    env: { PATH: `${programs}:${process.env.PATH}`, LC_ALL: 'C.UTF-8', ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

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

describe('submit.sh', () => {
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
