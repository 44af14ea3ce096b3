/** One changed byte anywhere in a study is found and named; repair restores the bytes that were there. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerForm } from '../bin/json-forms.js';
import { digestOf } from '../sim/base/digest.js';
import { inspectStudy } from '../sim/batch/inspect.js';
import { readProvenance } from '../sim/batch/provenance.js';
import { blocksOf } from '../sim/results/study/blocks.js';
import { readStudy, type StudyManifest, writeStudyManifest } from '../sim/results/study/manifest.js';
import { unpackBlock } from '../sim/results/study/unpack.js';
import { type Ended, maillageHere } from './support/program.js';
import {
  contents,
  context,
  keepMadeRuns,
  newFolder,
  planFile,
  storeOptions,
  studyAsked,
} from './support/studies.js';

/** Two scenarios, one of which fails, once each. */
const file = planFile({ scenarios: ['calm', 'crowded'], replicates: 1 });
const whole = join(dirname(file), 'study');
let manifest: StudyManifest;
beforeAll(async () => {
  const { code } = await maillageHere(['batch', file, '--out', whole, '--threads', '1']);
  expect(code).toBe(3);
  manifest = readStudy(whole);
}, 240_000);

function copy(from = whole): string {
  const dir = newFolder();
  cpSync(from, dir, { recursive: true });
  return dir;
}

/** Changes one byte, at a share of the length of a file. */
function flip(dir: string, path: string, share: number, mask = 1): void {
  const bytes = readFileSync(join(dir, path));
  bytes[Math.floor(share * bytes.length)] ^= mask;
  writeFileSync(join(dir, path), bytes);
}

/** The study before its block was written: its one good run in a file of its own, as it was simulated. */
async function pending(): Promise<string> {
  const dir = newFolder();
  const start = { ...manifest, files: {}, failures: [] };
  writeStudyManifest(dir, start);
  const { axes, identityOf } = storeOptions(manifest);
  const [block] = blocksOf(manifest.additions);
  const failed = new Set(['crowded/0/0']);
  await unpackBlock(whole, block, axes, join(dir, 'pending'), identityOf, failed);
  return dir;
}

const damagedIn = (dir: string) => inspectStudy(dir, context()).damaged;
const FILES = [
  'README.md',
  'datapackage.json',
  'results/0000-0000.parquet',
  'ro-crate-metadata.json',
  'runs/0000.parquet',
  'study.json',
  'study.spare.json',
  'territories/0000-0000.parquet',
];

describe('a sound study', () => {
  test('has these files and no damage', () => {
    expect(Object.keys(contents(whole)).filter((path) => contents(whole)[path] !== 'folder')).toEqual(FILES);
    expect(damagedIn(whole)).toEqual([]);
  });
});

describe('a damaged study', () => {
  const places = fc.sample(
    fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 0, max: 7 })),
    {
      seed: 8,
      numRuns: 6,
    },
  );

  test.each(FILES)('has one byte of %s changed, anywhere: that file is named and no other', (path) => {
    const dir = copy();
    for (const [share, bit] of [...places, [0, 0], [0.999999, 5]]) {
      flip(dir, path, share, 1 << bit);
      expect([share, bit, damagedIn(dir)]).toEqual([share, bit, [{ file: path, what: 'changed' }]]);
      flip(dir, path, share, 1 << bit);
    }
    expect(damagedIn(dir)).toEqual([]);
    rmSync(join(dir, path));
    expect(damagedIn(dir)).toEqual([{ file: path, what: 'absent' }]);
  });

  test('has white space changed in its manifest, which leaves every value as it was', () => {
    const dir = copy();
    const text = readFileSync(join(dir, 'study.json'), 'utf8');
    writeFileSync(join(dir, 'study.json'), text.replace('\n ', ' \n'));
    expect(damagedIn(dir)).toEqual([{ file: 'study.json', what: 'changed' }]);
  });

  test('is told by `status`, which ends with 1 and says what to do', async () => {
    const dir = copy();
    flip(dir, FILES[2], 0.3);
    const { code, stdout } = await maillageHere(['status', dir]);
    expect(code).toBe(1);
    expect(stdout).toContain('Damaged: results/0000-0000.parquet (changed)');
    expect(stdout).toContain(`\`maillage repair ${dir}\` restores what is damaged.`);
    expect(stdout).not.toContain('Complete and sound');
  });

  test('is told, with what to do, by a comparison that meets it, and never as an error of the program', async () => {
    const dir = copy();
    flip(dir, FILES[2], 0.9999);
    const { code, stderr } = await maillageHere(['compare', dir]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`\`maillage repair ${dir}\` restores it`)]);
  });
});

describe('repair', () => {
  const answer = ({ stdout }: Ended) => {
    const told = JSON.parse(stdout);
    expect(answerForm('repair').safeParse(told).error?.issues ?? []).toEqual([]);
    return told;
  };

  test('has nothing to do in a sound study', async () => {
    const before = contents(whole);
    const [en, fr] = [
      await maillageHere(['repair', whole]),
      await maillageHere(['repair', whole, '--lang', 'fr']),
    ];
    expect([en.code, en.stdout, fr.stdout]).toEqual([0, 'Nothing is damaged.\n', 'Rien n’est abîmé.\n']);
    expect(contents(whole)).toEqual(before);
  });

  test('restores tables, documents and manifest at once, simulating again what tables held and nothing else', async () => {
    const dir = copy();
    const hurt = FILES.filter((path) => path !== 'study.spare.json');
    for (const path of hurt) flip(dir, path, 0.4);
    const repaired = await maillageHere(['repair', dir, '--threads', '1', '--json']);
    expect(repaired.code).toBe(0);
    const told = answer(repaired);
    expect(told.damaged.map((one: { file: string }) => one.file).sort()).toEqual(hurt);
    expect(told.ran).toEqual(['calm/0/0']);
    expect(contents(dir)).toEqual(contents(whole));
    expect(damagedIn(dir)).toEqual([]);
    expect(readProvenance(dir).map(({ runs }) => runs)).toEqual(
      [['calm/0/0', 'crowded/0/0'], ['calm/0/0']].map((runs) => expect.arrayContaining(runs)),
    );
  }, 240_000);

  test('restores documents and the table of runs without simulating anything', async () => {
    const dir = copy();
    for (const path of ['datapackage.json', 'README.md']) flip(dir, path, 0.7);
    for (const path of ['runs/0000.parquet', 'ro-crate-metadata.json']) rmSync(join(dir, path));
    const { code, stdout } = await maillageHere(['repair', dir]);
    expect(code).toBe(0);
    for (const path of ['datapackage.json', 'README.md', 'runs/0000.parquet', 'ro-crate-metadata.json'])
      expect(stdout).toContain(`Restored: ${path}\n`);
    expect(contents(dir)).toEqual(contents(whole));
  });

  test('goes on where another repair was killed', async () => {
    const dir = copy();
    const half = await pending();
    flip(dir, FILES[2], 0.3);
    cpSync(join(half, 'pending'), join(dir, 'repair/pending'), { recursive: true });
    const { stdout } = await maillageHere(['repair', dir, '--threads', '1']);
    expect(stdout).toBe('Restored: results/0000-0000.parquet\n');
    expect(contents(dir)).toEqual(contents(whole));
  }, 240_000);

  test('leaves documents that an older program wrote, and writes a damaged one anew as this program does', async () => {
    const dir = copy();
    const older = Buffer.from('# As an older maillage wrote it\n');
    writeFileSync(join(dir, 'README.md'), older);
    const told = { bytes: older.length, sha256: digestOf(older) };
    writeStudyManifest(dir, { ...manifest, files: { ...manifest.files, 'README.md': told } });
    expect(damagedIn(dir)).toEqual([]);
    flip(dir, 'datapackage.json', 0.5);
    expect((await maillageHere(['repair', dir])).stdout).toBe('Restored: datapackage.json\n');
    expect(readFileSync(join(dir, 'README.md')).equals(older)).toBe(true);
    flip(dir, 'README.md', 0.5);
    expect((await maillageHere(['repair', dir])).stdout).toBe('Restored: README.md\n');
    expect(contents(dir)).toEqual(contents(whole));
  });

  test('restores a manifest damaged before the study was first finished', async () => {
    const dir = await pending();
    const before = contents(dir);
    flip(dir, 'study.json', 0.5);
    const state = await maillageHere(['status', dir]);
    expect([state.code, state.stdout]).toEqual([1, expect.stringContaining('Damaged: study.json (changed)')]);
    const { code, stdout } = await maillageHere(['repair', dir]);
    expect([code, stdout]).toEqual([0, 'Restored: study.json\n']);
    expect(contents(dir)).toEqual(before);
  });

  test('makes again a run whose own file is damaged, and throws away one of another study', async () => {
    const dir = await pending();
    const path = join('pending', 'calm.p0.r0.run');
    const sound = readFileSync(join(dir, path));
    const other = await studyAsked({
      scenarios: ['longer'],
      replicates: 1,
      keep: '{ indicators: [aplMean] }',
    });
    const elsewhere = newFolder();
    const run = { scenario: 'longer', point: 0, replicate: 0 };
    keepMadeRuns(elsewhere, other, [run]);
    cpSync(join(elsewhere, 'pending/longer.p0.r0.run'), join(dir, 'pending/crowded.p0.r0.run'));
    flip(dir, path, 0.6);
    const state = await maillageHere(['status', dir, '--json']);
    expect([state.code, JSON.parse(state.stdout)]).toMatchObject([
      1,
      {
        done: 0,
        missing: ['calm/0/0', 'crowded/0/0'],
        damaged: [
          { file: path, what: 'changed' },
          { file: 'pending/crowded.p0.r0.run', what: 'changed' },
        ],
      },
    ]);
    rmSync(join(dir, 'pending/crowded.p0.r0.run'));
    cpSync(join(elsewhere, 'pending/longer.p0.r0.run'), join(dir, 'pending/longer.p0.r0.run'));
    const repaired = await maillageHere(['repair', dir, '--threads', '1', '--json']);
    expect([repaired.code, answer(repaired).ran]).toEqual([0, ['calm/0/0']]);
    expect(readFileSync(join(dir, path)).equals(sound)).toBe(true);
    expect(existsSync(join(dir, 'pending/longer.p0.r0.run'))).toBe(false);
    cpSync(join(elsewhere, 'pending/longer.p0.r0.run'), join(dir, 'pending/longer.p0.r0.run'));
    const removed = await maillageHere(['repair', dir]);
    expect([removed.code, removed.stdout]).toEqual([0, 'Removed: pending/longer.p0.r0.run\n']);
    expect(damagedIn(dir)).toEqual([]);
  }, 240_000);

  test('says when what it simulates again is not what was there, with exit code 1', async () => {
    const dir = newFolder();
    mkdirSync(join(dir, 'results'));
    cpSync(whole, dir, { recursive: true });
    const files = { ...manifest.files, 'results/0000-0000.parquet': { bytes: 1, sha256: '0'.repeat(64) } };
    writeStudyManifest(dir, { ...manifest, files });
    const before = contents(dir);
    const { code, stderr } = await maillageHere(['repair', dir, '--threads', '1']);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('results/0000-0000.parquet could not be restored: made again, it differs'),
    ]);
    expect(contents(dir)).toEqual(before);
  }, 240_000);

  test('refuses to make runs again with another version of the program', async () => {
    const dir = copy();
    writeStudyManifest(dir, { ...manifest, identity: { ...manifest.identity, code: '0.0.9+0' } });
    flip(dir, 'results/0000-0000.parquet', 0.5);
    const before = contents(dir);
    const { code, stderr } = await maillageHere(['repair', dir]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('was made by maillage 0.0.9+0')]);
    expect(contents(dir)).toEqual(before);
  });

  test('says that nothing can be done when the manifest and its copy are both damaged', async () => {
    const dir = copy();
    for (const path of ['study.json', 'study.spare.json']) writeFileSync(join(dir, path), '{ "format":');
    for (const command of ['repair', 'status']) {
      const { code, stdout, stderr } = await maillageHere([command, dir]);
      expect([command, code, stdout]).toEqual([command, 2, '']);
      expect(stderr).toContain(basename(dir));
      expect(stderr).toContain('into a new folder');
    }
    expect(() => readStudy(dir)).toThrow(/into a new folder/);
  });
});
