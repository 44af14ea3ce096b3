/**
 * The broken files of tests/broken: one mistake each. The first comment lines of a file hold what the program
 * must say, place first: `# says 7:5 unknown key 'unti'; did you mean 'unit'?`.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../../sim/base/problems.js';
import { PROJECT, projectFiles } from './project.js';

export interface BrokenFile {
  readonly name: string;
  readonly path: string;
  /** Expected problems, `line:column sentence`. */
  readonly says: readonly string[];
}

/** The broken files whose name begins with `prefix`. */
export function brokenFiles(prefix: string): BrokenFile[] {
  return projectFiles('tests/broken', '.yaml')
    .filter((file) => basename(file).startsWith(prefix))
    .map((file) => {
      const path = join(PROJECT, file);
      const lines = readFileSync(path, 'utf8').split('\n');
      const says = lines
        .filter((line) => line.startsWith('# says '))
        .map((line) => line.slice('# says '.length));
      return { name: basename(file), path, says };
    });
}

/** A problem as the comments write it; places inside its sentence keep the name of the file only. */
export function located(problem: Problem): string {
  const place = problem.where.split(':').slice(1).join(':');
  return `${place} ${problem.message}`.replace(/[^\s('`]*\/([^/\s]+\.yaml)/g, '$1').trim();
}
