/** From runs to a word on each pattern: seen in most runs, in hardly any, or unclear. */
import type { Recording } from '../../sim/recorder/recording.js';
import type { Geography } from '../../sim/world/territory.js';
import { type Pattern, viewOf } from './pattern.js';

/** `unread`: no run could tell. */
export type PatternVerdict = 'seen' | 'notSeen' | 'unclear' | 'unread';

export interface PatternJudgement {
  readonly pattern: Pattern;
  /** Runs that could tell, and the share of them that show it (NaN without any). */
  readonly runs: number;
  readonly share: number;
  readonly verdict: PatternVerdict;
}

/** Shares of runs from which a pattern is seen, and up to which it is not. */
const SEEN_FROM = 0.8;
const NOT_SEEN_TO = 0.2;

export interface PatternWatch {
  /** Asks one more run. */
  add(recording: Recording): void;
  judgements(): PatternJudgement[];
}

/** Watches for patterns in the runs of one geography, keeping nothing of a run but its answers. */
export function watchPatterns(patterns: readonly Pattern[], { territories }: Geography): PatternWatch {
  const departements = territories.map(({ departement }) => departement);
  const answers = patterns.map((): boolean[] => []);
  return {
    add(recording) {
      const view = viewOf(recording, departements);
      patterns.forEach((pattern, p) => {
        const seen = pattern.seen(view);
        if (seen !== undefined) answers[p].push(seen);
      });
    },
    judgements: () => patterns.map((pattern, p) => judgePattern(pattern, answers[p])),
  };
}

export function judgePattern(pattern: Pattern, answers: readonly boolean[]): PatternJudgement {
  const runs = answers.length;
  const share = answers.filter(Boolean).length / runs;
  return { pattern, runs, share, verdict: verdictOf(runs, share) };
}

function verdictOf(runs: number, share: number): PatternVerdict {
  if (runs === 0) return 'unread';
  if (share >= SEEN_FROM) return 'seen';
  return share <= NOT_SEEN_TO ? 'notSeen' : 'unclear';
}
