/**
 * YAML with positions: every key and value knows its file, line and column, so that a later check can
 * point at it. Only the plain core of YAML 1.2 is accepted (mappings, lists, texts, numbers, true/false):
 * no anchors, aliases or tags, which would give one value two places.
 */
import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { displayPath } from './paths.js';
import type { Problem } from './problems.js';
import { yamlMistake } from './yaml-sentences.js';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written in the file, without quotes: `01` stays `01`. */
  readonly text: string;
  readonly where: string;
}
export interface YamlEntry {
  readonly key: string;
  readonly where: string;
  readonly node: YamlNode;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly where: string;
}
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly where: string;
}
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlFile {
  /** File as a person would name it. */
  readonly file: string;
  /** Absent when the file could not be read at all. */
  readonly root?: YamlNode;
  readonly problems: readonly Problem[];
}

/** Reads and parses a YAML file; mistakes come back as problems, never as exceptions. */
export function readYaml(path: string): YamlFile {
  const file = displayPath(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { file, problems: [{ code: 'unknown-name', where: file, message: readingSentence(error) }] };
  }
  try {
    return parseYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), path);
  } catch {
    const message =
      'the file is not encoded in UTF-8 (an accent saved by another encoding?): save it again as UTF-8';
    return { file, problems: [{ code: 'broken-yaml', where: file, message }] };
  }
}

/** Parses YAML text; `path` only names the places. */
export function parseYaml(text: string, path: string): YamlFile {
  const file = displayPath(path);
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  // Keys are compared by our own reader: YAML would take 01 and 1 for one key.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const first = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (first !== undefined) {
    const { offset, message } = yamlMistake(first, document, text);
    return { file, problems: [{ code: 'broken-yaml', where: place(offset), message }] };
  }
  const problems: Problem[] = [];
  const root = convert(document.contents, document, { place, problems, end: 0 });
  return { file, root, problems };
}

/** The node as plain JavaScript values, for a schema to check. */
export function plain(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.node)]));
  return node.value;
}

/** The entry of a mapping under `key`. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The node under a path of keys and list positions; `undefined` when there is none. */
export function nodeAt(root: YamlNode, path: readonly PropertyKey[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    node = node?.kind === 'list' ? node.items[Number(step)] : entryOf(node, String(step))?.node;
    if (node === undefined) return undefined;
  }
  return node;
}

/** Place of a node, or of its nearest existing parent. */
export function whereOf(root: YamlNode, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(root, path.slice(0, length));
    if (node !== undefined) return node.where;
  }
  return root.where;
}

/** A value in the words of a message: the text "abc", the number 5, a mapping, nothing. */
export function describeNode(node: YamlNode): string {
  if (node.kind === 'map') return 'a mapping (key: value)';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return 'empty';
  if (typeof node.value === 'string') return `the text '${node.value}'`;
  if (typeof node.value === 'boolean') return `${node.text} (yes or no)`;
  return Number.isFinite(node.value) ? `the number ${node.text}` : `${node.text}, which is not finite`;
}

interface Reading {
  readonly place: (offset: number) => string;
  readonly problems: Problem[];
  /** Offset of the key being read: an empty value has no place of its own. */
  readonly end: number;
}

function convert(node: unknown, document: Document, reading: Reading): YamlNode {
  const { place, problems } = reading;
  const offset = (node as Node | null)?.range?.[0] ?? reading.end;
  const where = place(offset);
  if (isAlias(node) || (node as { anchor?: string } | null)?.anchor !== undefined) {
    const message =
      'anchors (&name) and aliases (*name) are not accepted: write the value in full, or quote a text that begins with & or *';
    problems.push({ code: 'broken-yaml', where, message });
  }
  if (isMap(node)) {
    const entries: YamlEntry[] = [];
    const places = new Map<string, string>();
    for (const pair of node.items) {
      const keyOffset = (pair.key as Node | null)?.range?.[0] ?? offset;
      const keyWhere = place(keyOffset);
      if (!isScalar(pair.key) || pair.key.value === null) {
        problems.push({
          code: 'broken-yaml',
          where: keyWhere,
          message:
            'a key is a word or a number followed by a colon; this one is empty or a collection: quote it',
        });
        continue;
      }
      const key = pair.key.source ?? String(pair.key.value);
      const earlier = places.get(key);
      if (earlier !== undefined) {
        problems.push({
          code: 'broken-yaml',
          where: keyWhere,
          message: `the key '${key}' is written twice (first at ${earlier}): keep one`,
        });
      }
      places.set(key, keyWhere);
      entries.push({
        key,
        where: keyWhere,
        node: convert(pair.value, document, { ...reading, end: keyOffset }),
      });
    }
    return { kind: 'map', entries, where };
  }
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => convert(item, document, reading)), where };
  if (!isScalar(node)) return { kind: 'scalar', value: null, text: '', where };
  return scalar(node.value, node.source ?? '', where);
}

function scalar(value: unknown, text: string, where: string): YamlScalar {
  // A code such as 01 (a région, a commune) is a word, though YAML reads the number 1.
  const isCode = typeof value === 'number' && /^0\d+$/.test(text);
  if (isCode || typeof value === 'bigint') return { kind: 'scalar', value: text, text, where };
  return { kind: 'scalar', value: value as YamlScalar['value'], text, where };
}

function readingSentence(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, expected a YAML file';
  if (code === 'EACCES') return 'the file cannot be read: give yourself the right to read it (chmod u+r)';
  return `the file cannot be read (${code ?? 'unknown reason'})`;
}
