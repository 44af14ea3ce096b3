/**
 * Quantiles of long lists without sorting them: selection by partition (Hoare, "Algorithm 65: Find", 1961), in time
 * proportional to the list. The result is that of `sortedQuantile`, whatever the order of the values.
 */

/** Quantile `p` of values without NaN, linear between order statistics; reorders `values`. NaN for none. */
export function selectQuantile(values: Float32Array, p: number): number {
  if (values.length === 0) return Number.NaN;
  const position = (values.length - 1) * p;
  const below = Math.floor(position);
  select(values, below);
  if (position === below) return values[below];
  let above = values[below + 1];
  for (let i = below + 1; i < values.length; i++) if (values[i] < above) above = values[i];
  return values[below] + (position - below) * (above - values[below]);
}

/** Puts the value of rank `k` at place k, smaller or equal ones before it, larger or equal ones after it. */
function select(values: Float32Array, k: number): void {
  let left = 0;
  let right = values.length - 1;
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
