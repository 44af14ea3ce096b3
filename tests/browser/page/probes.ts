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

/** What Chart.js draws of a scenario at a place of its line. */
export function drawnValue([chart, scenario, at]: readonly [string, string, number]): number | undefined {
  const { Chart } = window as unknown as {
    Chart: {
      getChart(canvas: Element | null): { data: { datasets: Record<string, unknown>[] } } | undefined;
    };
  };
  const drawn = Chart.getChart(document.querySelector(`#fig-${chart} canvas`));
  const line = drawn?.data.datasets.find((one) => one.role === 'value' && one.scenario === scenario);
  return (line?.data as number[] | undefined)?.[at];
}

/** What axe-core, run before, finds wrong. */
export async function axeFindings(): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} ${nodes[0].html.slice(0, 200)}`);
}
