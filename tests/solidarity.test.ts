/** Days that GPs give in the worst-served zones of their département. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { actsPerMonth, agendaParameters } from '../sim/rules/agenda.js';
import { solidarity } from '../sim/rules/settlement/solidarity.js';
import { AIDS } from '../sim/world/delegation/delegation-counts.js';
import { isKept, restrictGeography } from '../sim/world/geography/restrict.js';
import { CENTRE } from '../sim/world/physicians.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import { ZIP } from '../sim/world/zones.js';
import { SETTLEMENT_RULES, startSettlement } from './support/settlement-run.js';
import { practising, type SupplyRun, type SupplySources, supplySources } from './support/supply-harness.js';

const RULES = [...SETTLEMENT_RULES, solidarity];
let sources: SupplySources;
beforeAll(() => {
  sources = supplySources();
});

function runTo(month: number, ...settings: string[]): SupplyRun {
  const run = startSettlement(sources, { to: 2019, rules: RULES, settings });
  run.world.physicians.columns.minutes.fill(18);
  run.until(month);
  return run;
}
const days = ({ world }: SupplyRun) =>
  world.territories.columns.euros.reduce(
    (sum, euros, at) => sum + (at % INSTRUMENT_COUNT === instrumentOf('solidarityDays') ? euros : 0),
    0,
  ) / 200;
const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);

describe('solidarity days', () => {
  test('are given by liberal GPs outside the zones of a département that has some, 7.4 hours each', () => {
    const run = runTo(monthOf(2013, 2), 'settlement.solidarity.days=2');
    const { away, form, marginal, territory } = run.world.physicians.columns;
    const { zone, apl } = run.world.territories.columns;
    const { departementOf, territories } = sources.geography;
    const mean =
      territories.reduce((sum, { index, population }) => sum + apl[index] * population, 0) /
      territories.reduce((sum, { population }) => sum + population, 0);
    const served = new Set(
      territories
        .filter(({ index }) => zone[index] === ZIP && apl[index] < mean)
        .map(({ index }) => departementOf[index]),
    );
    let givers = 0;
    for (const row of practising(run.world)) {
      const z = territory[row];
      const gives =
        zone[z] !== ZIP && served.has(departementOf[z]) && form[row] !== CENTRE && marginal[row] === 0;
      expect(away[row]).toBeCloseTo(gives ? (2 * 7.4 * 12) / 45.8 : 0, 5);
      if (gives) givers++;
    }
    expect(givers).toBeGreaterThan(10_000);
    expect(days(run)).toBeCloseTo(2 * givers, 3);
  });

  test('bring the acts of the hours given to the zones, and nowhere else', () => {
    const run = runTo(monthOf(2013, 2), 'settlement.solidarity.days=1');
    const { away, minutes } = run.world.physicians.columns;
    const { visiting, zone } = run.world.territories.columns;
    const agenda = agendaParameters(run.parameters, monthOf(2013, 2));
    const given = practising(run.world).reduce(
      (sum, row) => sum + actsPerMonth(agenda, away[row], minutes[row]),
      0,
    );
    expect(total(visiting) / given).toBeCloseTo(1, 9);
    expect(visiting.every((acts, z) => acts === 0 || zone[z] === ZIP)).toBe(true);
  });

  test('are given by the share who take part, and by nobody in the baseline of 2013', () => {
    const all = days(runTo(monthOf(2013, 1), 'settlement.solidarity.days=2'));
    const third = days(
      runTo(monthOf(2013, 1), 'settlement.solidarity.days=2', 'settlement.solidarity.share=0.33'),
    );
    expect(Math.abs(third / all - 0.33)).toBeLessThan(0.02);
    const none = runTo(monthOf(2013, 2));
    expect(none.world.physicians.columns.away.every((hours) => hours === 0)).toBe(true);
    expect(total(none.world.territories.columns.visiting)).toBe(0);
  });

  test('are given in a run on one région too, where nobody elsewhere is seen', () => {
    const geography = restrictGeography(sources.geography, ['24']);
    const run = startSettlement(
      { ...sources, geography },
      { to: 2019, rules: RULES, settings: ['settlement.solidarity.days=2'] },
    );
    const { apl, zone } = run.world.territories.columns;
    const { away, territory } = run.world.physicians.columns;
    run.world.physicians.columns.minutes.fill(18);
    run.until(monthOf(2013, 1));
    for (let z = 0; z < apl.length; z++) apl[z] = isKept(geography, z) ? (zone[z] === ZIP ? 2 : 4) : 0;
    run.until(monthOf(2013, 2));
    const giving = practising(run.world, (row) => away[row] > 0);
    expect(giving.length).toBeGreaterThan(500);
    expect(giving.every((row) => isKept(geography, territory[row]))).toBe(true);
  });

  test('end in the month in which they are no longer asked', () => {
    const run = startSettlement(sources, {
      to: 2014,
      rules: RULES,
      settings: ['settlement.solidarity.days@2013-02..2013-04=2'],
    });
    const giving: boolean[] = [];
    run.until(monthOf(2013, 5), () =>
      giving.push(practising(run.world, (row) => run.world.physicians.columns.away[row] > 0).length > 0),
    );
    expect(giving).toEqual([false, true, true, false, false]);
  });

  test('of a contract are twenty a year, whatever is asked of others', () => {
    const run = runTo(monthOf(2017, 2), 'settlement.aid.takeUp:cstm=0.05');
    const { aid, away, territory } = run.world.physicians.columns;
    const signed = practising(run.world, (row) => aid[row] === AIDS.cstm + 1);
    expect(signed.length).toBeGreaterThan(100);
    const { zone } = run.world.territories.columns;
    for (const row of signed) {
      expect(zone[territory[row]]).not.toBe(ZIP);
      expect(away[row]).toBeCloseTo(((20 / 12) * 7.4 * 12) / 45.8, 5);
    }
    expect(days(run)).toBe(0);
  });
});
