/**
 * Runs that are finished and not yet in a table: a file each, written whole or not at all. A file holds a header, the
 * numbers of the frame, period by period, and the SHA-256 of all that, so that a damaged one counts as a run to make.
 */

import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isFolder } from '../../base/files.js';
import type { Frame } from '../../recorder/frame.js';
import type { RunId } from './manifest.js';

export const PENDING = 'pending';
const MAGIC = 'MAILRUN1';
const EXTENSION = '.run';
const PARTIAL = '.partial';
/** Magic word, then the length of the header. */
const PRELUDE = 16;
const SHA_BYTES = 32;
/** Bytes read at a time. */
const PIECE = 1048576;
const NUMBER = Float64Array.BYTES_PER_ELEMENT;

/** Why a run failed. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
}

interface Header {
  readonly run: RunId;
  /** Digest of the study's identity and of the scenario: a run of another study is none of this one. */
  readonly identity: string;
  readonly values: number;
  readonly territories: number;
  readonly error?: RunFailure;
}

export interface PendingRun {
  readonly run: RunId;
  readonly file: string;
  readonly error?: RunFailure;
}

/** A finished run, or the error of one that failed. */
export type RunOutcome = { readonly frame: Frame } | { readonly error: RunFailure };

/** File name of a run: `baseline.p0.r3.run`. */
export function pendingName({ scenario, point, replicate }: RunId): string {
  return `${scenario}.p${point}.r${replicate}${EXTENSION}`;
}

/** Keeps a run in `folder`. @throws the error of the file system, having left nothing behind. */
export function writePending(folder: string, run: RunId, identity: string, outcome: RunOutcome): void {
  mkdirSync(folder, { recursive: true });
  const parts =
    'frame' in outcome
      ? [outcome.frame.values, outcome.frame.territories]
      : [new Float64Array(0), new Float64Array(0)];
  const header: Header = {
    run,
    identity,
    values: parts[0].length,
    territories: parts[1].length,
    ...('error' in outcome ? { error: outcome.error } : {}),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Numbers begin at a multiple of their size.
  const room = Math.ceil(text.length / NUMBER) * NUMBER;
  const head = new Uint8Array(PRELUDE + room).fill(' '.charCodeAt(0));
  head.set(new TextEncoder().encode(MAGIC));
  new DataView(head.buffer).setUint32(MAGIC.length, room, true);
  head.set(text, PRELUDE);
  const pieces = [
    head,
    ...parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)),
  ];
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  writeWhole(folder, pendingName(run), [...pieces, hash.digest()]);
}

function writeWhole(folder: string, name: string, pieces: readonly Uint8Array[]): void {
  const partial = join(folder, `.${name}${PARTIAL}`);
  try {
    const file = openSync(partial, 'w');
    try {
      for (const piece of pieces) {
        for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at, piece.length - at);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, join(folder, name));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** What a folder of pending runs holds. */
export interface PendingFolder {
  readonly runs: readonly PendingRun[];
  /** Files that are damaged, cut short or of another study. */
  readonly damaged: readonly string[];
}

/** Reads and checks every pending run of a folder; `identityOf` is what a run of the study must carry. */
export function readPending(
  folder: string,
  identityOf: (scenario: string) => string | undefined,
): PendingFolder {
  if (!isFolder(folder)) return { runs: [], damaged: [] };
  const runs: PendingRun[] = [];
  const damaged: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(EXTENSION)) continue;
    const file = join(folder, name);
    const descriptor = openIfThere(file);
    if (descriptor === undefined) continue;
    const header = checkedHeader(descriptor);
    closeSync(descriptor);
    if (header === undefined || header.identity !== identityOf(header.run.scenario)) damaged.push(file);
    else runs.push({ run: header.run, file, ...(header.error === undefined ? {} : { error: header.error }) });
  }
  return { runs, damaged };
}

/** The header of a whole file; `undefined` for a damaged one. */
function checkedHeader(descriptor: number): Header | undefined {
  try {
    const size = fstatSync(descriptor).size;
    if (size < PRELUDE + SHA_BYTES) return undefined;
    const stored = new Uint8Array(SHA_BYTES);
    readSync(descriptor, stored, 0, SHA_BYTES, size - SHA_BYTES);
    if (!digestOfHead(descriptor, size - SHA_BYTES).equals(stored)) return undefined;
    return headerOf(descriptor).header;
  } catch {
    return undefined;
  }
}

/** Opens a file to read it; `undefined` when it has gone since its folder was listed. */
function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function digestOfHead(descriptor: number, length: number): Buffer {
  const hash = createHash('sha256');
  const piece = new Uint8Array(PIECE);
  for (let at = 0; at < length; ) {
    const read = readSync(descriptor, piece, 0, Math.min(PIECE, length - at), at);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    at += read;
  }
  return hash.digest();
}

function headerOf(descriptor: number): { header: Header; start: number } {
  const prelude = new Uint8Array(PRELUDE);
  readSync(descriptor, prelude, 0, PRELUDE, 0);
  const room = new DataView(prelude.buffer).getUint32(MAGIC.length, true);
  const text = new Uint8Array(room);
  readSync(descriptor, text, 0, room, PRELUDE);
  return { header: JSON.parse(new TextDecoder().decode(text)) as Header, start: PRELUDE + room };
}

/** An open pending run, read piece by piece. */
export interface RunReader {
  /** Numbers `from` … `from + length` of the frame's values. */
  values(from: number, length: number): Float64Array;
  territories(from: number, length: number): Float64Array;
  close(): void;
}

export function openPending(file: string): RunReader {
  const descriptor = openSync(file, 'r');
  const { header, start } = headerOf(descriptor);
  const read = (from: number, length: number) => {
    const numbers = new Float64Array(length);
    const bytes = new Uint8Array(numbers.buffer);
    for (let at = 0; at < bytes.length; ) {
      const got = readSync(descriptor, bytes, at, bytes.length - at, start + from * NUMBER + at);
      if (got === 0) throw new Error(`${file} is cut short`);
      at += got;
    }
    return numbers;
  };
  return {
    values: read,
    territories: (from, length) => read(header.values + from, length),
    close: () => closeSync(descriptor),
  };
}
