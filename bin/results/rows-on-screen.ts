/**
 * Rows of a query as a person reads them, in 80 columns: a table, or one line for each value where the columns are
 * too many. Rows are printed as they come; the first batch sets the widths.
 */

import type { Language } from '../../analysis/wording/language.js';
import { QUERY } from '../../analysis/wording/query.js';
import type { QueryAnswer } from '../../sim/results/study/query.js';
import { textWidth } from '../terminal/table.js';
import { type Terminal, WIDTH } from '../terminal/terminal.js';

const GAP = '  ';
/** No column of text is cut below this. */
const NARROWEST = 12;
/** Widest name of a column before its value, where each value has its line. */
const NAME_WIDTH = 48;
const DIGITS = 6;
const MISSING = 'NULL';
const ELLIPSIS = '…';

export interface Shown {
  readonly count: number;
  /** True when a number was rounded or a text cut. */
  readonly shortened: boolean;
}

/** Prints every row of the answer. */
export async function rowsOnScreen({ columns, batches }: QueryAnswer, terminal: Terminal): Promise<Shown> {
  const names = columns.map(({ name }) => oneLine(name));
  const numbers = numbersIn(terminal.language);
  let print: ((cells: readonly Cell[], number: number) => boolean) | undefined;
  let count = 0;
  let shortened = false;
  for await (const rows of batches) {
    const cells = rows.map((row) => row.map((value) => cellOf(value, numbers)));
    print ??= layout(names, cells, terminal);
    for (const row of cells) {
      count++;
      const cut = print(row, count);
      shortened ||= cut || row.some(({ rounded }) => rounded);
    }
  }
  // Without rows the names of the columns are the answer.
  if (print === undefined) layout(names, [], terminal);
  return { count, shortened };
}

interface Cell {
  readonly text: string;
  readonly number: boolean;
  readonly rounded: boolean;
}

function cellOf(value: unknown, numbers: Numbers): Cell {
  if (value === null) return { text: MISSING, number: false, rounded: false };
  if (typeof value === 'number') {
    const whole = Number.isSafeInteger(value);
    const rounded = !whole && Number(numbers.plain.format(value)) !== value;
    return { text: whole ? String(value) : numbers.local.format(value), number: true, rounded };
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { text: oneLine(text), number: false, rounded: false };
}

type Numbers = Readonly<Record<'local' | 'plain', Intl.NumberFormat>>;

/** Six significant digits, or all those of the whole part; thousands are not grouped, since years are numbers too. */
function numbersIn(language: Language): Numbers {
  const format = (locale: string) =>
    new Intl.NumberFormat(locale, {
      maximumSignificantDigits: DIGITS,
      maximumFractionDigits: 0,
      roundingPriority: 'morePrecision',
      useGrouping: false,
    });
  return { local: format(language === 'fr' ? 'fr-FR' : 'en-GB'), plain: format('en-GB') };
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ');
}

/**
 * Chooses the form from the first rows, prints what stands above them, and returns how to print a row: the function
 * says whether it had to cut a text.
 */
function layout(
  names: readonly string[],
  cells: readonly (readonly Cell[])[],
  terminal: Terminal,
): (cells: readonly Cell[], number: number) => boolean {
  const right = names.map((_, c) => cells.some((row) => row[c].number));
  const widths = names.map((name, c) =>
    [name, ...cells.map((row) => row[c].text)].reduce((most, text) => Math.max(most, textWidth(text)), 0),
  );
  if (!narrowed(widths, right)) return recordPrinter(names, terminal);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, c) => pad(text, widths[c], right[c]))
      .join(GAP)
      .trimEnd();
  terminal.print(line(names.map((name, c) => cut(name, widths[c]))));
  terminal.print(widths.map((width) => '-'.repeat(width)).join(GAP));
  return (row) => {
    // A number is never cut: it would read as another.
    const texts = row.map(({ text, number }, c) => (number ? text : cut(text, widths[c])));
    terminal.print(line(texts));
    return texts.some((text, c) => text !== row[c].text);
  };
}

/** Narrows the widest columns of text until the table fits; false when it cannot. */
function narrowed(widths: number[], right: readonly boolean[]): boolean {
  const total = () => widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  while (total() > WIDTH) {
    const widest = Math.max(...widths.map((width, c) => (right[c] ? 0 : width)));
    if (widest <= NARROWEST) return false;
    widths[widths.findIndex((width, c) => !right[c] && width === widest)]--;
  }
  return true;
}

/** One line for each value, under the number of the row. */
function recordPrinter(names: readonly string[], terminal: Terminal) {
  const nameWidth = Math.min(NAME_WIDTH, Math.max(...names.map(textWidth)));
  const valueWidth = WIDTH - nameWidth - 2 * GAP.length;
  return (row: readonly Cell[], number: number): boolean => {
    terminal.print(terminal.tell(QUERY.record, { number }));
    const texts = row.map(({ text }) => cut(text, valueWidth));
    for (const [c, text] of texts.entries()) {
      terminal.print(`${GAP}${pad(cut(names[c], nameWidth), nameWidth, false)}${GAP}${text}`.trimEnd());
    }
    return texts.some((text, c) => text !== row[c].text);
  };
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return [...text.normalize('NFC')].slice(0, width - 1).join('') + ELLIPSIS;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return right ? space + text : text + space;
}
