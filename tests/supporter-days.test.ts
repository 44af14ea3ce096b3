/** Days of supporters: how they are shared out, paid, and what becomes of those that no project asks for. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { supportSettings } from '../sim/rules/institutions/settings.js';
import { takeSpareDays } from '../sim/rules/institutions/slots.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import { QUEUED, SUBMITTED } from '../sim/world/teams/projects.js';
import { type Fields, regionRow } from './support/collective.js';
import { parametersUnder } from './support/supply-harness.js';
import { ALONE, MARKET, rowsOf, supported } from './support/support-strategies.js';

const START = monthOf(2013, 1);
const [UNION, , FIRMS] = [0, 1, 2];
const HERE = { region: 0, slot: 0, z: 0 };
const HALF = ['supporters.unpaid=0.5', 'supporters.prospecting=0'];
const catalogue = loadCatalogue();
const settingsUnder = (settings: readonly string[]) =>
  supportSettings(parametersUnder(catalogue, settings), START);

describe('days', () => {
  test('are shared alike when more is asked than there is, and those who get less than half wait', () => {
    const world = supported(ALONE, { each: 12 });
    const { daysSupporter, side, region } = world.projects.columns;
    const { days, given } = world.supporters.columns;
    const crowded = rowsOf(world).filter((row) => region[row] === regionRow(world, '75'));
    const shares = crowded.map((row) => daysSupporter[row]);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(1e-6);
    expect(shares[0] * crowded.length).toBeCloseTo(days[regionRow(world, '75') * SLOTS], 3);
    expect(crowded.every((row) => (side[row] & QUEUED) !== 0)).toBe(true);
    const calm = supported([...ALONE, 'supporters.union.days=100'], { each: 12 });
    expect(rowsOf(calm).every((row) => (calm.projects.columns.side[row] & QUEUED) === 0)).toBe(true);
    expect(rowsOf(calm).every((row) => Math.abs(calm.projects.columns.daysSupporter[row] - 3) < 1e-6)).toBe(
      true,
    );
    expect([...given].every((one, row) => one <= days[row] + 1e-4)).toBe(true);
  });

  test('of a file at the commission, and of a spent treasury, are not asked for', () => {
    for (const fields of [{ stage: SUBMITTED }, { treasury: 0 }] as Fields[]) {
      const world = supported(MARKET, { fields });
      expect(rowsOf(world).every((row) => world.projects.columns.daysSupporter[row] === 0)).toBe(true);
      expect(rowsOf(world).every((row) => (world.projects.columns.side[row] & QUEUED) === 0)).toBe(true);
    }
  });

  test('of a divided union are fewer, and a slot that gives nothing unpaid gives nothing where nobody pays', () => {
    const days = (settings: readonly string[]) =>
      supported([...ALONE, ...settings]).supporters.columns.days[0];
    expect(days(['supporters.union.unity=0.4'])).toBeCloseTo(days(['supporters.union.unity=0.8']) / 2, 5);
    const world = supported([...ALONE, 'cpts.support.partner=firms']);
    expect(rowsOf(world).every((row) => world.projects.columns.daysSupporter[row] === 0)).toBe(true);
    expect(rowsOf(world).every((row) => (world.projects.columns.side[row] & QUEUED) !== 0)).toBe(true);
  });

  test('pass the method on, up to what the supporter passes on', () => {
    const world = supported([...ALONE, 'supporters.union.days=100'], { months: 12 });
    const { skill, supportLeft } = world.projects.columns;
    expect(supportLeft[0]).toBe(0);
    expect(skill[0]).toBeGreaterThan(0.3);
    expect(skill[0]).toBeLessThan(0.7);
    const nothing = supported([...ALONE, 'supporters.transfer=0.1', 'supporters.union.days=100'], {
      months: 12,
    });
    expect(nothing.projects.columns.skill[0]).toBeLessThan(0.1);
  });

  test('that no project asked for look for leaders where help begins at prospecting, and only there', () => {
    const prospected = (settings: readonly string[]) =>
      supported([...settings, 'delegations.staff=0', 'agencies.staff=0'], {
        each: 0,
      }).delegations.columns.prospecting.reduce((sum, days) => sum + days, 0);
    const all = supported(ALONE, { each: 0 }).supporters.columns.days;
    const unionDays = all.reduce((sum, days, row) => sum + (row % SLOTS === UNION ? days : 0), 0);
    expect(prospected(ALONE)).toBeCloseTo(unionDays / 2, 3);
    expect(prospected(MARKET)).toBe(0);
  });

  test('of who gives half of its days unpaid are half of its days: once, where nobody pays by the day', () => {
    const all = (settings: readonly string[]) => {
      const world = supported([...settings, ...HALF], { each: 0 });
      const taken = takeSpareDays(world, settingsUnder([...settings, ...HALF]), HERE, 1e6);
      return { days: world.supporters.columns.days[HERE.slot], taken };
    };
    const [sold, given] = [all(MARKET), all(ALONE)];
    expect(sold.taken).toBeCloseTo(sold.days / 2, 4);
    expect(given.taken).toBeCloseTo(given.days, 4);
    expect(given.days).toBeCloseTo(sold.days / 2, 4);
  });

  test('left over can be taken for mediation, and not twice', () => {
    const world = supported(MARKET, { each: 0 });
    const settings = settingsUnder(MARKET);
    const slot = { region: 0, slot: UNION, z: 0 };
    const days = world.supporters.columns.days[0];
    expect(takeSpareDays(world, settings, slot, days / 4)).toBeCloseTo(days / 4, 6);
    expect(takeSpareDays(world, settings, slot, 100)).toBeCloseTo((days * 3) / 4, 6);
    expect(takeSpareDays(world, settings, slot, 1)).toBeCloseTo(0, 6);
    expect(takeSpareDays(world, settings, { region: 0, slot: FIRMS, z: 0 }, 1)).toBe(0);
  });
});
