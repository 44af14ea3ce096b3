/** A world put back to a saved state goes on as it would have: no rule remembers anything outside the tables. */
import { beforeAll, describe, expect, test } from 'vitest';
import { worldDigest } from '../sim/world/digest.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths, type Sources } from './support/months.js';

const FROZEN = 3;
const FIRST_SPAN = 5;
/** Ends in December, when the year is drawn up, and passes November, when a class ends residency. */
const WHOLE = 12;

describe('a saved world', () => {
  let sources: Sources;
  let world: World;
  let saved: readonly ArrayBuffer[];
  let uninterrupted: string;

  /** Runs the second span with rules opened afresh. */
  const goOn = (from: World): string => {
    const { to } = historySpan(from, WHOLE);
    const { from: start } = historySpan(from, FIRST_SPAN);
    runMonths(from, sources.parameters, { from: start + FIRST_SPAN, to, frozen: false });
    return worldDigest(from);
  };

  beforeAll(() => {
    sources = readSources();
    world = newWorld(sources, 1000, 2013);
    runMonths(world, sources.parameters, frozenSpan(world, FROZEN));
    runMonths(world, sources.parameters, historySpan(world, WHOLE), {
      after: (month) => {
        if (month === world.size.startMonth + FIRST_SPAN - 1) saved = saveWorld(world);
      },
    });
    uninterrupted = worldDigest(world);
  });

  test('restored in mid-year gives the same December as the run that was not interrupted', () => {
    restoreWorld(world, saved);
    expect(goOn(world)).toBe(uninterrupted);
  });

  test('restored into another world of the same size goes on there', () => {
    const other = newWorld(sources, 1000, 2013);
    restoreWorld(other, saved);
    expect(goOn(other)).toBe(uninterrupted);
  });

  test('is a copy: what happens afterwards does not reach it', () => {
    restoreWorld(world, saved);
    const before = worldDigest(world);
    world.patients.columns.need.fill(0);
    world.physicians.columns.list.fill(0);
    world.territories.columns.waiting.fill(0);
    expect(worldDigest(world)).not.toBe(before);
    restoreWorld(world, saved);
    expect(worldDigest(world)).toBe(before);
  });

  test('with one number changed goes another way', () => {
    restoreWorld(world, saved);
    const { start, columns } = world.patients;
    columns.need[start[1]] = 255 - columns.need[start[1]];
    columns.doctor[start[1]] = -1;
    expect(goOn(world)).not.toBe(uninterrupted);
  });
});
