/**
 * What a run leaves behind: plain data, so that it crosses threads and forks unchanged. Sums are kept by
 * territory and year, and by région and month; indicators are computed from them when somebody asks.
 */
import type { RuralClass } from '../world/territory.js';

/** Liberal GPs of one December, territory by territory: those of z are `start[z]` … `start[z + 1]`. */
export interface GpSnapshot {
  readonly start: Int32Array;
  /** Declared adults on the list, and people of all ages who have this GP as their usual one. */
  readonly adultList: Float32Array;
  readonly patientList: Float32Array;
  /** Different people seen in the year. */
  readonly patientsSeen: Float32Array;
  /** Share of the year's acts that were unscheduled, %; NaN without acts. */
  readonly unscheduledShare: Float32Array;
}

/** Liberal IPA of one December, territory by territory as GPs are. */
export interface IpaSnapshot {
  readonly start: Int32Array;
  /** People followed. */
  readonly caseload: Float32Array;
}

/** One whole calendar year. */
export interface YearRecord {
  readonly year: number;
  /** Measures by territory: slot s of territory z at `s × territories + z`. */
  readonly slots: Float64Array;
  /** Zoning class of December: 0 none, 1 ZAC, 2 ZIP. */
  readonly zoning: Uint8Array;
  /** 1 for the territories of lowest accessibility this year that hold a tenth of people. */
  readonly worstTenthNow: Uint8Array;
  readonly gps: GpSnapshot;
  readonly ipa: IpaSnapshot;
}

export interface Recording {
  /** First and last recorded month (calendar.ts). */
  readonly from: number;
  readonly to: number;
  readonly scale: number;
  /** Codes, in the order of the geography. */
  readonly regions: readonly string[];
  readonly territories: readonly string[];
  readonly regionOf: Int32Array;
  readonly ruralClass: readonly RuralClass[];
  /** 1 for the territories whose people are simulated; absent when all are. */
  readonly kept?: Uint8Array;
  /** 1 for the worst-served tenth when accessibility was first measured; membership never changes. */
  readonly worstTenth: Uint8Array;
  /** Years recorded from January to December. */
  readonly years: readonly YearRecord[];
  /**
   * Measures by month and région: slot s of région r in the m-th month at `(m × SLOT_COUNT + s) × regions + r`; empty where
   * months are not kept.
   */
  readonly months: Float64Array;
}
