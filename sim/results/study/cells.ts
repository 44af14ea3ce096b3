/** Values of a study by cell, scenario and unit, as the comparison reads them. */

/** What is paired between scenarios: the same point (parameter draw) and replicate (seed of chance). */
export interface Unit {
  readonly point: number;
  readonly replicate: number;
}

/** Values of one indicator for one period, place and group. */
export interface CellValues {
  readonly period: string;
  readonly place: string;
  readonly group: string;
  readonly indicator: string;
  /** Scenario s, unit u at s × units + u; NaN where the run failed, is missing, or has no such value. */
  readonly values: Float64Array;
}

export interface StudyCells {
  /** In the order of the study. */
  readonly scenarios: readonly {
    readonly name: string;
    readonly title: { readonly en: string; readonly fr: string };
  }[];
  readonly units: readonly Unit[];
  /** By period, place, group, then indicator of the study. */
  readonly cells: readonly CellValues[];
}

/** Values to read; everything where a list is left out. */
export interface CellFilter {
  readonly indicators?: readonly string[];
  readonly periods?: readonly string[];
  readonly places?: readonly string[];
  readonly groups?: readonly string[];
  readonly scenarios?: readonly string[];
}

export declare function readCells(dir: string, filter: CellFilter): Promise<StudyCells>;
