/** From the estimates of the replicates to a verdict on each outcome: the mean over replicates is judged, nothing else. */
import { type Interval, mean, meanInterval } from '../../sim/recorder/statistics.js';
import type { FirstMonth } from './deadweight.js';
import type { Estimate } from './estimate.js';
import type { ControlledTrial, DeadweightTrial, Outcome } from './trial.js';

/** `unread`: nobody joined who has controls; `unjudged`: printed beside what was observed, never a condition. */
export type TrialVerdict = 'ok' | 'miss' | 'unread' | 'unjudged';

export interface OutcomeJudgement {
  readonly outcome: Outcome;
  /** Means over replicates. */
  readonly treated: number;
  readonly controls: number;
  readonly relaxed: number;
  readonly leftOut: number;
  readonly effect: Interval;
  /** The same GPs with and without the scheme; NaN for a reading before joining. */
  readonly twin: Interval;
  /** Simulated less observed; NaN for a sign. */
  readonly distance: number;
  readonly verdict: TrialVerdict;
}

/** What one replicate says of an outcome. */
export interface ReplicateOfOutcome {
  readonly estimate: Estimate;
  readonly twin: number;
}

export interface AidSums {
  readonly aid: string;
  readonly signed: number;
  readonly deadweight: number;
}

/** What one replicate says of the aids. */
export interface ReplicateOfAids {
  readonly firstMonth: FirstMonth;
  /** Over all months from the first, by aid. */
  readonly aids: readonly AidSums[];
  /** GPs in zones in the last December and million euros of settlement over the years, with less without. */
  readonly gpsGained: number;
  readonly millions: number;
}

export interface AidJudgement {
  /** Sums over replicates: the counts must be equal in each of them. */
  readonly firstMonth: FirstMonth;
  readonly verdict: TrialVerdict;
  readonly aids: readonly (AidSums & { readonly share: Interval })[];
  readonly share: Interval;
  readonly gpsGained: Interval;
  readonly millions: Interval;
  /** Euros for a GP gained, of the means; NaN where none was. */
  readonly eurosPerGp: number;
}

export type TrialJudgement =
  | { readonly trial: ControlledTrial; readonly outcomes: readonly OutcomeJudgement[] }
  | { readonly trial: DeadweightTrial; readonly aids: AidJudgement };

/** A sign of less than so many points is none. */
const FLAT = 1;
const PERCENT = 100;
const EUROS = 1e6;

export function judgeOutcome(outcome: Outcome, replicates: readonly ReplicateOfOutcome[]): OutcomeJudgement {
  const average = (of: (estimate: Estimate) => number) =>
    mean(replicates.map(({ estimate }) => of(estimate)));
  const effect = meanInterval(replicates.map(({ estimate }) => estimate.effect));
  const { observed } = outcome;
  return {
    outcome,
    treated: average(({ treated }) => treated),
    controls: average(({ controls }) => controls),
    relaxed: average(({ relaxed }) => relaxed),
    leftOut: average(({ leftOut }) => leftOut),
    effect,
    twin: meanInterval(replicates.map(({ twin }) => twin)),
    distance: typeof observed === 'number' ? effect.mean - observed : Number.NaN,
    verdict: verdictOf(outcome, effect.mean),
  };
}

function verdictOf({ observed, tolerance, judged }: Outcome, effect: number): TrialVerdict {
  if (!judged) return 'unjudged';
  if (Number.isNaN(effect)) return 'unread';
  if (typeof observed === 'number') return Math.abs(effect - observed) <= (tolerance ?? 0) ? 'ok' : 'miss';
  const isSo = observed.sign === 'up' ? effect > 0 : effect < FLAT;
  return isSo ? 'ok' : 'miss';
}

/** Deadweight is right when, in every replicate, the run counted whom a run without aids shows. */
export function judgeAids(replicates: readonly ReplicateOfAids[]): AidJudgement {
  const sum = (of: (one: ReplicateOfAids) => number) => replicates.reduce((total, one) => total + of(one), 0);
  const firstMonth = {
    recipients: sum((one) => one.firstMonth.recipients),
    counted: sum((one) => one.firstMonth.counted),
    byHand: sum((one) => one.firstMonth.byHand),
  };
  const isEqual = replicates.every(({ firstMonth: one }) => one.counted === one.byHand);
  const total = (one: ReplicateOfAids, of: 'signed' | 'deadweight') =>
    one.aids.reduce((all, aid) => all + aid[of], 0);
  const gpsGained = meanInterval(replicates.map((one) => one.gpsGained));
  const millions = meanInterval(replicates.map((one) => one.millions));
  return {
    firstMonth,
    verdict: firstMonth.recipients === 0 ? 'unread' : isEqual ? 'ok' : 'miss',
    aids: (replicates[0]?.aids ?? []).map(({ aid }, a) => ({
      aid,
      signed: mean(replicates.map((one) => one.aids[a].signed)),
      deadweight: mean(replicates.map((one) => one.aids[a].deadweight)),
      share: meanInterval(replicates.map((one) => (one.aids[a].deadweight / one.aids[a].signed) * PERCENT)),
    })),
    share: meanInterval(replicates.map((one) => (total(one, 'deadweight') / total(one, 'signed')) * PERCENT)),
    gpsGained,
    millions,
    eurosPerGp: gpsGained.mean > 0 ? (millions.mean * EUROS) / gpsGained.mean : Number.NaN,
  };
}

/** Names of the judged outcomes that are missed or could not be read. */
export function failedOutcomes(judgements: readonly TrialJudgement[]): string[] {
  const fails = (verdict: TrialVerdict) => verdict === 'miss' || verdict === 'unread';
  return judgements.flatMap((judgement) => {
    const { name } = judgement.trial;
    if ('aids' in judgement) return fails(judgement.aids.verdict) ? [`${name}.deadweight`] : [];
    return judgement.outcomes.flatMap(({ outcome, verdict }) =>
      fails(verdict) ? [`${name}.${outcome.id}`] : [],
    );
  });
}
