/** Parameters of care, resolved once a month. */
import type { Parameters } from '../../parameters/types.js';
import { type AgendaParameters, agendaParameters } from '../agenda.js';

export interface CareParameters {
  readonly agenda: AgendaParameters;
  readonly outsideShare: number;
  readonly colleagueReach: number;
  readonly otherGpReach: number;
  readonly balkFrom: number;
  readonly balkDays: number;
  readonly balkOther: number;
  readonly balkRenounce: number;
  readonly balkEmergency: number;
  readonly poolOpenness: number;
  readonly memory: number;
  /** Share of a delegate's follow-ups that are done on time. */
  readonly delegateMet: number;
  /**
   * Share of planned requests without GP that come to an IPA open to all, and of those the share that she answers alone,
   * without and with first prescription.
   */
  readonly directReach: number;
  readonly directResolved: readonly [number, number];
}

export function careParameters(parameters: Parameters, month: number): CareParameters {
  const number = (name: string) => parameters.number(name, month);
  return {
    agenda: agendaParameters(parameters, month),
    outsideShare: number('care.outsideShare'),
    colleagueReach: number('care.colleagueReach'),
    otherGpReach: number('care.otherGpReach'),
    balkFrom: number('care.balkFrom'),
    balkDays: number('care.balkDays'),
    balkOther: number('care.balkOther'),
    balkRenounce: number('care.balkRenounce'),
    balkEmergency: number('care.balkEmergency'),
    poolOpenness: number('care.poolOpenness'),
    memory: number('openings.acceptanceMemory'),
    delegateMet: number('delegation.met'),
    directReach: number('ipa.directReach'),
    directResolved: [number('ipa.resolvesNone'), number('ipa.resolvesFirst')],
  };
}
