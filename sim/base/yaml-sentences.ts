/**
 * What is wrong in broken YAML, in words for somebody who does not know YAML's grammar.
 */
import type { ErrorCode } from 'yaml';

/** A sentence for one error of the YAML parser: what is wrong, what was expected, what to do. */
export function yamlSentence(code: ErrorCode, message: string, text: string, offset: number): string {
  if (code === 'BAD_SCALAR_START') {
    return `a value cannot begin with '${text[offset] ?? ''}' without quotes: put it between quotes`;
  }
  if (code === 'MISSING_CHAR') {
    if (/closing/.test(message)) return 'a quote opened above is never closed: add the closing quote';
    if (/map values/.test(message))
      return 'expected `key: value`, or a list item `- value` (a space follows the dash), on this line';
    return 'a character is missing here: expected `key: value`';
  }
  if (code === 'UNEXPECTED_TOKEN' && /scalar|node end/.test(message)) {
    return "a quoted text ends just before this: double an apostrophe inside single quotes ('l''avis'), or use double quotes";
  }
  return SENTENCES[code] ?? 'this is not valid YAML here: expected `key: value` lines, indented with spaces';
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab stands where spaces are expected: indent with two spaces',
  BAD_INDENT:
    'a bracket [ or { opened above is not closed before this line, or the line is not aligned with its neighbours: close it with ] or }, or indent alike',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second `: ` on this line, or the next line is indented too deep: put a text that holds a colon between quotes, or align the next line',
  BLOCK_IN_FLOW: 'a comma is missing between two items in brackets: write { a: 1, b: 2 }',
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
  BAD_ALIAS: 'aliases (*name) are not accepted: write the value in full, or quote the text',
  ALIAS_PROPS: 'aliases (*name) are not accepted: write the value in full, or quote the text',
};
