/**
 * Quantiles of long lists without sorting them: selection by partition (Hoare, "Algorithm 65: Find", 1961), in time
 * proportional to the list. The result is that of `sortedQuantile`, whatever the order of the values.
 */

/**
 * Quantile `p` of values without NaN, linear between order statistics; reorders `values`. NaN for none.
 * @param placed ranks whose values earlier calls on the same array have put in their place, rising; this call adds its own
 */
export function selectQuantile(values: Float32Array, p: number, placed: number[] = []): number {
  if (values.length === 0) return Number.NaN;
  const position = (values.length - 1) * p;
  const below = Math.floor(position);
  const next = placed.findIndex((rank) => rank >= below);
  const right = next < 0 ? values.length - 1 : placed[next];
  if (right !== below || next < 0) {
    const before = next < 0 ? placed.length : next;
    select(values, below, before === 0 ? 0 : placed[before - 1], right);
    placed.splice(before, 0, below);
  }
  if (position === below) return values[below];
  // What comes after a rank in its place is no smaller: the least of it stands before the next rank in its place.
  const end = placed.find((rank) => rank > below) ?? values.length - 1;
  let above = values[below + 1];
  for (let i = below + 1; i <= end; i++) if (values[i] < above) above = values[i];
  return values[below] + (position - below) * (above - values[below]);
}

/** Puts the value of rank `k`, known to lie between two places, at place k: smaller or equal ones before it, larger or equal after. */
function select(values: Float32Array, k: number, from: number, to: number): void {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = middleOf(values[left], values[(left + right) >> 1], values[right]);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
      i++;
      j--;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
