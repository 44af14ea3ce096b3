/**
 * The one error class of the project: a sentence for a person, never a stack trace.
 *
 * A message says what is wrong, where (file:line:column when there is a file), what was expected, the
 * nearest valid name, and what to do. `exitCode` follows the command line: 2 for bad input, 1 for a failure.
 */
export class MaillageError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: 1 | 2;
  readonly where: string | undefined;
  /** What the message says, as data; absent where a message is said in English only. */
  readonly refusal: Refusal | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { where?: string; exitCode?: 1 | 2; cause?: unknown; refusal?: Refusal } = {},
  ) {
    super(options.where ? `${options.where}: ${message}` : message, { cause: options.cause });
    this.name = 'MaillageError';
    this.code = code;
    this.where = options.where;
    this.exitCode = options.exitCode ?? 2;
    this.refusal = options.refusal;
  }
}

/** A sentence of `refusals.ts` by its id, and what is put into it: values, or further sentences. */
export interface Refusal {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number | readonly Refusal[]>>;
}

/** Closed list of reasons, so that a program can tell them apart without reading the sentence. */
export type ErrorCode =
  | 'unknown-key'
  | 'wrong-unit'
  | 'out-of-range'
  | 'wrong-type'
  | 'unknown-name'
  | 'overlapping-dates'
  | 'extends-cycle'
  | 'broken-yaml'
  | 'bad-option'
  | 'not-writable'
  | 'bad-data'
  | 'identity-clash'
  | 'locked'
  | 'resources'
  | 'interrupted'
  | 'internal';

/** An error as it goes from one thread or process to another, where no class survives. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly exitCode: 1 | 2;
}

/** What to send of `error`; one that is no MaillageError is a mistake of the program: `internal`, exit code 1. */
export function errorAsData(error: unknown): ErrorData {
  if (error instanceof MaillageError) {
    const { code, message, exitCode } = error;
    return { code, message, exitCode };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), exitCode: 1 };
}

/** The error that was sent; its message names the place already. */
export function errorFromData({ code, message, exitCode }: ErrorData): MaillageError {
  return new MaillageError(code, message, { exitCode });
}

/**
 * The name in `names` closest to `wrong` by edit distance, or `undefined` when none is near
 * (more than a third of the letters differ).
 */
export function nearestName(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(wrong.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}

/** Damerau–Levenshtein distance (adjacent swaps count once): the number of keystrokes between two words. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
