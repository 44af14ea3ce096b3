/** Working columns for the GPs of one territory, one set per thread, reused from territory to territory. */
export interface Scratch {
  /** Physician row. */
  readonly row: Int32Array;
  /** Agents on the list, and their expected requests (one person each). */
  readonly agents: Float64Array;
  readonly expected: Float64Array;
  /** Requests of the listed people this month, of which unscheduled. */
  readonly requests: Float64Array;
  readonly unscheduled: Float64Array;
  /** Planned requests of the list that delegates answer: not in `requests`. */
  readonly delegated: Float64Array;
  /** Acts the month can hold. */
  readonly capacity: Float64Array;
  /** Unscheduled acts given, requests left over, and acts still free for such requests. */
  readonly given: Float64Array;
  readonly overflow: Float64Array;
  readonly free: Float64Array;
  /** Practice number, −1 for a solo GP; by it, overflow and free acts summed, and how far colleagues share. */
  readonly practice: Int32Array;
  readonly practiceOverflow: Float64Array;
  readonly practiceFree: Float64Array;
  readonly practiceReach: Float64Array;
  /** Acts given to people of other lists. */
  readonly givenToOthers: Float64Array;
  /** Planned requests that stay, that gave up, and room for people of other lists. */
  readonly staying: Float64Array;
  readonly balked: Float64Array;
  readonly room: Float64Array;
}

export function makeScratch(rows: number): Scratch {
  const column = () => new Float64Array(rows);
  return {
    row: new Int32Array(rows),
    agents: column(),
    expected: column(),
    requests: column(),
    unscheduled: column(),
    delegated: column(),
    capacity: column(),
    given: column(),
    overflow: column(),
    free: column(),
    practice: new Int32Array(rows),
    practiceOverflow: column(),
    practiceFree: column(),
    practiceReach: column(),
    givenToOthers: column(),
    staying: column(),
    balked: column(),
    room: column(),
  };
}
