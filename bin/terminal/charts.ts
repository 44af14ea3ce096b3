/** Small charts of text for a screen: lines over the years, and intervals about zero. Colours and widths do not matter. */
import { pad } from './table.js';

const BARS = '▁▂▃▄▅▆▇█';
/** Letters to the left and to the right of zero. */
const ARM = 20;

/** A line of blocks, one a value, from the lowest to the highest of them; a space where there is none. */
export function sparkline(values: readonly number[]): string {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (!Number.isFinite(value)) return ' ';
      const share = high > low ? (value - low) / (high - low) : 0;
      return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
    })
    .join('');
}

/**
 * A difference and its 95 % interval about zero: `──●──│` lies below it. The longer arm of the interval fills its side;
 * without an interval, the mark alone.
 */
export function intervalStrip(difference: number, halfWidth: number): string {
  const half = Number.isFinite(halfWidth) ? halfWidth : 0;
  const reach = Math.abs(difference) + half;
  const place = (value: number) => (reach === 0 ? ARM : Math.round(ARM + (value / reach) * ARM));
  const [from, to, mark] = [place(difference - half), place(difference + half), place(difference)];
  return Array.from({ length: 2 * ARM + 1 }, (_, at) => {
    if (at === mark) return '●';
    if (at === ARM) return at >= from && at <= to ? '┼' : '│';
    return at >= from && at <= to ? '─' : ' ';
  })
    .join('')
    .trimEnd();
}

/** Names in a column of this width, each beside its chart; a longer name is cut. */
export function besideNames(
  rows: readonly (readonly [name: string, chart: string])[],
  width: number,
): string[] {
  return rows.map(([name, chart]) => {
    const letters = [...name.normalize('NFC')];
    const shown = letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : name;
    return `${pad(shown, width, 'left')}  ${chart}`;
  });
}
