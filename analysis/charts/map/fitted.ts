/**
 * The fit of `georeference.ts` to the drawing of the départements, kept so that a report need not fit again;
 * tests/map.test.ts fits anew and compares. It puts 1,360 of the 1,367 mainland territories and 8,584 of 8,673 located
 * communes inside the outline of their département. The seven others lie at most 0.93 km outside, half a unit of the
 * drawing; communes at most 1.6 km, but for five on islands that the drawing leaves out or simplifies (Yeu, Sein, Groix,
 * Ouessant: 2 to 18 km).
 */
import type { Georeference } from './georeference.js';

export const FITTED: Georeference = {
  degree: 3,
  x: [
    323.319901, 302.278089, -0.852057, 1.197776, 29.033652, 0.093479, -3.338718, -4.751929, 1.857747,
    -0.281287,
  ],
  y: [
    299.964556, -0.991801, -302.407025, 13.711872, -0.610837, -13.77006, 0.469564, 2.642603, -3.082681,
    -0.372485,
  ],
};

/** Km outside its département at which a bubble may stand at most: less than a pixel of the map. */
export const TOLERANCE_KM = 1;
