/**
 * Mistakes found in a file, collected so that a person corrects them all in one go.
 */
import { type ErrorCode, MaillageError, nearestName } from './errors.js';

export interface Problem {
  readonly code: ErrorCode;
  /** `file:line:column`, a file, or an option such as `--set #1`. */
  readonly where: string;
  /** What is wrong, what was expected, what to do; without the place. */
  readonly message: string;
}

/** `file:line:column: sentence`. */
export function formatProblem(problem: Problem): string {
  return `${problem.where}: ${problem.message}`;
}

/**
 * Does nothing when the list is empty.
 * @throws MaillageError with the one problem, or with all of them, one a line; its code is the first's.
 */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const [first] = problems;
  if (problems.length === 1) throw new MaillageError(first.code, first.message, { where: first.where });
  const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
  throw new MaillageError(first.code, `${problems.length} mistakes to correct:\n${lines.join('\n')}`);
}

/**
 * The end of a sentence about an unknown name: the nearest one, or the list when it is short, or the command
 * that prints it. No short code is near another: 92 is no misprint of 93.
 */
export function suggestion(wrong: string, names: Iterable<string>, listedBy?: string): string {
  const known = [...names];
  const begun = known.filter((name) => wrong.length > 1 && name.startsWith(wrong));
  const near =
    begun.length === 1 ? begun[0] : /^\d{1,3}$/.test(wrong) ? undefined : nearestName(wrong, known);
  if (near !== undefined) return `did you mean '${near}'?`;
  const listed = known.join(', ');
  if (known.length > 0 && listed.length < LISTED_LETTERS) return `expected one of: ${listed}`;
  return listedBy === undefined ? `${known.length} names are known` : `run \`${listedBy}\` for the list`;
}

/** Letters of a list of names that a message still prints in full. */
const LISTED_LETTERS = 240;
