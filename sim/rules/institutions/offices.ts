/** Where institutions sit and whom they serve: people by région and département, and the territory of each delegation. */

import { areasOf } from '../../world/teams/areas.js';
import type { Geography } from '../../world/territory.js';

export interface Offices {
  readonly regionPeople: Float64Array;
  readonly departementPeople: Float64Array;
  /** Région of each département. */
  readonly regionOf: Int32Array;
  /** Most populous territory of each département and of each région, where its money is counted. */
  readonly departementSeat: Int32Array;
  readonly regionSeat: Int32Array;
}

export function officesOf(geography: Geography): Offices {
  const { territories, regions, departements } = geography;
  const { start, people } = areasOf(geography);
  const regionPeople = new Float64Array(regions.length);
  const departementPeople = new Float64Array(departements.length);
  const departementSeat = new Int32Array(departements.length).fill(-1);
  const regionSeat = new Int32Array(regions.length).fill(-1);
  const isLarger = (z: number, seat: number) =>
    seat < 0 || territories[z].population > territories[seat].population;
  for (let z = 0; z < territories.length; z++) {
    const region = geography.regionOf[z];
    const departement = geography.departementOf[z];
    for (let area = start[z]; area < start[z + 1]; area++) {
      regionPeople[region] += people[area];
      departementPeople[departement] += people[area];
    }
    if (isLarger(z, departementSeat[departement])) departementSeat[departement] = z;
    if (isLarger(z, regionSeat[region])) regionSeat[region] = z;
  }
  const regionOf = Int32Array.from(departements, ({ region }) =>
    regions.findIndex(({ code }) => code === region),
  );
  return { regionPeople, departementPeople, regionOf, departementSeat, regionSeat };
}
