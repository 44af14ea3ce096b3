/** CSV as RFC 4180 defines it: commas, quotes where they are needed, lines that end with CR LF. */

type Cell = unknown;

/**
 * Records joined by CR LF; the last ends with CR, since a printed line brings its own LF. An empty cell is a value
 * that does not exist; an empty text is `""`. Numbers are written with the digits that give them back.
 */
export function csvText(records: readonly (readonly Cell[])[]): string {
  return `${records.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r`;
}

function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
