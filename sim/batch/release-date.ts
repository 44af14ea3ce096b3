/** The date written into the documents of a study whose plan gives none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../base/paths.js';

const MS_PER_SECOND = 1000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/**
 * `YYYY-MM-DD`: SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else the release date of the program in
 * CITATION.cff; never today's, so that equal studies have equal files.
 */
export function releaseDate(environment: NodeJS.ProcessEnv = process.env): string {
  const epoch = Number(environment.SOURCE_DATE_EPOCH);
  if (environment.SOURCE_DATE_EPOCH && Number.isFinite(epoch)) {
    return new Date(epoch * MS_PER_SECOND).toISOString().slice(0, DATE_LENGTH);
  }
  const citation = parse(readFileSync(join(packageRoot(), 'CITATION.cff'), 'utf8')) as Record<
    string,
    unknown
  >;
  return String(citation['date-released']).slice(0, DATE_LENGTH);
}
