/**
 * Days of work that a stage needs.
 *
 * A stage needs its usual days, more of them where there are more professionals to bring together, a large commune in one
 * piece, a board of doctors only or institutions that give orders, and fewer where institutions have seen many files or
 * leaders come from an MSP (Gauthier 2021; Ménard 2024). What is left is luck of people, drawn once for each project.
 */

import { normalQuantile } from '../../base/distributions.js';
import { draw, drawKey, streamId, unit } from '../../base/draws.js';
import { LEADS_TEAM } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { ACCELERATED, ACI_WORK, LETTER_WORK } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { YES } from '../yes-or-no.js';
import { type CptsMonth, leadersOf } from './month.js';
import type { CptsSettings, WorkSettings } from './settings.js';

const FRICTION = streamId('cpts.friction');

/** What makes work, each without unit. */
export interface FrictionInputs {
  readonly professionals: number;
  readonly hasBigCommune: boolean;
  /** 0 doctors only to 1 all professions. */
  readonly balance: number;
  /** 0 beside teams to 1 giving orders. */
  readonly rigidity: number;
}

/** Factor on the usual days, 1 for a small and balanced perimeter before easy institutions. */
export function friction(f: FrictionInputs, s: WorkSettings): number {
  return (
    1 +
    s.professionals * Math.log(Math.max(1, f.professionals / s.usual)) +
    (f.hasBigCommune ? s.bigCommune : 0) +
    s.imbalance * (1 - f.balance) +
    s.rigidity * f.rigidity
  );
}

/** Days that a project needs for a work, as things stand this month. */
export function needOf(
  { world, run, settings }: CptsMonth & { readonly settings: CptsSettings },
  row: number,
  work: number,
  areas: readonly number[],
): number {
  const p = world.projects.columns;
  const s = settings.work;
  const institutions = world.delegations.columns;
  const departement = p.departement[row];
  const ease =
    work === ACI_WORK ? institutions.alignment[departement] : world.agencies.columns.stance[p.region[row]];
  const files =
    work === ACI_WORK ? institutions.cpamExperience[departement] : institutions.experience[departement];
  const rigidity = (p.side[row] & ACCELERATED) !== 0 ? 0 : 1 - ease;
  const subcommune = settings.perimeter.subcommune[p.region[row]] === YES;
  const { parts } = areasOf(world.geography);
  const factor = friction(
    {
      professionals: p.professionals[row],
      hasBigCommune: !subcommune && areas.some((area) => parts[area] > 1),
      balance: p.balance[row],
      rigidity,
    },
    s,
  );
  const { a, b } = drawKey(run, FRICTION, 0);
  const luck = Math.exp(s.spread * normalQuantile(unit(draw(a, b, p.key[row]))) - (s.spread * s.spread) / 2);
  const learnt = 1 + s.learning * Math.log(1 + files);
  const practised = work === LETTER_WORK && isLedFromTeam(world, row) ? s.msp : 1;
  return (s.days[work] * factor * luck) / (learnt * practised);
}

function isLedFromTeam(world: World, row: number): boolean {
  const { roles } = world.physicians.columns;
  return leadersOf(world, row).some((d) => (roles[d] & LEADS_TEAM) !== 0);
}
