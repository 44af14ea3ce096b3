/** The work of `maillage verify`: reads the numbers of a study and compares them with those of a file, or writes them. */
import type { StudySource } from '../../analysis/comparison/study.js';
import {
  type KnownNumber,
  numbersText,
  readNumbers,
  replacesNumbers,
} from '../../analysis/verification/file.js';
import { type Moved, movedNumbers } from '../../analysis/verification/moved.js';
import { cellsNeeded, keyText, measureNumber, usualNumbers } from '../../analysis/verification/numbers.js';
import { fullNumber, rough } from '../../analysis/wording/numbers.js';
import { VERIFY } from '../../analysis/wording/verify.js';
import { MaillageError } from '../../sim/base/errors.js';
import { writeFileAtomic } from '../../sim/base/files.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { dashed, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/**
 * Checks the study in `dir` against a file, or writes the file; the exit code is 1 when a number moved.
 * @throws MaillageError for a folder that holds no study, and a file that is not of the form or asks for a number
 * that the study lacks; for one to write that holds something else, which is left as it is.
 */
export async function verifyStudy(
  invocation: Invocation,
  open: (dir: string) => Promise<StudySource>,
): Promise<number> {
  const against = invocation.text('against');
  const write = invocation.text('write');
  const file = against ?? write;
  if (file === undefined || (against !== undefined && write !== undefined)) {
    throw new MaillageError('bad-option', invocation.terminal.tell(VERIFY.chooseOne));
  }
  // A wrong file is told before the study is read.
  const known = against === undefined ? undefined : readNumbers(against);
  if (write !== undefined && !replacesNumbers(write)) {
    throw new MaillageError('bad-option', invocation.terminal.tell(VERIFY.notNumbers, { file: write }));
  }
  const study = await open(invocation.text('dir') ?? '');
  return known === undefined ? writeNumbers(invocation, study, file) : check(invocation, study, known, file);
}

async function check(
  invocation: Invocation,
  { facts, cells: read }: StudySource,
  known: readonly KnownNumber[],
  file: string,
): Promise<number> {
  const { terminal } = invocation;
  const cells = await read(cellsNeeded(known));
  const moved = movedNumbers(known, cells, facts.design.method, terminal.language);
  if (invocation.flag('json')) {
    const answer = {
      study: facts.name,
      file,
      written: false,
      numbers: known.length,
      moved: moved.map(jsonOf),
    };
    printJson(terminal, 'verify', answer);
  } else for (const line of movedLines(moved, known.length, file, terminal)) terminal.print(line);
  return moved.length === 0 ? 0 : 1;
}

async function writeNumbers(
  invocation: Invocation,
  { facts, cells: read }: StudySource,
  file: string,
): Promise<number> {
  const { terminal } = invocation;
  const keys = usualNumbers(facts);
  const cells = await read(cellsNeeded(keys));
  const numbers = keys
    .map((key) => ({ ...key, ...measureNumber(cells, key, facts.design.method) }))
    .filter(({ value }) => !Number.isNaN(value));
  if (numbers.length === 0) {
    throw new MaillageError('bad-data', terminal.tell(VERIFY.nothing, { study: facts.name, to: facts.to }));
  }
  try {
    writeFileAtomic(file, numbersText(facts.name, numbers));
  } catch (cause) {
    throw new MaillageError('not-writable', terminal.tell(VERIFY.notWritable, { file }), { cause });
  }
  if (invocation.flag('json')) {
    printJson(terminal, 'verify', {
      study: facts.name,
      file,
      written: true,
      numbers: numbers.length,
      moved: [],
    });
  } else terminal.say(terminal.tell(VERIFY.written, { numbers: numbers.length, file }));
  return 0;
}

/** What moved, one number a dash, with the old value and the new, each with its interval. */
export function movedLines(
  moved: readonly Moved[],
  numbers: number,
  file: string,
  terminal: Terminal,
): string[] {
  if (moved.length === 0) return wrap(terminal.tell(VERIFY.same, { numbers, file }));
  const value = (number: number, halfWidth: number) =>
    fullNumber(number, terminal.language) +
    (Number.isNaN(halfWidth) ? '' : ` ±${rough(halfWidth, terminal.language)}`);
  const sentence = moved.length === 1 ? VERIFY.oneMoved : VERIFY.moved;
  return [
    ...wrap(terminal.tell(sentence, { moved: moved.length, numbers, file })),
    ...moved.flatMap(({ known, now }) => {
      const before = value(known.value, known.halfWidth);
      const wasIs = terminal.tell(VERIFY.wasIs, { before, now: value(now.value, now.halfWidth) });
      const tolerance =
        known.tolerance > 0
          ? terminal.tell(VERIFY.tolerance, { tolerance: fullNumber(known.tolerance, terminal.language) })
          : '';
      return [...dashed(keyText(known)), ...wrap(wasIs + tolerance, undefined, '  ')];
    }),
    ...wrap(terminal.tell(VERIFY.interval)),
  ];
}

function jsonOf({ known, now }: Moved) {
  const bounded = (value: number) => (Number.isNaN(value) ? null : value);
  const { scenario, baseline, indicator, place, group, period, value, halfWidth, tolerance } = known;
  return {
    scenario,
    baseline,
    indicator,
    place,
    group,
    period,
    before: { value, halfWidth: bounded(halfWidth) },
    now: { value: now.value, halfWidth: bounded(now.halfWidth) },
    tolerance,
  };
}
