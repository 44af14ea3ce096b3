/** Agencies: staff, money, pressure and pairs, from state made by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue, parametersDir } from '../sim/parameters/catalogue.js';
import { readVocabulary } from '../sim/parameters/vocabulary.js';
import { agencies } from '../sim/rules/institutions/agencies.js';
import * as words from '../sim/rules/institutions/settings.js';
import { supporters } from '../sim/rules/institutions/supporters.js';
import { unions } from '../sim/rules/institutions/unions.js';
import * as yesOrNo from '../sim/rules/yes-or-no.js';
import { SLOTS, SUPPORTER_WORDS } from '../sim/world/teams/institutions.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import { SIGNED, SUBMITTED, WRITING } from '../sim/world/teams/projects.js';
import { NO_TEAM } from '../sim/world/teams/teams.js';
import { addProject, regionRow, startCollectiveRun, territoriesOf } from './support/collective.js';
import { freeGps, madeTeam } from './support/made-teams.js';
import { PROJECT, projectFiles } from './support/project.js';

const START = monthOf(2013, 1);
const codes = { ...yesOrNo, ...words };
const POSITIONS = new Map<string, unknown>(Object.entries(codes));
const RULES = [agencies, unions, supporters];
const { parameters } = loadCatalogue();
const { domains } = readVocabulary(parametersDir());

/** The world after the rules have run from January 2013 to this month. */
function at(month: number, settings: readonly string[] = [], rules = RULES) {
  const run = startCollectiveRun(rules, settings);
  run.months(START, month);
  return run;
}

describe('words', () => {
  test.each<[string, readonly (keyof typeof codes)[]]>([
    ['cpts.support.chooser', ['TEAM_CHOOSES', 'AGENCY_CHOOSES', 'NOBODY_CHOOSES']],
    ['cpts.support.payee', ['TEAM_IS_PAID', 'PARTNER_IS_PAID', 'SELECTED_IS_PAID', 'NOBODY_IS_PAID']],
    ['cpts.support.exclusive', ['NO', 'YES']],
    ['cpts.support.spanFrom', ['FROM_PROSPECTING', 'FROM_LETTER', 'FROM_PROJECT']],
    ['cpts.support.spanTo', ['TO_PROJECT', 'TO_ACI', 'TO_AFTER']],
    ['cpts.envelope.when', ['PAID_AT_LETTER', 'PAID_WITH_PROJECT']],
    ['cpts.upstream', ['NO', 'YES']],
    ['agencies.metric', ['COUNTS_PROJECTS', 'COUNTS_SIGNED', 'COUNTS_DEPTH']],
    ['agencies.oneStop', ['NO', 'YES']],
    ['delegations.committee', ['NO', 'YES']],
    ['delegations.logic', ['ANIMATION', 'TRADE']],
  ])('of %s are those that rules compare, in their order', (path, names) => {
    const words = parameters.get(path)?.choices ?? [];
    expect(names.map((name) => POSITIONS.get(name))).toEqual(words.map((_, position) => position));
    for (const [position, word] of words.entries())
      expect(names[position].split('_')).toContain(word === 'none' ? 'NOBODY' : word.toUpperCase());
  });

  test('that name a supporter stand in the order of slots', () => {
    const members = domains.get('supporter')?.members.map(({ id }) => id);
    expect(members).toEqual([...SUPPORTER_WORDS]);
    expect(SUPPORTER_WORDS).toHaveLength(SLOTS);
    expect(parameters.get('cpts.support.partner')?.choices).toEqual([...SUPPORTER_WORDS]);
    expect(parameters.get('cpts.support.selected')?.choices).toEqual([...SUPPORTER_WORDS, 'any']);
    expect(parameters.get('supporters.seat')?.choices).toEqual(['nobody', ...SUPPORTER_WORDS]);
  });

  test('of strategies and of supporters stand in no source of a rule', () => {
    const names = /['"`](lib[ée]ral|unique|mixte|d[ée]l[ée]gu[ée]|delegue|union|federation|firms)['"`]/i;
    const guilty = projectFiles('sim/rules', '.ts').filter((path) =>
      names.test(readFileSync(`${PROJECT}/${path}`, 'utf8')),
    );
    expect(guilty).toEqual([]);
    expect(names.test("if (slot === 'union')")).toBe(true);
  });
});

describe('the default history', () => {
  const byRegion = (path: string, year: number) => {
    const { dated = [], members = [] } = parameters.get(path) ?? {};
    const values = dated.filter(({ month }) => month <= monthOf(year, 12)).at(-1)?.value as readonly number[];
    return Object.fromEntries(members.map((member, i) => [member, values[i]]));
  };

  test('gives nobody a partner before the law, and the délégué settings to Centre-Val de Loire alone in 2016', () => {
    expect(
      Object.values(byRegion('cpts.support.chooser', 2015)).every((word) => word === codes.TEAM_CHOOSES),
    ).toBe(true);
    const nobody = Object.entries(byRegion('cpts.support.chooser', 2016)).filter(
      ([, word]) => word === codes.NOBODY_CHOOSES,
    );
    expect(nobody.map(([region]) => region)).toEqual(['24']);
  });

  test('has a mean envelope of 31,036 EUR in 2021, within 5 %, and none above 90,000', () => {
    const amounts = Object.values(byRegion('cpts.envelope.amount', 2021));
    const mean = amounts.reduce((sum, euros) => sum + euros, 0) / amounts.length;
    expect(Math.abs(mean / 31_036 - 1)).toBeLessThan(0.05);
    expect(Math.max(...amounts)).toBeLessThanOrEqual(90_000);
  });

  test('says "inferred" of every setting of support that Gauthier does not give', () => {
    for (const setting of ['chooser', 'payee', 'exclusive', 'spanFrom', 'spanTo', 'partner', 'selected'])
      expect(parameters.get(`cpts.support.${setting}`)?.note).toMatch(/[Ii]nferred/);
  });
});

describe('staff', () => {
  const days = (month: number, settings: readonly string[] = []) => {
    const { staff } = at(month, ['agencies.pressureStaff=0', ...settings], [agencies]).world.delegations
      .columns;
    return staff.reduce((sum, one) => sum + one, 0);
  };

  test('grows with the posts of 2018 and 2019, and is away in the spring of 2020', () => {
    const [before, announced, agreed] = [2018, 2019, 2020].map((year) => days(monthOf(year, 1)));
    expect(announced).toBeGreaterThan(before);
    expect(agreed).toBeGreaterThan(announced * 1.3);
    expect(days(monthOf(2020, 3)) / agreed).toBeCloseTo(0.3, 1);
  });

  test('doubled posts give twice the days', () => {
    const doubled = ['delegations.staff*=2', 'agencies.staff*=2'];
    expect(days(START, doubled) / days(START)).toBeCloseTo(2, 5);
  });

  test('is paid for each day present, by the State and by Assurance Maladie', () => {
    const { world } = at(START, [], [agencies]);
    const { euros } = world.territories.columns;
    const paid = (instrument: number) =>
      euros.reduce((sum, amount, i) => sum + (i % INSTRUMENT_COUNT === instrument ? amount : 0), 0);
    const posts = 101 * 0.26 + 18;
    expect(paid(instrumentOf('agencyStaff'))).toBeCloseTo(posts * 17 * 294, 0);
    expect(paid(instrumentOf('cpamStaff'))).toBeCloseTo(101 * 0.2 * 17 * 294, 0);
  });

  test('that files leave looks for leaders the next month, and files that take all leave none', () => {
    const run = startCollectiveRun([agencies]);
    const { staff, prospecting } = run.world.delegations.columns;
    run.months(START, START);
    const present = staff[0] / 1.3;
    run.months(START + 1, START + 1);
    expect(prospecting[0]).toBeCloseTo(present, 3);
    staff.fill(0);
    run.months(START + 2, START + 2);
    expect(prospecting[0]).toBe(0);
  });

  test('that the national target moves from files are counted once among those that look for leaders', () => {
    const run = startCollectiveRun([agencies], ['agencies.pressureStaff=0.5']);
    const month = monthOf(2020, 1);
    run.months(START, month);
    const { delegations, agencies: offices, geography } = run.world;
    const { staff, prospecting } = delegations.columns;
    const pressure = offices.columns.pressure[geography.regionOf[geography.departementOf.indexOf(0)]];
    expect(pressure).toBeGreaterThan(0.1);
    // Nobody has a file: all days look for leaders, and no more than there are.
    expect(prospecting[0]).toBeCloseTo(staff[0] / 1.3 / (1 - 0.5 * pressure), 3);
  });

  test('learns where it follows cases itself, forgets where supporters give all the days', () => {
    const skillAfter = (use: (run: ReturnType<typeof startCollectiveRun>) => void) => {
      const run = startCollectiveRun([agencies]);
      run.months(START, START + 24, () => use(run));
      return run.world.agencies.columns.skill[0];
    };
    const nothing = skillAfter(() => {});
    expect(skillAfter(({ world }) => world.delegations.columns.staff.fill(0))).toBeGreaterThan(nothing);
    expect(skillAfter(({ world }) => world.supporters.columns.given.fill(5))).toBeLessThan(nothing);
  });
});

describe('the national target', () => {
  test('presses nobody before September 2018, and less where projects are many', () => {
    expect(at(monthOf(2018, 8)).world.agencies.columns.pressure.every((one) => one === 0)).toBe(true);
    const run = startCollectiveRun([agencies]);
    const [crowded, empty] = ['24', '53'].map((code) => regionRow(run.world, code));
    for (const z of territoriesOf(run.world, '24').slice(0, 20)) addProject(run.world, z, { stage: WRITING });
    run.months(START, monthOf(2019, 12));
    const { pressure, stance, planned } = run.world.agencies.columns;
    expect(pressure[empty]).toBe(1);
    expect(pressure[crowded]).toBeCloseTo(1 - 20 / planned[crowded], 5);
    expect(planned.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1000, 2);
    expect(stance[empty]).toBeLessThan(0.7);
  });

  test('counts signatures only where the metric says so', () => {
    const pressed = (metric: string) => {
      const run = startCollectiveRun([agencies], [`agencies.metric=${metric}`]);
      const [first, second] = territoriesOf(run.world, '24');
      addProject(run.world, first, { stage: WRITING });
      addProject(run.world, second, { stage: SIGNED, depth: 0.5 });
      run.months(START, monthOf(2019, 12));
      const { pressure, planned } = run.world.agencies.columns;
      const row = regionRow(run.world, '24');
      return (1 - pressure[row]) * planned[row];
    };
    expect(pressed('projects')).toBeCloseTo(2, 3);
    expect(pressed('signed')).toBeCloseTo(1, 3);
    expect(pressed('depth')).toBeCloseTo(0.5, 3);
  });

  test('off, takes no day from files', () => {
    const offered = (settings: readonly string[]) =>
      at(monthOf(2019, 12), settings, [agencies]).world.delegations.columns.offered[0];
    expect(offered(['agencies.pressure=0'])).toBeGreaterThan(offered([]) * 1.2);
  });
});

describe('the FIR', () => {
  test('is refilled in January and lost at the end of the year', () => {
    const run = startCollectiveRun([agencies]);
    run.months(START, START);
    const full = Float64Array.from(run.world.agencies.columns.fir);
    run.world.agencies.columns.fir.fill(1);
    run.months(START + 1, START + 11);
    expect([...run.world.agencies.columns.fir].every((left) => left === 1)).toBe(true);
    run.months(START + 12, START + 12);
    expect(run.world.agencies.columns.fir).toEqual(full);
  });
});

describe('pairs of ARS and CPAM', () => {
  test('draw nearer where a committee sits, quarter after quarter', () => {
    const run = startCollectiveRun([agencies]);
    const { departements } = run.world.geography;
    const [vosges, ain] = ['88', '01'].map((code) => departements.findIndex((one) => one.code === code));
    const { alignment, sinceCommittee } = run.world.delegations.columns;
    const waits: number[] = [];
    run.months(START, monthOf(2021, 12), () => waits.push(sinceCommittee[vosges]));
    expect(alignment[vosges]).toBeGreaterThan(alignment[ain] + 0.2);
    expect(waits.slice(-6)).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(Math.max(...waits)).toBe(2);
    expect(sinceCommittee[ain]).toBe(0);
  });

  test('give days of the CPAM to contracts to sign, of CPTS and MSP: by cases without bonus, all with a full one', () => {
    const cpam = (bonus: number, aciSince: readonly number[] = []) => {
      const run = startCollectiveRun([agencies], [`cpam.bonus=${bonus}`]);
      run.world.teams.columns.state.fill(NO_TEAM);
      const zs = territoriesOf(run.world, '24').filter(
        (z) => run.world.geography.territories[z].departement === '37',
      );
      addProject(run.world, zs[0], { stage: SUBMITTED });
      addProject(run.world, zs[1], { stage: SIGNED });
      for (const since of aciSince)
        madeTeam(run.world, freeGps(run.world, 1, zs[0]), { territory: zs[0], aciSince: since });
      run.months(START, START);
      return run.world.delegations.columns.cpam[run.world.geography.departementOf[zs[0]]];
    };
    const all = 0.2 * 17;
    expect(cpam(0)).toBeCloseTo(all / 2, 4);
    expect(cpam(1)).toBeCloseTo(all, 4);
    expect(cpam(0, [0, 0])).toBeCloseTo((all * 3) / 4, 4);
    expect(cpam(0, [START, 0, START])).toBeCloseTo((all * 2) / 5, 4);
  });
});

describe('what a delegation sees', () => {
  test('is the share of its people under signed CPTS, and people without project', () => {
    const run = startCollectiveRun([agencies]);
    const { world } = run;
    const dep = world.geography.departements.findIndex(({ code }) => code === '37');
    const inside = world.geography.territories.filter((one) => one.departement === '37');
    const row = addProject(world, inside[0].index, { stage: SIGNED });
    const { people } = world.projects.columns;
    const total = inside.reduce((sum, { population }) => sum + population, 0);
    world.territories.columns.cptsShare[inside[0].index] = people[row] / inside[0].population;
    run.months(START, START);
    const here = world.delegations.columns;
    expect(here.cptsShare[dep]).toBeCloseTo(people[row] / total, 5);
    expect(here.freePeople[dep]).toBeCloseTo(total - people[row], 3);
  });
});
