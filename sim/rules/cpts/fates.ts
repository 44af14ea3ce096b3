/**
 * Fates of signed CPTS: momentum carried by those who lead, weakened, hollow, evaluated, merged, ended.
 *
 * *Evidence.* Ménard 2024 (dependence on one or two leaders, display without depth, evaluation with a third party, exit of
 * supporters); first mergers known by 2024. *Leaves out.* Conflicts inside boards, penalties of Assurance Maladie.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { areasOf } from '../../world/teams/areas.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { ENDED, HOLLOW, MERGED, SIGNED, WEAKENED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { Claim } from '../institutions/fir.js';
import type { LifeSettings } from './life-settings.js';
import { areasHeld, type CptsMonth, closeProject, countFlow, leadersOf, uniforms } from './month.js';
import { absorb } from './overlap.js';

const EVALUATION = instrumentOf('evaluation');

/**
 * A third party looks back with the team one year after the signature: bought by the ARS as far as its FIR goes, of days that
 * no supporter of the model gives; what is not paid for is not done.
 */
export function evaluate(
  { world, month, claims }: CptsMonth & { readonly claims: Claim[] },
  row: number,
  { evaluation }: LifeSettings,
): void {
  const { evaluated, region, signedAt } = world.projects.columns;
  if (month - signedAt[row] !== MONTHS_PER_YEAR || !evaluation.isHeld(region[row])) return;
  const grant = (euros: number) => {
    evaluated[row] = evaluation.price > 0 ? euros / evaluation.price : 1;
    payProject(world, row, EVALUATION, euros);
  };
  claims.push({ region: region[row], euros: evaluation.price, grant });
}

/** Side states of a signed CPTS this month, and its end when nobody leads it any more. */
export function fate({ world, month }: CptsMonth, row: number, { end, depth }: LifeSettings): void {
  const p = world.projects.columns;
  const leading = leadersOf(world, row).length + p.otherLeaders[row];
  // A signed CPTS keeps the momentum of who leads it: one person alone, a part of it.
  const carried = leading > 1 ? 1 : end.alone;
  const led = p.momentum[row] + (carried - p.momentum[row]) / MONTHS_PER_YEAR;
  p.momentum[row] = Math.min(1, led + end.covidBond);
  set(p.side, row, WEAKENED, leading <= 1 || isDeserted(world, row, end.deserted));
  const isOld = month - p.signedAt[row] >= depth.months;
  const isHollow = isOld && p.depth[row] < end.hollow && p.display[row] > p.depth[row];
  set(p.side, row, HOLLOW, isHollow);
  if (p.leaderless[row] < end.leaderless || p.depth[row] >= end.hollow) return;
  countFlow(world, row, 'ended');
  closeProject(world, row, month, ENDED);
}

/** True when members of all professions are fewer than a part of what they were over the last twelve months. */
function isDeserted({ projects }: World, row: number, part: number): boolean {
  const { gps, nurses, others, usualMembers } = projects.columns;
  const members = gps[row] + nurses[row] + others[row];
  const isFallen = members < part * usualMembers[row];
  usualMembers[row] += (members - usualMembers[row]) / MONTHS_PER_YEAR;
  return isFallen;
}

function set(side: Uint8Array, row: number, bit: number, on: boolean): void {
  side[row] = on ? side[row] | bit : side[row] & ~bit;
}

/** A weakened CPTS joins a signed neighbour: the smallest that it touches by territory in its département. */
export function mergeWeak(m: CptsMonth, rows: readonly number[], { end }: LifeSettings): void {
  const { world, month } = m;
  const p = world.projects.columns;
  const draws = uniforms(m, 'cpts.merge');
  for (const row of rows) {
    if (p.stage[row] !== SIGNED || (p.side[row] & WEAKENED) === 0) continue;
    if (draws(p.key[row]) >= end.merge) continue;
    const into = neighbourOf(world, row, end.mergeMost);
    if (into < 0) continue;
    absorb(m, row, into);
    countFlow(world, row, 'merged');
    closeProject(world, row, month, MERGED);
  }
}

/** Signed project of the same département with areas in the territories of this one or next to them, −1 none. */
function neighbourOf(world: World, row: number, most: number): number {
  const p = world.projects.columns;
  let best = -1;
  for (const other of touching(world, row)) {
    const isFit =
      p.stage[other] === SIGNED &&
      p.departement[other] === p.departement[row] &&
      p.people[other] + p.people[row] <= most;
    if (!isFit) continue;
    const isSmaller = best < 0 || p.people[other] < p.people[best];
    if (isSmaller || (p.people[other] === p.people[best] && p.key[other] < p.key[best])) best = other;
  }
  return best;
}

function touching(world: World, row: number): ReadonlySet<number> {
  const { neighbours } = world.geography;
  const areas = areasOf(world.geography);
  const mine = new Set(areasHeld(world, row).map((area) => areas.territory[area]));
  const near = new Set(mine);
  for (const z of mine)
    for (let i = neighbours.start[z]; i < neighbours.start[z + 1]; i++) near.add(neighbours.territory[i]);
  const found = new Set<number>();
  for (const z of near) {
    for (let area = areas.start[z]; area < areas.start[z + 1]; area++) {
      const owner = world.areaOwner[area];
      if (owner >= 0 && owner !== row) found.add(owner);
    }
  }
  return found;
}
