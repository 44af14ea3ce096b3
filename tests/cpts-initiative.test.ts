/** Who opens projects, professionals or the agency; what coercion costs; who sits at first meetings. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { foundingChance, met } from '../sim/rules/cpts/founding.js';
import { cptsProjects } from '../sim/rules/cpts/projects.js';
import { AGENCY, cptsSettings, PROFESSIONALS } from '../sim/rules/cpts/settings.js';
import { engagement } from '../sim/rules/teams/engagement.js';
import { lives } from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { broken, startCollectiveRun } from './support/collective.js';
import { readSources } from './support/months.js';

const LAW = monthOf(2016, 2);
const STATE = 'cpts.initiative=agency';
const { parameters, catalogue } = readSources();
const settings = cptsSettings(parameters, LAW);

/** The rules of projects over some months from the law on, each delegation with so many days a month. */
function worldAfter(months: number, days: number, changes: readonly string[]): World {
  const run = startCollectiveRun([engagement, cptsProjects], changes);
  for (let month = LAW; month < LAW + months; month++) {
    run.world.delegations.columns.staff.fill(days);
    run.months(month, month);
  }
  return run.world;
}
function living({ projects }: World): number[] {
  const { stage } = projects.columns;
  return [...stage.keys()].filter((row) => lives(stage[row]));
}
const mean = (column: Float32Array, rows: readonly number[]) =>
  rows.reduce((sum, row) => sum + column[row], 0) / rows.length;

/** Trust of all GPs at work in a région, and elsewhere. */
function trustIn(world: World, code: string): number[][] {
  const { trust, trustInstitutions } = world.physicians.columns;
  const regions = world.geography.territories.map(({ region }) => region);
  const { territory } = world.physicians.columns;
  const working = [...world.gpOrder.subarray(0, world.gpStart[world.gpStart.length - 1])];
  return [true, false].map((inside) => {
    const rows = working.filter((row) => (regions[territory[row]] === code) === inside);
    return [mean(trust, rows), mean(trustInstitutions, rows)];
  });
}

describe('where the agency has the initiative', () => {
  const days = 12;
  const month = worldAfter(1, days, [STATE, 'cpts.initiative.days=10']);
  const { leaders, departement, key } = month.projects.columns;
  const rows = living(month);
  const gp = month.physicians.columns;
  const led = rows.map((row) => [...leaders.subarray(row * 3, row * 3 + 3)]);
  const opened = rows.map((row) => [key[row], departement[row], ...leaders.subarray(row * 3, row * 3 + 3)]);
  const { staff } = month.delegations.columns;
  const spent = [...staff].filter((left) => Math.abs(left - (days - 10)) < 1e-4).length;
  const left = [...staff].filter((one) => Math.abs(one - days) < 1e-4).length;
  const law = broken(month);
  const closest = led.map((ids, i) => {
    const held = [...month.gpOrder].filter((d) => month.areaOwner[gp.area[d]] === rows[i]);
    const best = held.map((d) => gp.openness[d]).sort((a, b) => b - a);
    const led = ids.map((id) => gp.openness[gp.rowOf[id]]);
    // A handful of GPs in marginal practice are not named.
    return best.indexOf(led[2]);
  });

  test('each delegation with the days opens one project a month, and pays for it in days', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(opened.map(([, dep]) => dep)).size).toBe(rows.length);
    expect([spent, spent + left]).toEqual([rows.length, staff.length]);
    expect(law).toBe('');
  });

  test('the most open GPs of the place are named to lead, builders or not', () => {
    expect(led.flat().every((id) => id >= 0)).toBe(true);
    expect(new Set(led.flat()).size).toBe(led.flat().length);
    expect(closest.filter((place) => place === 2).length / closest.length).toBeGreaterThan(0.7);
    expect(Math.max(...closest)).toBeLessThan(12);
  });

  test('the same months open the same projects', () => {
    const again = worldAfter(1, days, [STATE, 'cpts.initiative.days=10']);
    const p = again.projects.columns;
    const twice = living(again).map((row) => [
      p.key[row],
      p.departement[row],
      ...p.leaders.subarray(row * 3, row * 3 + 3),
    ]);
    expect(twice).toEqual(opened);
  });

  test('without days for it nothing is opened at all, for nobody founds; elsewhere professionals do', () => {
    const many = ['cpts.rate*=5', 'cpts.initiative.days=10'];
    expect(living(worldAfter(4, 9, [...many, STATE]))).toEqual([]);
    const free = worldAfter(4, 9, many);
    expect(living(free).length).toBeGreaterThan(10);
    const mixed = worldAfter(4, 9, [...many, 'cpts.initiative:53=agency']);
    const regions = living(mixed).map(
      (row) => mixed.geography.regions[mixed.projects.columns.region[row]].code,
    );
    expect(regions.length).toBeGreaterThan(10);
    expect(regions).not.toContain('53');
  });

  test('coercion takes trust there and only there, and none at zero', () => {
    const trust = (changes: readonly string[]) =>
      trustIn(worldAfter(12, 0, ['cpts.open=0', ...changes]), '53');
    const [inside, outside] = trust([]);
    const [coerced, others] = trust(['cpts.initiative:53=agency']);
    const [spared] = trust(['cpts.initiative:53=agency', 'agencies.coercion=0']);
    expect(others).toEqual(outside);
    expect(spared).toEqual(inside);
    const left = Math.exp(12 * Math.log(1 - 0.6 / 12));
    expect(coerced[0] / inside[0]).toBeGreaterThan(left * 0.95);
    expect(coerced[0] / inside[0]).toBeLessThan(left * 1.1);
    expect(coerced[1]).toBeLessThan(inside[1]);
  });

  test('the words of the setting are those that rules compare, and the law is that of 2016', () => {
    const { choices, status } = catalogue.parameters.get('cpts.initiative') ?? {};
    expect([choices?.[PROFESSIONALS], choices?.[AGENCY], status]).toEqual(['professionals', 'agency', 'law']);
    expect(settings.founding.initiative.every((who) => who === PROFESSIONALS)).toBe(true);
  });
});

describe('institutions at first meetings', () => {
  const sits = (presence: number, absence = 0.2, injunction = 1) =>
    met(0.4, 0, { presence: [presence], injunction: [injunction], absence });

  test('convince as if they stayed away when they speak of interest, and as if always there when they give orders', () => {
    expect(sits(0.5, 0.2, 0)).toBe(sits(0));
    expect(sits(1, 0.2, 0)).toBe(sits(0));
    expect(sits(0.5, 0.2, 2)).toBe(sits(1));
    expect(sits(1, 0.2, 2)).toBe(sits(1));
    expect(sits(0.5, 0.2, 1.5)).toBeLessThan(sits(0.5));
    expect(sits(0.5, 0, 2)).toBe(0.4);
  });

  test('change nothing at half of them, convince less when always there, more when away', () => {
    expect(sits(0.5)).toBe(0.4);
    expect(sits(0)).toBeCloseTo(0.46, 12);
    expect(sits(1)).toBeCloseTo(0.34, 12);
    expect(met(1, 0, { presence: [0], injunction: [1], absence: 0.2 })).toBe(1);
    const pull = { money: 0, prospecting: 0, neighbours: 0, inTeam: false, trust: 0.5, fatigue: 0.3 };
    const chance = (trustInstitutions: number) =>
      foundingChance({ ...pull, trustInstitutions }, settings.founding);
    expect(chance(sits(0))).toBeGreaterThan(chance(sits(1)));
  });

  test('matter to nobody when the effect is zero, which is in its range', () => {
    expect(sits(0, 0)).toBe(sits(1, 0));
    const { range } = catalogue.parameters.get('agencies.presence.effect') ?? {};
    expect(range?.[0]).toBe(0);
  });
});
