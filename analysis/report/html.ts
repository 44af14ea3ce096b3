/** HTML from text: nothing reaches the page unescaped but what is marked as HTML. */
import type { TableCell } from '../charts/chart.js';
import type { Language, Text } from '../wording/language.js';
import { decimal, signed } from '../wording/numbers.js';

/** Text for an element or an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Words with `code` between backquotes. */
export function withCode(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export interface HtmlTable {
  readonly caption: Text;
  readonly columns: readonly { readonly title: Text; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * A table whose first column names its rows. End tags that HTML lets be left out are left out: a report holds thousands
 * of cells.
 */
export function tableHtml({ caption, columns, rows }: HtmlTable, language: Language): string {
  const heads = columns.map(({ title }) => `<th scope=col>${escaped(title[language])}`);
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((cell, c) => `${c === 0 ? '<th scope=row>' : '<td>'}${cellText(cell, language)}`).join('')}`,
  );
  const firstNumber = columns.findIndex(({ numeric }) => numeric) + 1;
  return (
    `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(caption[language])}">` +
    `<table${firstNumber > 0 ? ` class="from${firstNumber}"` : ''}>` +
    `<caption><span>${escaped(caption[language])}</span></caption><thead><tr>${heads.join('')}</thead>` +
    `<tbody>${lines.join('')}</table></div>`
  );
}

function cellText(cell: TableCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return escaped(cell);
  if (!('value' in cell)) return escaped(cell[language]);
  const { value, digits } = cell;
  return escaped(cell.signed ? signed(value, language, digits) : decimal(value, language, digits));
}

/** Digits of a value that is read by programs: those that are drawn. */
const DIGITS = 8;

/** The table as plain data: numbers as numbers, empty cells as null. */
export function tableData({ columns, rows }: Pick<HtmlTable, 'columns' | 'rows'>) {
  return {
    columns: columns.map(({ title }) => title),
    rows: rows.map((row) =>
      row.map((cell) =>
        cell !== null && typeof cell === 'object' && 'value' in cell
          ? Number(cell.value.toPrecision(DIGITS))
          : cell,
      ),
    ),
  };
}
