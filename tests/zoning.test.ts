/** Zones in which aids hold: who is in, and when that changes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formatMonth, monthOf } from '../sim/base/calendar.js';
import type { Parameters } from '../sim/parameters/types.js';
import { zonesByRank } from '../sim/rules/settlement/zones-by-rank.js';
import { zoning } from '../sim/rules/settlement/zoning.js';
import { UNKNOWN_ZONE } from '../sim/world/supply.js';
import type { World } from '../sim/world/world.js';
import { NO_ZONE, ZAC, ZIP } from '../sim/world/zones.js';
import { startSettlement } from './support/settlement-run.js';
import { type SupplySources, supplySources } from './support/supply-harness.js';

describe('zones by rank', () => {
  const apl = Float64Array.of(4, 1, 3, 2, 5);
  const people = Float64Array.of(20, 20, 20, 20, 20);
  const ranked = (zip: number, zac: number, living = people) => {
    const zones = new Uint8Array(5);
    zonesByRank(zones, apl, living, { zip, zac });
    return [...zones];
  };

  test('hold the worst served up to the share of people, then the next', () => {
    expect(ranked(0.2, 0.35)).toEqual([NO_ZONE, ZIP, ZAC, ZAC, NO_ZONE]);
  });
  test('hold the territory in which a share is reached', () => {
    expect(ranked(0.21, 0)).toEqual([NO_ZONE, ZIP, NO_ZONE, ZIP, NO_ZONE]);
  });
  test('hold nobody at nothing, everybody at one, and never a place without people', () => {
    expect(ranked(0, 0)).toEqual([0, 0, 0, 0, 0]);
    expect(ranked(1, 0)).toEqual([ZIP, ZIP, ZIP, ZIP, ZIP]);
    expect(ranked(0.5, 0, Float64Array.of(20, 0, 20, 20, 20))).toEqual([NO_ZONE, NO_ZONE, ZIP, ZIP, NO_ZONE]);
  });
  test('do not depend on chance where two are served alike', () => {
    const zones = new Uint8Array(3);
    zonesByRank(zones, Float64Array.of(2, 2, 2), Float64Array.of(1, 1, 1), { zip: 0.4, zac: 0 });
    expect([...zones]).toEqual([ZIP, ZIP, NO_ZONE]);
  });
});

/** Zones of January 2013. */
function zonesAfter(world: World, parameters: Parameters): number[] {
  world.territories.columns.zoneYear.fill(0);
  zoning.open(world, parameters, { a: 1, b: 2 }).serial?.(monthOf(2013, 1));
  return [...world.territories.columns.zone];
}

describe('zones in force', () => {
  let sources: SupplySources;
  beforeAll(() => {
    sources = supplySources();
  });

  /** Months in which zones changed, of a France whose accessibility changes every month. */
  function changes(settings: readonly string[]): string[] {
    const { world, parameters } = startSettlement(sources, { rules: [], settings });
    const { zone, apl } = world.territories.columns;
    const rule = zoning.open(world, parameters, { a: 1, b: 2 });
    const found: string[] = [];
    for (let month = monthOf(2013, 1); month <= monthOf(2023, 12); month++) {
      const before = zone.slice();
      rule.serial?.(month);
      if (zone.some((now, z) => now !== before[z])) found.push(formatMonth(month));
      apl.forEach((_, z) => {
        apl[z] = (z * 7919 + month * 104729) % 1000;
      });
    }
    return found;
  }

  test('are those of an imported supply where it names them, ranked elsewhere', () => {
    const { world, parameters } = startSettlement(sources, { rules: [], settings: [] });
    const count = world.geography.territories.length;
    const ranked = zonesAfter(world, parameters);
    const free = ranked.indexOf(NO_ZONE);
    const zone = new Uint8Array(count).fill(UNKNOWN_ZONE);
    zone[free] = ZAC;
    const supply = { name: 'by hand', digest: '', matched: 1, zone };
    const imported = zonesAfter({ ...world, geography: { ...world.geography, supply } }, parameters);
    expect(imported[free]).toBe(ZAC);
    ranked[free] = ZAC;
    expect(imported).toEqual(ranked);
  });

  test('change in January 2018 and January 2022, and in no other month', () => {
    expect(changes([])).toEqual(['2013-01', '2018-01', '2022-01']);
  });
  test('change when a scenario names another arrêté', () => {
    expect(changes(['zoning.arrete@2020-05=2020'])).toEqual(['2013-01', '2018-01', '2020-05']);
  });

  test('hold the shares of people that are decreed, to the size of a territory', () => {
    const run = startSettlement(sources, { rules: [zoning], to: 2022 });
    const { zone } = run.world.territories.columns;
    const { territories } = run.world.geography;
    const all = territories.reduce((sum, { population }) => sum + population, 0);
    const largest = Math.max(...territories.map(({ population }) => population)) / all;
    const share = (is: number) =>
      territories.reduce((sum, { index, population }) => sum + (zone[index] === is ? population : 0), 0) /
      all;
    for (const [year, zip, zac] of [
      [2013, 0.08, 0],
      [2018, 0.18, 0.39],
      [2022, 0.302, 0.42],
    ]) {
      run.until(monthOf(year, 1));
      expect(Math.abs(share(ZIP) - zip)).toBeLessThan(largest);
      expect(Math.abs(share(ZAC) - zac)).toBeLessThan(largest);
    }
  });
});
