/** From runs and parameter draws to a word on each pattern: seen in most of them, in hardly any, or unclear. */
import type { Recording } from '../../sim/recorder/recording.js';
import type { Geography } from '../../sim/world/territory.js';
import { type Pattern, viewOf } from './pattern.js';

/** `unread`: no run and no draw could tell. */
export type PatternVerdict = 'seen' | 'notSeen' | 'unclear' | 'unread';

export interface PatternJudgement {
  readonly pattern: Pattern;
  /** Runs that could tell, and the share of them that show it (NaN without any). */
  readonly runs: number;
  readonly share: number;
  /** The same of the draws of parameters. */
  readonly draws: number;
  readonly drawsShare: number;
  /** By the draws where some could tell, else by the runs. */
  readonly verdict: PatternVerdict;
}

/** Shares from which a pattern is seen, and up to which it is not. */
const SEEN_FROM = 0.8;
const NOT_SEEN_TO = 0.2;

export interface PatternWatch {
  /** Asks one more run, or the run of one more draw. */
  add(recording: Recording): void;
  addDraw(recording: Recording): void;
  judgements(): PatternJudgement[];
}

/** Watches for patterns in the runs of one geography, keeping nothing of a run but its answers. */
export function watchPatterns(patterns: readonly Pattern[], { territories }: Geography): PatternWatch {
  const departements = territories.map(({ departement }) => departement);
  const inRuns = patterns.map((): boolean[] => []);
  const inDraws = patterns.map((): boolean[] => []);
  const ask = (recording: Recording, answers: readonly boolean[][]) => {
    const view = viewOf(recording, departements);
    patterns.forEach((pattern, p) => {
      const seen = pattern.seen(view);
      if (seen !== undefined) answers[p].push(seen);
    });
  };
  return {
    add: (recording) => ask(recording, inRuns),
    addDraw: (recording) => ask(recording, inDraws),
    judgements: () => patterns.map((pattern, p) => judgePattern(pattern, inRuns[p], inDraws[p])),
  };
}

/** The word on a pattern, from what each run and each draw says. */
export function judgePattern(
  pattern: Pattern,
  inRuns: readonly boolean[],
  inDraws: readonly boolean[] = [],
): PatternJudgement {
  const [runs, draws] = [inRuns.length, inDraws.length];
  const [share, drawsShare] = [shareOf(inRuns), shareOf(inDraws)];
  const verdict = draws > 0 ? verdictOf(draws, drawsShare) : verdictOf(runs, share);
  return { pattern, runs, share, draws, drawsShare, verdict };
}

function shareOf(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length / answers.length;
}

function verdictOf(asked: number, share: number): PatternVerdict {
  if (asked === 0) return 'unread';
  if (share >= SEEN_FROM) return 'seen';
  return share <= NOT_SEEN_TO ? 'notSeen' : 'unclear';
}
