/** Where the geography's inputs lie, and how they are read. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { MaillageError } from '../../base/errors.js';
import { scenariosDir } from '../../base/paths.js';

/** A file as read: its name for messages, its bytes for the digest and for positions in messages. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Reads a file shipped by an npm package, e.g. `@etalab/decoupage-administratif/data/epci.json`.
 * @throws MaillageError `bad-data` when the package or the file is missing.
 */
export function readPackageFile(specifier: string): SourceFile {
  try {
    return { name: specifier, bytes: readFileSync(createRequire(import.meta.url).resolve(specifier)) };
  } catch (cause) {
    throw new MaillageError(
      'bad-data',
      'this file of an npm package cannot be read; run `npm ci` to install the packages again',
      { where: specifier, cause },
    );
  }
}

/**
 * Reads a file of `scenarios/data`.
 * @throws MaillageError `bad-data` when it is missing.
 */
export function readDataFile(fileName: string): SourceFile {
  const name = `scenarios/data/${fileName}`;
  try {
    return { name, bytes: readFileSync(join(scenariosDir(), 'data', fileName)) };
  } catch (cause) {
    throw new MaillageError('bad-data', 'this data file cannot be read; install the package again', {
      where: name,
      cause,
    });
  }
}

/**
 * JSON content of a file.
 * @throws MaillageError `bad-data` when the text is not JSON.
 */
export function jsonOf(file: SourceFile): unknown {
  try {
    return JSON.parse(file.bytes.toString('utf8'));
  } catch (cause) {
    throw new MaillageError(
      'bad-data',
      `expected JSON, found ${(cause as Error).message}; run \`npm ci\` to install the package again`,
      { where: file.name, cause },
    );
  }
}

/**
 * YAML content of a file.
 * @throws MaillageError `broken-yaml` with line and column.
 */
export function yamlOf(file: SourceFile): unknown {
  try {
    return parse(file.bytes.toString('utf8'), { prettyErrors: true });
  } catch (cause) {
    const line = (cause as { linePos?: readonly { line: number; col: number }[] }).linePos?.[0];
    const where = line ? `${file.name}:${line.line}:${line.col}` : file.name;
    throw new MaillageError('broken-yaml', (cause as Error).message.split('\n')[0], { where, cause });
  }
}
