/** A country of three territories in two régions, small enough to compute every indicator by hand. */
import { monthOf } from '../../sim/base/calendar.js';
import type { Geography, RuralClass, Territory } from '../../sim/world/territory.js';
import { allocateWorld, type World } from '../../sim/world/world.js';

export const TINY_START = monthOf(2013, 1);
export const TINY_END = monthOf(2015, 12);

function territory(index: number, region: string, departement: string, ruralClass: RuralClass): Territory {
  const code = `20000000${index}`;
  return {
    index,
    code,
    name: `Territoire ${index}`,
    kind: 'CC',
    epci: code,
    epciPopulation: 10_000,
    departement,
    region,
    population: 10_000,
    // A degree of latitude is 111 km: 0 and 1 are near each other, 2 is far from both.
    latitude: 47 + [0, 0.5, 3][index],
    longitude: 2,
    ruralClass,
    blocks: [],
  };
}

export function tinyGeography(): Geography {
  return {
    territories: [
      territory(0, '11', '91', 'city'),
      territory(1, '11', '91', 'rural'),
      territory(2, '24', '45', 'rural'),
    ],
    regions: [
      { code: '11', name: 'Île-de-France' },
      { code: '24', name: 'Centre-Val de Loire' },
    ],
    departements: [
      { code: '91', name: 'Essonne', region: '11' },
      { code: '45', name: 'Loiret', region: '24' },
    ],
    regionOf: Int32Array.of(0, 0, 1),
    departementOf: Int32Array.of(0, 0, 1),
    neighbours: {
      start: Int32Array.of(0, 1, 2, 2),
      territory: Int32Array.of(1, 0),
      minutes: Float32Array.of(40, 40),
    },
    innerMinutes: Float32Array.of(10, 15, 15),
    digest: 'tiny',
  };
}

/** An empty world over the tiny geography: tables allocated, every value 0 but the identity of physicians. */
export function tinyWorld({
  scale = 10,
  physicians = 20,
  nurses = 4,
  lanes = 1,
  agents = 100,
}: {
  scale?: number;
  physicians?: number;
  nurses?: number;
  lanes?: number;
  agents?: number;
} = {}): World {
  const world = allocateWorld(
    {
      scale,
      lanes,
      physicians,
      nurses,
      patientCapacity: [agents, agents, agents],
      moverCapacity: agents,
      startMonth: TINY_START,
      endMonth: TINY_END,
    },
    tinyGeography(),
  );
  const { id, rowOf } = world.physicians.columns;
  for (let row = 0; row < id.length; row++) id[row] = rowOf[row] = row;
  return world;
}
