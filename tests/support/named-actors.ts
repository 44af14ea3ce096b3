/** Finds names of strategies and supporters in code, where only their settings and attributes may count. */
import ts from 'typescript';
import { walk } from './sources.js';

/** The four ways of support that Gauthier 2021 tells apart, also without accents; English `liberal` is a GP's status. */
const STRATEGY_NAMES = ['libéral', 'collaboratif', 'unique', 'mixte', 'délégué', 'delegue'];
/** What the slots of supporters are called in the catalogue. */
const SLOT_NAMES = ['union', 'federation', 'firms'];
const NAMES = [...STRATEGY_NAMES, ...SLOT_NAMES];
/** Columns and settings that hold the number of a slot. */
const HOLDS_A_SLOT = /\b(slot|supporter|partner|seat|selected)\b[^=]*$/i;

/** What is wrong, with its line: names in identifiers and texts, and slots picked by number. Comments may name anybody. */
export function namedActors(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const name = nameIn(node) ?? slotByNumber(node, tree);
    if (name === undefined) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push(`line ${line + 1}: ${name}`);
  });
  return found;
}

function nameIn(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node))
    return partsOf(node.text).some((part) => NAMES.includes(part)) ? node.text : undefined;
  const isText =
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node);
  if (!isText || isImport(node)) return undefined;
  return partsOf(node.text).find((part) => NAMES.includes(part));
}

function isImport({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
}

/** Words of a text or an identifier: `isDelegue` is two. */
function partsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

/** `slot === 2`: a slot told from the others by its number; `< 0` and `=== -1` only tell that there is none. */
function slotByNumber(node: ts.Node, tree: ts.SourceFile): string | undefined {
  if (!ts.isBinaryExpression(node) || !ts.isNumericLiteral(node.right)) return undefined;
  const isEquality =
    node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  return isEquality && HOLDS_A_SLOT.test(node.left.getText(tree)) ? node.getText(tree) : undefined;
}
