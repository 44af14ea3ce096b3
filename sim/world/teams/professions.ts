/**
 * Members of teams who are neither GPs nor nurses, each of one profession.
 *
 * The k-th of a team is the same person as long as the team has k of them: the profession is drawn by team and rank, and who
 * leaves is who came last. Evidence of the shares: `msp.professions`.
 */
import { pick } from '../../base/cumulated.js';
import { type DrawKey, drawIndexed, drawKey, streamId, unit } from '../../base/draws.js';

/** In the order of the domain `profession`. */
export const PROFESSIONS = [
  'physiotherapist',
  'pharmacist',
  'podiatrist',
  'speechTherapist',
  'midwife',
  'dentist',
  'otherProfession',
] as const;

const PROFESSION = streamId('msp.profession');

/**
 * The row of `PROFESSIONS` of member `rank` (from 0) of the team with a key.
 * @param sums cumulated shares of the professions
 */
export function professionsOf(run: DrawKey): (sums: ArrayLike<number>, team: number, rank: number) => number {
  const { a, b } = drawKey(run, PROFESSION, 0);
  return (sums, team, rank) => pick(sums, unit(drawIndexed(a, b, team, rank)));
}
