/** Supporters: who is taken, who waits, who pays, who leaves; on projects made by hand. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { draw, runKey, unit } from '../sim/base/draws.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { agencies } from '../sim/rules/institutions/agencies.js';
import { chooseSlot, isInSpan, type Offer, phaseOf, tasteOf } from '../sim/rules/institutions/choice.js';
import { supportSettings } from '../sim/rules/institutions/settings.js';
import { takeSpareDays } from '../sim/rules/institutions/slots.js';
import { supporters } from '../sim/rules/institutions/supporters.js';
import { unions } from '../sim/rules/institutions/unions.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { SLOTS } from '../sim/world/teams/institutions.js';
import {
  FROZEN,
  LETTER_FILED,
  NEGOTIATING,
  NO_SUPPORTER,
  OWN_HANDS,
  PRE_PROJECT,
  QUEUED,
  SIGNED,
  SUBMITTED,
  WRITING,
} from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import {
  addProject,
  type Fields,
  regionRow,
  startCollectiveRun,
  territoriesOf,
} from './support/collective.js';

const START = monthOf(2013, 1);
const RULES = [agencies, unions, supporters];
const [UNION, FEDERATION, FIRMS] = [0, 1, 2];

/** Projects of one kind in every région under these settings, after so many months. */
function supported(
  settings: readonly string[],
  {
    fields = {},
    each = 3,
    months = 1,
    change,
  }: { fields?: Fields; each?: number; months?: number; change?: (world: World, month: number) => void } = {},
): World {
  const run = startCollectiveRun(RULES, settings);
  for (const { code } of run.world.geography.regions)
    for (const z of territoriesOf(run.world, code).slice(0, each))
      addProject(run.world, z, { stage: WRITING, treasury: 30_000, letterAt: START, ...fields });
  run.months(START, START + months - 1, (month) => change?.(run.world, month));
  return run.world;
}

const rowsOf = (world: World) =>
  Array.from({ length: world.projects.columns.stage.indexOf(0) }, (_, row) => row);
const slotsOf = (world: World) => rowsOf(world).map((row) => world.projects.columns.supporter[row]);
const STRATEGY = (chooser: string, payee: string, exclusive: string, from: string, to: string) => [
  `cpts.support.chooser=${chooser}`,
  `cpts.support.payee=${payee}`,
  `cpts.support.exclusive=${exclusive}`,
  `cpts.support.spanFrom=${from}`,
  `cpts.support.spanTo=${to}`,
];
const ALONE = STRATEGY('nobody', 'none', 'yes', 'prospecting', 'after');
const PARTNERED = STRATEGY('agency', 'partner', 'yes', 'letter', 'project');
const SEVERAL = STRATEGY('team', 'selected', 'no', 'project', 'project');
const MARKET = STRATEGY('team', 'team', 'no', 'project', 'project');

describe('the span', () => {
  test('holds the phases between its ends, and the letter first where it begins at prospecting', () => {
    const phases = [PRE_PROJECT, LETTER_FILED, WRITING, SUBMITTED, NEGOTIATING, SIGNED].map(phaseOf);
    expect(phases).toEqual([1, 1, 2, 2, 3, 4]);
    const covered = (from: number, to: number) => [1, 2, 3, 4].filter((phase) => isInSpan(phase, from, to));
    expect([covered(0, 2), covered(1, 0), covered(2, 0), covered(2, 1)]).toEqual([
      [1, 2, 3, 4],
      [1, 2],
      [2],
      [2, 3],
    ]);
    expect(covered(0, 2)).not.toContain(0);
  });
});

describe('the choice of a team', () => {
  const weights = { days: 0.5, knowledge: 1, price: 1, ownHands: 0.3, spread: 0.5 };
  const taste = { days: 0.5, knowledge: 1, price: 1 };
  const offer = (change: Partial<Offer> = {}): Offer => ({
    knowledge: 0.5,
    transfer: 0.5,
    cost: 15_000,
    freeDays: 10,
    ...change,
  });
  const pick = (offers: readonly (Offer | undefined)[], change: object = {}) =>
    chooseSlot(offers, taste, weights, { budget: 30_000, maturity: 0, u: 0.2, ...change });

  test('goes to more knowledge, more days, more transfer and a lower price, wherever it stands', () => {
    for (const better of [{ knowledge: 0.6 }, { freeDays: 11 }, { transfer: 0.6 }, { cost: 14_000 }]) {
      expect(pick([offer(), offer(better), offer()])).toBe(1);
      expect(pick([offer(), offer(), offer(better)])).toBe(2);
    }
  });

  test('is to do without when the team knows how, or when nothing on offer is worth it', () => {
    expect(pick([offer()], { maturity: 5 })).toBe(OWN_HANDS);
    expect(pick([undefined, undefined, undefined])).toBe(OWN_HANDS);
    expect(pick([offer()], { budget: 0 })).toBe(OWN_HANDS);
    expect(pick([offer({ cost: 0 })], { budget: 0 })).toBe(0);
  });

  test('among equal offers falls evenly', () => {
    const key = runKey('equals', 0);
    const counts = [0, 0, 0];
    for (let i = 0; i < 3000; i++)
      counts[pick([offer(), offer(), offer()], { u: unit(draw(key.a, key.b, i)) })]++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(100);
  });

  test('differs between teams by their own draws, and not at all without spread', () => {
    const draws = { days: 0.9, knowledge: 0.1, price: 0.5 };
    const own = tasteOf(weights, draws);
    expect(own.days).toBeGreaterThan(weights.days * 1.5);
    expect(own.knowledge).toBeLessThan(weights.knowledge / 1.5);
    expect(own.price).toBeCloseTo(weights.price, 9);
    expect(tasteOf({ ...weights, spread: 0 }, draws)).toEqual(taste);
  });
});

describe('who helps', () => {
  test('where the agency designates or the partner comes by itself, it is the partner', () => {
    for (const strategy of [ALONE, PARTNERED])
      expect(new Set(slotsOf(supported([...strategy, 'cpts.support.partner=federation'])))).toEqual(
        new Set([FEDERATION]),
      );
  });

  test('where teams choose among all, several; among the selected, only those or nobody', () => {
    const free = new Set(slotsOf(supported(MARKET, { each: 8 })));
    expect(free.size).toBeGreaterThan(1);
    const tied = new Set(slotsOf(supported([...SEVERAL, 'cpts.support.selected=firms'], { each: 8 })));
    tied.delete(OWN_HANDS);
    expect(tied).toEqual(new Set([FIRMS]));
  });

  test('an exclusive partner shuts the others out', () => {
    const slots = new Set(slotsOf(supported([...MARKET, 'cpts.support.exclusive=yes'], { each: 8 })));
    slots.delete(OWN_HANDS);
    expect(slots).toEqual(new Set([UNION]));
  });

  test('nobody before the span, and nobody for a frozen project', () => {
    expect(new Set(slotsOf(supported(MARKET, { fields: { stage: PRE_PROJECT } })))).toEqual(
      new Set([NO_SUPPORTER]),
    );
    expect(new Set(slotsOf(supported(ALONE, { fields: { side: FROZEN } })))).toEqual(new Set([NO_SUPPORTER]));
    expect(new Set(slotsOf(supported(ALONE, { fields: { stage: PRE_PROJECT } })))).toEqual(new Set([UNION]));
  });

  test('upstream, the partner helps with the letter at its own expense and is not the supporter', () => {
    const world = supported([...MARKET, 'cpts.upstream=yes'], { fields: { stage: PRE_PROJECT } });
    const { daysSupporter, treasury } = world.projects.columns;
    expect(new Set(slotsOf(world))).toEqual(new Set([NO_SUPPORTER]));
    expect(rowsOf(world).every((row) => daysSupporter[row] > 0 && treasury[row] === 30_000)).toBe(true);
    const off = supported(MARKET, { fields: { stage: PRE_PROJECT } });
    expect(rowsOf(off).every((row) => off.projects.columns.daysSupporter[row] === 0)).toBe(true);
  });
});

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

  test('left over can be taken for mediation, and not twice', () => {
    const world = supported(MARKET, { each: 0 });
    const settings = supportSettings(resolveParameters(loadCatalogue()), START);
    const slot = { region: 0, slot: UNION, z: 0 };
    const days = world.supporters.columns.days[0];
    expect(takeSpareDays(world, settings, slot, days / 4)).toBeCloseTo(days / 4, 6);
    expect(takeSpareDays(world, settings, slot, 100)).toBeCloseTo((days * 3) / 4, 6);
    expect(takeSpareDays(world, settings, slot, 1)).toBeCloseTo(0, 6);
    expect(takeSpareDays(world, settings, { region: 0, slot: FIRMS, z: 0 }, 1)).toBe(0);
  });
});

describe('the end of a mission', () => {
  const signAt = (when: number, stage: number) => (world: World, month: number) => {
    if (month === START + when)
      world.projects.columns.stage.fill(stage, 0, world.projects.columns.stage.indexOf(0));
  };

  test('comes when the span ends, and is counted once', () => {
    const exits: number[] = [];
    const world = supported([...MARKET, 'cpts.envelope.amount=60000'], {
      months: 8,
      change: (here, month) => {
        signAt(2, NEGOTIATING)(here, month);
        const flows = here.territories.columns.cptsFlows;
        exits.push(flows.reduce((sum, count) => sum + count, 0));
      },
    });
    const { supportEnded, supporter } = world.projects.columns;
    const helped = rowsOf(world).filter((row) => supporter[row] >= 0);
    expect(helped.length).toBeGreaterThan(10);
    expect(helped.every((row) => supportEnded[row] === START + 3)).toBe(true);
    expect(exits).toEqual([0, 0, 0, helped.length, 0, 0, 0, 0]);
  });

  test('comes when its days are done in the last phase of the span', () => {
    const world = supported([...PARTNERED, 'supporters.union.days=100'], { months: 14 });
    // 36 days at 3 a month: done in the twelfth month, gone in the next.
    expect(rowsOf(world).map((row) => world.projects.columns.supportEnded[row] - START)).toEqual(
      rowsOf(world).map(() => 12),
    );
  });

  test('does not come while a further phase of the span follows: the same supporter stays', () => {
    const world = supported([...ALONE, 'supporters.union.days=100'], {
      months: 16,
      change: signAt(13, NEGOTIATING),
    });
    const { supportEnded, supportPhase, supported: once } = world.projects.columns;
    expect(rowsOf(world).every((row) => supportEnded[row] === 0 && once[row] === 1)).toBe(true);
    expect(supportPhase[0]).toBe(3);
    expect(new Set(slotsOf(world))).toEqual(new Set([UNION]));
  });

  test('paid help that nobody asks for leaves the région after its months, and unpaid help stays', () => {
    const world = supported([...ALONE, 'supporters.exitMonths=24'], { months: 30 });
    const { gone } = world.supporters.columns;
    const away = (slot: number) => [...gone].filter((one, row) => row % SLOTS === slot && one === 1).length;
    expect(away(FIRMS)).toBe(18);
    expect(away(UNION)).toBe(0);
    const empty = supported([...ALONE, 'supporters.exitMonths=24'], { months: 30, each: 0 });
    expect([...empty.supporters.columns.gone].every((one) => one === 0)).toBe(true);
  });
});

describe('identity', () => {
  const WORDS = ['union', 'federation', 'firms'];
  const ATTRIBUTES = [
    {
      price: 300,
      days: 8,
      unity: 0.5,
      speed: 2,
      knowledge: 0.9,
      transfer: 0.3,
      neutrality: 0.2,
      unpaid: 1,
      ownFunds: 9000,
    },
    {
      price: 600,
      days: 3,
      unity: 0.8,
      speed: 5,
      knowledge: 0.4,
      transfer: 0.6,
      neutrality: 0.9,
      unpaid: 0.4,
      ownFunds: 0,
    },
    {
      price: 900,
      days: 20,
      unity: 1,
      speed: 6,
      knowledge: 0.2,
      transfer: 0.5,
      neutrality: 0.5,
      unpaid: 0,
      ownFunds: 0,
    },
  ];
  const REGIONAL = ['days', 'unity', 'ownFunds'];

  /** The same three supporters, the i-th in the slot `order[i]`, and the partner among them. */
  const settingsFor = (order: readonly number[], partner: number, seat: number) => [
    ...ATTRIBUTES.flatMap((attributes, i) =>
      Object.entries(attributes).map(([name, value]) =>
        REGIONAL.includes(name)
          ? `supporters.${WORDS[order[i]]}.${name}=${value}`
          : `supporters.${name}:${WORDS[order[i]]}=${value}`,
      ),
    ),
    `cpts.support.partner=${WORDS[order[partner]]}`,
    `supporters.seat=${WORDS[order[seat]]}`,
    'unions.drift=1',
    'cpts.preAci.months=18',
  ];

  /** Everything the rules leave, slots told in the order of the supporters, not of the slots. */
  function told(world: World, order: readonly number[]): string[] {
    const { projects, supporters: slots, agencies: ars, delegations, territories } = world;
    const rows = rowsOf(world).length;
    const bySlot = Object.entries(slots.columns).map(
      ([name, column]) =>
        `${name} ${Array.from({ length: slots.rows }, (_, row) => column[row - (row % SLOTS) + order[row % SLOTS]]).join(' ')}`,
    );
    const named = (slot: number) => (slot < 0 ? slot : order.indexOf(slot));
    const lines = [projects, ars, delegations].flatMap((table) =>
      Object.entries(table.columns).map(([name, column]) => {
        const values = [...column].slice(0, (column.length / table.rows) * Math.min(rows, table.rows));
        return `${name} ${(name === 'supporter' ? values.map(named) : values).join(' ')}`;
      }),
    );
    return [...bySlot, ...lines, territories.columns.euros.join(' ')];
  }

  const worldOf = (strategy: readonly string[], order: readonly number[], partner = 1) =>
    told(supported([...strategy, ...settingsFor(order, partner, 2)], { each: 6, months: 15 }), order);

  test.each([
    ['nobody, none', ALONE],
    ['agency, partner', PARTNERED],
    ['team, selected', SEVERAL],
    ['team, team', MARKET],
  ])('under %s, the same supporters in other slots do the same to the byte', (_, strategy) => {
    const first = worldOf(strategy, [0, 1, 2]);
    expect(worldOf(strategy, [2, 0, 1])).toEqual(first);
    expect(worldOf(strategy, [1, 0, 2])).toEqual(first);
  });

  test('and another partner does not, so that the comparison can fail', () => {
    expect(worldOf(PARTNERED, [0, 1, 2], 0)).not.toEqual(worldOf(PARTNERED, [0, 1, 2], 1));
  });
});
