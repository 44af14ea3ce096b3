/** How scenarios look: the same colour, dash and shape in every chart, by their place in the study. */
import type { FrameScenario } from './frame.js';

const DASHES = [[], [], [8, 4], [3, 3], [10, 4, 3, 4], [12, 6], [2, 5], [6, 2]];
const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot', 'cross', 'rectRounded'];

export interface Style {
  readonly color: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

export function styleOf({ rank }: Pick<FrameScenario, 'rank'>): Style {
  return {
    color: `@scenario${rank % SHAPES.length}`,
    dash: DASHES[rank % DASHES.length],
    shape: SHAPES[rank % SHAPES.length],
  };
}

/** A colour let through at this share, in percent. */
export function faint(color: string, share: number): string {
  return `${color}/${share}`;
}
