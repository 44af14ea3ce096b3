/**
 * Which options are worth their cost: strict dominance, extended dominance and the incremental cost-effectiveness
 * ratios of the rest (Drummond et al., Methods for the Economic Evaluation of Health Care Programmes, 4th ed., 2015,
 * ch. 4; reported as CHEERS 2022 asks).
 */

/** An option's mean cost and mean gain, more gain being better. */
export interface Option {
  readonly cost: number;
  readonly gain: number;
}

export type Standing = 'frontier' | 'dominated' | 'extendedlyDominated' | 'equal';

export interface Placed {
  readonly standing: Standing;
  /** Position in the list of the option before it on the frontier, or of the first one that it equals. */
  readonly after: number | undefined;
  /** Cost of one more unit of gain than that option gives; NaN for the least costly, and off the frontier. */
  readonly icer: number;
}

/** Places options on the cost-effectiveness frontier, in the order given. Of equal options, the first counts. */
export function frontierOf(options: readonly Option[]): Placed[] {
  const rising = options
    .map((_, i) => i)
    .sort((i, j) => options[i].cost - options[j].cost || options[j].gain - options[i].gain || i - j);
  // By rising cost, an option that gains no more than a cheaper one is dominated.
  const undominated: number[] = [];
  for (const i of rising) {
    const best = undominated.at(-1);
    if (best === undefined || options[i].gain > options[best].gain) undominated.push(i);
  }
  const slope = (i: number, j: number) =>
    (options[j].cost - options[i].cost) / (options[j].gain - options[i].gain);
  // Ratios rise along the frontier: an option whose own is above the next one's is bettered by a mix of its
  // neighbours.
  const frontier: number[] = [];
  for (const i of undominated) {
    while (
      frontier.length > 1 &&
      slope(frontier[frontier.length - 2], frontier[frontier.length - 1]) >
        slope(frontier[frontier.length - 1], i)
    ) {
      frontier.pop();
    }
    frontier.push(i);
  }
  return options.map(({ cost, gain }, i) => {
    const twin = options.findIndex((other) => other.cost === cost && other.gain === gain);
    if (twin < i) return { standing: 'equal', after: twin, icer: Number.NaN };
    const at = frontier.indexOf(i);
    if (at < 0) {
      const standing = undominated.includes(i) ? 'extendedlyDominated' : 'dominated';
      return { standing, after: undefined, icer: Number.NaN };
    }
    const after = at === 0 ? undefined : frontier[at - 1];
    return { standing: 'frontier', after, icer: after === undefined ? Number.NaN : slope(after, i) };
  });
}
