/** `maillage slurm`: the jobs of a plan, written beside its study. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SLURM } from '../analysis/wording/slurm.js';
import { COMMANDS } from '../bin/commands/all.js';
import { runProgram } from '../bin/program.js';
import { textWidth } from '../bin/terminal/table.js';
import { displayPath } from '../sim/base/paths.js';
import type { Ended } from './support/program.js';
import { PROJECT } from './support/project.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-slurm-'));
const scripts = join(folder, 'study-slurm');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(scripts, { recursive: true, force: true });
  writeFileSync(
    join(folder, 'two-rules.yaml'),
    'scenarios: [baseline, later-retirement]\nreplicates: 4\nscale: 1000\nfrom: 2013\nto: 2014\n',
  );
});

/** Runs `maillage slurm …words` in this process. */
async function slurm(words: readonly string[], lang = 'en'): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) => {
    const write = (text: string) => {
      said[name] += text;
    };
    return { write } as unknown as NodeJS.WriteStream;
  };
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') };
  const line = ['slurm', ...words, '--lang', lang];
  const code = await runProgram(line, COMMANDS, streams, new AbortController().signal);
  return { code, ...said };
}

const at = (name: string) => join(folder, name);
const usual = [at('two-rules.yaml'), '--out', at('study')];
const script = (name: string) => readFileSync(join(scripts, name), 'utf8');

describe('maillage slurm', () => {
  test('writes an array of one task a draw and replicate, with absolute paths, and says what to type next', async () => {
    const { code, stdout, stderr } = await slurm(usual);
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(scripts).sort()).toEqual(['array.sh', 'merge.sh', 'submit.sh']);
    expect(script('array.sh')).toContain('#SBATCH --array=0-3\n');
    const call = [process.execPath, join(PROJECT, 'dist/bin/maillage.js'), 'batch', at('two-rules.yaml')];
    expect(script('array.sh')).toContain(call.map((word) => `'${word}'`).join(' '));
    expect(script('array.sh')).toContain('--shard $((SLURM_ARRAY_TASK_ID+1))/4 ');
    expect(stdout).toContain(`  bash ${displayPath(scripts)}/submit.sh\n`);
    expect(stdout).toContain(`  maillage status ${displayPath(at('study'))}\n`);
    expect(Math.max(...stdout.split('\n').map(textWidth))).toBeLessThanOrEqual(100);
    expect(existsSync(join(folder, 'study'))).toBe(false);
  });

  test('leaves the same scripts as they are, and replaces other ones with --force only', async () => {
    await slurm(usual);
    writeFileSync(join(scripts, 'task-0.1.log'), 'a log');
    expect((await slurm(usual)).stdout).toContain('holds these scripts already');
    const other = [...usual, '--tasks', '2'];
    const refused = await slurm(other);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(
      'study-slurm holds other scripts (array.sh, submit.sh): replace them with --force',
    );
    expect(script('array.sh')).toContain('/4 ');
    expect((await slurm([...other, '--force'])).code).toBe(0);
    expect(script('array.sh')).toContain('/2 ');
    expect(readdirSync(scripts)).toContain('task-0.1.log');
  });

  test('asks of the cluster what the options say', async () => {
    const asks = [
      '--partition',
      'cpu',
      '--account',
      'ars',
      '--time',
      '2:00:00',
      '--memory',
      '4G',
      '--cpus',
      '2',
    ];
    expect((await slurm([...usual, ...asks, '--modules', 'gcc/12, nodejs/20'])).code).toBe(0);
    for (const line of [
      '--partition=cpu',
      '--account=ars',
      '--time=2:00:00',
      '--mem=4G',
      '--cpus-per-task=2',
    ]) {
      expect(script('array.sh')).toContain(`#SBATCH ${line}\n`);
    }
    expect(script('array.sh')).toContain('\nmodule load gcc/12 nodejs/20\n');
  });

  test('prints its template, which is taken back as it is or edited', async () => {
    const { stdout } = await slurm(['--print-template']);
    expect(stdout).toBe(readFileSync(join(PROJECT, 'scenarios/slurm/job.sh'), 'utf8'));
    writeFileSync(join(folder, 'job.sh'), stdout.replace('#SBATCH --nodes=1', '#SBATCH --qos=long'));
    expect((await slurm([...usual, '--template', at('job.sh')])).code).toBe(0);
    expect(script('merge.sh')).toContain('#SBATCH --qos=long\n');
    writeFileSync(join(folder, 'job.sh'), stdout.replace('@MEMORY@', '@MEM@'));
    const { code, stderr } = await slurm([...usual, '--template', at('job.sh'), '--force']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/job.sh:\d+:15: unknown name @MEM@/)]);
  });

  test.each([
    { words: ['--out', at('study')], says: '`maillage slurm` needs a plan and --out' },
    { words: [at('two-rules.yaml')], says: '`maillage slurm` needs a plan and --out' },
    { words: [...usual, '--time', '2h'], says: "--time is '2h', expected minutes (90)" },
    { words: [...usual, '--memory', '4GB'], says: "--memory is '4GB', expected a whole number" },
    { words: [...usual, '--partition', 'a b'], says: "--partition is 'a b', expected the name" },
    { words: [...usual, '--account', '$(id)'], says: "--account is '$(id)', expected the name" },
    { words: [...usual, '--modules', 'a;b'], says: "--modules is 'a;b', expected names" },
    { words: [...usual, '--cpus', '0'], says: "--cpus is '0', expected a whole number" },
    { words: [...usual, '--tasks', '5'], says: 'the plan has work for 4 at most' },
    { words: [...usual, '--template', at('none.sh')], says: 'none.sh cannot be read (ENOENT)' },
    { words: [at('none.yaml'), '--out', at('study')], says: 'none.yaml' },
    { words: [at('two-rules.yaml'), '--out', at('two-rules.yaml')], says: 'is a file, not a folder' },
    { words: [at('two-rules.yaml'), '--out', tmpdir()], says: 'holds files that are not a study' },
  ])('$words is refused: $says', async ({ words, says }) => {
    const { code, stdout, stderr } = await slurm(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(existsSync(scripts)).toBe(false);
  });

  test('a plan that finds its replicates as it goes is refused', async () => {
    writeFileSync(join(folder, 'precise.yaml'), 'scenarios: [baseline]\nprecision: { gpsLiberal: 100 }\n');
    const { code, stderr } = await slurm([at('precise.yaml'), '--out', at('study')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('asks for a precision')]);
  });

  test('speaks French', async () => {
    expect((await slurm(usual, 'fr')).stdout).toContain('Ensuite, sur une machine d’où l’on soumet');
    expect((await slurm(['--out', 'x'], 'fr')).stderr).toContain('demande un plan et --out');
  });
});

test('both languages name the same values', async () => {
  const marks = (text: string) => new Set([...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark));
  const texts = Object.values(SLURM).flatMap((entry) => ('en' in entry ? [entry] : Object.values(entry)));
  for (const { en, fr } of texts) expect(marks(fr)).toEqual(marks(en));
});
