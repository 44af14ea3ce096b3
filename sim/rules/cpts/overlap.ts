/**
 * Overlap: two pre-projects on one place.
 *
 * *What happens.* Both wait until somebody has spent the days to settle it: more where those who support projects are
 * divided. Where the delegation has no day left, the supporter of the région who can spare the most neutral days mediates;
 * a day of somebody partial settles less. Then they merge, the more likely the more united the supporters, or share the place by distance to each seat.
 * Left alone for long, the one of lower momentum stops. *Evidence.* Gauthier 2021: overlaps, mediation by delegations and
 * unions, territories frozen for years; Ménard 2024: a third party is heard as far as it is neutral. *Leaves out.* Who was right.
 */
import { areasOf } from '../../world/teams/areas.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { passTreasury } from '../../world/teams/ledger.js';
import { setOwner } from '../../world/teams/owners.js';
import { FROZEN, MERGED, MOST_LEADERS, OVERLAP, PRE_PROJECT, WORKS } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import type { SupportSettings } from '../institutions/settings.js';
import { spareDays, takeSpareDays } from '../institutions/slots.js';
import { shareOut } from './files.js';
import { unityOf } from './founding.js';
import {
  addLeader,
  areasHeld,
  type CptsMonth,
  closeProject,
  countFlow,
  giveAreas,
  seatTerritory,
  uniforms,
} from './month.js';
import { kilometresSquared } from './perimeter.js';
import type { CptsSettings } from './settings.js';

/** Where delegations had no day left, supporters of the région mediate with days that nobody asked for. */
export function mediateBySupporters(m: MediationMonth, rows: readonly number[]): void {
  const { world, support } = m;
  const p = world.projects.columns;
  const spare = world.supporters.columns.days.map((_, row) => spareDays(world, support, row));
  const asked = rows.flatMap((row) => {
    const slot = mediatorOf(spare, p.region[row], support);
    if (p.mediation[row] <= 0 || slot < 0) return [];
    const weight = support.neutrality[slot];
    const give = (wanted: number) => {
      const who = { region: p.region[row], slot, z: seatTerritory(world, row) };
      const settled = takeSpareDays(world, support, who, wanted) * weight;
      p.mediation[row] = wanted * weight >= p.mediation[row] ? 0 : p.mediation[row] - settled;
    };
    return [{ office: p.region[row] * SLOTS + slot, days: p.mediation[row] / weight, give }];
  });
  shareOut(spare, asked);
}

/** Slot of the région with the most neutral days to spare, −1 when none has any. */
function mediatorOf(spare: Float32Array, region: number, { neutrality }: SupportSettings): number {
  let best = -1;
  const neutral = (slot: number) => spare[region * SLOTS + slot] * neutrality[slot];
  for (let slot = 0; slot < SLOTS; slot++) if (neutral(slot) > (best < 0 ? 0 : neutral(best))) best = slot;
  return best;
}

export interface MediationMonth extends OverlapMonth {
  readonly support: SupportSettings;
}

export interface OverlapMonth extends CptsMonth {
  readonly settings: CptsSettings;
}

/** Settles the overlap of the younger project in `row`, whose mediation may be done; or lets the weaker stop. */
export function settleOverlap(m: OverlapMonth, row: number): void {
  const { world, month, settings } = m;
  const p = world.projects.columns;
  const rival = p.rival[row];
  if (rival < 0 || !isYounger(world, row, rival)) return;
  if (p.stage[rival] !== PRE_PROJECT) {
    part(m, row, rival);
    return;
  }
  if (p.mediation[row] <= 0) {
    const { conflict } = settings.work;
    p.momentum[row] *= 1 - conflict;
    p.momentum[rival] *= 1 - conflict;
    if (uniforms(m, 'cpts.mediation')(p.key[row]) < unityOf(world, p.region[row])) merge(m, row, rival);
    else share(world, row, rival);
    part(m, row, rival);
    return;
  }
  if (month - p.sideSince[row] < settings.files.mediationMost) return;
  const weaker = p.momentum[row] < p.momentum[rival] ? row : rival;
  p.side[weaker] |= FROZEN;
  countFlow(world, weaker, 'frozen');
  part(m, row, rival);
}

/** The younger of two projects came second; the key decides between two of one month. */
function isYounger({ projects }: World, row: number, rival: number): boolean {
  const { founded, key } = projects.columns;
  return founded[row] > founded[rival] || (founded[row] === founded[rival] && key[row] > key[rival]);
}

function part({ world, month }: OverlapMonth, row: number, rival: number): void {
  const p = world.projects.columns;
  for (const one of [row, rival]) {
    p.side[one] &= ~OVERLAP;
    p.rival[one] = -1;
    p.sideSince[one] = month;
    p.mediation[one] = 0;
  }
}

/** The younger joins the older: areas, leaders, and the work of whoever was further. */
function merge(m: OverlapMonth, younger: number, older: number): void {
  const { world, month } = m;
  const p = world.projects.columns;
  absorb(m, younger, older);
  for (let w = 0; w < WORKS; w++)
    p.work[older * WORKS + w] = Math.max(p.work[older * WORKS + w], p.work[younger * WORKS + w]);
  countFlow(world, younger, 'merged');
  closeProject(world, younger, month, MERGED);
}

/** Areas, leaders, members and money of one project pass to another. */
export function absorb({ world }: CptsMonth, from: number, into: number): void {
  const p = world.projects.columns;
  const gp = world.physicians.columns;
  const list = areasHeld(world, from);
  setOwner(world, list, -1);
  giveAreas(world, into, list);
  for (let k = from * MOST_LEADERS; k < (from + 1) * MOST_LEADERS; k++)
    if (p.leaders[k] >= 0) addLeader(world, into, p.leaders[k]);
  for (let i = 0; i < world.gpStart[world.gpStart.length - 1]; i++)
    if (gp.project[world.gpOrder[i]] === from) gp.project[world.gpOrder[i]] = into;
  p.otherLeaders[into] = Math.max(p.otherLeaders[into], p.otherLeaders[from]);
  p.nurses[into] += p.nurses[from];
  p.others[into] += p.others[from];
  passTreasury(world, from, into);
}

/** Each keeps the areas nearer to its seat; equal ones stay with the older. */
function share(world: World, younger: number, older: number): void {
  const areas = areasOf(world.geography);
  const p = world.projects.columns;
  const distance = (area: number, row: number) => kilometresSquared(areas, area, p.seat[row]);
  for (const [from, to] of [
    [older, younger],
    [younger, older],
  ]) {
    const moving = areasHeld(world, from).filter((area) => {
      const nearer = distance(area, to) - distance(area, from);
      return nearer < 0 && areas.parts[area] === 1;
    });
    setOwner(world, moving, to);
    const people = moving.reduce((sum, area) => sum + areas.people[area], 0);
    const nurses = p.people[from] > 0 ? (p.liberalNurses[from] * people) / p.people[from] : 0;
    p.people[from] -= people;
    p.people[to] += people;
    p.liberalNurses[from] -= nurses;
    p.liberalNurses[to] += nurses;
  }
}
