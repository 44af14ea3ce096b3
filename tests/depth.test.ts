/** Depth of signed CPTS: what hours sustain, and that it buys places, slots and recalls and nothing else. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { runKey } from '../sim/base/draws.js';
import { indicatorShare, sustained } from '../sim/rules/cpts/depth.js';
import { offerWhatDepthBuys, rememberWhatWasDone } from '../sim/rules/cpts/hooks.js';
import { type EffectSettings, lifeSettings } from '../sim/rules/cpts/life-settings.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { areasOf } from '../sim/world/teams/areas.js';
import { setOwner } from '../sim/world/teams/owners.js';
import { SIGNED } from '../sim/world/teams/projects.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';
import { opened } from './support/opened.js';

const BREIZH = '53';
const MONTHS = 6;
const NOTHING: EffectSettings = { placements: 0, tired: 1, slots: 0, recall: 0, prevention: 0, welcome: 0 };

describe('what hours sustain', () => {
  test('is nothing without hours or missions, two thirds at the usual hours, all of the missions at most', () => {
    expect(sustained(0, 90_000, 1, 0.001)).toBe(0);
    expect(sustained(90, 90_000, 0, 0.001)).toBe(0);
    expect(sustained(90, 90_000, 1, 0.001)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(sustained(1e6, 90_000, 0.5, 0.001)).toBeCloseTo(0.5, 6);
    expect(sustained(90, 0, 1, 0.001)).toBe(0);
  });

  test('is shared with indicators: the more bonus and pressure, the less when depth is paid', () => {
    const rules = { review: 0.5, bonus: 0, reviewBonus: 0.5, reviewPressure: 0.25, payDepth: 0 };
    expect(indicatorShare(rules, 0)).toBe(0.5);
    expect(indicatorShare({ ...rules, bonus: 1 }, 0)).toBe(0.75);
    expect(indicatorShare(rules, 1)).toBe(0.625);
    expect(indicatorShare({ ...rules, bonus: 1, reviewBonus: 0, reviewPressure: 0 }, 1)).toBe(0.5);
    expect(indicatorShare({ ...rules, payDepth: 1 }, 1)).toBe(0);
    expect(indicatorShare({ ...rules, review: 1, bonus: 1 }, 1)).toBe(1);
  });
});

describe('in a Bretagne under one deep CPTS', () => {
  const sources: Sources = readSources([BREIZH]);
  const world: World = newWorld(sources, 100, 2014);
  runMonths(world, sources.parameters, frozenSpan(world, 3));
  runMonths(world, sources.parameters, historySpan(world, MONTHS));
  const month = world.size.startMonth + MONTHS;
  const start = saveWorld(world);
  const life = lifeSettings(sources.parameters, monthOf(2020, 1));

  /** One project holds all of Bretagne; every GP of it is a member. */
  function sign(depth: number): void {
    const p = world.projects.columns;
    const region = world.geography.regions.findIndex(({ code }) => code === BREIZH);
    const { territory } = areasOf(world.geography);
    const here = [...territory.keys()].filter((area) => world.geography.regionOf[territory[area]] === region);
    p.stage[0] = SIGNED;
    p.depth[0] = depth;
    setOwner(world, here, 0);
    const gp = world.physicians.columns;
    for (const d of world.gpOrder)
      if (world.geography.regionOf[gp.territory[d]] === region) gp.project[d] = 0;
  }

  /** Three months of openings, patients and care with what depth buys, and what they leave. */
  function care(depth: number, effect: EffectSettings): { bytes: string; world: World } {
    restoreWorld(world, start);
    if (depth >= 0) sign(depth);
    const phases = SCHEDULE.filter(({ spread }) => spread);
    const rules = phases.map(({ rules }) =>
      rules.map((rule) => opened(rule, world, sources.parameters, runKey('depth', 0))),
    );
    for (let k = 0; k < 3; k++) {
      offerWhatDepthBuys(world, { ...life, effect, covidContacts: 0 }, () => 400);
      for (const phase of rules)
        for (const rule of phase) {
          rule.begin?.(month + k);
          for (let z = 0; z < world.geography.territories.length; z++)
            if (world.geography.kept?.[z] === 1) rule.territory?.(z, 0);
        }
    }
    const gp = world.physicians.columns;
    const t = world.territories.columns;
    const { overdue, doctor } = world.patients.columns;
    const columns = [
      gp.places,
      gp.backlog,
      gp.wait,
      gp.minutes,
      t.acts,
      t.emergency,
      t.waiting,
      overdue,
      doctor,
    ];
    return {
      bytes: columns
        .map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64'))
        .join(),
      world,
    };
  }
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);

  test('care is the same to the byte when depth buys nothing, whatever the depth', () => {
    const without = care(-1, NOTHING).bytes;
    expect(care(0.9, NOTHING).bytes === without).toBe(true);
    expect(care(0, life.effect).bytes === without).toBe(true);
    expect(care(0.9, life.effect).bytes === without).toBe(false);
  });

  test('placements, slots and recalls are as many as depth buys, and none without depth', () => {
    care(0.5, { ...NOTHING, placements: 0.002, slots: 0.003, recall: 0.1 });
    const { cptsDepth, placements, sharedSlots, recalls, sharedSlots: slots } = world.territories.columns;
    const deep = world.geography.territories.reduce(
      (sum, _, z) => sum + cptsDepth[z] * world.patients.count[z] * world.size.scale,
      0,
    );
    expect(deep).toBeGreaterThan(1e6);
    expect(total(placements)).toBeGreaterThan(0);
    expect(total(placements)).toBeLessThanOrEqual(2 * deep * 1.01);
    expect(total(slots)).toBeGreaterThan(0);
    expect(total(sharedSlots)).toBeLessThanOrEqual(3 * deep * 1.5);
    expect(total(recalls)).toBeGreaterThan(0);
    care(0, { ...NOTHING, placements: 0.002, slots: 0.003, recall: 0.1 });
    for (const column of [placements, sharedSlots, recalls]) expect(total(column)).toBe(0);
  });

  test('a CPTS remembers the placements and slots of twelve months, and only of the people it covers', () => {
    care(0.5, { ...NOTHING, placements: 0.002, slots: 0.003 });
    const { placements, sharedSlots } = world.territories.columns;
    const p = world.projects.columns;
    p.people[0] = 3_300_000;
    const month = [total(placements), total(sharedSlots)].map((sum) => sum / (p.people[0] / 1000));
    for (let k = 0; k < 240; k++) rememberWhatWasDone(world);
    expect(p.placements12[0] / (12 * month[0])).toBeCloseTo(1, 3);
    expect(p.slots12[0] / (12 * month[1])).toBeCloseTo(1, 3);
    p.depth[0] = 0;
    for (let k = 0; k < 240; k++) rememberWhatWasDone(world);
    expect(p.placements12[0]).toBeLessThan(1e-6);
  });

  test('a spent GP keeps neither places nor slots', () => {
    restoreWorld(world, start);
    sign(0.5);
    const gp = world.physicians.columns;
    const [spent] = world.gpOrder.filter((d) => gp.project[d] === 0 && gp.marginal[d] === 0);
    gp.fatigue[spent] = 1;
    offerWhatDepthBuys(world, { ...life, effect: { ...life.effect, tired: 0.7 } }, () => 400);
    expect([gp.extraPlaces[spent], gp.reserve[spent]]).toEqual([0, 0]);
    expect(gp.extraPlaces.some((places) => places > 0)).toBe(true);
  });

  test('late follow-ups are caught up sooner', () => {
    const late = (effect: EffectSettings) => {
      care(0.9, effect);
      const { count, start: from, columns } = world.patients;
      let people = 0;
      for (let z = 0; z < count.length - 1; z++)
        for (let i = from[z]; i < from[z] + count[z]; i++) if (columns.overdue[i] > 0) people++;
      return people;
    };
    expect(late({ ...NOTHING, recall: 0.5 })).toBeLessThan(late(NOTHING));
  });
});
