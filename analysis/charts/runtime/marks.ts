/** What charts show that Chart.js does not draw by itself: intervals, the line of zero, the coast of France. */
import type { Theme } from './theme.js';

/** What these marks use of a chart of Chart.js. */
export interface Drawn {
  readonly ctx: Context;
  readonly chartArea: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly scales: Readonly<Record<string, { getPixelForValue(value: number): number }>>;
  readonly data: { readonly datasets: readonly DrawnDataset[] };
  isDatasetVisible(at: number): boolean;
}

/** The part of a 2D context that is used; the same in a browser and in Node. */
export interface Context {
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  stroke(): void;
  fill(): void;
  setLineDash(dash: number[]): void;
  fillText(text: string, x: number, y: number): void;
}

interface DrawnDataset {
  readonly borderColor?: unknown;
  readonly borderWidth?: unknown;
  /** Which ways the intervals of its points lie. */
  readonly interval?: 'x' | 'y' | 'xy';
  readonly data: readonly unknown[];
}

/** A point with the 95 % interval of what it measures. */
export interface Ranged {
  readonly x: number;
  readonly y: number;
  readonly lowX?: number;
  readonly highX?: number;
  readonly lowY?: number;
  readonly highY?: number;
}

/** Lines through the points of a dataset, from the low to the high end of their intervals. */
export const intervals = {
  id: 'intervals',
  beforeDatasetsDraw(chart: Drawn): void {
    const { ctx, scales } = chart;
    for (const [at, { interval, data, borderColor, borderWidth }] of chart.data.datasets.entries()) {
      if (interval === undefined || !chart.isDatasetVisible(at)) continue;
      ctx.save();
      ctx.strokeStyle = borderColor;
      ctx.lineWidth = typeof borderWidth === 'number' ? borderWidth : 2;
      for (const { x, y, lowX, highX, lowY, highY } of data as readonly Ranged[]) {
        const across = scales.y.getPixelForValue(y);
        const along = scales.x.getPixelForValue(x);
        if (interval.includes('x') && lowX !== undefined && highX !== undefined)
          segment(ctx, scales.x.getPixelForValue(lowX), across, scales.x.getPixelForValue(highX), across);
        if (interval.includes('y') && lowY !== undefined && highY !== undefined)
          segment(ctx, along, scales.y.getPixelForValue(lowY), along, scales.y.getPixelForValue(highY));
      }
      ctx.restore();
    }
  },
};

/** A plain line where a difference is nil, along the axes named. */
export function zeroLine(axes: string, theme: Theme) {
  return {
    id: 'zeroLine',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }: Drawn): void {
      ctx.save();
      ctx.strokeStyle = theme.muted;
      ctx.lineWidth = 1.5;
      const x = scales.x?.getPixelForValue(0);
      const y = scales.y?.getPixelForValue(0);
      if (axes.includes('x') && x >= left && x <= right) segment(ctx, x, top, x, bottom);
      if (axes.includes('y') && y >= top && y <= bottom) segment(ctx, left, y, right, y);
      ctx.restore();
    },
  };
}

/** What each corner of a plane means, in it: upper left, upper right, lower left, lower right. */
export function cornerWords(words: readonly string[], theme: Theme, letters: number) {
  return {
    id: 'cornerWords',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom } }: Drawn): void {
      ctx.save();
      ctx.fillStyle = theme.muted;
      ctx.font = `italic ${letters}px "Source Sans 3", sans-serif`;
      for (const [at, text] of words.entries()) {
        const isRight = at % 2 === 1;
        ctx.textAlign = isRight ? 'right' : 'left';
        ctx.fillText(
          text,
          isRight ? right - letters / 2 : left + letters / 2,
          at < 2 ? top + letters * 1.3 : bottom - letters * 0.6,
        );
      }
      ctx.restore();
    },
  };
}

/** Every other row on a ground of its own, so that the eye keeps to it. */
export function rowStripes(rows: number, theme: Theme) {
  return {
    id: 'rowStripes',
    beforeDatasetsDraw({ ctx, chartArea: { left, right }, scales }: Drawn): void {
      ctx.save();
      ctx.fillStyle = theme.land;
      for (let row = 0; row < rows; row += 2) {
        const top = scales.y.getPixelForValue(row - 0.5);
        ctx.beginPath();
        ctx.rect(left, top, right - left, scales.y.getPixelForValue(row + 0.5) - top);
        ctx.fill();
      }
      ctx.restore();
    },
  };
}

/** A scale of Chart.js whose ends can be moved once its place is known. */
interface Movable {
  min: number;
  max: number;
  configure(): void;
}

/** A km is as long across as it is up: the axis with more room shows more around its middle. */
export const sameScale = {
  id: 'sameScale',
  afterLayout({
    chartArea: { left, right, top, bottom },
    scales,
  }: Pick<Drawn, 'chartArea'> & { readonly scales: Readonly<Record<string, Movable>> }): void {
    const { x, y } = scales;
    const perPixel = Math.max((x.max - x.min) / (right - left), (y.max - y.min) / (bottom - top));
    for (const [scale, pixels] of [
      [x, right - left],
      [y, bottom - top],
    ] as const) {
      const middle = (scale.min + scale.max) / 2;
      scale.min = middle - (perPixel * pixels) / 2;
      scale.max = middle + (perPixel * pixels) / 2;
      scale.configure();
    }
  },
};

/** Closed lines in the units of the axes: x, y, x, y … */
export type Ring = readonly number[];

/** A box of the map with its name. */
export interface Inset {
  readonly name: string;
  readonly box: readonly [number, number, number, number];
}

/** Land under the points of a map, and the boxes of what lies elsewhere. */
export function landUnder(rings: readonly Ring[], insets: readonly Inset[], theme: Theme, letters: number) {
  return {
    id: 'land',
    beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea }: Drawn): void {
      ctx.save();
      ctx.fillStyle = theme.land;
      ctx.strokeStyle = theme.coast;
      ctx.lineWidth = 0.7;
      for (const ring of rings) {
        ctx.beginPath();
        for (let at = 0; at < ring.length; at += 2) {
          const px = x.getPixelForValue(ring[at]);
          const py = y.getPixelForValue(ring[at + 1]);
          if (at === 0) ctx.moveTo(px, py);
          else ctx.lineTo(px, py);
        }
        ctx.closePath();
        ctx.fill();
        ctx.stroke();
      }
      ctx.font = `${letters}px "Source Sans 3", sans-serif`;
      ctx.textAlign = 'left';
      for (const { name, box } of insets) {
        const [left, bottom, right, top] = [
          x.getPixelForValue(box[0]),
          y.getPixelForValue(box[1]),
          x.getPixelForValue(box[2]),
          y.getPixelForValue(box[3]),
        ];
        ctx.fillStyle = theme.land;
        ctx.beginPath();
        ctx.rect(left, top, right - left, bottom - top);
        ctx.fill();
        ctx.stroke();
        ctx.fillStyle = theme.muted;
        if (top - chartArea.top > letters / 2) ctx.fillText(name, left, top - letters / 2.5);
      }
      ctx.restore();
    },
  };
}

function segment(ctx: Context, x0: number, y0: number, x1: number, y1: number): void {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
