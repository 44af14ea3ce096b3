/** Comma-separated values as RFC 4180 describes them: quotes where needed, lines that end in CR LF. */

/** One line, without its line feed but with the carriage return that stands before it. */
export function csvLine(fields: readonly (string | number | boolean | undefined)[]): string {
  return `${fields.map(csvField).join(',')}\r`;
}

/** Numbers in full precision with a point; nothing where there is none. */
function csvField(value: string | number | boolean | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
