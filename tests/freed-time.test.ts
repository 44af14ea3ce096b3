/** Freed hours: one rule whatever frees them, what others answer counted once, nothing where nobody frees anything. */
import { beforeAll, describe, expect, test } from 'vitest';
import { runKey } from '../sim/base/draws.js';
import { bindPhases } from '../sim/engine/execution.js';
import type { Parameters } from '../sim/parameters/types.js';
import { careers } from '../sim/rules/careers.js';
import { freedTime, restShare } from '../sim/rules/delegation/freed-time.js';
import { openings } from '../sim/rules/openings.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { engagement } from '../sim/rules/teams/engagement.js';
import { worldDigest } from '../sim/world/digest.js';
import { ACTIVE } from '../sim/world/physicians.js';
import { foundTeam } from '../sim/world/teams/found-team.js';
import { MSP, OPEN } from '../sim/world/teams/teams.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';
import { opened } from './support/opened.js';
import { parametersUnder } from './support/supply-harness.js';

const CORSE = '94';
const SCALE = 100;
const NO_TEAM_HOURS = 'msp.effect.freed=0';
const SOURCES = ['freedTeam', 'freedNurse', 'freedAssistant'] as const;

let sources: Sources;
let world: World;
let start: readonly ArrayBuffer[];

beforeAll(() => {
  sources = readSources([CORSE], [NO_TEAM_HOURS]);
  world = newWorld(sources, SCALE, 2016);
  runMonths(world, sources.parameters, frozenSpan(world, 6));
  runMonths(world, sources.parameters, historySpan(world, 1));
  start = saveWorld(world);
});

const under = (...settings: string[]) => parametersUnder(sources.catalogue, [NO_TEAM_HOURS, ...settings]);

/** Rows of the GPs in full practice where people live, most fully booked last. */
function gps(): number[] {
  const { status, marginal, wait, list } = world.physicians.columns;
  return [...world.gpOrder.subarray(0, world.gpStart[world.gpStart.length - 1])]
    .filter((d) => status[d] === ACTIVE && marginal[d] === 0 && list[d] > 400)
    .sort((a, b) => wait[a] - wait[b] || a - b);
}

/** What becomes of a GP after freed time, careers and openings of a month in which `change` holds. */
function month(row: number, change: () => void, parameters: Parameters = sources.parameters) {
  restoreWorld(world, start);
  change();
  const at = world.size.startMonth + 1;
  const key = runKey('months', 0);
  for (const rule of [freedTime, careers]) opened(rule, world, parameters, key).serial?.(at);
  const opening = opened(openings, world, parameters, key);
  opening.begin?.(at);
  const p = world.physicians.columns;
  opening.territory?.(p.territory[row], 0);
  const { freed, rest, toCare, extra, hours, fatigue, listTarget, places } = p;
  return {
    freed: freed[row],
    rest: rest[row],
    toCare: toCare[row],
    extra: extra[row],
    hours: hours[row],
    fatigue: fatigue[row],
    target: listTarget[row],
    places: places[row],
  };
}

describe('an hour that others free', () => {
  test('has the same use whether the team, a nurse or an assistant frees it', () => {
    const [row] = gps();
    const uses = SOURCES.map((source) =>
      month(row, () => world.physicians.columns[source].fill(2, row, row + 1)),
    );
    expect(uses[1]).toEqual(uses[0]);
    expect(uses[2]).toEqual(uses[0]);
    const none = month(row, () => {});
    expect(uses[0].freed).toBe(2);
    expect(uses[0].rest + uses[0].toCare).toBeCloseTo(2, 5);
    expect(uses[0].hours - none.hours).toBeCloseTo(uses[0].toCare, 4);
    expect(uses[0].target).toBeGreaterThan(none.target * 1.03);
    expect(uses[0].fatigue).toBeLessThan(none.fatigue);
  });

  test('is spent once: requests that delegates answer take their hours off what care gains', () => {
    const [row] = gps();
    const { freedNurse, moved } = world.physicians.columns;
    const free = () => freedNurse.fill(2, row, row + 1);
    const with20 = month(row, () => {
      free();
      moved.fill(20, row, row + 1);
    });
    const without = month(row, free);
    expect(with20.extra).toBeLessThan(without.extra - 1);
    expect(with20.target).toBeCloseTo(without.target, 1);
  });

  test('leaves no trace once nobody frees it', () => {
    const [row] = gps();
    const { freed, toCare, rest, extra } = world.physicians.columns;
    const after = month(row, () => {
      for (const column of [freed, toCare, rest, extra]) column.fill(3, row, row + 1);
    });
    expect(after).toEqual(month(row, () => {}));
    expect([after.freed, after.rest, after.toCare, after.extra]).toEqual([0, 0, 0, 0]);
  });

  test('fills a list, but a GP booked too far ahead takes nobody, promise or not', () => {
    const row = gps()[gps().length >> 1];
    const p = world.physicians.columns;
    const opened = (wait: number) =>
      month(row, () => {
        p.freedAssistant.fill(4, row, row + 1);
        p.assistantList.fill(p.planned[row] * 1.3, row, row + 1);
        p.wait.fill(wait, row, row + 1);
      });
    const limit = sources.parameters.number('openings.waitLimit', world.size.startMonth);
    expect(opened(0).places).toBeGreaterThan(0);
    expect(opened(limit + 1).places).toBe(0);
  });

  test('opens a list as far as the contract for an assistant promises', () => {
    const [row] = gps();
    const { assistantList, wait } = world.physicians.columns;
    const limit = sources.parameters.number('openings.waitLimit', world.size.startMonth);
    const promised = (days: number) =>
      month(row, () => {
        assistantList.fill(9000, row, row + 1);
        wait.fill(days, row, row + 1);
      });
    expect(promised(0).target).toBe(9000);
    expect(promised(limit + 1).target).toBeLessThan(9000);
  });
});

describe('rest', () => {
  const byAct = { unpaid: 0.4, flatShare: 0.1 };
  const rules = { rest: 0.5, usualFatigue: 0.4 };

  test('is taken by the tired, and more where an hour off costs less', () => {
    expect(restShare(0.4, rules, byAct)).toBeCloseTo(0.5 * 0.46, 12);
    expect(restShare(0.8, rules, byAct)).toBeCloseTo(0.46, 12);
    expect(restShare(0.4, rules, { ...byAct, flatShare: 0.5 })).toBeCloseTo(0.35, 12);
  });

  test('is nothing for somebody who is not tired, or whom nothing makes rest, and never more than the hour', () => {
    expect(restShare(0, rules, byAct)).toBe(0);
    expect(restShare(0.9, { ...rules, rest: 0 }, byAct)).toBe(0);
    expect(restShare(1, { rest: 1, usualFatigue: 0.1 }, { ...byAct, flatShare: 1 })).toBe(1);
  });

  test('tires less than the same hour spent with patients, and fills no list', () => {
    const [row] = gps();
    const free = () => world.physicians.columns.freedNurse.fill(4, row, row + 1);
    const restless = month(row, free, under('freed.rest=0'));
    const resting = month(row, free, under('freed.rest=1'));
    expect(restless.rest).toBe(0);
    expect(resting.rest).toBeGreaterThan(1);
    expect(resting.fatigue).toBeLessThan(restless.fatigue);
    expect(resting.target).toBeLessThan(restless.target);
  });
});

describe('collective work', () => {
  test('is offered freed hours where there is a team, and nowhere else', () => {
    restoreWorld(world, start);
    const p = world.physicians.columns;
    const [a, b] = gps();
    const z = p.territory[a];
    const made = { kind: MSP, state: OPEN, territory: z, area: p.area[a], key: p.id[a], leader: -1 };
    p.team[a] = foundTeam(world, world.size.startMonth, { ...made, practice: 0, founded: 0 });
    const hours = (freed: number) => {
      p.freed[a] = freed;
      p.freed[b] = freed;
      opened(engagement, world, sources.parameters, runKey('months', 0)).serial?.(world.size.startMonth + 1);
      return [p.coordination[a], p.coordination[b]];
    };
    p.team[b] = -1;
    p.project[b] = -1;
    p.openness[a] = 0.8;
    const [usual] = hours(0);
    const [more, nowhere] = hours(2);
    expect(usual).toBeGreaterThan(0);
    expect(more / usual).toBeGreaterThan(3);
    expect(nowhere).toBe(0);
  });
});

describe('who asks for a place', () => {
  test('asks for no more care than a listed person, and at least half as much', () => {
    restoreWorld(world, start);
    const { askerUse } = world.agencies.columns;
    runMonths(world, sources.parameters, {
      from: world.size.startMonth + 1,
      to: world.size.startMonth + 4,
      frozen: false,
    });
    for (const use of askerUse) expect(use).toBeGreaterThanOrEqual(0.5);
    for (const use of askerUse) expect(use).toBeLessThanOrEqual(1);
    expect(Math.min(...askerUse)).toBeLessThan(1);
    expect(askerUse[0]).toBe(1);
  });
});

describe('a world without schemes', () => {
  /** Five months of Corse, with or without the rules of freed time, protocols and assistants. */
  function months(hasRules: boolean, ...settings: string[]): string {
    const off = ['protocols.rate=0', 'assistants.open=no', 'asalee.posts=0', 'ipa.places=0'];
    const parameters = parametersUnder(sources.catalogue, [...off, ...settings]);
    const made = newWorld(sources, 1000, 2014);
    const mine = ['freedTime', 'protocols', 'assistants'];
    const schedule = SCHEDULE.map((phase) => ({
      ...phase,
      rules: phase.rules.filter(({ name }) => hasRules || !mine.includes(name)),
    }));
    const phases = bindPhases(made, parameters, runKey('months', 0), false, schedule);
    const { from, to } = historySpan(made, 5);
    for (let at = from; at <= to; at++) {
      for (const { phase, rules } of phases) {
        for (const rule of rules) rule.begin?.(at);
        for (const rule of rules) {
          if (!phase.spread) rule.serial?.(at);
          else for (let z = 0; z + 1 < made.gpStart.length; z++) rule.territory?.(z, 0);
        }
      }
    }
    made.agencies.columns.askerUse.fill(0);
    return worldDigest(made);
  }

  test('is, to the byte, the world in which their rules do not exist', () => {
    expect(months(true, NO_TEAM_HOURS)).toBe(months(false, NO_TEAM_HOURS));
    expect(months(true, 'msp.effect.freed=2')).not.toBe(months(false, 'msp.effect.freed=2'));
  });
});
