/** Requests that delegates, IPA open to all and visiting GPs answer: counted once, and no act of the territory's GPs. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parameters } from '../sim/parameters/types.js';
import { checkInvariants } from '../sim/world/invariants.js';
import { ACTIVE } from '../sim/world/physicians.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';
import { parametersUnder } from './support/supply-harness.js';

const CORSE = '94';
const SCALE = 100;
/** Rules that say who delegates and who visits: here the test does. */
const DELEGATES = ['asalee', 'ipa', 'caseloads', 'solidarity'];

let sources: Sources;
let world: World;
let start: readonly ArrayBuffer[];

beforeAll(() => {
  sources = readSources([CORSE], ['asalee.posts=0', 'ipa.places=0', 'protocols.rate=0']);
  world = newWorld(sources, SCALE, 2014);
  runMonths(world, sources.parameters, frozenSpan(world, 3));
  runMonths(world, sources.parameters, historySpan(world, 1));
  start = saveWorld(world);
});

const under = (...settings: string[]) => parametersUnder(sources.catalogue, settings);
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

/** Rows of the GPs in full practice where people live. */
function gps(): number[] {
  const { status, marginal, list } = world.physicians.columns;
  return [...world.gpOrder.subarray(0, world.gpStart[world.gpStart.length - 1])].filter(
    (d) => status[d] === ACTIVE && marginal[d] === 0 && list[d] > 400,
  );
}

describe('what others answer', () => {
  /** Six months of history with `change` held at the end of each; the laws are checked. */
  function half(change: () => void, parameters: Parameters = sources.parameters): Record<string, number> {
    restoreWorld(world, start);
    const t = world.territories.columns;
    const seen: Record<string, number> = {};
    change();
    const { startMonth } = world.size;
    runMonths(
      world,
      parameters,
      { from: startMonth + 1, to: startMonth + 6, frozen: false },
      {
        without: DELEGATES,
        after: (at) => {
          checkInvariants(world, at);
          for (const name of ['acts', 'requests', 'delegated', 'visited', 'renounced', 'emergency'] as const)
            seen[name] = (seen[name] ?? 0) + sum(t[name]);
          change();
        },
      },
    );
    return seen;
  }
  const p = () => world.physicians.columns;
  const setAll = (column: Float32Array, value: number) => {
    for (const d of gps()) column[d] = value;
  };

  test('a request that a nurse answers is counted once, and is no act of a GP', () => {
    const plain = half(() => {});
    const some = half(() => setAll(p().moved, 10));
    expect(plain.delegated).toBe(0);
    expect(some.delegated).toBeGreaterThan(gps().length * 6 * 8);
    expect(some.acts).toBeLessThan(plain.acts);
    expect(Math.abs(some.requests / plain.requests - 1)).toBeLessThan(0.02);
  });

  test('nurses answer no more requests than come', () => {
    const all = half(() => setAll(p().moved, 1e6));
    expect(all.delegated).toBeLessThan(all.requests);
    expect(all.delegated).toBeGreaterThan(all.requests * 0.3);
    expect(all.acts).toBeGreaterThan(0);
  });

  test('followed patients are up to date as far as delegates are, whatever the wait of their GP', () => {
    const upToDate = (change: () => void, parameters: Parameters = sources.parameters) => {
      half(change, parameters);
      const { ald, followUpToDate } = world.tallies.columns;
      return sum(followUpToDate) / sum(ald);
    };
    const cover = () => setAll(p().covered, 1);
    const plain = upToDate(() => {});
    expect(upToDate(cover, under('delegation.met=1'))).toBeGreaterThan(plain);
    expect(upToDate(cover, under('delegation.met=0'))).toBeLessThan(plain);
  });

  test('an IPA open to all settles more with first prescription, and never more than comes to her', () => {
    const t = () => world.territories.columns;
    const open = (regime: number) =>
      half(() => {
        t().direct.fill(1e6);
        world.agencies.columns.ipaRegime.fill(regime);
      }).delegated;
    const [none, first] = [open(4), open(5)];
    expect(none).toBeGreaterThan(0);
    expect(first / none).toBeCloseTo(0.75 / 0.4, 0);
  });

  test('visiting GPs serve who found nobody, and no more than they offer', () => {
    const visits = (acts: number) => half(() => world.territories.columns.visiting.fill(acts));
    const plain = visits(0);
    const some = visits(5);
    expect(plain.visited).toBe(0);
    expect(some.visited).toBeGreaterThan(0);
    expect(some.visited).toBeLessThanOrEqual(5 * world.geography.territories.length * 6 + 1e-6);
    expect(some.renounced + some.emergency).toBeLessThan(plain.renounced + plain.emergency);
    const many = visits(1e6);
    expect(many.visited).toBeLessThan(many.requests);
  });
});
