/** Charts as PNG pictures for slides and papers, drawn by Chart.js on a canvas of Node with the font of the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Canvas } from '@napi-rs/canvas';
import type { Language } from '../wording/language.js';
import type { Chart } from './chart.js';
import { paint, type Tools } from './runtime/paint.js';

const require = createRequire(import.meta.url);

/** The two weights of the font: files of the package, Latin letters. */
export const FONT_FILES = { normal: fontFile(400), bold: fontFile(600) } as const;

function fontFile(weight: number): string {
  return require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`);
}

/** Paints a chart as the bytes of a PNG. */
export type Painter = (chart: Chart, language: Language, source: string) => Buffer;

/** A painter of charts; canvas and font are loaded when it is made. */
export async function painter(): Promise<Painter> {
  const [{ createCanvas, GlobalFonts }, { Chart: ChartJs }] = await Promise.all([
    import('@napi-rs/canvas'),
    import('chart.js/auto'),
  ]);
  for (const file of Object.values(FONT_FILES)) GlobalFonts.register(readFileSync(file), 'Source Sans 3');
  const tools = { canvas: createCanvas, Chart: ChartJs } as unknown as Tools;
  return (chart, language, source) =>
    (paint(chart, language, source, tools) as unknown as Canvas).toBuffer('image/png');
}
