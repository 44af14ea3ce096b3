/**
 * Where movers go: a near territory, any territory, or one of the régions that gain people of their age. Weights
 * follow the expected population of the régions year by year, so that balanced flows stay balanced.
 */
import { firstAbove, pick, runningSums } from '../../base/cumulated.js';
import type { Parameters } from '../../parameters/types.js';
import { CLASSES } from '../../world/demography/ages.js';
import { type MigrationRates, netFlows } from '../../world/demography/migration-rates.js';
import { type Links, nearChances, nearLinks } from '../../world/demography/mobility.js';
import type { Projection } from '../../world/demography/projection.js';
import type { Geography } from '../../world/territory.js';

export interface Destinations {
  /** Takes the expected population of a run, and the links between near territories as of its first month. */
  start(projected: Projection, month: number): void;
  /** Takes the weights of a year since the start and the rates of a month; returns the move factor. */
  update(year: number, month: number, rates: MigrationRates): number;
  /** Territory chosen with the uniform u by somebody of z who moves; z itself when the move stays there. */
  move(z: number, u: number): number;
  /** Territory of a gaining région for somebody of age class c, or −1 to go abroad. */
  leave(c: number, u: number): number;
  /** Share of the net gain of each class that comes from abroad. */
  readonly fromAbroad: Float64Array;
  /** Minutes between territories; Infinity beyond the neighbours. */
  minutes(from: number, to: number): number;
}

export function makeDestinations(
  geography: Geography,
  regionOf: Int32Array,
  parameters: Parameters,
): Destinations {
  const territories = geography.territories.length;
  const chances = new Float64Array(geography.neighbours.territory.length);
  const people = new Float64Array(territories);
  const everywhere = new Float64Array(territories);
  const gaining = Array.from({ length: CLASSES }, () => new Float64Array(territories));
  const gains = new Float64Array(territories);
  const staying = new Float64Array(CLASSES);
  const fromAbroad = new Float64Array(CLASSES);
  let nearPart = 0;
  /** Mean chance that somebody who tries a near move goes, in the year for which people were last spread. */
  let going = 0;
  let spreadFor = Number.NaN;
  let projection: Projection;
  let links: Links;

  function start(projected: Projection, month: number): void {
    projection = projected;
    links = nearLinks(geography.neighbours, parameters, month);
    spreadFor = Number.NaN;
  }

  /** People expected in a year since the start, and what draws movers to them. */
  function spread(year: number): void {
    const { people: initialPeople } = projection.initial;
    for (let z = 0; z < territories; z++) {
      const region = regionOf[z];
      people[z] = (initialPeople[z] * projection.people(year, region)) / projection.people(0, region);
    }
    runningSums(people, everywhere);
    going = nearChances(links, people, chances);
    spreadFor = year;
  }

  function update(year: number, month: number, rates: MigrationRates): number {
    const { people: initialPeople, regionPeople } = projection.initial;
    const classes = projection.classes[Math.min(Math.max(0, year), projection.classes.length - 1)];
    // Rates may change every month, the people expected do once a year.
    if (year !== spreadFor) spread(year);
    for (let c = 0; c < CLASSES; c++) {
      for (let z = 0; z < territories; z++) {
        const cell = regionOf[z] * CLASSES + c;
        const gain = Math.max(0, rates.net[cell]) * classes[cell];
        gains[z] = (gain * initialPeople[z]) / regionPeople[regionOf[z]];
      }
      runningSums(gains, gaining[c]);
    }
    const flows = netFlows(rates.net, classes);
    staying.set(flows.staying);
    fromAbroad.set(flows.fromAbroad);
    const nearShare = going > 0 ? parameters.number('migration.nearShare', month) : 0;
    // Some near moves stay where they are: more are tried, so that the stated share of people changes territory.
    const near = going > 0 ? nearShare / going : 0;
    const factor = near + 1 - nearShare;
    nearPart = near / factor;
    return factor;
  }

  function move(z: number, u: number): number {
    if (u >= nearPart) {
      return pick(everywhere, (u - nearPart) / (1 - nearPart));
    }
    const from = links.start[z];
    const to = links.start[z + 1];
    const link = firstAbove(chances, u / nearPart, from, to);
    return link < to ? links.territory[link] : z;
  }

  function leave(c: number, u: number): number {
    if (u >= staying[c]) return -1;
    const sums = gaining[c];
    return sums[territories - 1] > 0 ? pick(sums, u / staying[c]) : -1;
  }

  function minutes(from: number, to: number): number {
    if (from === to) return 0;
    const link = firstAbove(links.territory, to - 1, links.start[from], links.start[from + 1]);
    return link < links.start[from + 1] && links.territory[link] === to ? links.minutes[link] : Infinity;
  }

  return { start, update, move, leave, fromAbroad, minutes };
}
