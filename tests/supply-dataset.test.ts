/** A dataset of supply: written whole, read back as it was, refused when spoilt; and runs that start from it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSupply, type PlaceMap, readPlaceMap, writeSupply } from '../analysis/import/import-supply.js';
import { answerForm } from '../bin/json-forms.js';
import { supplyNotes } from '../bin/supply.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { readSupply, supplyOf, withSupply } from '../sim/world/geography/supply-dataset.js';
import { ACTIVE, CENTRE } from '../sim/world/physicians.js';
import { keepImportedZones, pyramidIn, UNKNOWN_ZONE } from '../sim/world/supply.js';
import type { Geography } from '../sim/world/territory.js';
import { NO_ZONE, ZAC, ZIP } from '../sim/world/zones.js';
import { newWorld, readSources, type Sources } from './support/months.js';
import { maillage } from './support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'maillage-dataset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let map: PlaceMap;
let geography: Geography;
let france: Sources;
beforeAll(() => {
  map = readPlaceMap();
  ({ geography } = map);
  france = readSources();
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
/** Territory of a commune, by its code. */
const territoryOf = (code: string) =>
  geography.territories.findIndex(({ blocks }) => blocks.some((block) => block.code === code));

describe('imported zones', () => {
  test('stand where the files tell them, and nowhere else', () => {
    const zones = Uint8Array.of(ZIP, ZIP, NO_ZONE);
    keepImportedZones(zones, { zone: Uint8Array.of(ZAC, UNKNOWN_ZONE, ZIP) });
    expect([...zones]).toEqual([ZAC, ZIP, ZIP]);
    keepImportedZones(zones, {});
    expect([...zones]).toEqual([ZAC, ZIP, ZIP]);
  });
});

describe('imported ages', () => {
  test('move the pyramid of their territory, class by class, and of no other', () => {
    const ages = Float64Array.of(0, 0, 0, 10, 0, 0, 0, 0);
    const pyramid = [1, 2, 3, 4];
    const bands = [30, 45, 55, 65];
    expect(pyramidIn(0, ages, pyramid, bands)).toEqual([0, 0, 0, 10]);
    expect(pyramidIn(1, ages, pyramid, bands)).toBe(pyramid);
    expect(pyramidIn(0, Float64Array.of(2, 2, 2, 2), pyramid, bands)).toEqual([2, 2, 2, 2]);
  });
});

describe('a dataset', () => {
  const dir = join(folder, 'dataset');
  const own = file('for-dataset.csv', 'code,gps,nurses,zone\n45234,300,50,ZAC\n2A,30,60,\n');

  test('is written whole, told in JSON, and the same files give the same bytes', () => {
    const words = ['import', 'supply', own, '--out', dir, '--json'];
    const { code, stdout, stderr } = maillage(words);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(answerForm('import-supply').safeParse(JSON.parse(stdout)).error?.issues ?? []).toEqual([]);
    const bytes = () => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'));
    const before = bytes();
    expect(maillage(words).code).toBe(0);
    expect(bytes()).toEqual(before);
  });

  test('is not replaced by another without --force, and no other folder is touched', () => {
    const other = file('other.csv', 'code,gps\n45234,1\n');
    const refused = maillage(['import', 'supply', other, '--out', dir]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('holds another supply');
    const strange = join(folder, 'strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'letter.txt'), 'mine');
    expect(maillage(['import', 'supply', other, '--out', strange]).code).toBe(2);
    expect(readdirSync(strange)).toEqual(['letter.txt']);
  });

  test('is read back as it was made', async () => {
    const imported = await importSupply([own], 2013, france.parameters, map);
    await writeSupply(join(folder, 'copy'), imported, 2013);
    const read = readSupply(join(folder, 'copy'), geography);
    expect(read.gps).toEqual(imported.supply.gps);
    expect(read.nurses).toEqual(imported.supply.nurses);
    expect(read.zone).toEqual(imported.supply.zone);
    expect(read.zone?.[territoryOf('45234')]).toBe(ZAC);
    expect(read.ages).toBeUndefined();
  });

  test('that was changed, or is none, is refused', () => {
    const spoilt = join(folder, 'spoilt');
    mkdirSync(spoilt);
    expect(() => readSupply(spoilt, geography)).toThrow(/this is no dataset: dataset\.json cannot be read/);
    for (const name of readdirSync(dir)) writeFileSync(join(spoilt, name), readFileSync(join(dir, name)));
    writeFileSync(
      join(spoilt, 'supply.csv'),
      readFileSync(join(dir, 'supply.csv'), 'utf8').replace('300', '301'),
    );
    expect(() => readSupply(spoilt, geography)).toThrow(/supply\.csv is not what was imported/);
    writeFileSync(join(spoilt, 'dataset.json'), '{}');
    expect(() => readSupply(spoilt, geography)).toThrow(/not that of an imported supply/);
  });

  test('gives a run its shape, the parameters the national number, and the run another identity', () => {
    const supply = readSupply(dir, geography);
    const real = withSupply(geography, supply);
    expect(real.digest).not.toBe(geography.digest);
    expect(supplyOf(real.digest)).toBe(supply.digest);
    expect(supplyOf(geography.digest)).toBeUndefined();
    const sources = { ...france, geography: real };
    const world = newWorld(sources, 1000, 2013);
    const { status, form, territory } = world.physicians.columns;
    const counts = new Int32Array(geography.territories.length);
    status.forEach((one, row) => {
      if (one === ACTIVE && form[row] !== CENTRE) counts[territory[row]]++;
    });
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(all).toBe(54_300);
    const imported = supply.gps?.reduce((sum, count) => sum + count, 0) ?? 0;
    const orleans = territoryOf('45234');
    expect(Math.abs(counts[orleans] - (300 / imported) * all)).toBeLessThanOrEqual(1);
  });

  test('is told under the results instead of the synthetic map', () => {
    const terminal = terminalOn(
      { stdout: { write: () => true }, stderr: { write: () => true } } as never,
      'en',
      false,
    );
    const said = supplyNotes({ supply: readSupply(dir, geography) }, terminal).join(' ');
    expect(said).toContain('imported: CSV (for-dataset.csv), 100.0% matched');
    expect(said).not.toContain('synthetic');
    expect(supplyNotes({}, terminal).join(' ')).toContain('synthetic');
  });
});
