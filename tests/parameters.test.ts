/** The catalogue of parameters: what it holds, what it refuses, and the values it gives to the model. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { packageRoot, scenariosDir } from '../sim/base/paths.js';
import { formatProblem } from '../sim/base/problems.js';
import { auditCatalogue } from '../sim/parameters/audit.js';
import { checkCatalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import { firstDifference, parametersFromJSON } from '../sim/parameters/resolved.js';
import { readVocabulary } from '../sim/parameters/vocabulary.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { brokenFiles, located } from './support/broken.js';
import { PROJECT } from './support/project.js';

const FIXTURES = join(PROJECT, 'tests/fixtures/parameters');
const BASE = join(PROJECT, 'tests/fixtures/scenarios/base.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'maillage-parameters-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const catalogue = loadCatalogue(FIXTURES);
const resolved = () => resolveParameters(catalogue);

/** A folder of parameters that holds one file. */
function folderOf(name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(scratch, 'folder-'));
  writeFileSync(join(folder, name), content);
  return folder;
}

describe('the catalogue of the package', () => {
  test('the package and its scenarios are found from the compiled files', () => {
    expect(packageRoot()).toBe(PROJECT);
    expect(scenariosDir()).toBe(join(PROJECT, 'scenarios'));
  });

  test('every parameter file of the package is right', () => {
    expect(checkCatalogue().problems.map(formatProblem)).toEqual([]);
  });

  test('every value that is not an assumption names its source', () => {
    const { parameters } = checkCatalogue().catalogue;
    const unsourced = auditCatalogue(checkCatalogue().catalogue).withoutSource;
    expect(unsourced.filter((path) => parameters.get(path)?.status !== 'assumption')).toEqual([]);
  });

  test('the eighteen régions keep the order of their codes', () => {
    const { domains, problems } = readVocabulary(join(PROJECT, 'scenarios/parameters'));
    expect(problems).toEqual([]);
    expect(
      domains
        .get('region')
        ?.members.map((member) => member.id)
        .join(' '),
    ).toBe('01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94');
    expect(domains.get('month12')?.members).toHaveLength(12);
    expect(domains.get('ageBand5y')?.members).toHaveLength(19);
  });
});

describe('values of a month', () => {
  test('a fee holds from its date until the next, and the first one holds before', () => {
    const p = resolved();
    const fee = (year: number, month: number) => p.number('consultation.fee', monthOf(year, month));
    expect([fee(2000, 1), fee(2017, 4), fee(2017, 5), fee(2023, 10), fee(2024, 12), fee(2050, 1)]).toEqual([
      23, 23, 25, 25, 30, 30,
    ]);
  });

  test('months may be asked in any order', () => {
    const p = resolved();
    const fee = (year: number) => p.number('consultation.fee', monthOf(year, 1));
    expect([fee(2030), fee(2013), fee(2018), fee(2013), fee(2030)]).toEqual([30, 23, 25, 23, 30]);
  });

  test('interpolated hours fall in a straight line between their two dates, and stay level outside', () => {
    const p = resolved();
    const hours = (year: number, month = 1) => p.number('consultation.hours', monthOf(year, month));
    expect([hours(2010), hours(2013), hours(2023), hours(2040)]).toEqual([57, 57, 53, 53]);
    expect(hours(2018)).toBeCloseTo(55, 12);
    expect(hours(2013, 7)).toBeCloseTo(57 - 4 / 20, 12);
  });

  test('a list comes in the order of its domain, whatever the order in the file', () => {
    const shuffled = folderOf(
      'a.yaml',
      'x:\n  label: { en: X, fr: X }\n  unit: ratio\n  status: law\n  source: Law\n  by: ruralClass\n' +
        '  values: { 2013-01: { rural: 4, city: 2, town: 3, metropolis: 1 } }\n',
    );
    expect(resolveParameters(loadCatalogue(shuffled)).list('x', 0)).toEqual([1, 2, 3, 4]);
    expect(catalogue.parameters.get('training.posts')?.members?.[0]).toBe('01');
  });

  test('a list is the same object as long as its values hold', () => {
    const p = resolved();
    expect(p.list('people.lowIncome', monthOf(2014, 1))).toBe(p.list('people.lowIncome', monthOf(2019, 12)));
  });

  test('an interpolated list runs member by member', () => {
    const posts = resolved().list('training.posts', monthOf(2014, 1));
    expect([posts[0], posts[5]]).toEqual([40, 620]);
  });

  test('a word is read as a word, and a number is not', () => {
    expect(resolved().choice('hours.trend', 0)).toBe('age');
    expect(() => resolved().number('hours.trend', 0)).toThrow(
      "'hours.trend' is read as a number, but it is a choice",
    );
    expect(() => resolved().number('people.lowIncome', 0)).toThrow('but it is a list');
  });

  test('a path that no file gives is named with the nearest one', () => {
    expect(() => resolved().number('consultation.fees', 0)).toThrow("did you mean 'consultation.fee'?");
  });

  test('the next change of a topic is the first month at which one of its values moves', () => {
    const p = resolved();
    expect(p.nextChange('consultation.fee', monthOf(2013, 1))).toBe(monthOf(2017, 5));
    expect(p.nextChange('consultation.fee', monthOf(2017, 5))).toBe(monthOf(2023, 11));
    expect(p.nextChange('consultation.fee', monthOf(2024, 12))).toBe(Infinity);
    expect(p.nextChange('consultation', monthOf(2013, 1))).toBe(monthOf(2013, 2));
    expect(p.nextChange('consult', 0)).toBe(Infinity);
    expect(p.nextChange('people', monthOf(2013, 1))).toBe(monthOf(2020, 1));
    expect(p.nextChange('', monthOf(2024, 1))).toBe(monthOf(2024, 12));
  });

  test('between two changes every value stays the same', () => {
    const p = resolved();
    for (let month = monthOf(2012, 1); month < monthOf(2026, 1); month++) {
      const next = Math.min(p.nextChange('', month), monthOf(2026, 1));
      for (let later = month; later < next; later++) {
        expect(p.list('training.posts', later)).toEqual(p.list('training.posts', month));
        expect(p.number('consultation.fee', later)).toBe(p.number('consultation.fee', month));
        expect(p.number('consultation.hours', later)).toBe(p.number('consultation.hours', month));
      }
    }
  });

  test('reading marks a path as read, asking for changes does not', () => {
    const p = resolved();
    p.number('consultation.fee', 0);
    p.nextChange('people', 0);
    expect([...p.readPaths()]).toEqual(['consultation.fee']);
  });
});

describe('parameters sent to a thread', () => {
  test('parameters rebuilt from their JSON text give the same numbers in every month', () => {
    const p = resolved();
    const text = JSON.stringify(p);
    const q = parametersFromJSON(JSON.parse(text));
    expect(JSON.stringify(q)).toBe(text);
    for (let month = monthOf(2010, 1); month < monthOf(2030, 1); month++) {
      expect(q.number('consultation.hours', month)).toBe(p.number('consultation.hours', month));
      expect(q.list('training.posts', month)).toEqual(p.list('training.posts', month));
    }
    expect(q.choice('hours.trend', 0)).toBe('age');
    expect(firstDifference(p, q)).toBe(Infinity);
  });

  test('the manifest writes dates as months and keeps both ends of a straight line', () => {
    const json = resolved().toJSON();
    expect(json['consultation.fee'].values).toEqual({
      '2013-01': 23,
      '2017-05': 25,
      '2023-11': 26.5,
      '2024-12': 30,
    });
    expect(json['consultation.hours'].values['2013-01']).toEqual({
      value: 57,
      next: 53,
      since: '2013-01',
      until: '2023-01',
    });
  });

  test('two sets of parameters differ from the first month at which a value does', () => {
    const base = loadScenario(BASE, catalogue);
    const changed = (setting: string) => resolveParameters(catalogue, applySet(catalogue, base, setting, 1));
    expect(firstDifference(resolved(), changed('consultation.fee@2020-03=28'))).toBe(monthOf(2020, 3));
    expect(firstDifference(resolved(), changed('consultation.fee@2018-01..2020-01*=1'))).toBe(Infinity);
    expect(firstDifference(resolved(), changed('consultation.hours@2030-01=53'))).toBe(Infinity);
    expect(firstDifference(resolved(), changed('consultation.fee=28'))).toBe(-Infinity);
  });
});

describe('the audit', () => {
  test('counts entries by status and names those without source, stale or unread', () => {
    const audit = auditCatalogue(catalogue, {
      now: '2026-11',
      maxAgeYears: 5,
      readPaths: new Set(['consultation.fee', 'hours.trend']),
    });
    expect(audit.total).toBe(7);
    expect(audit.byStatus).toEqual({
      law: 1,
      agreement: 1,
      statistic: 1,
      estimate: 1,
      calibrated: 0,
      assumption: 3,
    });
    expect(audit.withoutSource).toEqual(['hours.trend', 'people.lowIncome', 'trust.drift']);
    expect(audit.stale).toEqual(['consultation.fee']);
    expect(audit.unread).toEqual([
      'consultation.minutes',
      'consultation.hours',
      'people.lowIncome',
      'training.posts',
      'trust.drift',
    ]);
  });

  test('says nothing of age without a date, nor of reading without a run', () => {
    const audit = auditCatalogue(catalogue);
    expect([audit.stale, audit.unread]).toEqual([[], []]);
  });
});

describe('limits', () => {
  const limits = (path: string) => catalogue.parameters.get(path)?.limits;
  test('a share lies between 0 and 1, a price above 0, and a signed value where its entry says', () => {
    expect(limits('people.lowIncome')).toEqual([0, 1]);
    expect(limits('consultation.fee')).toEqual([0, Infinity]);
    expect(limits('trust.drift')).toEqual([-5, 5]);
  });
});

describe('a broken parameter file gets a sentence', () => {
  for (const { name, path, says } of brokenFiles('parameter-')) {
    test(name, () => {
      const folder = mkdtempSync(join(scratch, 'broken-'));
      cpSync(path, join(folder, name));
      expect(checkCatalogue(folder).problems.map((problem) => located(problem))).toEqual(says);
    });
  }

  test('a file that is not UTF-8 is told from a broken one', () => {
    const folder = folderOf('latin.yaml', Buffer.from('x: caf\xe9\n', 'latin1'));
    expect(checkCatalogue(folder).problems[0].message).toContain('not encoded in UTF-8');
  });

  test('an empty file holds no parameter, and a missing folder is named', () => {
    expect(checkCatalogue(folderOf('empty.yaml', '# nothing\n')).problems).toEqual([]);
    expect(() => loadCatalogue(join(scratch, 'nowhere'))).toThrow('this folder of parameters cannot be read');
  });

  test('a path written in two files is refused with both places', () => {
    const entry =
      'x:\n  label: { en: X, fr: X }\n  unit: EUR\n  status: law\n  source: Law\n  values: { 2013-01: 1 }\n';
    const folder = folderOf('a.yaml', entry);
    writeFileSync(join(folder, 'b.yaml'), entry);
    expect(() => loadCatalogue(folder)).toThrow(
      /b\.yaml:1:1: the parameter 'x' is written twice \(first at .*a\.yaml:1:1\)/,
    );
  });

  test('several mistakes are told together, under the exit code of bad input', () => {
    const folder = folderOf('a.yaml', 'x: 1\ny: 2\n');
    expect(() => loadCatalogue(folder)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining('2 mistakes to correct') }),
    );
  });
});
