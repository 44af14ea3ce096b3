/** Advanced practice nurses: classes, where they work, who refers, who leaves. Rules alone. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { caseloads } from '../sim/rules/delegation/caseloads.js';
import { ipa } from '../sim/rules/delegation/ipa.js';
import { ipaMoney } from '../sim/rules/delegation/ipa-income.js';
import { sharedOut } from '../sim/rules/delegation/ipa-referral.js';
import { ipaTraining } from '../sim/rules/delegation/ipa-training.js';
import { feeSettings, referralSettings } from '../sim/rules/delegation/settings.js';
import {
  GONE,
  IN_HOSPITAL,
  IN_TRAINING,
  IPA_NURSE,
  LIBERAL_IPA,
  SALARIED_IPA,
} from '../sim/world/delegation/paramedics.js';
import { SIGNED, SUBMITTED } from '../sim/world/teams/projects.js';
import { CENTRE_TEAM, CLOSED, MSP, OPEN } from '../sim/world/teams/teams.js';
import { addProject, startCollectiveRun } from './support/collective.js';
import { addIpa, equalLists, eurosOf, gpsWho, paramedicsWho, total } from './support/delegation.js';
import { readSources } from './support/months.js';

const SEPTEMBER_2017 = monthOf(2017, 9);
const JULY_2019 = monthOf(2019, 7);

function lives(settings: readonly string[] = [], rules = [ipaTraining, ipa, caseloads]) {
  const run = startCollectiveRun(rules, settings);
  equalLists(run.world);
  return run;
}

describe('a class of IPA', () => {
  const told = (settings: readonly string[], until = JULY_2019) => {
    const { world, months } = lives(settings, [ipaTraining]);
    let graduates = 0;
    let paid = 0;
    months(SEPTEMBER_2017, until, (month) => {
      graduates += total(world.territories.columns.delegationFlows);
      if (month === SEPTEMBER_2017) paid = eurosOf(world, 'ipaTraining');
    });
    const { key, field, openness, territory, state } = world.paramedics.columns;
    const rows = paramedicsWho(world, (row) => world.paramedics.columns.kind[row] === IPA_NURSE);
    const first = rows.filter((row) => Math.floor(key[row] / 4096) === 2017);
    const who = first.map((row) => [key[row], field[row], openness[row], territory[row]].join(' '));
    return { who, states: first.map((row) => state[row]), graduates, paid };
  };

  test('twice the places begin with the same people', () => {
    const usual = told([]).who;
    const doubled = told(['ipa.places*=2']).who;
    expect(usual.length).toBe(66);
    expect(doubled.length).toBe(132);
    expect(doubled.slice(0, 66)).toEqual(usual);
    expect(new Set(doubled).size).toBe(132);
  });

  test('graduates in July two years on, all but one in twenty; some go to town, most to hospital', () => {
    expect(told([], JULY_2019 - 1).states.every((state) => state === IN_TRAINING)).toBe(true);
    const { states, graduates } = told([]);
    expect(graduates).toBe(63);
    const count = (state: number) => states.filter((one) => one === state).length;
    expect([count(IN_TRAINING), count(GONE)]).toEqual([0, 3]);
    expect(count(LIBERAL_IPA)).toBeGreaterThan(2);
    expect(count(LIBERAL_IPA)).toBeLessThan(25);
    expect(count(IN_HOSPITAL) + count(LIBERAL_IPA)).toBe(63);
  });

  test('goes to hospital where none begins in town, and the more to town the greater the share', () => {
    const town = (share: number) =>
      told([`ipa.town=${share}`]).states.filter((state) => state === LIBERAL_IPA).length;
    expect(town(0)).toBe(0);
    expect(town(0.9)).toBeGreaterThan(town(0.3));
  });

  test('is paid by the ARS, so much a student', () => {
    expect(told([]).paid).toBeCloseTo((66 * 10000) / 12, 6);
    expect(told(['ipa.places=0']).paid).toBe(0);
  });
});

describe('what a GP hands over to an IPA', () => {
  const { parameters } = readSources();
  const usual = referralSettings(startCollectiveRun([]).world, parameters, JULY_2019);
  const byAct = usual.mix.usual;
  const byList = { ...byAct, flatShare: 0.5 };

  test('is less when paid by the act with time to spare; a swamped one hands over as much under any payment', () => {
    expect(sharedOut(0.8, 0, 1, usual, byAct)).toBeLessThan(sharedOut(0.8, 0, 1, usual, byList));
    expect(sharedOut(0.8, 1, 1, usual, byAct)).toBe(sharedOut(0.8, 1, 1, usual, byList));
  });

  test('keeps easy patients for want of income, and all of them goes where none is easy', () => {
    expect(sharedOut(1, 0, 1, usual, byAct)).toBeLessThan(
      sharedOut(1, 0, 1, { ...usual, easyShare: 0 }, byAct),
    );
    expect(sharedOut(1, 0, 1, { ...usual, easyShare: 0 }, byAct)).toBe(1);
  });

  test('lacks time where it takes time, and is nothing where the role is unknown', () => {
    expect(sharedOut(1, 1, 1, usual, byAct)).toBeCloseTo(0.7, 12);
    expect(sharedOut(1, 1, 1, { ...usual, timeToRefer: 0 }, byAct)).toBe(1);
    expect(sharedOut(1, 1, 0, usual, byAct)).toBe(0);
  });
});

describe('a liberal IPA', () => {
  const amended = (year: number) => feeSettings(readSources().parameters, monthOf(year, 6));

  test('lives from some four hundred patients, not from forty', () => {
    const month = (caseload: number) => ({ caseload, begun: 0, visits: 2.4, months: 30 });
    expect(ipaMoney(month(600), amended(2021)).income).toBeGreaterThan(3000);
    expect(ipaMoney(month(40), amended(2021)).income).toBeLessThan(300);
    expect(ipaMoney(month(400), amended(2024)).income).toBeGreaterThan(
      ipaMoney(month(400), { ...amended(2024), contact: 40 }).income,
    );
  });

  test('has 1,125 euros of aid a month for two years, and is paid for each who begins', () => {
    const month = { caseload: 0, begun: 0, visits: 2.4, months: 23 };
    expect(ipaMoney(month, amended(2021))).toEqual({ fees: 0, aid: 1125, income: 1125 });
    expect(ipaMoney({ ...month, months: 24 }, amended(2021)).income).toBe(0);
    // Ten starts of 60 EUR, each of which holds the first contact (50 EUR), counted among the visits of those she follows.
    expect(ipaMoney({ ...month, begun: 10, months: 24 }, amended(2024)).fees).toBe(100);
    expect(ipaMoney({ ...month, begun: 10, months: 24 }, amended(2021)).fees).toBe(200);
  });

  test('is paid more for a patient whom she has followed for years under amendment 9 than before', () => {
    const yearOf = (year: number) =>
      ipaMoney({ caseload: 12, begun: 0, visits: 2.4, months: 30 }, amended(year)).fees;
    expect(yearOf(2021)).toBeCloseTo(58.9 + 1.4 * 32.7);
    expect(yearOf(2024)).toBeCloseTo(2.4 * 50);
  });

  const years = (income: number, count: number) => {
    const { world, months } = lives([], [ipa]);
    const from = monthOf(2021, 2);
    const rows = Array.from({ length: 200 }, () => addIpa(world, 0, LIBERAL_IPA, from));
    for (const row of rows) world.paramedics.columns.income[row] = income;
    months(from + 1, from + count);
    return rows.filter((row) => world.paramedics.columns.state[row] === GONE).length;
  };

  test('without patients leaves, one who lives from her work stays, and nobody leaves within half a year', () => {
    expect(years(0, 6)).toBe(0);
    expect(years(3000, 30)).toBe(0);
    // Two years at 0.6 a year.
    expect(years(0, 30)).toBeGreaterThan(120);
    expect(years(0, 30)).toBeLessThan(160);
    expect(years(1500, 30)).toBeLessThan(years(0, 30));
  });

  test('settles where GPs would refer, is referred to, and is paid by patient', () => {
    const { world, months } = lives(['ipa.knownStart@2019-01=0.6']);
    months(SEPTEMBER_2017, monthOf(2020, 12));
    const { state, gps, caseload, income, visits } = world.paramedics.columns;
    const liberal = paramedicsWho(world, (row) => state[row] === LIBERAL_IPA);
    expect(liberal.length).toBeGreaterThan(20);
    expect(total(liberal.map((row) => gps[row]))).toBeGreaterThan(liberal.length);
    const people = total(liberal.map((row) => caseload[row]));
    expect(people).toBeCloseTo(total(world.physicians.columns.referred), 0);
    expect(total(liberal.map((row) => visits[row]))).toBeCloseTo((people * 2.4) / 12, 1);
    expect(eurosOf(world, 'ipaFees')).toBeGreaterThan((people * (58.9 + 32.7 * 1.4)) / 12 - 1);
    expect(Math.min(...liberal.map((row) => income[row]))).toBeGreaterThanOrEqual(1125);
  });

  test('is referred to by nobody before 2019, and by nobody who does not know her', () => {
    const { world, months } = lives(['ipa.knownStart=0'], [ipa, caseloads]);
    addIpa(world, 0, LIBERAL_IPA, monthOf(2016, 1));
    months(monthOf(2021, 1), monthOf(2021, 6));
    expect(gpsWho(world, (row) => world.physicians.columns.ipa[row] >= 0)).toEqual([]);
    expect(total(world.delegations.columns.ipaKnown)).toBe(0);
  });
});

describe('knowledge of the role', () => {
  test('grows where GPs work together, and stays where nothing is learnt', () => {
    const known = (settings: readonly string[], inTeam: boolean) => {
      const { world, months } = lives(settings, [ipa]);
      world.physicians.columns.team.fill(inTeam ? 0 : -1);
      months(monthOf(2019, 1), monthOf(2022, 12));
      return total(world.delegations.columns.ipaKnown) / world.delegations.rows;
    };
    expect(known([], false)).toBeCloseTo(0.1, 4);
    expect(known([], true)).toBeGreaterThan(0.6);
    expect(known(['ipa.learn=0'], true)).toBeCloseTo(0.1, 4);
  });
});

describe('paid posts', () => {
  const FROM = monthOf(2021, 1);

  /** Three hundred IPA in hospital; MSP of level 1; the rule under settings. */
  function posts(settings: readonly string[]) {
    const { world, months } = lives(settings, [ipa, caseloads]);
    const { state, kind, level } = world.teams.columns;
    const teams = [...state.keys()].filter(
      (t) => state[t] === OPEN && (kind[t] === MSP || kind[t] === CENTRE_TEAM),
    );
    for (const t of teams) level[t] = 1.5;
    for (let i = 0; i < 1000; i++) addIpa(world, 0, IN_HOSPITAL, monthOf(2019, 7));
    world.delegations.columns.ipaKnown.fill(1);
    const employed = () => {
      const { state: now, team } = world.paramedics.columns;
      return paramedicsWho(world, (row) => now[row] === SALARIED_IPA)
        .map((row) => team[row])
        .sort((x, y) => x - y);
    };
    return { world, months, teams, employed };
  }

  test('are one in every open MSP and centre under a share of one, and none without', () => {
    const { world, months, teams, employed } = posts(['ipa.posts=1']);
    months(FROM, FROM);
    expect(employed()).toEqual(teams);
    expect(eurosOf(world, 'ipaPosts')).toBeCloseTo((teams.length * 55000) / 12, 4);
    expect(paramedicsWho(world, (row) => world.paramedics.columns.state[row] === IN_HOSPITAL).length).toBe(
      1000 - teams.length,
    );
    const none = posts([]);
    none.months(FROM, FROM);
    expect(none.employed()).toEqual([]);
  });

  test('of a CPTS are at its seat, one in each that is signed, and none in one that is not', () => {
    const { world, months } = lives(['ipa.postsCpts=1'], [ipa]);
    const signed = addProject(world, 5, { stage: SIGNED });
    addProject(world, 6, { stage: SUBMITTED });
    for (let i = 0; i < 5; i++) addIpa(world, 0, IN_HOSPITAL, monthOf(2019, 7));
    months(FROM, FROM);
    const { state, project, territory } = world.paramedics.columns;
    const [only, ...others] = paramedicsWho(world, (row) => state[row] === SALARIED_IPA);
    expect(others).toEqual([]);
    expect([project[only], territory[only]]).toEqual([signed, 5]);
  });

  test('of a smaller share are among those of a greater one', () => {
    const few = posts(['ipa.posts=0.3']);
    few.months(FROM, FROM);
    const teams = few.employed();
    expect(teams.length).toBeGreaterThan(60);
    const many = posts(['ipa.posts=0.6']);
    many.months(FROM, FROM);
    expect(many.employed()).toEqual(expect.arrayContaining(teams));
  });

  test('are begun with by GPs of the team first, and end with the team or the money: nobody refers any more', () => {
    const { world, months, employed } = posts(['ipa.posts=1', 'ipa.posts@2022-01=0']);
    const { ipa: ipaOf, team } = world.physicians.columns;
    const { team: teamOf } = world.paramedics.columns;
    months(FROM, monthOf(2021, 12));
    const referring = gpsWho(world, (row) => ipaOf[row] >= 0);
    const own = referring.filter((row) => team[row] >= 0 && teamOf[ipaOf[row]] === team[row]);
    expect(own.length).toBeGreaterThan(100);
    const elsewhere = referring.filter((row) => team[row] >= 0 && teamOf[ipaOf[row]] !== team[row]);
    expect(own.length).toBeGreaterThan(elsewhere.length);
    const [closed] = employed();
    world.teams.columns.state[closed] = CLOSED;
    months(monthOf(2022, 1), monthOf(2022, 1));
    expect(employed()).toEqual([]);
    expect(gpsWho(world, (row) => ipaOf[row] >= 0)).toEqual([]);
    expect(total(world.physicians.columns.referred)).toBe(0);
  });
});
