/**
 * The regional intervention fund (FIR): what an ARS grants in a month never exceeds what is left of the year. When more is
 * asked for than is left, every claim of the région gets the same share: no claim comes first.
 */
import type { World } from '../../world/world.js';
import { partGiven } from './rationing.js';

export interface Claim {
  /** Row of the région. */
  readonly region: number;
  readonly euros: number;
  /** Called once with the euros granted, which may be 0. */
  readonly grant: (euros: number) => void;
}

/** Grants the claims of one rule in one month. */
export function grantFromFir(world: World, claims: readonly Claim[]): void {
  const { fir } = world.agencies.columns;
  const asked = new Float64Array(fir.length);
  for (const { region, euros } of claims) asked[region] += euros;
  const share = partGiven(fir, asked);
  for (const { region, euros, grant } of claims) {
    const granted = euros * share[region];
    fir[region] -= granted;
    grant(granted);
  }
}
