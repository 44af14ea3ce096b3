/**
 * Volunteers for Asalée: practising GPs without nurse who would take one, by territory in the order of ids.
 *
 * Volunteers only (Terra Nova 2022): a GP's own taste, drawn once and the same under any number of posts, against
 * willingness to delegate, what other delegates leave to hand over, peers of the département who have a nurse, and the form
 * of practice (IRDES 2017: 2.6 GPs a practice).
 */
import * as draws from '../../base/draws.js';
import { ACTIVE, SOLO } from '../../world/physicians.js';
import type { World } from '../../world/world.js';
import type { AsaleeSettings, DelegatingSettings } from './settings.js';
import { MOST_WILLING, type WillColumns, willColumns, willingnessOf } from './willingness.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { draw, drawKey, streamId, threshold, UINT32 } = draws;
const TASTE = streamId('asalee.volunteer');

export interface Volunteers {
  /** Finds them anew, from the nurses that GPs have now. */
  find(run: draws.DrawKey, settings: AsaleeSettings, will: DelegatingSettings): void;
  /** Volunteers of each territory without nurse. */
  readonly left: Int32Array;
  /** Gives up to `seats` volunteers of z to a post, whole practices first, largest first; returns how many. */
  give(z: number, post: number, seats: number): number;
}

export function volunteersOf(world: World): Volunteers {
  const { geography, gpStart, gpOrder } = world;
  const { asalee, practice, id, status, marginal, form, covered } = world.physicians.columns;
  const gp: WillColumns = willColumns(world);
  const { asaleeShare } = world.delegations.columns;
  const { departementOf } = geography;
  const n = geography.territories.length;
  const rows = new Int32Array(gpOrder.length);
  const start = new Int32Array(n + 1);
  const left = new Int32Array(n);

  /** The practice of z with most volunteers left, lowest number first; a GP alone is one, −1. */
  function largest(z: number): number {
    const size = new Map<number, number>();
    for (let i = start[z]; i < start[z + 1]; i++) {
      const row = rows[i];
      if (asalee[row] >= 0) continue;
      size.set(practice[row], form[row] === SOLO ? 1 : (size.get(practice[row]) ?? 0) + 1);
    }
    let best = -1;
    let most = 0;
    for (const [number, volunteers] of size) {
      if (volunteers < most || (volunteers === most && number > best)) continue;
      best = number;
      most = volunteers;
    }
    return best;
  }

  return {
    left,
    find(run, settings, will) {
      const { a, b } = drawKey(run, TASTE, 0);
      const most = MOST_WILLING * Math.max(1, will.openness);
      let found = 0;
      for (let z = 0; z < n; z++) {
        start[z] = found;
        const ready = settings.volunteer * (1 + settings.peers * asaleeShare[departementOf[z]]);
        for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
          const row = gpOrder[i];
          if (asalee[row] >= 0 || status[row] !== ACTIVE || marginal[row] === 1) continue;
          const bits = draw(a, b, id[row]);
          const here = form[row] === SOLO ? ready * settings.solo : ready;
          if (bits >= UINT32 * here * gp.openness[row] * most) continue;
          const chance = here * willingnessOf(gp, row, will) * (1 - covered[row]);
          if (bits < threshold(chance)) rows[found++] = row;
        }
        left[z] = found - start[z];
      }
      start[n] = found;
    },
    give(z, post, seats) {
      let given = 0;
      while (given < seats && left[z] > 0) {
        const number = largest(z);
        for (let i = start[z]; i < start[z + 1] && given < seats; i++) {
          const row = rows[i];
          if (asalee[row] >= 0 || practice[row] !== number) continue;
          asalee[row] = post;
          left[z]--;
          given++;
          // GPs alone share the number −1 and nothing else.
          if (number < 0) break;
        }
      }
      return given;
    },
  };
}
