/** What `--trace` asks for, checked before anything runs. */
import { TRACE } from '../../analysis/wording/trace.js';
import { MaillageError, nearestName } from '../../sim/base/errors.js';
import type { TraceRequest } from '../../sim/recorder/trace.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';

export interface TraceAsked {
  /** Absent for `cpts:?`. */
  readonly request?: TraceRequest;
  /** Name of a commune by its INSEE code. */
  nameOf(code: string): string;
}

const FORM = /^cpts:(?<code>\?|[^:\s]+)(?::(?<ordinal>[1-9]\d{0,2}))?$/i;

/**
 * The place to trace, `undefined` without the option.
 * @throws MaillageError `bad-option` for another form or several replicates, `unknown-name` for a code of no commune.
 */
export function traceAsked(
  invocation: Invocation,
  geography: Geography,
  replicates: number,
): TraceAsked | undefined {
  const value = invocation.text('trace');
  if (value === undefined) return undefined;
  const { terminal } = invocation;
  const { code, ordinal } = FORM.exec(value)?.groups ?? {};
  if (code === undefined) throw new MaillageError('bad-option', terminal.tell(TRACE.badForm, { value }));
  if (replicates > 1) throw new MaillageError('bad-option', terminal.tell(TRACE.oneRun));
  const names = new Map(
    geography.territories.flatMap(({ blocks }) => blocks.map((block) => [block.code, block.name] as const)),
  );
  const nameOf = (one: string) => names.get(one) ?? one;
  if (code === '?') return { nameOf };
  const written = code.toUpperCase();
  if (!names.has(written)) {
    const near = nearCommunes(code, names)
      .map((one) => `${one} (${nameOf(one)})`)
      .join(terminal.tell(TRACE.listSeparator));
    throw new MaillageError('unknown-name', terminal.tell(TRACE.unknownCode, { code, near }));
  }
  return {
    nameOf,
    request: { code: written, ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }) },
  };
}

/** Codes of communes of that name, else the codes next to it in their list. */
function nearCommunes(code: string, names: ReadonlyMap<string, string>): string[] {
  const named = [...names].filter(([, name]) => name.toLowerCase() === code.toLowerCase());
  if (named.length > 0) return named.slice(0, 3).map(([one]) => one);
  const similar = nearestName(code, [...names.values()]);
  const bySound = similar === undefined ? [] : [...names].filter(([, name]) => name === similar);
  if (bySound.length > 0) return bySound.slice(0, 3).map(([one]) => one);
  const sorted = [...names.keys()].sort();
  const at = Math.max(
    0,
    sorted.findIndex((one) => one >= code.toUpperCase()),
  );
  return sorted.slice(Math.max(0, at - 1), at + 2);
}
