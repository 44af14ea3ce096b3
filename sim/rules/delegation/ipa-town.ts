/** IPA who work in town this month, by territory: liberal ones, and those whom a team or a CPTS employs. */
import { IPA_NURSE, LIBERAL_IPA, PARAMEDIC_ROWS, SALARIED_IPA } from '../../world/delegation/paramedics.js';
import type { World } from '../../world/world.js';
import { BY_IPA, type CaseloadSettings, capacityOf } from './settings.js';

export interface TownIpa {
  /** Their territories, in order. */
  territories(): number[];
  /** The IPA of a team if she has room, else the one of z with most room, lowest row first; −1 where nobody has any. */
  bestFor(z: number, team: number): number;
  isOfTeam(row: number, team: number): boolean;
  /** Counts people whom a further GP asks her to follow. */
  ask(row: number, people: number): void;
}

/** Field of those who work beside GPs: stabilised chronic illness, first of the domain `ipaField`. */
export const WORKS_BESIDE_GPS = 0;

/** True for an IPA to whom GPs may refer. */
export function worksInTown(state: number): boolean {
  return state === LIBERAL_IPA || state === SALARIED_IPA;
}

/** Rows of all IPA in a state that holds, by row. */
export function ipaRows({ paramedics }: World, holds: (state: number) => boolean): number[] {
  const { kind, state } = paramedics.columns;
  const rows: number[] = [];
  for (let row = 0; row < PARAMEDIC_ROWS && kind[row] !== 0; row++)
    if (kind[row] === IPA_NURSE && holds(state[row])) rows.push(row);
  return rows;
}

export function townIpa(world: World, settings: CaseloadSettings): TownIpa {
  const { territory, team: teamOf, fte, asked } = world.paramedics.columns;
  const byTerritory = new Map<number, number[]>();
  const room = new Map<number, number>();
  for (const row of ipaRows(world, worksInTown)) {
    const here = byTerritory.get(territory[row]);
    if (here === undefined) byTerritory.set(territory[row], [row]);
    else here.push(row);
    room.set(row, capacityOf(BY_IPA, fte[row] * settings.hours, settings) - asked[row]);
  }
  const roomOf = (row: number) => room.get(row) ?? 0;
  const isOfTeam = (row: number, team: number) => team >= 0 && teamOf[row] === team;
  return {
    territories: () => [...byTerritory.keys()].sort((x, y) => x - y),
    bestFor(z, team) {
      let best = -1;
      for (const row of byTerritory.get(z) ?? []) {
        if (roomOf(row) <= 0) continue;
        const isBetter = best < 0 || roomOf(row) > roomOf(best);
        const isCloser = isOfTeam(row, team) && !isOfTeam(best, team);
        if (isCloser || (isBetter && !isOfTeam(best, team))) best = row;
      }
      return best;
    },
    isOfTeam,
    ask: (row, people) => room.set(row, roomOf(row) - people),
  };
}
