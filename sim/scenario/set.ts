/**
 * `--set path=value`: a change written on the command line, checked like one of a file.
 */
import { formatMonth } from '../base/calendar.js';
import { MaillageError } from '../base/errors.js';
import { throwProblems } from '../base/problems.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { applyChanges } from './apply.js';
import { checkChange } from './check-change.js';
import type { ChangeShape } from './file.js';
import type { Change, Operation, Scenario } from './types.js';

const FORM =
  'expected path=value, path@2020-01=value or path@2020-01..2025-01=value (also path*=1.1, path+=2, path:11,93=value)';
const SETTING = /^([^=@:*+]+)(?::([^=@]+?))?(?:@([^=.*+]+)(?:\.\.([^=*+]+))?)?([*+]?)=(.+)$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const OPERATIONS: Readonly<Record<string, Operation>> = { '': 'value', '*': 'multiply', '+': 'add' };

/**
 * The scenario with one more change, laid over all the others. Without a date it holds always.
 * `position` is the rank of the option on the command line (1 for the first), for messages.
 * @throws MaillageError placed at `--set #position`.
 */
export function applySet(
  catalogue: Catalogue,
  scenario: Scenario,
  setting: string,
  position: number,
): Scenario {
  const where = `--set #${position}`;
  const change = parseSetting(setting, where, catalogue);
  const changes = [...scenario.changes, change];
  const { problems, warnings } = applyChanges(catalogue, changes);
  throwProblems(problems);
  return { ...scenario, changes, warnings };
}

function parseSetting(setting: string, where: string, catalogue: Catalogue): Change {
  const match = SETTING.exec(setting.trim());
  if (match === null)
    throw new MaillageError('bad-option', `'${setting}' cannot be read, ${FORM}`, { where });
  const [, path, list, from, to, sign, written] = match;
  const wrongDate = [from, to].find((date) => date !== undefined && !MONTH.test(date));
  if (wrongDate !== undefined) {
    throw new MaillageError('bad-option', `'${wrongDate}' is not a month, expected YYYY-MM such as 2020-01`, {
      where,
    });
  }
  const named = list?.split(',').map((member) => member.trim());
  const { members, operation } = resolveSign(named, sign, catalogue.parameters.get(path.trim())?.members);
  const shape: ChangeShape = {
    parameter: path.trim(),
    from: from ?? formatMonth(0),
    ...(to === undefined ? {} : { to }),
    [operation]: settingValue(written.trim()),
    ...(members === undefined ? {} : { members }),
  };
  const { change, problems } = checkChange(shape, where, catalogue, () => where);
  throwProblems(problems);
  const checked = change as Change;
  return from === undefined ? { ...checked, from: -Infinity } : checked;
}

/** In `age:75+=3` the plus belongs to the member 75+, when there is one. */
function resolveSign(
  named: string[] | undefined,
  sign: string,
  known: readonly string[] | undefined,
): { members?: string[]; operation: Operation } {
  const last = named?.at(-1);
  if (
    sign === '+' &&
    named !== undefined &&
    last !== undefined &&
    !known?.includes(last) &&
    known?.includes(`${last}+`)
  ) {
    return { members: [...named.slice(0, -1), `${last}+`], operation: 'value' };
  }
  return { members: named, operation: OPERATIONS[sign] };
}

function settingValue(written: string): number | string {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written) ? Number(written) : written;
}
