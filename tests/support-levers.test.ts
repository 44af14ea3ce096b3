/** Hiring points, support of teams that know how, turns of supporters: each setting on projects made by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { AFTER_SIGNATURE, AT_ITS_END, cptsSettings, WITH_PROJECT } from '../sim/rules/cpts/settings.js';
import { spend } from '../sim/rules/cpts/treasury.js';
import { ABSENT, ADVISED, COMPULSORY } from '../sim/rules/institutions/settings.js';
import { isItsTurn, projectsTaken } from '../sim/rules/institutions/turns.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import {
  NEGOTIATING,
  NO_SUPPORTER,
  OWN_HANDS,
  PRE_PROJECT,
  SIGNED,
  SUBMITTED,
  WRITING,
} from '../sim/world/teams/projects.js';
import { addProject, regionRow, startCollectiveRun, territoriesOf } from './support/collective.js';
import { readSources } from './support/months.js';
import { ALONE, MARKET, rowsOf, slotsOf, supported } from './support/support-strategies.js';

const { parameters, catalogue } = readSources();
const MONTH = monthOf(2020, 6);
const [UNION, FEDERATION, FIRMS] = [0, 1, 2];

describe('the hiring point', () => {
  const settings = cptsSettings(parameters, MONTH).coordinator;
  const will = willSettings(startCollectiveRun([]).world, parameters, MONTH);

  /** Stages at which a project with money, and luck on the market, has a coordinator after a month. */
  function hiredAt(when: number, treasury = 200_000): number[] {
    const { world } = startCollectiveRun([]);
    const coordinator = { ...settings, market: 1, when: settings.when.map(() => when) };
    const stages = [PRE_PROJECT, WRITING, SUBMITTED, NEGOTIATING, SIGNED];
    const places = territoriesOf(world, '53');
    const rows = stages.map((stage, i) => addProject(world, places[i], { stage, treasury }));
    spend({ world, run: runKey('hiring', 0), month: MONTH, settings: { coordinator }, will }, rows);
    return stages.filter((_, i) => world.projects.columns.coordinator[rows[i]] > 0);
  }

  test('is as soon as there is money, once the project is written, or after the signature', () => {
    expect(hiredAt(WITH_PROJECT)).toEqual([PRE_PROJECT, WRITING, SUBMITTED, NEGOTIATING, SIGNED]);
    expect(hiredAt(AT_ITS_END)).toEqual([SUBMITTED, NEGOTIATING, SIGNED]);
    expect(hiredAt(AFTER_SIGNATURE)).toEqual([SIGNED]);
  });

  test('gives nobody to a project without money, whatever the setting', () => {
    for (const when of [WITH_PROJECT, AT_ITS_END, AFTER_SIGNATURE]) expect(hiredAt(when, 1000)).toEqual([]);
  });

  test('dismisses nobody who is there already', () => {
    const { world } = startCollectiveRun([]);
    const [z] = territoriesOf(world, '53');
    const row = addProject(world, z, { stage: WRITING, treasury: 50_000, coordinator: 0.5 });
    const coordinator = { ...settings, when: settings.when.map(() => AFTER_SIGNATURE) };
    spend({ world, run: runKey('hiring', 0), month: MONTH, settings: { coordinator }, will }, [row]);
    expect(world.projects.columns.coordinator[row]).toBe(0.5);
  });
});

describe('support of a team that knows how', () => {
  const mature = (word: string, strategy: readonly string[], skill: number) =>
    slotsOf(supported([...strategy, `cpts.support.mature=${word}`], { each: 6, fields: { skill } }));
  const alone = (slots: readonly number[]) =>
    slots.filter((slot) => slot === OWN_HANDS).length / slots.length;

  test('is its own choice where advised, taken by all where compulsory, given to none where absent', () => {
    const advised = alone(mature('advised', MARKET, 0.8));
    expect(advised).toBeGreaterThan(alone(mature('advised', MARKET, 0)));
    expect(advised).toBeGreaterThan(0.05);
    expect(alone(mature('compulsory', MARKET, 0.8))).toBe(0);
    expect(alone(mature('absent', MARKET, 0.8))).toBe(1);
  });

  test('absent, leaves the help of other teams as it is, up to the threshold', () => {
    expect(mature('absent', MARKET, 0.3)).toEqual(mature('advised', MARKET, 0.3));
    expect(alone(mature('absent', MARKET, 0.5))).toBe(1);
  });

  test('absent, keeps even a partner who comes by itself away', () => {
    expect(new Set(mature('advised', ALONE, 0.8))).toEqual(new Set([UNION]));
    expect(new Set(mature('absent', ALONE, 0.8))).toEqual(new Set([OWN_HANDS]));
  });

  test('compulsory, cannot be had by a team without money where teams pay', () => {
    const slots = slotsOf(
      supported([...MARKET, 'cpts.support.mature=compulsory', 'cpts.envelope.amount=0'], { each: 2 }),
    );
    const price = parameters.list('supporters.price', MONTH);
    expect(slots.every((slot) => slot === OWN_HANDS || price[slot] === 0)).toBe(true);
  });
});

describe('turns of supporters', () => {
  test('belong to those who have taken the fewest, among those who work there', () => {
    const taken = Float64Array.from([2, 1, 0, 5, 5, 5]);
    const all = () => true;
    expect([0, 1, 2].map((slot) => isItsTurn(taken, 0, slot, all))).toEqual([false, false, true]);
    expect([0, 1, 2].map((slot) => isItsTurn(taken, 1, slot, all))).toEqual([true, true, true]);
    const withoutFirms = (slot: number) => slot !== FIRMS;
    expect(isItsTurn(taken, 0, FEDERATION, withoutFirms)).toBe(true);
    expect(isItsTurn(taken, 0, UNION, withoutFirms)).toBe(false);
  });

  test('count the projects of the département founded within the years of its région, and none without rotation', () => {
    const { world } = startCollectiveRun([]);
    const places = territoriesOf(world, '32');
    const years = (n: number) =>
      world.geography.regions.map((_, r) => (r === regionRow(world, '32') ? n : 0));
    const ages = [12, 47, 48, 60];
    const rows = ages.map((age, i) =>
      addProject(world, places[i], { stage: WRITING, supporter: FIRMS, founded: MONTH - age }),
    );
    addProject(world, territoriesOf(world, '53')[0], { stage: WRITING, supporter: FIRMS, founded: MONTH });
    addProject(world, places[ages.length], { stage: WRITING, supporter: OWN_HANDS, founded: MONTH });
    const { departement } = world.projects.columns;
    const sum = (n: number) => projectsTaken(world, years(n), MONTH).reduce((all, one) => all + one, 0);
    expect([sum(0), sum(4), sum(5), sum(6)]).toEqual([0, 2, 3, 4]);
    const at = departement[rows[0]] * SLOTS + FIRMS;
    expect(projectsTaken(world, years(6), MONTH)[at]).toBe(
      rows.filter((row) => departement[row] === departement[rows[0]]).length,
    );
  });

  /** Whom every second project takes where `incumbent` has all the others. */
  function chosen(rotation: number, incumbent: number): number[] {
    const start = monthOf(2013, 1);
    const settings = ['cpts.support.mature=compulsory', `cpts.support.rotation=${rotation}`];
    const world = supported([...MARKET, ...settings], {
      each: 12,
      months: 2,
      fields: { founded: start },
      change: (here, month) => {
        const { supporter, supportPhase } = here.projects.columns;
        if (month > start) return;
        for (const row of rowsOf(here)) {
          supporter[row] = row % 2 === 0 ? incumbent : NO_SUPPORTER;
          if (row % 2 === 1) supportPhase[row] = 0;
        }
      },
    });
    return slotsOf(world).filter((_, row) => row % 2 === 1);
  }

  test('keep who has all the projects from the next one, and only where there is rotation', () => {
    const share = (slots: readonly number[], slot: number) =>
      slots.filter((one) => one === slot).length / slots.length;
    const [favourite] = [UNION, FEDERATION, FIRMS].sort(
      (a, b) => share(chosen(0, b), b) - share(chosen(0, a), a),
    );
    const free = share(chosen(0, favourite), favourite);
    expect(free).toBeGreaterThan(0.5);
    expect(share(chosen(4, favourite), favourite)).toBeLessThan(free / 4);
  });
});

test('the words of these settings are those that rules compare', () => {
  const words = (path: string) => catalogue.parameters.get(path)?.choices;
  const mature = words('cpts.support.mature');
  expect([mature?.[ADVISED], mature?.[COMPULSORY], mature?.[ABSENT]]).toEqual([
    'advised',
    'compulsory',
    'absent',
  ]);
  const when = words('cpts.coordinator.when');
  expect([when?.[WITH_PROJECT], when?.[AT_ITS_END], when?.[AFTER_SIGNATURE]]).toEqual([
    'project',
    'end',
    'signature',
  ]);
});
