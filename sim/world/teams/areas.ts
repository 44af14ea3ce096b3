/**
 * Areas: the pieces of which projects make their perimeters. A commune is one area; a very large one is several, which go
 * together unless a setting allows perimeters inside a commune (Gauthier 2021: data of Assurance Maladie are by commune;
 * Île-de-France alone has cut one). An area has one project at most (`world.areaOwner`).
 */
import { runningSums } from '../../base/cumulated.js';
import type { Geography } from '../territory.js';

/** A commune above this population is cut into parts of about this many people: the mean size of a CPTS. */
const LARGE_COMMUNE = 120_000;
const PART = 80_000;

export interface Areas {
  /** Areas of territory z are `start[z]` … `start[z + 1]`. */
  readonly start: Int32Array;
  readonly people: Float64Array;
  /** People of the territory's areas from its first to this one. */
  readonly sums: Float64Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly territory: Int32Array;
  /** First area of the commune, and how many it has. */
  readonly first: Int32Array;
  readonly parts: Int32Array;
  /** INSEE code of the commune. */
  readonly code: readonly string[];
}

const known = new WeakMap<Geography['territories'], Areas>();

/** The areas of a geography, in the order of its territories and blocks. */
export function areasOf({ territories }: Geography): Areas {
  const found = known.get(territories) ?? makeAreas(territories);
  known.set(territories, found);
  return found;
}

function makeAreas(territories: Geography['territories']): Areas {
  const start = new Int32Array(territories.length + 1);
  const people: number[] = [];
  const latitude: number[] = [];
  const longitude: number[] = [];
  const territory: number[] = [];
  const first: number[] = [];
  const parts: number[] = [];
  const code: string[] = [];
  for (const { index, blocks } of territories) {
    for (const block of blocks) {
      const count = block.population > LARGE_COMMUNE ? Math.ceil(block.population / PART) : 1;
      const from = people.length;
      for (let part = 0; part < count; part++) {
        people.push(block.population / count);
        latitude.push(block.latitude);
        longitude.push(block.longitude);
        territory.push(index);
        first.push(from);
        parts.push(count);
        code.push(block.code);
      }
    }
    start[index + 1] = people.length;
  }
  const sums = new Float64Array(people.length);
  for (let z = 0; z < territories.length; z++)
    runningSums(people.slice(start[z], start[z + 1]), sums.subarray(start[z], start[z + 1]));
  return {
    start,
    people: Float64Array.from(people),
    sums,
    latitude: Float64Array.from(latitude),
    longitude: Float64Array.from(longitude),
    territory: Int32Array.from(territory),
    first: Int32Array.from(first),
    parts: Int32Array.from(parts),
    code,
  };
}
