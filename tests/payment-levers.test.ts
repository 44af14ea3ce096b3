/** Ways of paying GPs: they act through time, income and trust, and each euro of them is counted. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { engagement } from '../sim/rules/teams/engagement.js';
import { hoursOf } from '../sim/rules/teams/leadership.js';
import { msp } from '../sim/rules/teams/msp.js';
import { paymentMix } from '../sim/rules/teams/payment-mix.js';
import { willSettings } from '../sim/rules/teams/settings.js';
import { trustAgency } from '../sim/rules/teams/trust.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import { ESP, MSP } from '../sim/world/teams/teams.js';
import type { World } from '../sim/world/world.js';
import { broken, startCollectiveRun } from './support/collective.js';
import { freeGps, madeTeam } from './support/made-teams.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';
import { parametersUnder } from './support/supply-harness.js';

const CORSE = '94';
let sources: Sources;
let world: World;

beforeAll(() => {
  sources = readSources([CORSE]);
  world = newWorld(sources, 100, 2014);
  runMonths(world, sources.parameters, frozenSpan(world, 3));
  runMonths(world, sources.parameters, historySpan(world, 1));
});

const under = (...settings: string[]) => parametersUnder(sources.catalogue, settings);
const MONTH = monthOf(2013, 2);

describe('the price of a consultation', () => {
  const worth = (...settings: string[]) => willSettings(world, under(...settings), MONTH).worthOfPaid;

  test('makes a paid hour of collective work worth less once it is dearer than that hour', () => {
    expect(worth('payments.consultation=25')).toBe(1);
    expect(worth('payments.consultation=30')).toBeCloseTo(75 / 90, 12);
    expect(worth('payments.consultation=30', 'teams.hourPrice=90')).toBe(1);
  });

  test('takes hours from who is paid for them, and none from who is not', () => {
    const [row] = freeGps(world, 1);
    const hours = (paid: number, price: number) => {
      const will = willSettings(world, under(`payments.consultation=${price}`), MONTH);
      return hoursOf(world.physicians.columns, row, 'member', paid * will.worthOfPaid, 1, will, world);
    };
    expect(hours(1, 30)).toBeLessThan(hours(1, 25));
    expect(hours(0, 30)).toBe(hours(0, 25));
    expect(hours(0, 25)).toBeGreaterThan(0);
  });
});

describe('a bonus for follow-up', () => {
  test('is income that no act brings: bonus over fees, added to the flat share of everybody', () => {
    const flat = (euros: number) =>
      paymentMix(world, under(`payments.followUpBonus=${euros}`), MONTH).usual.flatShare;
    const { ages, followUpToDate } = world.tallies.columns;
    const { requestsPerPerson } = world.territories.columns;
    const people = ages.reduce((all, n) => all + n, 0);
    const asked = requestsPerPerson.reduce((all, perPerson, z) => {
      const here = ages.subarray(z * 10, z * 10 + 10).reduce((n, one) => n + one, 0);
      return all + here * perPerson * 12;
    }, 0);
    const upToDate = followUpToDate.reduce((all, n) => all + n, 0);
    expect(flat(0)).toBe(0.1);
    expect(flat(40)).toBeCloseTo(0.1 + (40 * upToDate) / (asked * 23), 10);
    expect(flat(40)).toBeGreaterThan(0.11);
    expect(people).toBeGreaterThan(1000);
    expect(flat(1e6)).toBe(1);
  });

  test('is paid in December for declared patients with an ALD who are up to date', () => {
    const paid = (euros: number) => {
      const made = newWorld(sources, 100, 2014);
      runMonths(made, sources.parameters, frozenSpan(made, 1));
      const all: number[] = [];
      runMonths(made, under(`payments.followUpBonus@2013-12=${euros}`), historySpan(made, 12), {
        after: () => all.push(made.territories.columns.flatPayments.reduce((sum, one) => sum + one, 0)),
      });
      const { declaredAld, ald, followUpToDate } = made.tallies.columns;
      let due = 0;
      for (let z = 0; z + 1 < made.gpStart.length; z++) {
        const declared = declaredAld.subarray(z * 6, z * 6 + 6).reduce((sum, one) => sum + one, 0);
        const chronic = ald[2 * z] + ald[2 * z + 1];
        if (chronic > 0) due += (declared * (followUpToDate[2 * z] + followUpToDate[2 * z + 1])) / chronic;
      }
      return { all, due: due * 100 * euros };
    };
    const [none, some] = [paid(0), paid(50)];
    expect(some.all.slice(0, 11)).toEqual(none.all.slice(0, 11));
    expect(some.due).toBeGreaterThan(0);
    expect(some.all[11] - none.all[11]).toBeCloseTo(some.due, 3);
  });
});

describe('a payment to the team for its patients', () => {
  test('raises the flat share of its members alone, by what the team shares out', () => {
    const { usual, inTeam } = paymentMix(world, under('payments.team=15'), MONTH);
    const shared = (share: number) =>
      paymentMix(world, under('payments.team=15', `payments.teamShare=${share}`), MONTH).inTeam.flatShare;
    expect(shared(0)).toBe(0.1);
    expect(shared(1) - 0.1).toBeCloseTo(2 * (inTeam.flatShare - 0.1), 12);
    expect(usual.flatShare).toBe(0.1);
    expect(inTeam.flatShare).toBeGreaterThan(0.11);
    expect(inTeam.flatShare).toBeLessThan(0.4);
  });

  test('goes by twelfths to an open MSP that works together, for the people on its lists, and is spent', () => {
    const paid = (fields: object, euros: number) => {
      const run = startCollectiveRun(
        [engagement, msp],
        [`payments.team=${euros}`, 'msp.aci.rate=0', 'msp.leave=0'],
      );
      const rows = freeGps(run.world, 3);
      run.world.physicians.columns.list.fill(1000);
      const t = madeTeam(run.world, rows, fields);
      const z = run.world.teams.columns.territory[t];
      run.months(monthOf(2013, 1), monthOf(2013, 1));
      const { euros: all } = run.world.territories.columns;
      const at = (id: 'teamFlatPay' | 'teamShares' | 'mspMeetings' | 'mspCoordination') =>
        all[z * INSTRUMENT_COUNT + instrumentOf(id)];
      const said = {
        came: at('teamFlatPay'),
        shared: at('teamShares'),
        spent: at('teamShares') + at('mspMeetings') + at('mspCoordination'),
        broken: broken(run.world),
      };
      return said;
    };
    const team = paid({ kind: MSP, level: 2 }, 12);
    expect(team.came).toBeGreaterThanOrEqual(3000);
    expect(team.came % 1000).toBe(0);
    expect(team.shared).toBe(team.came / 2);
    expect(team.spent).toBeGreaterThan(0);
    expect(team.spent).toBeLessThanOrEqual(team.came);
    expect(team.broken).toBe('');
    expect(paid({ kind: MSP, level: 0.5 }, 12).came).toBe(0);
    expect(paid({ kind: ESP, level: 2 }, 12).came).toBe(0);
    expect(paid({ kind: MSP, level: 2 }, 0).came).toBe(0);
  });

  test('that ends takes the hours of the coordinator with it', () => {
    const coordinatorLeft = (euros: number) => {
      const settings = [`payments.team=${euros}`, 'msp.aci.rate=0', 'msp.leave=0'];
      const run = startCollectiveRun([engagement, msp], settings);
      const rows = freeGps(run.world, 3);
      run.world.physicians.columns.list.fill(1000);
      const t = madeTeam(run.world, rows, { kind: MSP, level: 2, coordinator: 40 });
      run.months(monthOf(2013, 1), monthOf(2013, 1));
      return run.world.teams.columns.coordinator[t];
    };
    expect(coordinatorLeft(12)).toBeGreaterThan(0);
    expect(coordinatorLeft(0)).toBe(0);
  });

  test('makes its members offer more hours that nobody else pays', () => {
    const coordination = (euros: number) => {
      const run = startCollectiveRun([engagement], [`payments.team=${euros}`]);
      // A country that asks for four consultations a person and year.
      run.world.tallies.columns.ages.fill(1);
      run.world.territories.columns.requestsPerPerson.fill(1 / 3);
      const rows = freeGps(run.world, 3);
      madeTeam(run.world, rows, { level: 2 });
      run.months(MONTH, MONTH);
      return run.world.physicians.columns.coordination[rows[0]];
    };
    expect(coordination(30)).toBeGreaterThan(coordination(0));
  });
});

describe('opposition to new rights of nurses', () => {
  test('takes trust from GPs who are not open, and none from those who are', () => {
    const left = (openness: number, opposition: number) => {
      const gp = { trust: [0.5], trustInstitutions: [0.5], openness: [openness] };
      const columns = Object.fromEntries(
        Object.entries(gp).map(([name, of]) => [name, Float32Array.from(of)]),
      );
      trustAgency(columns as unknown as Parameters<typeof trustAgency>[0], 0, 0.5, 0, 0, opposition);
      return [columns.trust[0], columns.trustInstitutions[0]];
    };
    expect(left(0, 0.1)).toEqual([Math.fround(0.45), Math.fround(0.45)]);
    expect(left(1, 0.1)).toEqual([0.5, 0.5]);
    expect(left(0, 0)).toEqual([0.5, 0.5]);
  });

  test('is felt where it stands, in its département', () => {
    const trust = (level: number) => {
      const run = startCollectiveRun([engagement]);
      const { opposition } = run.world.delegations.columns;
      opposition[3] = level;
      run.months(MONTH, MONTH);
      const { departementOf } = run.world.geography;
      const mean = (holds: (departement: number) => boolean) => {
        const { trustInstitutions, territory } = run.world.physicians.columns;
        const rows = [
          ...run.world.gpOrder.subarray(0, run.world.gpStart[run.world.gpStart.length - 1]),
        ].filter((d) => holds(departementOf[territory[d]]));
        return rows.reduce((sum, d) => sum + trustInstitutions[d], 0) / rows.length;
      };
      return [mean((d) => d === 3), mean((d) => d !== 3)];
    };
    const [calm, fought] = [trust(0), trust(1)];
    expect(fought[0]).toBeLessThan(calm[0]);
    expect(fought[1]).toBe(calm[1]);
  });
});
