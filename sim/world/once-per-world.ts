/**
 * Loops over all patients, made once per world and kept.
 *
 * V8 compiles a loop around the columns it closes over, as constants, as long as the loop has been made once. Loops made
 * for each run ran a third slower (measured, `maillage bench`). What changes from month to month is handed over by the
 * rule, which is itself opened once per world (`engine/opened-rules.ts`).
 *
 * The same loops name what they import as constants of their own file (`import * as draws`, `const { draw } = draws`).
 * V8 compiles a constant of the file in, be it a number or a function; an imported or exported name it reads from its
 * module and checks at every use, which took a quarter of the loop over requests.
 */
import type { World } from './world.js';

/** `make`, called at its first world and then remembered. */
export function oncePerWorld<T>(make: (world: World) => T): (world: World) => T {
  const made = new WeakMap<World, T>();
  return (world) => {
    const found = made.get(world) ?? make(world);
    made.set(world, found);
    return found;
  };
}
