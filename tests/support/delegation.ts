/** A France of equal lists for the rules of delegation run alone: people by age, ill ones, and a full list for every GP. */
import { IPA_NURSE, nextParamedic } from '../../sim/world/delegation/paramedics.js';
import { INSTRUMENT_COUNT, type InstrumentId, instrumentOf } from '../../sim/world/teams/instruments.js';
import type { World } from '../../sim/world/world.js';

/** People of 1,000 by `ageClass5`, and those with an ALD. */
const AGES = [240, 240, 265, 160, 95];
const ILL = 160;
/** People of each list. */
export const LIST = 1128;

/** Gives every territory the same ages, every GP the same list and no wait. */
export function equalLists(world: World): void {
  const { ages, ald } = world.tallies.columns;
  for (let at = 0; at < ages.length; at++) ages[at] = AGES[at % AGES.length];
  ald.fill(ILL);
  world.physicians.columns.list.fill(LIST);
  world.physicians.columns.wait.fill(0);
}

/** Rows of practising GPs in the order of ids that a predicate holds for. */
export function gpsWho({ gpOrder, gpStart, physicians }: World, holds: (row: number) => boolean): number[] {
  const { id } = physicians.columns;
  return [...gpOrder.subarray(0, gpStart[gpStart.length - 1])].filter(holds).sort((x, y) => id[x] - id[y]);
}

/** Rows of paramedics that a predicate holds for. */
export function paramedicsWho({ paramedics }: World, holds: (row: number) => boolean): number[] {
  const { kind } = paramedics.columns;
  return [...kind.subarray(0, kind.indexOf(0)).keys()].filter(holds);
}

/** Euros of an instrument in all territories this month. */
export function eurosOf({ territories }: World, instrument: InstrumentId): number {
  const { euros } = territories.columns;
  const at = instrumentOf(instrument);
  let sum = 0;
  for (let z = at; z < euros.length; z += INSTRUMENT_COUNT) sum += euros[z];
  return sum;
}

export function total(column: Iterable<number>): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum;
}

/** Adds an IPA in stabilised chronic illness who lives in territory z. */
export function addIpa(world: World, z: number, state: number, since: number): number {
  const { columns } = world.paramedics;
  const row = nextParamedic(world.paramedics);
  columns.kind[row] = IPA_NURSE;
  columns.key[row] = 1000 + row;
  columns.state[row] = state;
  columns.territory[row] = z;
  columns.since[row] = since;
  columns.fte[row] = 1;
  return row;
}
