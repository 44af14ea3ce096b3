/** Form of the JSON answer of trials. */
import { z } from 'zod';
import { LIKE, READ, READINGS, SIGNS } from '../analysis/trials/trial.js';

const count = z.number().int().nonnegative();
const known = z.number().nullable().describe('null where there is no such value');
const interval = z
  .strictObject({ mean: known, halfWidth: known })
  .describe('mean over replicates and half-width of its 95 % interval');
const bilingual = z.strictObject({ en: z.string(), fr: z.string() });
const verdict = z.enum(['ok', 'miss', 'unread', 'unjudged']);

const about = {
  name: z.string(),
  title: bilingual,
  source: z.string(),
  note: bilingual.nullable(),
  to: z.number().int().describe('last year simulated'),
};

const controlled = z.strictObject({
  ...about,
  kind: z.literal('controlled'),
  scheme: z.string(),
  joined: z.strictObject({ from: z.number().int(), to: z.number().int() }),
  read: z.strictObject({ before: count, after: count }).describe('years from that of joining'),
  outcomes: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      of: z.enum(READ),
      reading: z.enum(READINGS).describe('change and before in per cent, points in points'),
      like: z.array(z.enum(LIKE)).describe('what controls share with the treated GP'),
      observed: z.union([z.number(), z.strictObject({ sign: z.enum(SIGNS) })]),
      tolerance: known,
      use: z.enum(['fit', 'check']),
      judged: z.boolean(),
      treated: known,
      controls: known,
      relaxed: known.describe('treated GPs for whom a variable was dropped'),
      leftOut: known.describe('treated GPs without five controls'),
      effect: interval,
      twin: interval.describe('the same GPs with and without the scheme'),
      distance: known.describe('simulated less observed'),
      verdict,
    }),
  ),
});

const deadweight = z.strictObject({
  ...about,
  kind: z.literal('deadweight'),
  from: z.string().describe('first month without aids, YYYY-MM'),
  firstMonth: z.strictObject({ recipients: count, counted: count, byHand: count }),
  verdict,
  aids: z.array(z.strictObject({ aid: z.string(), signed: known, deadweight: z.number(), share: interval })),
  share: interval.describe('deadweight among recipients, per cent'),
  gpsGained: interval.describe('GPs in zones in the last December, with less without'),
  millionEuros: interval.describe('public money over the years, with less without'),
  eurosPerGp: known,
});

export const trialForms = {
  trials: {
    scenario: z.string(),
    changes: z.array(z.string()),
    seed: z.string(),
    quick: z.boolean(),
    scale: count,
    replicates: count,
    trials: z.array(z.discriminatedUnion('kind', [controlled, deadweight])),
    failed: z.array(z.string()).describe('judged outcomes that are missed or unread'),
  },
} as const;
