/** Digests that identify inputs and states: SHA-256 over a form that does not depend on layout or key order. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time, into one place: a buffer for each file would cost more than reading most of them. */
const PIECE = new Uint8Array(1048576);

/** What a manifest may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with the keys of every object in code-point order and no spaces, so that equal data have equal texts. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const object = value as { readonly [key: string]: Json };
    const members = Object.keys(object)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 in hexadecimal of a text (UTF-8) or of bytes. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function digestJson(value: Json): string {
  return digestOf(canonicalJson(value));
}

/** SHA-256 of a file of any size, read piece by piece. */
export function digestFile(file: string): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, PIECE); read > 0; read = readSync(handle, PIECE)) {
      hash.update(PIECE.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** Digest of named columns, in the order given: names, lengths and bytes all count. */
export function digestColumns(
  columns: Iterable<readonly [string, ArrayBufferView & ArrayLike<number>]>,
): string {
  const hash = createHash('sha256');
  for (const [name, values] of columns) {
    hash.update(`${name}:${values.length}\n`);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
