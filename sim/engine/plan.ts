/** Refuses a schedule in which two rules of one phase write the same column: their order would be a hidden rule. */
import { MaillageError } from '../base/errors.js';
import type { Phase } from '../rules/schedule.js';

/** Columns that several rules of a phase may write because each writes its own part of them. */
const SHARED: ReadonlySet<string> = new Set(['patients.doctor', 'patients.flags', 'gpLanes.listChange']);

/** @throws MaillageError `internal` naming the two rules and the column. */
export function refuseConflicts(schedule: readonly Phase[]): void {
  for (const phase of schedule) {
    const writer = new Map<string, string>();
    for (const rule of phase.rules) {
      for (const column of rule.writes) {
        const other = writer.get(column);
        if (other !== undefined && phase.spread && !SHARED.has(column)) {
          throw new MaillageError(
            'internal',
            `rules ${other} and ${rule.name} both write ${column} in phase "${phase.name}": put them in different phases`,
            { exitCode: 1 },
          );
        }
        writer.set(column, rule.name);
      }
    }
  }
}
