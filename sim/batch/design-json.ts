/** Designs and changes as a manifest holds them: months as `YYYY-MM`, and none where they have no end. */
import { formatMonth, parseMonth } from '../base/calendar.js';
import type { Json } from '../base/digest.js';
import type { StudyChange, StudyDesign } from '../results/study/manifest.js';
import type { Change } from '../scenario/types.js';
import type { Design, Dimension } from './design/types.js';

interface Dated {
  readonly from: number;
  readonly to: number;
}

function written({ from, to }: Dated): { from?: string; to?: string } {
  return {
    ...(Number.isFinite(from) ? { from: formatMonth(from) } : {}),
    ...(Number.isFinite(to) ? { to: formatMonth(to) } : {}),
  };
}

function read({ from, to }: { readonly from?: string; readonly to?: string }): Dated {
  return {
    from: (from === undefined ? undefined : parseMonth(from)) ?? -Infinity,
    to: (to === undefined ? undefined : parseMonth(to)) ?? Infinity,
  };
}

/** What a change does, without where it was written. */
export function studyChange({ parameter, operation, operand, members, ...dates }: Change): StudyChange {
  return { parameter, operation, operand, ...(members === undefined ? {} : { members }), ...written(dates) };
}

/** The change of a scenario of a study. */
export function changeOf(change: StudyChange, scenario: string): Change {
  const { from: _from, to: _to, ...rest } = change;
  return { ...rest, ...read(change), layer: scenario, where: scenario, valueWhere: scenario };
}

/** A design; a Sobol sequence can be made longer, so that its number of points is no part of what it is. */
export function studyDesign({ dimensions, ...design }: Design): StudyDesign {
  return {
    ...design,
    points: design.method === 'sobol' ? null : design.points,
    dimensions: dimensions.map(({ from, to, ...rest }) => ({
      ...(rest as unknown as { readonly name: string; readonly [key: string]: Json }),
      ...written({ from, to }),
    })),
  };
}

/** The design of a study. */
export function designOf({ dimensions, points, ...design }: StudyDesign): Design {
  return {
    ...design,
    points: points ?? 1,
    dimensions: dimensions.map(
      (dimension) =>
        ({ ...dimension, ...read(dimension as { from?: string; to?: string }) }) as unknown as Dimension,
    ),
  };
}
