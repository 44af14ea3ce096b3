/** Solo GPs past an age whose list nobody is named to take over: where a take-over can be looked for. */
import { practises, SOLO } from '../../world/physicians.js';
import type { World } from '../../world/world.js';

/** 1 for each territory with a practising solo GP born in `bornBefore` or earlier who has no successor. */
export function territoriesWithSenior(
  { physicians, gpOrder, gpStart, geography }: World,
  bornBefore: number,
): Uint8Array {
  const { birth, form, status, successor } = physicians.columns;
  const found = new Uint8Array(geography.territories.length);
  for (let z = 0; z < found.length; z++) {
    for (let i = gpStart[z]; i < gpStart[z + 1] && found[z] === 0; i++) {
      const row = gpOrder[i];
      const isOld = form[row] === SOLO && birth[row] <= bornBefore && successor[row] < 0;
      if (isOld && practises(status[row])) found[z] = 1;
    }
  }
  return found;
}
