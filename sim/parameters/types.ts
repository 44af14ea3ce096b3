/**
 * What a resolved parameter set offers the model: values by path and month, nothing else.
 * Every read is counted, so that a test can name the parameters that no rule reads.
 */
export type Status = 'law' | 'agreement' | 'statistic' | 'estimate' | 'calibrated' | 'assumption';

export interface Parameters {
  /** A number in force in `month` (index of calendar.ts). Throws `internal` if `path` is not a scalar. */
  number(path: string, month: number): number;
  /**
   * A list in force in `month`, in the order of the parameter's `by` domain. Words by member are given as positions in
   * the parameter's `choices`.
   */
  list(path: string, month: number): readonly number[];
  /** A word among the parameter's `choices`. */
  choice(path: string, month: number): string;
  /** First month after `month` at which any parameter under `prefix` changes; Infinity if none. */
  nextChange(prefix: string, month: number): number;
}
