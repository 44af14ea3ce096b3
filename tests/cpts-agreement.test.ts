/** Money of the agreement, files and staff days: thresholds, dates, shares. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { agreementSettings, amountOf, sizeClassOf, usualMoney } from '../sim/rules/cpts/aci.js';
import { returnChance, shareOut, sits } from '../sim/rules/cpts/files.js';
import { foundingChance, highestChance } from '../sim/rules/cpts/founding.js';
import { deployment } from '../sim/rules/cpts/members.js';
import { COMMISSION, cptsSettings, ROLLING } from '../sim/rules/cpts/settings.js';
import { quitChance } from '../sim/rules/cpts/turnover.js';
import { friction } from '../sim/rules/cpts/work-needed.js';
import { nextMomentum } from '../sim/rules/teams/work.js';
import { NO, YES } from '../sim/rules/yes-or-no.js';
import { readSources } from './support/months.js';

const { parameters, catalogue } = readSources();
const in2020 = monthOf(2020, 6);
const aci = agreementSettings(parameters, in2020);
const settings = cptsSettings(parameters, in2020);

describe('the agreement', () => {
  test('pays the published totals of 2019 by size class, and nothing before September 2019', () => {
    const totals = [20_000, 60_000, 120_000, 230_000].map((people) => usualMoney(aci, people));
    expect(totals).toEqual([220_000, 287_500, 370_000, 450_000]);
    expect(usualMoney(agreementSettings(parameters, monthOf(2019, 8)), 60_000)).toBe(0);
    expect(usualMoney(agreementSettings(parameters, monthOf(2019, 9)), 60_000)).toBe(287_500);
  });

  test('changes class exactly at its thresholds', () => {
    const at = [0, 39_999, 40_000, 79_999, 80_000, 174_999, 175_000];
    expect(at.map((people) => sizeClassOf(people, aci.thresholds))).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  test('follows people instead of classes when linear', () => {
    const linear = { ...aci, linear: true };
    expect(amountOf(aci.running, 50_000, aci)).toBe(amountOf(aci.running, 70_000, aci));
    expect(amountOf(aci.running, 70_000, linear) / amountOf(aci.running, 50_000, linear)).toBeCloseTo(
      1.4,
      12,
    );
  });
});

describe('files', () => {
  test('are decided every third month by a commission, each month where validation rolls', () => {
    const months = Array.from({ length: 12 }, (_, k) => in2020 + k);
    const files = { ...settings.files, mode: [COMMISSION, ROLLING], every: 3 };
    expect(months.filter((month) => sits(month, 0, files)).length).toBe(4);
    expect(months.filter((month) => sits(month, 1, files)).length).toBe(12);
  });

  test('come back oftener from an agency that gives orders, and before a commission in which a rival sits', () => {
    const chance = (stance: number, biased: boolean) => returnChance(stance, biased, settings.files);
    expect(chance(0, false)).toBeCloseTo(2 * chance(1, false), 12);
    expect(chance(0.5, true)).toBeGreaterThan(chance(0.5, false));
    expect(returnChance(0.5, true, { ...settings.files, seatBias: 0 })).toBe(chance(0.5, false));
  });

  test('share the days of a delegation in proportion, and no more than there are', () => {
    const left = new Float32Array([3, 10]);
    const given = [0, 0, 0];
    const ask = (k: number, office: number, days: number) => ({
      office,
      days,
      give: (d: number) => {
        given[k] = d;
      },
    });
    shareOut(left, [ask(0, 0, 4), ask(1, 0, 2), ask(2, 1, 4)]);
    expect(given).toEqual([2, 1, 4]);
    expect([...left]).toEqual([0, 6]);
  });
});

describe('chances and work', () => {
  const pull = {
    money: 0,
    prospecting: 0,
    neighbours: 0,
    inTeam: false,
    trust: 0.5,
    trustInstitutions: 0.5,
    fatigue: 0.4,
  };
  const chance = (change: Partial<typeof pull>) => foundingChance({ ...pull, ...change }, settings.founding);

  test('a founding is likelier with money, prospecting, neighbours, an MSP and trust, and impossible for the spent', () => {
    for (const change of [
      { money: 1 },
      { prospecting: 1 },
      { neighbours: 0.5 },
      { inTeam: true },
      { trust: 0.6 },
      { trustInstitutions: 0.6 },
      { fatigue: 0.3 },
    ])
      expect(chance(change)).toBeGreaterThan(chance({}));
    expect(chance({ fatigue: 1 })).toBe(0);
  });

  test('no founder is likelier than the bound that spares a look at most of them', () => {
    const bound = highestChance(3, settings.founding);
    for (const inTeam of [false, true])
      for (const fatigue of [0, 0.5])
        expect(
          chance({
            money: 3,
            prospecting: 9,
            neighbours: 1,
            trust: 1,
            trustInstitutions: 1,
            inTeam,
            fatigue,
          }),
        ).toBeLessThanOrEqual(bound);
    expect(
      chance({
        money: 9,
        prospecting: 9,
        neighbours: 1,
        trust: 1,
        trustInstitutions: 1,
        inTeam: true,
        fatigue: 0,
      }),
    ).toBeGreaterThan(bound);
  });

  test('prospecting beyond the cap adds nothing, and each pull at zero size does nothing', () => {
    const { pushMost } = settings.founding;
    expect(chance({ prospecting: pushMost * 2 })).toBe(chance({ prospecting: pushMost }));
    const flat = { ...settings.founding, moneyPull: 0, push: 0, peer: 0, habit: 1 };
    const all = { ...pull, money: 9, prospecting: 9, neighbours: 1, inTeam: true };
    expect(foundingChance(all, flat)).toBe(foundingChance(pull, flat));
  });

  test('a small balanced place before easy institutions has no friction, and each difficulty adds', () => {
    const easy = { professionals: 100, hasBigCommune: false, balance: 1, rigidity: 0 };
    expect(friction(easy, settings.work)).toBe(1);
    for (const hard of [{ professionals: 900 }, { hasBigCommune: true }, { balance: 0 }, { rigidity: 1 }])
      expect(friction({ ...easy, ...hard }, settings.work)).toBeGreaterThan(1);
  });

  test('momentum halves in the half-life when nothing moves, and rises to one at full pace', () => {
    let idle = 1;
    let busy = 0.2;
    for (let k = 0; k < settings.work.halfLife; k++) {
      idle = nextMomentum(idle, 0, 10, settings.work);
      busy = nextMomentum(busy, 10, 10, settings.work);
    }
    expect(idle).toBeCloseTo(0.5, 10);
    expect(busy).toBeCloseTo(0.6, 10);
  });

  test('a tired leader of a stuck project gives up sooner', () => {
    const will = { quitRate: 0.01, quitFatigue: 3, usualFatigue: 0.4 };
    expect(quitChance(0.4, 0.5, will, 2)).toBeCloseTo(0.01, 12);
    expect(quitChance(0.8, 0.5, will, 2)).toBeGreaterThan(0.01);
    expect(quitChance(0.4, 0.1, will, 2)).toBeGreaterThan(0.01);
  });

  test('a mission starts and is deployed at the months of the agreement', () => {
    expect([5, 6, 12, 18, 30].map((months) => deployment(months, 6, 18))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

test('the positions that rules call by name are those of the words in the catalogue', () => {
  expect(catalogue.parameters.get('cpts.validation.mode')?.choices?.[COMMISSION]).toBe('commission');
  expect(catalogue.parameters.get('cpts.validation.mode')?.choices?.[ROLLING]).toBe('rolling');
  for (const path of ['cpts.perimeter.subcommune', 'cpts.employers', 'cpts.evaluation']) {
    expect(catalogue.parameters.get(path)?.choices?.[NO]).toBe('no');
    expect(catalogue.parameters.get(path)?.choices?.[YES]).toBe('yes');
  }
});
