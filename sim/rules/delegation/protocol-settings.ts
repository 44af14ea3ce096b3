/** Settings of protocols of cooperation in one month, read at once. */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { World } from '../../world/world.js';
import { type DelegatingSettings, delegatingSettings } from './settings.js';

export interface ProtocolSettings extends DelegatingSettings {
  /** Monthly rate at which a ready and willing team begins one. */
  readonly rate: number;
  /** Bounds of the months of a local file, at least one; months to join a national protocol. */
  readonly lowest: number;
  readonly highest: number;
  readonly nationalMonths: number;
  readonly isNational: boolean;
  /** Weekly hours of a nurse, and the share of them given without a premium. */
  readonly hours: number;
  readonly unfunded: number;
  /** Euros a month of a nurse, and the share of teams whose premium is funded. */
  readonly premium: number;
  readonly funded: number;
  /** Months in which will halves when nothing moves (`teams.momentum.halfLife`). */
  readonly halfLife: number;
}

export function protocolSettings(world: World, parameters: Parameters, month: number): ProtocolSettings {
  const read = (path: string) => parameters.number(`protocols.${path}`, month);
  const [lowest, highest] = parameters.list('protocols.months', month).map((months) => Math.max(1, months));
  return {
    rate: read('rate') / MONTHS_PER_YEAR,
    lowest,
    highest,
    nationalMonths: Math.max(1, Math.round(read('nationalMonths'))),
    isNational: parameters.choice('protocols.national', month) === 'yes',
    hours: read('hours'),
    unfunded: read('unfunded'),
    premium: read('premium'),
    funded: read('funded'),
    halfLife: parameters.number('teams.momentum.halfLife', month),
    ...delegatingSettings(world, parameters, month),
  };
}
