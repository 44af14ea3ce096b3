/** Tables of text that fit the terminal: columns as wide as their content, one of them wrapped when needed. */
import { WIDTH } from './terminal.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** A column that gives way, word by word, when the table is too wide; the widest gives way first. */
  readonly wraps?: boolean;
}

const GAP = '  ';
const NARROWEST = 12;
/** Spaces at which a line may end: not those that French puts inside guillemets and before : ; ? ! and %. */
const BREAKS = /(?<!«) (?![:;?!»%](?: |$))/;

/** Lines of a table: titles, a rule, rows. Titles and cells may hold `\n`; no line is longer than `width` columns. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = WIDTH,
): string[] {
  const widths = columns.map((column, c) =>
    Math.max(
      ...[column.title, ...rows.map((row) => row[c])].flatMap((cell) => cell.split('\n')).map(textWidth),
    ),
  );
  const fixed = GAP.length * (columns.length - 1);
  for (let excess = widths.reduce((sum, w) => sum + w, fixed) - width; excess > 0; excess--) {
    const widest = Math.max(...columns.map((column, c) => (column.wraps ? widths[c] : 0)));
    if (widest <= NARROWEST) break;
    widths[columns.findIndex((column, c) => column.wraps && widths[c] === widest)]--;
  }
  const render = (cells: readonly string[], bottom: boolean) => {
    const wrapped = cells.map((cell, c) => cell.split('\n').flatMap((part) => wrap(part, widths[c])));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, i) =>
      columns
        .map((column, c) => {
          const offset = bottom ? height - wrapped[c].length : 0;
          return pad(wrapped[c][i - offset] ?? '', widths[c], column.align ?? 'left');
        })
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = widths.map((w) => '-'.repeat(w)).join(GAP);
  return [
    ...render(
      columns.map((column) => column.title),
      true,
    ),
    rule,
    ...rows.flatMap((row) => render(row, false)),
  ];
}

/**
 * A paragraph cut at spaces into lines of at most `width` columns; a longer word is cut after its hyphens, or stays
 * whole.
 */
export function wrap(text: string, width = WIDTH, indent = ''): string[] {
  const room = width - textWidth(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS)) {
    const parts = textWidth(word) > room ? word.split(/(?<=-)(?=.)/) : [word];
    for (const [i, part] of parts.entries()) {
      const longer = line === '' ? part : line + (i === 0 ? ' ' : '') + part;
      if (line !== '' && textWidth(longer) > room) {
        lines.push(indent + line);
        line = part;
      } else line = longer;
    }
  }
  lines.push(indent + line);
  return lines;
}

/** A sentence of a list: a dash, then lines indented under it. */
export function dashed(text: string, width = WIDTH): string[] {
  const [first, ...more] = wrap(text, width - GAP.length);
  return [`- ${first}`, ...more.map((line) => `${GAP}${line}`)];
}

/** Columns a text takes on a terminal; enough for French and English, whose letters take one each. */
export function textWidth(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** A text with spaces to this width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'left' ? text + space : space + text;
}
