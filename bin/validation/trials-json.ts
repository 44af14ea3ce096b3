/** Trials as JSON. */
import type { TrialJudgement } from '../../analysis/trials/judge-trials.js';
import { formatMonth } from '../../sim/base/calendar.js';
import type { Interval } from '../../sim/recorder/statistics.js';

const known = (value: number) => (Number.isFinite(value) ? value : null);
const interval = ({ mean, halfWidth }: Interval) => ({ mean: known(mean), halfWidth: known(halfWidth) });

export function trialJson(judgement: TrialJudgement) {
  const { trial } = judgement;
  const { name, kind, title, source } = trial;
  const about = { name, kind, title, source, note: trial.note ?? null, to: trial.to };
  if ('aids' in judgement) {
    const { firstMonth, verdict, aids, share, gpsGained, millions, eurosPerGp } = judgement.aids;
    const { from } = judgement.trial;
    return {
      ...about,
      from: formatMonth(from),
      firstMonth,
      verdict,
      aids: aids.map((one) => ({ ...one, signed: known(one.signed), share: interval(one.share) })),
      share: interval(share),
      gpsGained: interval(gpsGained),
      millionEuros: interval(millions),
      eurosPerGp: known(eurosPerGp),
    };
  }
  const { scheme, joined, read } = judgement.trial;
  return {
    ...about,
    scheme,
    joined,
    read,
    outcomes: judgement.outcomes.map((one) => {
      const { id, label, of, reading, observed, tolerance, use, judged, like } = one.outcome;
      return {
        id,
        label,
        of,
        reading,
        like,
        observed,
        tolerance: tolerance ?? null,
        use,
        judged,
        treated: known(one.treated),
        controls: known(one.controls),
        relaxed: known(one.relaxed),
        leftOut: known(one.leftOut),
        effect: interval(one.effect),
        twin: interval(one.twin),
        distance: known(one.distance),
        verdict: one.verdict,
      };
    }),
  };
}
