/** The axes of a study, from its manifest: what the positions in a frame mean. */
import { framePeriods } from '../../recorder/frame.js';
import { keptTerritories } from '../../world/geography/restrict.js';
import type { Geography } from '../../world/territory.js';
import type { StudyManifest } from './manifest.js';
import type { StudyAxes } from './write-block.js';

export function axesOf({ identity }: StudyManifest, geography: Geography): StudyAxes {
  const { from, to, keep } = identity;
  return {
    periods: framePeriods({ from, to, months: keep.months }),
    cells: keep.cells,
    indicators: keep.indicators,
    years: keep.territories ? Array.from({ length: to - from + 1 }, (_, y) => from + y) : [],
    territories: keptTerritories(geography).map(({ code }) => code),
  };
}
