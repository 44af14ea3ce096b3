/** The axes of a study, from its manifest: what the positions in a frame mean. */
import { framePeriods } from '../../recorder/frame.js';
import { keptTerritories, restrictGeography } from '../../world/geography/restrict.js';
import type { Geography } from '../../world/territory.js';
import type { StudyManifest } from './manifest.js';
import type { StudyAxes } from './write-block.js';

/** @param geography of the whole country; the part that the study simulates is cut out of it */
export function axesOf({ identity }: StudyManifest, geography: Geography): StudyAxes {
  const { from, to, keep } = identity;
  const part = restrictGeography(geography, identity.territories);
  return {
    periods: framePeriods({ from, to, months: keep.months }),
    cells: keep.cells,
    indicators: keep.indicators,
    years: keep.territories ? Array.from({ length: to - from + 1 }, (_, y) => from + y) : [],
    territories: keptTerritories(part).map(({ code }) => code),
  };
}
