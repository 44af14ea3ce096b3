/**
 * What is wrong in broken YAML and where it began, in words for somebody who does not know YAML's grammar.
 */
import { type Document, type ErrorCode, visit, type YAMLError } from 'yaml';

export interface YamlMistake {
  /** Where to look: the bracket or quote left open rather than the line that stumbles on it. */
  readonly offset: number;
  /** What is wrong, what was expected, what to do. */
  readonly message: string;
}

/** The sentence for one error of the YAML parser. */
export function yamlMistake(error: YAMLError, document: Document, text: string): YamlMistake {
  const [offset] = error.pos;
  if (error.code === 'BAD_SCALAR_START') {
    return {
      offset,
      message: `a value cannot begin with '${text[offset]}' without quotes: put it between quotes`,
    };
  }
  if (error.code === 'MISSING_CHAR' && /closing/.test(error.message)) {
    const message = 'the quote that opens this text is never closed: add the closing quote';
    return { offset: lastOpened(document, offset, 'quote') ?? offset, message };
  }
  if (error.code === 'BAD_INDENT' && /flow/i.test(error.message)) {
    const message = 'this bracket is never closed: close it with ] or }, and indent what is inside';
    return { offset: lastOpened(document, offset, 'bracket') ?? offset, message };
  }
  if (error.code === 'MISSING_CHAR' && /without -/.test(error.message))
    return { offset, message: SENTENCES.BAD_INDENT ?? '' };
  if (error.code === 'UNEXPECTED_TOKEN' && /scalar/.test(error.message)) {
    return { offset, message: APOSTROPHE };
  }
  return { offset, message: SENTENCES[error.code] ?? OTHERWISE };
}

/** Start of the last quoted text or bracket that reaches the place where the parser gave up. */
function lastOpened(document: Document, offset: number, sort: 'quote' | 'bracket'): number | undefined {
  let found: number | undefined;
  const keep = (range: readonly number[] | null | undefined): void => {
    if (range && range[1] >= offset && range[0] < offset) found = Math.max(found ?? 0, range[0]);
  };
  visit(document, {
    Scalar: (_, node) => {
      if (sort === 'quote' && node.type?.startsWith('QUOTE')) keep(node.range);
    },
    Collection: (_, node) => {
      if (sort === 'bracket' && node.flow) keep(node.range);
    },
  });
  return found;
}

const OTHERWISE = 'this is not valid YAML here: expected `key: value` lines, indented with spaces';
const APOSTROPHE =
  "a quoted text ends just before this: double an apostrophe inside single quotes ('l''avis'), or use double quotes";
const NO_ALIAS = 'aliases (*name) are not accepted: write the value in full, or quote the text';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab stands where spaces are expected: indent with two spaces',
  BAD_INDENT:
    'this line does not line up with its neighbours: give the same number of spaces to lines of one level',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second `: ` on this line, or the next line is indented too deep: put a text that holds a colon between quotes, or align the next line',
  BLOCK_IN_FLOW: 'a comma is missing between two items in brackets: write { a: 1, b: 2 }',
  MISSING_CHAR: 'expected `key: value`, or a list item `- value` (a space follows the dash), on this line',
  MULTILINE_IMPLICIT_KEY: 'this line is not `key: value`: write a colon followed by a space after the key',
  UNEXPECTED_TOKEN: 'this sign is not expected here: quote the text that holds it, or remove it',
  BAD_DQ_ESCAPE:
    'a backslash in double quotes announces a special sign: double it (\\\\), or use single quotes',
  BAD_DIRECTIVE: 'a line cannot begin with %: put the text between quotes',
  MULTIPLE_DOCS:
    'a second document begins here (---): one file holds one, so remove this line or make two files',
  TAG_RESOLVE_FAILED:
    'a word beginning with ! is a YAML tag, which is not accepted: put it between quotes, or remove it',
  MULTIPLE_TAGS: 'YAML tags (!word) are not accepted: remove them',
  MULTIPLE_ANCHORS: 'anchors (&name) are not accepted: write the value in full',
  BAD_ALIAS: NO_ALIAS,
  ALIAS_PROPS: NO_ALIAS,
};
