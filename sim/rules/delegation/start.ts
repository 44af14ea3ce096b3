/**
 * Asalée at the start of history: the posts of January 2013, placed by the rule itself with the data seed, so that every
 * replicate starts from the same France; régions by the shares they had. Their caseloads fill in 2013: what their GPs do
 * differently shows from 2014 on. No IPA works before 2019.
 */
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import type { World } from '../../world/world.js';
import { countShares, openPosts } from './asalee-posts.js';
import { asaleeSettings, delegatingSettings } from './settings.js';
import { volunteersOf } from './volunteers.js';

/** Opens the posts of the first month; call after GPs, their practices and traits exist. */
export function startDelegation(world: World, parameters: Parameters, seed: DrawKey): void {
  const month = world.size.startMonth;
  const settings = asaleeSettings(parameters, month);
  const volunteers = volunteersOf(world);
  volunteers.find(seed, settings, delegatingSettings(world, parameters, month));
  const { regionOf } = world.geography;
  const found = new Float64Array(world.geography.regions.length);
  volunteers.left.forEach((count, z) => {
    found[regionOf[z]] += count;
  });
  const shares = parameters.list('asalee.start.byRegion', month);
  const weights = shares.map((share, region) => (found[region] > 0 ? share / found[region] : 0));
  openPosts(world, seed, volunteers, { ...settings, weights }, month);
  countShares(world);
}
