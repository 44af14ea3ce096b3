/** The TypeScript sources as syntax trees, for the architecture test. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { PROJECT, projectFiles } from './project.js';

export interface Source {
  /** Path relative to the project. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** Project files it imports, relative to the project. */
  readonly imports: readonly string[];
}

const parsed = new Map<string, Source>();

/** Every `.ts` file under the folders, parsed once in a process. */
export function sources(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => projectFiles(folder, '.ts'))
    .map((path) => {
      const source = parsed.get(path) ?? parse(path);
      parsed.set(path, source);
      return source;
    });
}

function parse(path: string): Source {
  const text = readFileSync(join(PROJECT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: string[] = [];
  walk(tree, (node) => {
    const specifier = importedModule(node);
    if (specifier?.startsWith('.')) {
      const target = relative(PROJECT, join(PROJECT, dirname(path), specifier));
      imports.push(target.replace(/\.js$/, '.ts'));
    }
  });
  return { path, text, tree, imports };
}

function importedModule(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
  }
  return undefined;
}

/** Calls `visit` on a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `path:line` of a node. */
export function place(source: Source, node: ts.Node): string {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return `${source.path}:${line + 1}`;
}

/** A chain of imports that comes back to its start, or `undefined` when there is none. */
export function importCycle(files: readonly Source[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] | undefined => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) return [...trail.slice(seenAt), path];
    if (done.has(path)) return undefined;
    trail.push(path);
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(path);
    return undefined;
  };
  for (const file of files) {
    const cycle = visit(file.path);
    if (cycle) return cycle;
  }
  return undefined;
}
