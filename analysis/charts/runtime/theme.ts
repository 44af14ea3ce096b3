/**
 * Colours of the charts, light and dark. Those of scenarios start from Okabe and Ito's set for colour-blind readers
 * ("Color Universal Design", 2008), darkened on white and lightened on black until each stands out 3 to 1 from the
 * paper (WCAG 2.1, 1.4.11); no two differ by colour alone, since dashes and shapes differ too.
 */
import { mapped, type Tree } from './tree.js';

export type ThemeName = 'light' | 'dark';

export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly land: string;
  readonly coast: string;
  /** By place of the scenario in the study. */
  readonly scenarios: readonly string[];
  /** Stages of a project, from first to last. */
  readonly stages: readonly string[];
  /** Better, worse, and what cannot be told apart. */
  readonly better: string;
  readonly worse: string;
  readonly unclear: string;
  /** From low to high, of a map. */
  readonly scale: readonly string[];
  /** From much lower to much higher, of a map of differences. */
  readonly diverging: readonly string[];
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    paper: '#ffffff',
    ink: '#1b1f24',
    muted: '#4d5560',
    grid: '#dfe3e8',
    land: '#f3f4f6',
    coast: '#a9b1bb',
    scenarios: ['#3b3f45', '#0072b2', '#c2500a', '#00805c', '#a83f81', '#8a6d00', '#5b4fc4', '#b3261e'],
    stages: ['#b9c4d0', '#7fa3c4', '#3f79ad', '#0b3c68'],
    better: '#0072b2',
    worse: '#c2500a',
    unclear: '#c3c9d1',
    scale: ['#fde725', '#a0da39', '#4ac16d', '#1fa187', '#277f8e', '#365c8d', '#46327e', '#440154'],
    diverging: ['#b35806', '#d98032', '#f1b97a', '#8fb8d8', '#4a8cc0', '#08519c'],
  },
  dark: {
    paper: '#14171b',
    ink: '#eef1f4',
    muted: '#b4bcc6',
    grid: '#353b43',
    land: '#20252b',
    coast: '#59626d',
    scenarios: ['#d5dae0', '#56b4e9', '#ff9550', '#2fc79b', '#e895c4', '#e0bf3a', '#a79cff', '#ff8078'],
    stages: ['#5b6673', '#5d89b0', '#79b4e2', '#cfe7fb'],
    better: '#56b4e9',
    worse: '#ff9550',
    unclear: '#59626d',
    scale: ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'],
    diverging: ['#ff9550', '#d57a3c', '#8f5c37', '#3f6d92', '#4c98cd', '#7cc8ff'],
  },
};

/** The tree with names of colours (`@ink`, `@scenario2`, `@scenario2/20` at 20 %) replaced by those of the theme. */
export function coloured(tree: Tree, theme: Theme): Tree {
  return mapped(tree, (node) =>
    typeof node === 'string' && node.startsWith('@') ? colour(node, theme) : undefined,
  );
}

/** One colour by name. */
export function colour(name: string, theme: Theme): string {
  const [, word, place, opacity] = /^@([a-z]+)(\d*)(?:\/(\d+))?$/.exec(name) ?? [];
  const lists: Readonly<Record<string, readonly string[]>> = {
    scenario: theme.scenarios,
    stage: theme.stages,
    scale: theme.scale,
    diverging: theme.diverging,
  };
  const list = lists[word];
  const found = list === undefined ? theme[word as 'ink'] : list[Number(place) % list.length];
  if (found === undefined || opacity === undefined) return found;
  return (
    found +
    Math.round((Number(opacity) / 100) * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
