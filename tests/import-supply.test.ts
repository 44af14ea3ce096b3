/** `maillage import supply`: files of Insee and DREES, one's own CSV, every bad cell, and runs that start from them. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Imported,
  importSupply,
  type PlaceMap,
  readPlaceMap,
} from '../analysis/import/import-supply.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import type { ResolvedParameters } from '../sim/parameters/resolved.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { UNKNOWN_ZONE } from '../sim/world/supply.js';
import type { Geography } from '../sim/world/territory.js';
import { NO_ZONE, ZIP } from '../sim/world/zones.js';
import { maillage } from './support/program.js';

const OFFICIAL = '/work/shared/data';
const folder = mkdtempSync(join(tmpdir(), 'maillage-supply-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let parameters: ResolvedParameters;
let geography: Geography;
let map: PlaceMap;
beforeAll(async () => {
  parameters = resolveParameters(loadCatalogue());
  map = readPlaceMap();
  ({ geography } = map);
});

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const importing = (...paths: string[]): Promise<Imported> => importSupply(paths, 2013, parameters, map);
/** Territory of a commune, by its code. */
const territoryOf = (code: string) =>
  geography.territories.findIndex(({ blocks }) => blocks.some((block) => block.code === code));
const inDepartement = (code: string) =>
  geography.territories.flatMap(({ departement, index }) => (departement === code ? [index] : []));
const sumOver = (values: ArrayLike<number> | undefined, rows: readonly number[]) =>
  rows.reduce((sum, z) => sum + (values?.[z] ?? Number.NaN), 0);

// The project ships no official file: where this folder is absent, these are skipped.
describe.skipIf(!existsSync(OFFICIAL))(`official files (read in ${OFFICIAL}, absent elsewhere)`, () => {
  const official = (name: string) => join(OFFICIAL, name);

  test('BPE 2013 by commune: more than 99 % of 63,482 GPs find their territory, the rest is told by name', async () => {
    const { files, supply, professions } = await importing(official('bpe2013_sante_commune.csv'));
    const [{ totals, matched, unmatched, rows, matchedRows }] = files;
    expect(totals).toEqual({ gps: 63_482, nurses: 80_328 });
    expect(matched.gps).toBeGreaterThan(63_482 * 0.99);
    expect(unmatched.length).toBe(rows - matchedRows);
    expect(unmatched.reduce((sum, { gps }) => sum + gps, 0)).toBe(totals.gps - matched.gps);
    expect(supply.matched).toBeGreaterThan(0.99);
    expect(professions.map(({ territories }) => territories.commune)).toEqual([1392, 1392]);
    // Arrondissements of Paris are territories of their own.
    expect(supply.gps?.[territoryOf('75116')]).toBeGreaterThan(100);
  });

  test('BPE 2013 by EPCI: a large one is shared among its parts, and the sum stays', async () => {
    const { files, supply } = await importing(official('bpe2013_sante_EPCI.csv'));
    expect(files[0].matched.gps).toBeGreaterThan(63_000);
    const all = geography.territories.map((_, z) => z);
    expect(sumOver(supply.gps, all)).toBeCloseTo(files[0].matched.gps, 6);
  });

  test('DREES: all 101 départements, Pas-de-Calais under another name; nurses without the rows of totals', async () => {
    const { files, supply, name } = await importing(
      official('gp_tous_modes_par_departement_2012_2025_DREES.csv'),
      official('infirmiers_liberaux_dep_sexe_age_2012_2023_DREES.csv'),
    );
    expect(files.map(({ rows, matchedRows }) => [rows, matchedRows])).toEqual([
      [101, 101],
      [100, 100],
    ]);
    expect(files[1].totals.nurses).toBe(76_738);
    expect(sumOver(supply.gps, inDepartement('91'))).toBeCloseTo(1614, 6);
    expect(sumOver(supply.gps, inDepartement('62'))).toBeGreaterThan(1000);
    // No figure for nurses in Mayotte: they keep the synthetic number.
    expect(sumOver(supply.nurses, inDepartement('976'))).toBeGreaterThan(0);
    expect(name).toContain('DREES (gp_tous_modes_par_departement_2012_2025_DREES.csv)');
  });

  test('DREES by région: every région has its number, in the year asked', async () => {
    const { supply } = await importSupply(
      [official('gp_tous_modes_par_region_2012_2025_DREES.csv')],
      2024,
      parameters,
      map,
    );
    const region = geography.territories.flatMap((one) => (one.region === '11' ? [one.index] : []));
    expect(sumOver(supply.gps, region)).toBeCloseTo(15_777, 6);
  });

  test('communes win over départements, profession by profession', async () => {
    const both = await importing(
      official('gp_tous_modes_par_departement_2012_2025_DREES.csv'),
      official('bpe2013_sante_commune.csv'),
    );
    const [gps] = both.professions;
    expect(gps.territories).toMatchObject({ commune: 1392, departement: 0 });
  });

  test('the edition of 2009 is read, with a warning', async () => {
    const { files } = await importing(official('bpe2009_sante_commune.csv'));
    expect(files[0].warning).toContain('2009');
  });
});

describe("one's own CSV", () => {
  test('takes codes of communes, EPCI and départements, commas or semicolons', async () => {
    const z = territoryOf('45234');
    const { epci } = geography.territories[territoryOf('29019')];
    const own = file('own.csv', `code;gps;nurses\n45234;100;50\n${epci};40;80\n2A;30;60\n`);
    const { supply, files, professions } = await importing(own);
    expect(files[0]).toMatchObject({ format: 'plain', rows: 3, matchedRows: 3 });
    expect(supply.gps?.[z]).toBe(100);
    expect(sumOver(supply.gps, inDepartement('2A'))).toBeCloseTo(30, 9);
    expect(professions[0].territories).toMatchObject({ commune: 1 });
    expect(professions[0].territories.synthetic).toBeGreaterThan(1300);
  });

  test('territories of which no file speaks keep the synthetic number, at the level of the file', async () => {
    const text = inDepartement('45').map((z) => `${geography.territories[z].blocks[0].code},200`);
    const { supply, national } = await importing(file('loiret.csv', `code,gps\n${text.join('\n')}\n`));
    const rows = geography.territories.map((_, z) => z).filter((z) => !inDepartement('45').includes(z));
    const level = (sumOver(supply.gps, rows) + 200 * text.length) / national.gps;
    expect(level).toBeGreaterThan(1);
    expect(supply.nurses).toBeUndefined();
  });

  test('a former commune is found under the one that it became part of', async () => {
    const { supply, files } = await importing(file('former.csv', 'code,gps\n14011,7\n'));
    // 14011 Aunay-sur-Odon has been part of Les Monts d'Aunay (14027) since 2017.
    expect(files[0].matchedRows).toBe(1);
    expect(supply.gps?.[territoryOf('14027')]).toBe(7);
  });

  test('a spreadsheet may have dropped the leading zero of a commune', async () => {
    const { supply } = await importing(file('zero.csv', 'code,gps\n1004,9\n'));
    expect(supply.gps?.[territoryOf('01004')]).toBe(9);
  });

  test('zones are those of most people, and unknown where nothing is said', async () => {
    const [orleans, brest] = [territoryOf('45234'), territoryOf('29019')];
    const zones = file('zones.csv', 'code,gps,zone\n45234,100,ZIP\n29019,80,\n35238,90,none\n');
    const { supply } = await importing(zones);
    expect(supply.zone?.[orleans]).toBe(ZIP);
    expect(supply.zone?.[brest]).toBe(UNKNOWN_ZONE);
    expect(supply.zone?.[territoryOf('35238')]).toBe(NO_ZONE);
  });
});

describe('what is wrong is told with its line, and nothing is written', () => {
  const twoFiles = [file('a.csv', 'code,gps\n45234,1\n'), file('b.csv', 'code,gps\n45234,2\n')];
  const cases: readonly (readonly [string, string | Buffer | readonly string[], RegExp])[] = [
    ['negative', 'code,gps\n45234,-3\n', /negative\.csv:2:2: 'gps' is '-3', expected a number from 0$/],
    ['word', 'code,gps\n\n45234,many\n', /word\.csv:3:2: 'gps' is 'many', expected a number from 0$/],
    ['comma', 'code;gps\n45234;3,5\n', /comma\.csv:2:2: .*: write 3\.5, with a point$/],
    ['cells', 'code,gps\n45234,3,4\n', /cells\.csv:2: expected 2 cells, as in the first line, found 3$/],
    ['quote', 'code,gps\n"45234,3\n', /quote\.csv:2: a quotation mark opens here and never closes$/],
    ['break', 'code,gps\n"45\n234",3\n', /break\.csv: a cell holds a line break/],
    ['latin', Buffer.from('code,gps\n45234,é\n', 'latin1'), /latin\.csv:2: the file is not UTF-8/],
    ['empty', '', /empty\.csv:1: expected a first line with the names of the columns$/],
    ['rowless', 'code,gps\n', /rowless\.csv: the file has no row to import$/],
    ['column', 'code,gsp\n45234,3\n', /column\.csv:1:2: unknown column 'gsp'; did you mean 'gps'\?$/],
    ['neither', 'code,zone\n45234,ZIP\n', /neither\.csv:1: expected a column 'gps', 'nurses' or both$/],
    [
      'ages',
      'code,gps,age_40_49\n45234,3,1\n',
      /ages\.csv:1: ages are given in all four classes: add age_under40/,
    ],
    ['zone', 'code,gps,zone\n45234,3,ZIPP\n', /zone\.csv:2:3: 'zone' is 'ZIPP', expected ZIP, ZAC, none/],
    [
      'twice',
      'code,gps\n45234,3\n45234,4\n',
      /twice\.csv:3: '45234' is written twice, first at .*twice\.csv:2/,
    ],
    ['elsewhere', 'code,gps\n99999,3\n', /elsewhere\.csv: none of its 1 places is on the map/],
    ['nobody', 'code,gps\n45234,0\n', /nobody\.csv: it holds neither a GP nor a nurse$/],
    [
      'unknown',
      'depcom,Infirmier\n45234,3\n',
      /unknown\.csv:1: .*nearest is bpe-communes \(Insee BPE\), which lacks 'Médecin omnipraticien'/,
    ],
    [
      'year',
      'territoire,region,departement,2012\n1,24,Loiret,5\n',
      /year\.csv:1: there is no column '2013' for the year 2013; the file has 2012/,
    ],
    ['rivals', twoFiles, /a\.csv and .*b\.csv both give GPs by commune/],
  ];
  test.each(cases)('%s', async (name, content, says) => {
    const paths = Array.isArray(content) ? content : [file(`${name}.csv`, content as string | Buffer)];
    const said = await importing(...(paths as string[])).then(
      () => 'imported',
      (error: Error) => error.message,
    );
    expect(said).toMatch(says);
  });

  test('at the command line: exit code 2, no folder', () => {
    const out = join(folder, 'never');
    const bad = file('bad.csv', 'code,gps\n45234,-3\n');
    const { code, stdout, stderr } = maillage(['import', 'supply', bad, '--out', out]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("bad.csv:2:2: 'gps' is '-3'");
    expect(existsSync(out)).toBe(false);
  });
});
