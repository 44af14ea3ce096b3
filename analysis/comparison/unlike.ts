/** Refusals to compare: each says why, what the study holds, and what to do. */
import { MaillageError, nearestName } from '../../sim/base/errors.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import type { StudyCells } from '../../sim/results/study/cells.js';
import { COMPARE } from '../wording/compare.js';
import { fill, type Language } from '../wording/language.js';
import type { StudyFacts } from './study.js';

const { refusals } = COMPARE;

/** Names printed in full in a message; more are counted. */
const LISTED = 12;
/** No code so short is a misprint of another: 11 is not 53. */
const CODE_LETTERS = 3;

/** @throws MaillageError `bad-option` with this sentence, always. */
export function refuse(
  sentence: keyof typeof refusals,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): never {
  throw new MaillageError('bad-option', fill(refusals[sentence], language, values));
}

/** @throws MaillageError `unknown-name`, always: the study has no scenario of this name. */
export function unknownName(
  kind: 'scenario',
  name: string,
  known: readonly string[],
  { name: study }: StudyFacts,
  language: Language,
): never {
  const sentence = fill(refusals[kind], language, { name, study, hint: hintOf(name, known, language) });
  throw new MaillageError('unknown-name', sentence);
}

/** @throws MaillageError `unknown-name`, always: the study keeps no such indicator, place or group. */
export function notKept(
  kind: 'indicator' | 'place' | 'group',
  name: string,
  kept: readonly string[],
  { name: study }: StudyFacts,
  language: Language,
): never {
  // An indicator that exists was left out on purpose: no other is meant.
  const exists = kind === 'indicator' && INDICATORS.some(({ id }) => id === name);
  const hint = exists ? listOf(kept, language) : hintOf(name, kept, language);
  throw new MaillageError('unknown-name', fill(refusals[kind], language, { name, study, hint }));
}

/**
 * Does nothing when every scenario shares some unit with the baseline.
 * @throws MaillageError `bad-data` naming the scenario that was never run with the same chance, or saying that
 * nothing was kept for the cells chosen.
 */
export function checkComparable(
  { scenarios, units, cells }: StudyCells,
  baseline: string,
  language: Language,
): void {
  if (cells.length === 0) throw new MaillageError('bad-data', refusals.noCell[language]);
  const has = (s: number, u: number) =>
    cells.some(({ values }) => Number.isFinite(values[s * units.length + u]));
  const runs = scenarios.map((_, s) => units.map((_, u) => has(s, u)));
  const reference = runs[scenarios.findIndex(({ name }) => name === baseline)];
  const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
  for (const [s, { name }] of scenarios.entries()) {
    if (name === baseline || runs[s].some((done, u) => done && reference[u])) continue;
    const values = { name, baseline, own: count(runs[s]), theirs: count(reference) };
    throw new MaillageError('bad-data', fill(refusals.noCommon, language, values));
  }
}

function hintOf(name: string, known: readonly string[], language: Language): string {
  const near = name.length > CODE_LETTERS ? nearestName(name, known) : undefined;
  return near === undefined ? listOf(known, language) : fill(refusals.didYouMean, language, { name: near });
}

function listOf(known: readonly string[], language: Language): string {
  const names = known.slice(0, LISTED).join(', ');
  const more = known.length - LISTED;
  return more > 0
    ? fill(refusals.thereAreMore, language, { names, more })
    : fill(refusals.thereAre, language, { names });
}
