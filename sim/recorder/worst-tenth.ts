/** The worst-served tenth: the territories of lowest accessibility that together hold a tenth of people. */

const TENTH = 0.1;

/**
 * 1 for each territory of the tenth, taken by rising accessibility (ties by row number) until the people taken
 * reach a tenth of all; the territory that reaches it is in.
 */
export function worstTenthOf(apl: ArrayLike<number>, people: ArrayLike<number>): Uint8Array {
  const order = Array.from(apl, (_, z) => z).sort((a, b) => apl[a] - apl[b] || a - b);
  const wanted = TENTH * order.reduce((sum, z) => sum + people[z], 0);
  const inside = new Uint8Array(order.length);
  let taken = 0;
  for (const z of order) {
    if (taken >= wanted) break;
    if (people[z] <= 0) continue;
    inside[z] = 1;
    taken += people[z];
  }
  return inside;
}
