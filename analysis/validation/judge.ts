/** From the values of the replicates to a verdict: the mean of the replicates is judged, nothing else. */
import { meanInterval } from '../../sim/recorder/statistics.js';
import { allowed, type Target } from './target.js';

/** `unread`: no run of these could be read for it; `unjudgeable`: no tolerance, the two scopes differ. */
export type Verdict = 'ok' | 'miss' | 'unread' | 'unjudgeable';

export interface Judgement {
  readonly target: Target;
  /** Mean over replicates and half-width of its 95 % interval (NaN for fewer than two). */
  readonly mean: number;
  readonly halfWidth: number;
  readonly replicates: number;
  /** People per agent of the runs it was read in; `undefined` when unread. */
  readonly scale?: number;
  readonly verdict: Verdict;
}

/** Judges a target by its values in the replicates of one scale. */
export function judge(target: Target, values: readonly number[], scale?: number): Judgement {
  if (values.length === 0) {
    return { target, mean: Number.NaN, halfWidth: Number.NaN, replicates: 0, verdict: 'unread' };
  }
  const interval = meanInterval(values);
  return { target, ...interval, scale, verdict: verdictOf(target, interval.mean) };
}

/** A value that does not exist (0/0) is a miss: the model says nothing where something was observed. */
function verdictOf(target: Target, mean: number): Verdict {
  const range = allowed(target);
  if (range === undefined) return 'unjudgeable';
  return mean >= range[0] && mean <= range[1] ? 'ok' : 'miss';
}

export interface Counts {
  /** Judged targets: all, within tolerance, and not read. */
  readonly judged: number;
  readonly ok: number;
  readonly unread: number;
  /** Of the judged ones, those used to fit and those of them within tolerance. */
  readonly fitted: number;
  readonly fittedOk: number;
  /** Figures that only inform, and those of them that have a tolerance and lie within it. */
  readonly checks: number;
  readonly checksOk: number;
  /** Ids of the judged targets outside tolerance. */
  readonly missed: readonly string[];
}

export function countVerdicts(judgements: readonly Judgement[]): Counts {
  const judged = judgements.filter(({ target }) => target.judged);
  const fitted = judged.filter(({ target }) => target.use === 'fit');
  const checks = judgements.filter(({ target }) => !target.judged);
  const count = (list: readonly Judgement[], verdict: Verdict) =>
    list.filter((one) => one.verdict === verdict).length;
  return {
    judged: judged.length,
    ok: count(judged, 'ok'),
    unread: count(judged, 'unread'),
    fitted: fitted.length,
    fittedOk: count(fitted, 'ok'),
    checks: checks.length,
    checksOk: count(checks, 'ok'),
    missed: judged.filter(({ verdict }) => verdict === 'miss').map(({ target }) => target.id),
  };
}
