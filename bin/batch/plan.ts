/** What a command line asks of a batch: a plan file, or scenarios, with the options laid over. */
import { existsSync } from 'node:fs';
import { BATCH } from '../../analysis/wording/batch.js';
import { MaillageError } from '../../sim/base/errors.js';
import { isPlanFile, loadPlan, planOfScenarios } from '../../sim/batch/plan/load.js';
import type { Plan, PlanOverrides, Precision } from '../../sim/batch/plan/types.js';
import type { Catalogue } from '../../sim/parameters/catalogue.js';
import type { Geography } from '../../sim/world/territory.js';
import type { Invocation } from '../command.js';
import { wholeNumber } from '../invocation.js';
import { BOUNDS } from '../run/settings.js';

/** @throws MaillageError that lists every mistake of the plan, its scenarios and the options. */
export async function planAsked(
  invocation: Invocation,
  catalogue: Catalogue,
  geography: Geography,
): Promise<Plan> {
  const names = invocation.texts('plans');
  const overrides = overridesOf(invocation);
  const [first] = names;
  const isPlan = names.map((name) => existsSync(name) && isPlanFile(name));
  if (isPlan.includes(true) && names.length > 1) {
    const plan = names[isPlan.indexOf(true)];
    throw new MaillageError('bad-option', invocation.terminal.tell(BATCH.onlyOnePlan, { plan }));
  }
  return isPlan[0]
    ? loadPlan(first, catalogue, geography, overrides)
    : planOfScenarios(names, catalogue, geography, overrides);
}

function overridesOf(invocation: Invocation): PlanOverrides {
  const number = (name: keyof typeof BOUNDS | 'from' | 'to') =>
    wholeNumber(invocation, name, name === 'from' || name === 'to' ? BOUNDS.years : BOUNDS[name]);
  const precision = invocation.texts('precision').map((text) => precisionOf(text, invocation));
  const overrides = {
    seed: invocation.text('seed'),
    scale: number('scale'),
    from: number('from'),
    to: number('to'),
    replicates: number('replicates'),
    precision: precision.length > 0 ? precision : undefined,
  };
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}

function precisionOf(text: string, { terminal }: Invocation): Precision {
  const match = /^([A-Za-z][A-Za-z0-9]*)=(\d+(?:\.\d+)?|\.\d+)$/.exec(text.trim());
  if (match && Number(match[2]) > 0) return { indicator: match[1], halfWidth: Number(match[2]) };
  throw new MaillageError('bad-option', terminal.tell(BATCH.precisionForm, { value: text }));
}
