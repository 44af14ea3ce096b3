/** Who a supporter is never matters: the same three in other slots do the same. */
import { describe, expect, test } from 'vitest';
import { SLOTS } from '../sim/world/teams/institutions.js';
import type { World } from '../sim/world/world.js';
import { ALONE, MARKET, PARTNERED, rowsOf, SEVERAL, supported } from './support/support-strategies.js';

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
