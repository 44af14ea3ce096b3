/**
 * The plan of a chart as plain data: what Chart.js takes, with texts in two languages where words stand and names of
 * colours where colours stand. The page, the pictures and the tests all read the same plan.
 */

export type Language = 'en' | 'fr';
export interface Text {
  readonly en: string;
  readonly fr: string;
}
export type Tree =
  | string
  | number
  | boolean
  | null
  | undefined
  | Text
  | readonly Tree[]
  | { readonly [key: string]: Tree };

/** A copy of the tree in which every node that `change` answers for is replaced by its answer. */
export function mapped(tree: Tree, change: (node: Tree) => Tree | undefined): Tree {
  const changed = change(tree);
  if (changed !== undefined) return changed;
  if (Array.isArray(tree)) return tree.map((node: Tree) => mapped(node, change));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, node]) => [key, mapped(node as Tree, change)]));
}

/** The tree with its texts in one language. */
export function localized(tree: Tree, language: Language): Tree {
  return mapped(tree, (node) => (isWords(node) ? node[language] : undefined));
}

function isWords(node: Tree): node is Text {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return false;
  const { en, fr } = node as Partial<Text>;
  return typeof en === 'string' && typeof fr === 'string' && Object.keys(node).length === 2;
}
