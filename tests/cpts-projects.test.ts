/** Projects in a world that runs: law, places, money, and no place in the table decides anything. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { areasOf } from '../sim/world/teams/areas.js';
import { INSTRUMENT_COUNT, INSTRUMENTS } from '../sim/world/teams/instruments.js';
import { lives, OVERLAP, PROJECT_ROWS, SIGNED } from '../sim/world/teams/projects.js';
import { restoreWorld, saveWorld, type World } from '../sim/world/world.js';
import { runCoordination } from './support/coordination.js';
import { newWorld, readSources, type Sources } from './support/months.js';

const LAW = monthOf(2016, 2);
const AGREEMENT = monthOf(2019, 9);

let sources: Sources;
let world: World;
/** By month: living projects, signed ones, and whether each law of places and money held. */
const living = new Map<number, number>();
const signed = new Map<number, number>();
const wrong: string[] = [];
let before: { month: number; saved: readonly ArrayBuffer[] };

beforeAll(() => {
  sources = readSources();
  world = newWorld(sources, 1000, 2020);
  const from = world.size.startMonth;
  const treasury = new Float64Array(PROJECT_ROWS);
  const watch = (month: number) => {
    const { stage } = world.projects.columns;
    const rows = [...stage.keys()].filter((row) => lives(stage[row]));
    living.set(month, rows.length);
    signed.set(month, rows.filter((row) => stage[row] === SIGNED).length);
    checkPlaces(month, rows);
    checkMoney(month, rows, treasury);
  };
  runCoordination(world, sources.parameters, from, monthOf(2018, 12), watch);
  before = { month: monthOf(2019, 1), saved: saveWorld(world) };
  runCoordination(world, sources.parameters, before.month, monthOf(2020, 6), watch);
});

function checkPlaces(month: number, rows: readonly number[]): void {
  const areas = areasOf(world.geography);
  const people = new Float64Array(PROJECT_ROWS);
  for (const [area, owner] of world.areaOwner.entries()) if (owner >= 0) people[owner] += areas.people[area];
  const p = world.projects.columns;
  for (const row of rows) {
    const isDisputed = (p.side[row] & OVERLAP) !== 0;
    if (isDisputed !== p.rival[row] >= 0) wrong.push(`${month}: row ${row} and its rival disagree`);
  }
  for (const [row, held] of people.entries()) {
    if (held > 0 && !rows.includes(row)) wrong.push(`${month}: row ${row} holds areas and does not live`);
    if (rows.includes(row) && Math.abs(held - p.people[row]) > 1e-3)
      wrong.push(`${month}: people of row ${row}`);
  }
}

function checkMoney(month: number, rows: readonly number[], treasury: Float64Array): void {
  const p = world.projects.columns;
  for (const row of rows) {
    let balance = p.founded[row] === month ? 0 : treasury[row];
    for (const [k, { payer, payee }] of INSTRUMENTS.entries()) {
      const euros = p.paid[row * INSTRUMENT_COUNT + k];
      if (payee === 'projects') balance += euros;
      // What passes between two projects stands in the account of both: who lives on has received it.
      else if (payer === 'projects') balance -= euros;
    }
    if (Math.abs(balance - p.treasury[row]) > 1) wrong.push(`${month}: treasury of row ${row}`);
    if (p.treasury[row] < -1e-6) wrong.push(`${month}: row ${row} owes`);
    treasury[row] = p.treasury[row];
  }
}

describe('projects of France', () => {
  test('begin with the law of January 2016, and not before', () => {
    expect(living.get(LAW - 1)).toBe(0);
    expect(living.get(LAW)).toBeGreaterThan(0);
  });

  test('sign nothing before the agreement exists, though some are ready', () => {
    expect(signed.get(AGREEMENT - 1)).toBe(0);
    expect(signed.get(AGREEMENT + 2)).toBeGreaterThan(0);
  });

  test('hold each area once, and every euro of a treasury has come in or gone out', () => {
    expect(wrong).toEqual([]);
  });

  test('are led by GPs at work who are members, none of them twice', () => {
    const { leaders, stage } = world.projects.columns;
    const gp = world.physicians.columns;
    const ids = [...leaders].filter((id, k) => id >= 0 && lives(stage[Math.floor(k / 3)]));
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(gp.project[gp.rowOf[id]]).toBeGreaterThanOrEqual(0);
  });
});

describe('no place in the table decides anything', () => {
  /** Living projects by key, with what half a year made of them. */
  function halfYear(): string {
    runCoordination(world, sources.parameters, before.month, before.month + 5);
    const p = world.projects.columns;
    const rows = [...p.stage.keys()].filter((row) => lives(p.stage[row]));
    return rows
      .map((row) => [
        p.key[row],
        p.stage[row],
        p.side[row],
        p.people[row],
        p.work[row * 3],
        p.momentum[row],
        p.gps[row],
      ])
      .sort((a, b) => a[0] - b[0])
      .join('\n');
  }

  /** Exchanges two rows of projects, and whoever names them. */
  function exchange(a: number, b: number): void {
    const { columns, rows } = world.projects;
    const other = (row: number) => (row === a ? b : row === b ? a : row);
    for (const column of Object.values(columns)) {
      const width = column.length / rows;
      const kept = column.slice(a * width, (a + 1) * width);
      column.copyWithin(a * width, b * width, (b + 1) * width);
      column.set(kept as never, b * width);
    }
    const namers = [
      columns.rival,
      world.areaOwner,
      world.physicians.columns.project,
      world.paramedics.columns.project,
    ];
    for (const named of namers) for (let i = 0; i < named.length; i++) named[i] = other(named[i]);
  }

  test('two projects that exchange their rows live the same half-year', () => {
    restoreWorld(world, before.saved);
    const plain = halfYear();
    restoreWorld(world, before.saved);
    const { stage } = world.projects.columns;
    const rows = [...stage.keys()].filter((row) => lives(stage[row]));
    for (let k = 0; k + 1 < rows.length; k += 2) exchange(rows[k], rows[k + 1]);
    expect(halfYear()).toBe(plain);
  });

  test('and a change of one project is seen', () => {
    restoreWorld(world, before.saved);
    const plain = halfYear();
    restoreWorld(world, before.saved);
    const { stage, momentum } = world.projects.columns;
    momentum[[...stage.keys()].find((row) => lives(stage[row]))!] = 0;
    expect(halfYear()).not.toBe(plain);
  });
});
