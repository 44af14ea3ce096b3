/** Monthly tables of the careers rule, from the parameters in force. */
import { OLDEST_MONTHS } from '../base/ages.js';
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { threshold } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { type HoursTables, hoursTables } from '../world/working-hours.js';

export interface CareerTables {
  /** Monthly probability to stop, by months lived, at the reference fatigue, as a threshold on a draw. */
  readonly hazard: Float64Array;
  /** Effect of fatigue on the hazard (log ratio per unit), and the largest multiple it can reach. */
  readonly fatigueEffect: number;
  readonly highest: number;
  /** Months between announcement and exit. */
  readonly notice: number;
  readonly keptShare: number;
  /** List over target above which a partner takes nobody over. */
  readonly fullest: number;
  /** Monthly chance to move just after settling, the months over which it fades, and the lasting chance. */
  readonly earlyMoves: number;
  readonly earlyMonths: number;
  readonly lateMoves: number;
  /** Share of the hours of collective work that patients miss. */
  readonly meetingsCost: number;
  /** Fatigue of one weekly hour of collective work that nobody pays. */
  readonly perUnpaid: number;
  readonly hours: HoursTables;
  readonly fatigue: FatigueTables;
}

export interface FatigueTables {
  readonly reference: number;
  /** Share of the way to its level that fatigue goes in a month. */
  readonly speed: number;
  readonly usualHours: number;
  readonly perHours: number;
  readonly perWait: number;
  readonly waitScale: number;
  readonly usualPressure: number;
}

/** Tables of one month. */
export function careerTables(parameters: Parameters, month: number): CareerTables {
  const read = (path: string) => parameters.number(`careers.${path}`, month);
  const reference = read('fatigue.reference');
  const fatigueEffect = read('exit.fatigueEffect');
  return {
    hazard: hazardTable(parameters, month),
    fatigueEffect,
    highest: Math.exp(Math.max(fatigueEffect * (1 - reference), -fatigueEffect * reference)),
    notice: Math.round(read('exit.notice')),
    keptShare: read('takeover.keptShare'),
    fullest: read('takeover.fullest'),
    earlyMoves: read('moves.early') / MONTHS_PER_YEAR,
    earlyMonths: read('moves.duration') * MONTHS_PER_YEAR,
    lateMoves: read('moves.late') / MONTHS_PER_YEAR,
    meetingsCost: parameters.number('teams.meetingsCost', month),
    perUnpaid: read('fatigue.perUnpaid'),
    hours: hoursTables(parameters, month),
    fatigue: {
      reference,
      speed: Math.min(1, 1 / (read('fatigue.relaxation') * MONTHS_PER_YEAR)),
      usualHours: read('fatigue.usualHours'),
      perHours: read('fatigue.perHours'),
      perWait: read('fatigue.perWait'),
      waitScale: read('fatigue.waitScale'),
      usualPressure: read('fatigue.usualPressure'),
    },
  };
}

/**
 * Fatigue that a GP of these weekly hours and this wait of patients (days) tends to, between 0 and 1; `collective` is what
 * collective work adds or takes off.
 */
export function fatigueLevel(hours: number, wait: number, collective: number, tables: FatigueTables): number {
  const pressure = wait / (wait + tables.waitScale) - tables.usualPressure;
  const level =
    tables.reference +
    tables.perHours * (hours / tables.usualHours - 1) +
    tables.perWait * pressure +
    collective;
  return Math.min(1, Math.max(0, level));
}

/** Yearly level + logistic rise to a ceiling around the retirement age, as a monthly threshold. */
function hazardTable(parameters: Parameters, month: number): Float64Array {
  const read = (path: string) => parameters.number(`careers.exit.${path}`, month);
  const [base, ceiling, width] = [read('base'), read('ceiling'), read('width')];
  const middle = read('middleAge') + read('laterBy');
  return Float64Array.from({ length: OLDEST_MONTHS + 1 }, (_, lived) => {
    const rise = 1 / (1 + Math.exp((middle - lived / MONTHS_PER_YEAR) / width));
    return threshold(1 - Math.exp(-(base + ceiling * rise) / MONTHS_PER_YEAR));
  });
}
