/** The folder of a run: identity, atomic writing, refusals, byte identity. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { canonicalJson, digestJson } from '../sim/base/digest.js';
import { MaillageError } from '../sim/base/errors.js';
import { checkWritable, writeFileAtomic, writeFolderAtomic } from '../sim/base/files.js';
import { HEADLINE } from '../sim/recorder/dictionary.js';
import { createRecorder } from '../sim/recorder/recorder.js';
import type { Recording } from '../sim/recorder/recording.js';
import { tidyRows } from '../sim/recorder/rows.js';
import { codeVersion } from '../sim/results/code-version.js';
import { identityDigest, type Provenance, type RunIdentity, runIdentity } from '../sim/results/identity.js';
import { readRun, readTerritories } from '../sim/results/read.js';
import { checkOutput, existingRun, writeRun } from '../sim/results/store.js';
import { worldDigest } from '../sim/world/digest.js';
import { ACTIVE } from '../sim/world/physicians.js';
import { TINY_START, tinyWorld } from './support/tiny-world.js';

const TO = monthOf(2014, 12);
const PROVENANCE: Provenance = {
  threads: 1,
  host: 'here',
  node: 'v20',
  platform: 'linux x64',
  started: '2026-01-01T00:00:00Z',
  finished: '2026-01-01T00:00:01Z',
};

function identity(changes: Partial<Pick<RunIdentity, 'seed' | 'scale'>> = {}): RunIdentity {
  return runIdentity({
    scenario: 'baseline',
    parameters: { 'a.b': [{ from: '2013-01', value: 1 }] },
    geography: 'tiny',
    data: {},
    seed: 'demo',
    replicate: 0,
    scale: 10,
    from: TINY_START,
    to: TO,
    detail: 'all',
    ...changes,
  });
}

function recording(): Recording {
  const world = tinyWorld();
  world.tallies.columns.ages.fill(37);
  world.tallies.columns.adults.fill(150);
  world.tallies.columns.withoutLost.set([7, 1, 8, 2, 9, 3]);
  world.territories.columns.apl.set([4, 3, 2]);
  world.physicians.columns.status.fill(ACTIVE, 0, 5);
  const recorder = createRecorder(world, { from: TINY_START, to: TO });
  for (let month = TINY_START; month <= TO; month++) recorder.month(month);
  return recorder.finish();
}

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'maillage-results-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The error a call ends with. */
function refusal(call: () => unknown): MaillageError {
  try {
    call();
  } catch (error) {
    if (error instanceof MaillageError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('identity', () => {
  test('does not depend on the order in which an object was built', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
    expect(digestJson({ a: 1, b: 2 })).toBe(digestJson({ b: 2, a: 1 }));
  });

  test('changes with the seed and with the scale', () => {
    const digests = [identity(), identity({ seed: 'other' }), identity({ scale: 100 })].map(identityDigest);
    expect(new Set(digests).size).toBe(3);
    expect(identityDigest(identity())).toBe(digests[0]);
  });

  test('names the code by version and content', () => {
    expect(codeVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{16}$/);
    expect(codeVersion()).toBe(codeVersion());
  });
});

describe('the digest of a world', () => {
  function filled(order: readonly number[]) {
    const world = tinyWorld();
    const { columns, start, count } = world.patients;
    order.forEach((key, i) => {
      columns.key[start[1] + i] = key;
      columns.birth[start[1] + i] = key + 5;
    });
    count[1] = order.length;
    return world;
  }

  test('sees people, not the rows they stand in', () => {
    expect(worldDigest(filled([4, 9, 4294967295]))).toBe(worldDigest(filled([4294967295, 4, 9])));
    expect(worldDigest(filled([4, 9]))).not.toBe(worldDigest(filled([4, 8])));
  });

  test('sees a change of one bit', () => {
    const world = filled([4, 9]);
    const before = worldDigest(world);
    world.patients.columns.flags[world.patients.start[1]] ^= 1;
    expect(worldDigest(world)).not.toBe(before);
  });
});

describe('the folder of a run', () => {
  test('holds the tidy rows, the headlines by territory and the manifest', async () => {
    const dir = join(root, 'whole', 'run');
    const made = recording();
    expect(await writeRun(dir, made, identity(), PROVENANCE)).toBe('written');
    expect(readdirSync(dir).sort()).toEqual([
      'manifest.json',
      'provenance.json',
      'results.parquet',
      'territories.parquet',
    ]);
    const { manifest, provenance, rows } = await readRun(dir);
    expect(manifest.identity).toEqual(identity());
    expect(provenance).toEqual(PROVENANCE);
    const expected = [...tidyRows(made, 'all')];
    expect(rows.length).toBe(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected.slice(0, 50)));
    const territories = await readTerritories(dir);
    expect(territories.map(({ year, territory }) => `${year} ${territory}`)).toEqual([
      '2013 200000000',
      '2013 200000001',
      '2013 200000002',
      '2014 200000000',
      '2014 200000001',
      '2014 200000002',
    ]);
    expect(Object.keys(territories[0])).toEqual(['year', 'territory', ...HEADLINE.map(({ id }) => id)]);
    expect(territories[0].aplMean).toBe(4);
    expect(territories[0].delayMedian).toBeNull();
  });

  test('gives back the rows asked for', async () => {
    const dir = join(root, 'filtered');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    const { rows } = await readRun(dir, {
      indicators: ['aplMean'],
      places: ['FR'],
      groups: ['all', 'worstTenth'],
    });
    expect(rows.map(({ period, group, value }) => [period, group, value])).toEqual([
      ['2013', 'all', 3],
      ['2013', 'worstTenth', 2],
      ['2014', 'all', 3],
      ['2014', 'worstTenth', 2],
    ]);
    expect((await readRun(dir, { indicators: [] })).rows).toEqual([]);
  });

  test('is read by another Parquet reader', async () => {
    const dir = join(root, 'parquet');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    const bytes = readFileSync(join(dir, 'territories.parquet'));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    });
    expect(rows.length).toBe(6);
  });

  test('is the same, byte for byte, for the same recording', async () => {
    const [one, two] = ['one', 'two'].map((name) => join(root, name));
    await writeRun(one, recording(), identity(), PROVENANCE);
    await writeRun(two, recording(), identity(), { ...PROVENANCE, threads: 2, host: 'there' });
    for (const name of ['results.parquet', 'territories.parquet', 'manifest.json']) {
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name).toBe(true);
    }
    expect(readFileSync(join(one, 'provenance.json'), 'utf8')).toContain('"here"');
  });

  test('is left as it is when the same run is asked again', async () => {
    const dir = join(root, 'again');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    expect(existingRun(dir, identity())).toBe('same');
    expect(await writeRun(dir, recording(), identity(), { ...PROVENANCE, host: 'there' })).toBe('same');
    expect((await readRun(dir)).provenance.host).toBe('here');
  });

  test('is not given to another run without force, and the refusal says what differs', async () => {
    const dir = join(root, 'clash');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    const before = readFileSync(join(dir, 'manifest.json'), 'utf8');
    expect(existingRun(dir, identity({ seed: 'other' }))).toBe('other');
    const error = refusal(() => checkOutput(dir, identity({ seed: 'other' })));
    expect([error.code, error.exitCode]).toEqual(['identity-clash', 2]);
    expect(error.message).toMatch(/seed "demo" there, "other" asked/);
    expect(error.message).toMatch(/--force/);
    await expect(writeRun(dir, recording(), identity({ seed: 'other' }), PROVENANCE)).rejects.toThrow(
      /another run/,
    );
    expect(readFileSync(join(dir, 'manifest.json'), 'utf8')).toBe(before);
  });

  test('is replaced with force, and files added by a person stay', async () => {
    const dir = join(root, 'forced');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    const other = identity({ seed: 'other' });
    expect(await writeRun(dir, recording(), other, PROVENANCE, { force: true })).toBe('written');
    expect(existingRun(dir, other)).toBe('same');
    expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('counts as another run once a table was changed', async () => {
    const dir = join(root, 'damaged');
    await writeRun(dir, recording(), identity(), PROVENANCE);
    writeFileSync(join(dir, 'results.parquet'), 'gone');
    expect(existingRun(dir, identity())).toBe('other');
    expect(refusal(() => checkOutput(dir, identity())).message).toMatch(/changed since they were written/);
  });

  test('of other people is never replaced, not even with force', () => {
    const dir = join(root, 'foreign');
    mkdirSync(dir);
    expect(checkOutput(dir, identity())).toBe('absent');
    writeFileSync(join(dir, 'thesis.doc'), 'years of work');
    expect(existingRun(dir, identity())).toBe('foreign');
    expect(refusal(() => checkOutput(dir, identity(), { force: true })).code).toBe('identity-clash');
  });

  test('is asked for before it is read', async () => {
    await expect(readRun(join(root, 'nowhere'))).rejects.toThrow(/holds no results of maillage/);
  });
});

describe('writing', () => {
  test('to a place that cannot be written is refused before anything is done', () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    for (const dir of [file, join(file, 'run'), join(file, 'deep', 'run'), '/proc/maillage']) {
      const error = refusal(() => checkWritable(dir));
      expect([error.code, error.exitCode], dir).toEqual(['not-writable', 2]);
      expect(error.message).toMatch(/--out/);
    }
    checkWritable(join(root, 'new', 'and', 'deep'));
    expect(existsSync(join(root, 'new'))).toBe(false);
  });

  test('that fails half-way leaves nothing, and the older folder whole', async () => {
    const parent = join(root, 'half');
    const dir = join(parent, 'run');
    const fail = writeFolderAtomic(dir, async (folder) => {
      writeFileSync(join(folder, 'first'), 'x');
      throw new Error('power cut');
    });
    await expect(fail).rejects.toThrow('power cut');
    expect(readdirSync(parent)).toEqual([]);

    await writeFolderAtomic(dir, async (folder) => writeFileSync(join(folder, 'first'), 'kept'));
    const again = writeFolderAtomic(dir, async () => {
      throw new Error('power cut');
    });
    await expect(again).rejects.toThrow('power cut');
    expect(readdirSync(parent)).toEqual(['run']);
    expect(readFileSync(join(dir, 'first'), 'utf8')).toBe('kept');
  });

  test('a file replaces the older one whole and leaves no temporary', () => {
    const dir = join(root, 'file');
    writeFileAtomic(join(dir, 'a.txt'), 'one');
    writeFileAtomic(join(dir, 'a.txt'), 'two');
    expect(readdirSync(dir)).toEqual(['a.txt']);
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('two');
  });
});
