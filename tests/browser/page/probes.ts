/** Questions put to the page from inside: each function travels alone, and knows nothing outside itself. */

/** True when every chart was drawn and nothing more is to come. */
export function isComplete(): boolean {
  const root = document.documentElement;
  return (
    root.dataset.complete === 'yes' && document.querySelectorAll('figure:not([data-drawn])').length === 0
  );
}

/** Ids of figures whose canvas holds fewer than three colours. */
export function blankFigures(): string[] {
  return [...document.querySelectorAll<HTMLElement>('figure[data-chart]')].flatMap((figure) => {
    const canvas = figure.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set<number>();
    for (let at = 0; pixels !== undefined && at < pixels.length; at += 4 * 37)
      if (pixels[at + 3] > 0) colours.add(pixels[at] * 65536 + pixels[at + 1] * 256 + pixels[at + 2]);
    return colours.size < 3 ? [figure.dataset.chart ?? ''] : [];
  });
}

/** Width of the page, which a window that is narrower would have to scroll. */
export function pageWidth(): number {
  return document.documentElement.scrollWidth;
}

export function paperColour(): string {
  return getComputedStyle(document.body).backgroundColor;
}

export function languageIs(language: string): boolean {
  return document.documentElement.lang === language;
}

/** True when the element says these words. */
export function says([selector, words]: readonly [string, string]): boolean {
  return document.querySelector(selector)?.textContent?.includes(words) ?? false;
}

/** What Chart.js holds of each chart, by id: of each dataset its first, middle and last datum, as JSON. */
export function drawnPoints(): Record<string, string[]> {
  const { Chart } = window as unknown as {
    Chart: { getChart(canvas: Element | null): { data: { datasets: { data: unknown[] }[] } } | undefined };
  };
  return Object.fromEntries(
    [...document.querySelectorAll<HTMLElement>('figure[data-chart]')].map((figure) => {
      const datasets = Chart.getChart(figure.querySelector('canvas'))?.data.datasets ?? [];
      const three = datasets.map(({ data }) =>
        JSON.stringify([data[0], data[data.length >> 1], data[data.length - 1]]),
      );
      return [figure.dataset.chart ?? '', three];
    }),
  );
}

/** Px of a km across the map over those of a km up. */
export function mapShape(): number {
  type Scale = { getPixelForValue(value: number): number };
  const { Chart } = window as unknown as {
    Chart: { getChart(canvas: Element | null): { scales: Record<'x' | 'y', Scale> } };
  };
  const { x, y } = Chart.getChart(document.querySelector('#fig-map canvas')).scales;
  const across = x.getPixelForValue(700) - x.getPixelForValue(600);
  return across / (y.getPixelForValue(6600) - y.getPixelForValue(6700));
}

/** Ms from the call for the page to its first chart. */
export function firstChart(): number {
  return performance.getEntriesByName('first-chart')[0].startTime;
}

/** What axe-core, run before, finds wrong. */
export async function axeFindings(): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} ${nodes[0].html.slice(0, 200)}`);
}
