/** Downloads of a chart or a table: its rows as CSV (RFC 4180), its picture as PNG; made in the page, fetched from nowhere. */
import { paint } from '../../charts/runtime/paint.js';
import type { Language, Text } from '../../charts/runtime/tree.js';
import { PAINTERS, type PageState, type PageTable } from './state.js';

const CSV = 'text/csv;charset=utf-8';

/** Listens to the buttons of the figures. */
export function offerDownloads(
  root: HTMLElement,
  state: () => PageState,
  tableOf: (figure: HTMLElement) => Promise<PageTable | undefined>,
): void {
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const figure = button?.closest<HTMLElement>('figure[data-chart],[data-table]');
    if (button === null || button === undefined || figure === null || figure === undefined) return;
    const id = figure.dataset.chart ?? figure.dataset.table ?? '';
    if (button.dataset.csv !== undefined) {
      void tableOf(figure).then((table) => {
        // The mark of byte order tells spreadsheets that letters are UTF-8.
        if (table !== undefined)
          save(new Blob([`\ufeff${csvOf(table, state().language)}`], { type: CSV }), `${id}.csv`);
      });
    }
    if (button.dataset.png !== undefined) {
      const chart = state().charts.get(id);
      if (chart === undefined) return;
      const canvas = paint(chart, state().language, state().source, PAINTERS) as unknown as HTMLCanvasElement;
      canvas.toBlob((blob) => {
        if (blob !== null) save(blob, `${id}.png`);
      });
    }
  });
}

/** Rows of a table: numbers with all their digits and a decimal point, as programs read them. */
function csvOf({ columns, rows }: PageTable, language: Language): string {
  const cell = (value: string | number | Text | null) => {
    const text =
      value === null || Number.isNaN(value)
        ? ''
        : typeof value === 'object'
          ? value[language]
          : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
