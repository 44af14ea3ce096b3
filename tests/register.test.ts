/** The civil register: what befell people is drawn once for scenarios that agree on demography, and read by the others. */
import { beforeAll, describe, expect, test } from 'vitest';
import { copyWorld, type WorldCopy } from '../sim/engine/world-copy.js';
import { firstDifference, type ResolvedParameters } from '../sim/parameters/resolved.js';
import type { Parameters } from '../sim/parameters/types.js';
import { demography } from '../sim/rules/demography/demography.js';
import { DEMOGRAPHIC_PARAMETERS, type RegisterUse, registerOf } from '../sim/rules/demography/register.js';
import { worldDigest } from '../sim/world/digest.js';
import type { World } from '../sim/world/world.js';
import { fewDoctors } from './support/few-doctors.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';

const MONTHS = 14;
/** A doctor's hours and who pays, never births: agrees with the baseline on demography. */
const OTHER_CARE = ['care.minutes@2013-03=20'];
const MORE_BIRTHS = ['births.perWoman@2013-09*=1.5'];

let sources: Sources;
let world: World;
let start: WorldCopy;

const read = (...settings: string[]) => readSources(['24'], [...fewDoctors(), ...settings]);

/** Digest of the world after months of history under parameters, which write or read the register. */
function live(parameters: Parameters, use: RegisterUse): string {
  start.restore();
  registerOf(world).use(use);
  runMonths(world, parameters, historySpan(world, MONTHS));
  return worldDigest(world);
}

const until = (a: ResolvedParameters, b: ResolvedParameters) => ({
  until: firstDifference(a, b, DEMOGRAPHIC_PARAMETERS),
});

beforeAll(() => {
  sources = read();
  world = newWorld(sources, 300);
  runMonths(world, sources.parameters, frozenSpan(world, 1));
  start = copyWorld(world);
});

describe('a run that reads the civil register', () => {
  let drawn: string;

  beforeAll(() => {
    registerOf(world).clear();
    drawn = live(sources.parameters, 'none');
  });

  test('ends as one that draws everything, and so does the run that writes it', () => {
    expect(live(sources.parameters, 'write')).toBe(drawn);
    expect(live(sources.parameters, { until: Infinity })).toBe(drawn);
  });

  test('meets the same people under another policy of care', () => {
    const { parameters } = read(...OTHER_CARE);
    live(sources.parameters, 'write');
    const again = live(parameters, until(sources.parameters, parameters));
    expect(until(sources.parameters, parameters).until).toBe(Infinity);
    expect(again).toBe(live(parameters, 'none'));
    expect(again).not.toBe(drawn);
  });

  test('draws for itself from the month in which demography differs', () => {
    const { parameters } = read(...MORE_BIRTHS);
    live(sources.parameters, 'write');
    const again = live(parameters, until(sources.parameters, parameters));
    expect(again).toBe(live(parameters, 'none'));
    expect(again).not.toBe(drawn);
  });

  test('would miss births of its own if it read on: the register is what it reads', () => {
    const { parameters } = read(...MORE_BIRTHS);
    live(sources.parameters, 'write');
    expect(live(parameters, { until: Infinity })).toBe(drawn);
  });

  test('draws every month that the register does not hold', () => {
    registerOf(world).clear();
    expect(live(sources.parameters, { until: Infinity })).toBe(drawn);
  });

  test('draws a month in the middle of which the run that wrote it failed', () => {
    const register = registerOf(world);
    const { startMonth } = world.size;
    register.clear();
    register.use('write');
    register.begin(startMonth);
    expect(live(sources.parameters, { until: Infinity })).toBe(drawn);
    // Another month begun closes the one before, which then counts: here with nobody in it.
    register.use('write');
    register.begin(startMonth);
    register.begin(startMonth + 1);
    expect(live(sources.parameters, { until: Infinity })).not.toBe(drawn);
    register.clear();
  });
});

test('demography reads no parameter but those on which scenarios must agree', () => {
  const words = new Set<string>();
  const noting =
    <T>(get: (path: string, month: number) => T) =>
    (path: string, month: number) => {
      words.add(path.split('.', 1)[0]);
      return get(path, month);
    };
  const { parameters } = sources;
  const noted: Parameters = {
    number: noting((path, month) => parameters.number(path, month)),
    list: noting((path, month) => parameters.list(path, month)),
    choice: noting((path, month) => parameters.choice(path, month)),
    nextChange: (prefix, month) => parameters.nextChange(prefix, month),
  };
  start.restore();
  registerOf(world).use('none');
  const rule = demography.open(world, noted, { a: 1, b: 2 });
  const { startMonth } = world.size;
  rule.start?.();
  for (let month = startMonth; month < startMonth + MONTHS; month++) {
    rule.begin?.(month);
    for (let z = 0; z < world.geography.territories.length; z++) rule.territory?.(z, 0);
    world.movers.filled.fill(0);
  }
  expect([...words].sort()).toEqual(DEMOGRAPHIC_PARAMETERS);
});
