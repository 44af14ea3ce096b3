/** Draws the charts of the page, each when it comes into sight, the rest when nothing else is to do. */
import { drawable } from '../../charts/runtime/drawable.js';
import { heightOf, lookOf, made, type PageState } from './state.js';

/** Draws, or draws again, one figure. */
export function drawFigure(figure: HTMLElement, state: PageState): void {
  const id = figure.dataset.chart ?? '';
  const chart = state.charts.get(id);
  const canvas = figure.querySelector('canvas');
  const frame = canvas?.parentElement;
  if (chart === undefined || canvas === null || frame === null || frame === undefined) return;
  state.drawn.get(id)?.destroy();
  const width = Math.floor(frame.clientWidth);
  const height = heightOf(chart.plan, width);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = width;
  canvas.height = height;
  state.drawn.set(id, made(canvas, drawable(chart.plan, lookOf(state, width))));
  figure.dataset.drawn = 'yes';
}

export function figuresOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('figure[data-chart]')];
}

/** Gives figures the room that they will take, so that nothing jumps when they are drawn. */
export function reserveRoom(state: PageState): void {
  for (const figure of figuresOf(document)) {
    const plan = state.charts.get(figure.dataset.chart ?? '')?.plan;
    const canvas = figure.querySelector('canvas');
    if (plan === undefined || canvas?.parentElement === null || canvas === null) continue;
    canvas.style.height = `${heightOf(plan, canvas.parentElement.clientWidth)}px`;
  }
}

/** Draws figures as they come near the window; @returns a function that draws all that remain, at once. */
export function drawInSight(state: () => PageState): () => void {
  const waiting = new Set(figuresOf(document));
  const draw = (figure: HTMLElement) => {
    if (!waiting.delete(figure)) return;
    watcher.unobserve(figure);
    drawFigure(figure, state());
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target as HTMLElement);
    },
    { rootMargin: '400px' },
  );
  for (const figure of waiting) watcher.observe(figure);
  return () => {
    for (const figure of [...waiting]) draw(figure);
  };
}

/** Draws again every figure that is drawn. */
export function redraw(state: PageState): void {
  for (const figure of figuresOf(document)) if (figure.dataset.drawn === 'yes') drawFigure(figure, state);
}
