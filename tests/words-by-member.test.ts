/** Parameters that are a word by member, such as one by région: what is read, changed, refused and shown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answerForm } from '../bin/json-forms.js';
import { parameterJson } from '../bin/parameter-json.js';
import { monthOf } from '../sim/base/calendar.js';
import { changeOf, studyChange } from '../sim/batch/design-json.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { firstDifference, parametersFromJSON } from '../sim/parameters/resolved.js';
import { applyChanges, resolveParameters } from '../sim/scenario/apply.js';
import { diffScenarios } from '../sim/scenario/diff.js';
import { checkScenario, loadScenario } from '../sim/scenario/load.js';
import { scenarioJsonSchema } from '../sim/scenario/schema.js';
import { applySet } from '../sim/scenario/set.js';
import type { Scenario } from '../sim/scenario/types.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { located } from './support/broken.js';
import { CHOOSER, WORDS_BY_MEMBER } from './support/words.js';

const [TEAM, AGENCY, NOBODY] = [0, 1, 2];

const scratch = mkdtempSync(join(tmpdir(), 'maillage-words-'));
afterAll(() => rmSync(scratch, { recursive: true }));
writeFileSync(join(scratch, 'support.yaml'), WORDS_BY_MEMBER);
const catalogue = loadCatalogue(scratch);
const members = catalogue.parameters.get(CHOOSER)?.members ?? [];
const at = (region: string) => members.indexOf(region);

function fileOf(name: string, ...changes: string[]): string {
  const file = join(scratch, `${name}.yaml`);
  const list =
    changes.length === 0 ? ' []\n' : `\n${changes.map((change) => `  - { ${change} }\n`).join('')}`;
  writeFileSync(file, `name: ${name}\ntitle: { en: Test, fr: Essai }\nreason: A test.\nchanges:${list}`);
  return file;
}

const base = loadScenario(fileOf('base'), catalogue);
const scenarioOf = (name: string, ...changes: string[]) => loadScenario(fileOf(name, ...changes), catalogue);
/** What is wrong with a scenario of these changes, the first one on line 5. */
const complaints = (...changes: string[]) =>
  checkScenario(fileOf('wrong', ...changes), catalogue).problems.map(located);
/** Position of a région's word in a month. */
const chooser = (scenario: Scenario, region: string, year: number) =>
  resolveParameters(catalogue, scenario).list(CHOOSER, monthOf(year, 1))[at(region)];

describe('the catalogue', () => {
  test('gives a rule positions among the choices, in the order of the domain', () => {
    const list = resolveParameters(catalogue).list(CHOOSER, monthOf(2016, 1));
    expect(list).toHaveLength(18);
    expect([list[at('24')], list[at('01')], list[at('94')]]).toEqual([NOBODY, TEAM, TEAM]);
    expect(resolveParameters(catalogue).list(CHOOSER, monthOf(2015, 12))[at('24')]).toBe(TEAM);
  });

  test('is read as a list, never as one word', () => {
    expect(() => resolveParameters(catalogue).choice(CHOOSER, 0)).toThrow('but it is a list');
  });

  test("'rest' gives the value of every département that is not named", () => {
    const list = resolveParameters(catalogue).list('support.staff', 0);
    const named = catalogue.parameters.get('support.staff')?.members ?? [];
    expect(list).toHaveLength(101);
    expect([list[named.indexOf('2A')], list[named.indexOf('976')]]).toEqual([0.5, 2]);
    expect(list.reduce((sum, value) => sum + value, 0)).toBe(101.5);
  });

  test('numbers départements and régions as geography does', () => {
    const { departements, regions } = buildGeography();
    const ids = (domain: string) => catalogue.domains.get(domain)?.members.map(({ id, fr }) => [id, fr]);
    expect(ids('departement')).toEqual(departements.map(({ code, name }) => [code, name]));
    expect(ids('region')?.map(([id]) => id)).toEqual(regions.map(({ code }) => code));
  });
});

describe('a scenario', () => {
  test('gives one word to all, to some, or its own to each, from a date and until one', () => {
    const all = scenarioOf('all', `parameter: ${CHOOSER}, from: 2017-01, value: agency`);
    expect(members.map((region) => chooser(all, region, 2017))).toEqual(members.map(() => AGENCY));
    const some = scenarioOf('some', `parameter: ${CHOOSER}, from: 2017-01, value: nobody, members: [76, 01]`);
    expect(['76', '01', '93', '24'].map((region) => chooser(some, region, 2017))).toEqual([
      NOBODY,
      NOBODY,
      TEAM,
      NOBODY,
    ]);
    const each = scenarioOf(
      'each',
      `parameter: ${CHOOSER}, from: 2017-01, to: 2019-01, value: { 24: team, 76: agency }`,
    );
    expect([2016, 2017, 2019].map((year) => chooser(each, '24', year))).toEqual([NOBODY, TEAM, NOBODY]);
    expect([2016, 2017, 2019].map((year) => chooser(each, '76', year))).toEqual([TEAM, AGENCY, TEAM]);
  });

  test('takes --set for all, for members and for months', () => {
    const set = (setting: string) => applySet(catalogue, base, setting, 1);
    expect(chooser(set(`${CHOOSER}=nobody`), '11', 2013)).toBe(NOBODY);
    const dated = set(`${CHOOSER}:24,76@2017-01..2018-01=agency`);
    expect([2016, 2017, 2018].map((year) => chooser(dated, '24', year))).toEqual([NOBODY, AGENCY, NOBODY]);
    expect(chooser(dated, '11', 2017)).toBe(TEAM);
    expect(() => set(`${CHOOSER}:24=nobdy`)).toThrow(
      "--set #1: 'nobdy' is not a choice of support.chooser; did you mean 'nobody'?",
    );
    expect(() => set(`${CHOOSER}*=2`)).toThrow(
      "is a word by region (team, agency, nobody): give it with 'value'",
    );
  });

  test('differs from another in words, one row for as long as they last', () => {
    const left = scenarioOf(
      'left',
      `parameter: ${CHOOSER}, from: 2017-01, value: agency, members: [24]`,
      `parameter: ${CHOOSER}, from: 2018-01, value: nobody, members: [76]`,
    );
    expect(diffScenarios(catalogue, left, base).map(({ label: _, ...row }) => row)).toEqual([
      { parameter: CHOOSER, unit: 'none', member: '24', from: '2017-01', a: 'agency', b: 'nobody' },
      { parameter: CHOOSER, unit: 'none', member: '76', from: '2018-01', a: 'nobody', b: 'team' },
    ]);
  });

  test('shares the history of another until a word differs', () => {
    const later = applySet(catalogue, base, `${CHOOSER}:24@2020-03=team`, 1);
    const same = applySet(catalogue, base, `${CHOOSER}:24@2020-03=nobody`, 1);
    const difference = (scenario: Scenario) =>
      firstDifference(resolveParameters(catalogue), resolveParameters(catalogue, scenario));
    expect(difference(later)).toBe(monthOf(2020, 3));
    expect(difference(same)).toBe(Infinity);
  });
});

describe('a change is refused in a sentence', () => {
  const change = (rest: string) => `parameter: ${CHOOSER}, from: 2017-01, ${rest}`;
  for (const [why, written, says] of [
    [
      'a misspelt word',
      'value: agenci',
      "5:57 'agenci' is not a choice of support.chooser; did you mean 'agency'?",
    ],
    [
      'a misspelt word of a member',
      'value: { 24: team, 76: nobdy }',
      "5:73 'nobdy' is not a choice of support.chooser; did you mean 'nobody'?",
    ],
    [
      'a number',
      'value: 1',
      '5:57 support.chooser is a word by region, expected one of: team, agency, nobody',
    ],
    [
      'a number of a member',
      'value: { 24: 2 }',
      '5:63 support.chooser is a word by region, expected one of: team, agency, nobody',
    ],
    [
      'a factor',
      'multiply: 2',
      "5:60 support.chooser is a word by region (team, agency, nobody): give it with 'value'",
    ],
    [
      'words to add',
      'add: { 24: team }',
      "5:55 support.chooser is a word by region (team, agency, nobody): give it with 'value'",
    ],
    [
      'an unknown member',
      'value: { 244: team }',
      `5:64 '244' is not a member of region; expected one of: ${members.join(', ')}`,
    ],
    [
      'the rest',
      'value: { 24: team, rest: nobody }',
      "5:75 'rest' is not a member of region; a change leaves the members that it does not name as they are, and names none to change them all",
    ],
  ]) {
    test(why, () => {
      expect(complaints(change(written))).toEqual([says]);
    });
  }

  test('a word where a list holds numbers', () => {
    const staff = 'parameter: support.staff, from: 2017-01,';
    expect(complaints(`${staff} value: { 2A: much }`)).toEqual([
      "5:61 'much' is a text, expected a number in FTE for support.staff",
    ]);
    expect(complaints(`${staff} value: 2, members: [96]`)).toEqual([
      "5:67 '96' is not a member of departement; run `maillage params show support.staff` for the list",
    ]);
    expect(complaints(`${staff} multiply: { 2A: "1,5" }`)).toEqual([
      "5:64 '1,5' is a text, expected a factor for support.staff: write 1.5, with a point",
    ]);
  });

  test('a word that this version does not know, in the changes of a study', () => {
    const [written] = applySet(catalogue, base, `${CHOOSER}=nobody`, 1).changes.map(studyChange);
    const read = (operand: string) =>
      applyChanges(catalogue, [changeOf({ ...written, operand }, 'old')]).problems;
    expect(read('nobody')).toEqual([]);
    expect(read('anyone').map(({ message }) => message)).toEqual([
      expect.stringContaining("'anyone' is not a choice of support.chooser"),
    ]);
  });
});

describe('words are shown as words', () => {
  test('in the manifest of a run, from which the same lists come back', () => {
    const scenario = scenarioOf('shown', `parameter: ${CHOOSER}, from: 2017-01, value: { 76: agency }`);
    const resolved = resolveParameters(catalogue, scenario);
    const json = resolved.toJSON();
    expect(json[CHOOSER]).toMatchObject({
      kind: 'list',
      by: 'region',
      choices: ['team', 'agency', 'nobody'],
    });
    expect(json[CHOOSER].values['2016-01']).toEqual(members.map((id) => (id === '24' ? 'nobody' : 'team')));
    const text = JSON.stringify(resolved);
    const again = parametersFromJSON(JSON.parse(text));
    expect(JSON.stringify(again)).toBe(text);
    expect(firstDifference(resolved, again)).toBe(Infinity);
    for (const year of [2013, 2016, 2017])
      expect(again.list(CHOOSER, monthOf(year, 1))).toEqual(resolved.list(CHOOSER, monthOf(year, 1)));
  });

  test('in the answers for programs, without limits', () => {
    const parameters = [...catalogue.parameters.values()].map(parameterJson);
    expect(
      answerForm('params-list').safeParse({ schema: 'maillage/params-list/1', parameters }).error?.issues ??
        [],
    ).toEqual([]);
    expect(parameters[0].limits).toBeUndefined();
    expect((parameters[0].values as Record<string, string[]>)['2016-01'][at('24')]).toBe('nobody');
  });

  test('in the JSON Schema of scenarios, which editors read', () => {
    const schema = JSON.stringify(scenarioJsonSchema(catalogue));
    expect(schema).toContain('[team | agency | nobody, by region]');
  });
});
