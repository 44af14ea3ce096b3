/** A chart as a picture: title, drawing, how to read it, source. The same in Node and in a browser. */
import { drawable, type Plan } from './drawable.js';
import type { Context } from './marks.js';
import { THEMES } from './theme.js';
import type { Language, Text } from './tree.js';

/** Width of a picture in px: what a slide or a column of a paper asks for at high resolution. */
export const PICTURE_WIDTH = 2400;
/** Px of the picture for one px of layout. */
const RATIO = 2;
const LETTERS = 19;
const TITLE_LETTERS = 25;
const NOTE_LETTERS = 14;
const ASPECT = 16 / 9;
/** A tall chart leaves room for its title and notes. */
const TALLER = 1.1;
const MARGIN = 28;
const LEADING = 1.25;
const FAMILY = 'Source Sans 3';

/** A canvas of Node or of a browser. */
export interface PaintCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): unknown;
}

interface PaintContext extends Context {
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  measureText(text: string): { readonly width: number };
  drawImage(image: unknown, x: number, y: number): void;
}

interface MadeChart {
  resize(width: number, height: number): void;
  destroy(): void;
}

export interface Painting {
  readonly title: Text;
  readonly note: Text;
  readonly plan: Plan;
}

/** What paints: a maker of canvases, and Chart.js. */
export interface Tools {
  readonly canvas: (width: number, height: number) => PaintCanvas;
  readonly Chart: new (canvas: never, configuration: never) => MadeChart;
}

/** Paints a chart on a new canvas; `source` is told after the note. */
export function paint(
  { title, note, plan }: Painting,
  language: Language,
  source: string,
  tools: Tools,
): PaintCanvas {
  const theme = THEMES.light;
  const width = PICTURE_WIDTH / RATIO;
  const aspect = Math.min(ASPECT, (plan.aspect ?? ASPECT) * TALLER);
  const canvas = tools.canvas(PICTURE_WIDTH, Math.round(PICTURE_WIDTH / aspect));
  const height = canvas.height / RATIO;
  const context = canvas.getContext('2d') as PaintContext;
  const room = width - 2 * MARGIN;
  const written = (text: string, weight: number, letters: number) => {
    context.font = `${weight} ${letters}px "${FAMILY}"`;
    return lines(text, room, (part) => context.measureText(part).width);
  };
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.scale(RATIO, RATIO);
  context.fillStyle = theme.ink;
  let top = MARGIN;
  for (const line of written(title[language], 600, TITLE_LETTERS)) {
    top += TITLE_LETTERS * LEADING;
    context.fillText(line, MARGIN, top - TITLE_LETTERS / 3);
  }
  const notes = written(`${note[language]} ${source}`, 400, NOTE_LETTERS);
  const bottom = height - MARGIN / 2 - notes.length * NOTE_LETTERS * LEADING;
  context.fillStyle = theme.muted;
  for (const [i, line] of notes.entries())
    context.fillText(line, MARGIN, bottom + (i + 0.8) * NOTE_LETTERS * LEADING);
  context.restore();
  const drawnHeight = Math.round(bottom - top - MARGIN);
  const inner = tools.canvas(room * RATIO, drawnHeight * RATIO);
  const configuration = drawable(plan, { language, theme: 'light', letters: LETTERS, narrow: false });
  const options = { ...(configuration.options as object), devicePixelRatio: RATIO };
  const chart = new tools.Chart(inner as never, { ...configuration, options } as never);
  // Chart.js counts in px of layout, the canvas in its own.
  chart.resize(room, drawnHeight);
  context.drawImage(inner, MARGIN * RATIO, (top + MARGIN / 2) * RATIO);
  chart.destroy();
  return canvas;
}

/** A text cut at spaces into lines that fit. */
function lines(text: string, width: number, measure: (text: string) => number): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found[found.length - 1];
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}
