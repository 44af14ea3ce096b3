/**
 * The world of the first month of history, set up and settled once and then put back for every run that starts from it.
 * The same tables are filled anew for another start of the same size: loops over people stay compiled
 * (`world/once-per-world.ts`).
 */
import { firstDifference, type ResolvedParameters } from '../parameters/resolved.js';
import type { Geography } from '../world/territory.js';
import { allocateWorld, clearWorld, fitsInto, type World, type WorldSize } from '../world/world.js';
import { fillWorld } from './setup.js';
import { copyWorld, type WorldCopy } from './world-copy.js';

export interface StartingWorlds {
  /**
   * A world at the end of its frozen months, good until the next call.
   * @param parameters those of the start
   * @param size of the tables, or less than what they are
   * @param settle runs the frozen months of a world that has just been filled
   */
  get(
    geography: Geography,
    parameters: ResolvedParameters,
    size: WorldSize,
    settle: (world: World) => Promise<void>,
  ): Promise<World>;
}

interface Kept {
  readonly world: World;
  /** Parameters of the start that `copy` holds; absent while there is none. */
  start?: { readonly parameters: ResolvedParameters; readonly copy: WorldCopy };
}

/** Keeps one world at a time. */
export function keepStartingWorlds(folder?: string): StartingWorlds {
  let kept: Kept | undefined;
  return {
    async get(geography, parameters, size, settle) {
      if (kept && (kept.world.geography !== geography || !fitsInto(kept.world.size, size))) {
        kept.start?.copy.drop();
        kept = undefined;
      }
      if (kept?.start && firstDifference(kept.start.parameters, parameters) > size.startMonth) {
        kept.start.copy.restore();
        return kept.world;
      }
      kept?.start?.copy.drop();
      if (kept) clearWorld(kept.world);
      const made: Kept = { world: kept?.world ?? allocateWorld(size, geography) };
      kept = made;
      fillWorld(made.world, parameters);
      await settle(made.world);
      made.start = { parameters, copy: copyWorld(made.world, folder) };
      return made.world;
    },
  };
}
