/**
 * Teams of the starting month: a row for each centre de santé, some group practices as open MSP, and others on the way.
 *
 * Group practices with a GP open enough to build are drawn by urban or rural class and size (Chevillard, thesis: two thirds
 * of MSP in mainly rural places), the most open partner leads; all partners are members. Traits are never overwritten.
 * Uses the data seed: every replicate starts from the same France.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CENTRE, GROUP } from '../physicians.js';
import { foundTeam } from '../teams/found-team.js';
import { preparationDays } from '../teams/preparation.js';
import { CENTRE_TEAM, MSP, OPEN, OPERATIONAL, PREPARING } from '../teams/teams.js';
import { RURAL_CLASSES } from '../territory.js';
import type { World } from '../world.js';
import { type Trait, traitOf } from './traits.js';

interface Practice {
  readonly z: number;
  readonly number: number;
  /** Rows of its GPs, by id, and of the most open of them. */
  readonly rows: number[];
  readonly leader: number;
}

/** Fills the table of teams of a new world; call after physicians, their practices and areas exist. */
export function startTeams(world: World, parameters: Parameters, seed: DrawKey): void {
  const month = world.size.startMonth;
  const read = (path: string) => parameters.number(`msp.${path}`, month);
  for (const centre of practicesOf(world, CENTRE)) openCentre(world, centre);
  const open = Math.round(read('start.count'));
  const preparing = Math.round(read('start.preparing'));
  const trait = (name: string) => traitOf(seed, `msp.${name}`);
  const traits = {
    level: trait('level'),
    premises: trait('premises'),
    aci: trait('aci'),
    work: trait('work'),
  };
  likeliest(world, parameters, trait('start'))
    .slice(0, open + preparing)
    .forEach((practice, rank) => {
      if (rank < open) openMsp(world, practice, read, traits);
      else prepareMsp(world, practice, parameters, traits.work);
    });
}

/** Practices of a form, by territory and number, without their GPs in marginal practice; centres with all of theirs. */
function practicesOf({ physicians, gpOrder, gpStart }: World, form: number): Practice[] {
  const gp = physicians.columns;
  const found: Practice[] = [];
  for (let z = 0; z + 1 < gpStart.length; z++) {
    const byNumber = new Map<number, number[]>();
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (gp.form[row] !== form || (form === GROUP && gp.marginal[row] === 1)) continue;
      const rows = byNumber.get(gp.practice[row]);
      if (rows === undefined) byNumber.set(gp.practice[row], [row]);
      else rows.push(row);
    }
    for (const [number, rows] of [...byNumber].sort(([x], [y]) => x - y)) {
      const leader = rows.reduce((best, row) => (gp.openness[row] > gp.openness[best] ? row : best));
      found.push({ z, number, rows, leader });
    }
  }
  return found;
}

/** Group practices that may be MSP, the likeliest first: an exponential race by weight, so that more MSP add to the same. */
function likeliest(world: World, parameters: Parameters, race: Trait): Practice[] {
  const month = world.size.startMonth;
  const gp = world.physicians.columns;
  const weights = parameters.list('msp.start.classWeight', month);
  const least = parameters.number('msp.leastGps', month);
  const openFrom = 1 - parameters.number('teams.builders', month);
  const openness = parameters.number('teams.openness', month);
  return practicesOf(world, GROUP)
    .filter(({ rows, leader }) => rows.length >= least && gp.openness[leader] * openness > openFrom)
    .map((practice) => {
      const class_ = RURAL_CLASSES.indexOf(world.geography.territories[practice.z].ruralClass);
      const id = gp.id[practice.leader];
      return { practice, id, rank: -Math.log(race.uniform(id)) / (weights[class_] * practice.rows.length) };
    })
    .sort((x, y) => x.rank - y.rank || x.id - y.id)
    .map(({ practice }) => practice);
}

function openCentre(world: World, practice: Practice): void {
  const t = teamOf(world, practice, { kind: CENTRE_TEAM, state: OPEN, isLed: false });
  if (t < 0) return;
  world.teams.columns.level[t] = OPERATIONAL;
}

function openMsp(
  world: World,
  practice: Practice,
  read: (path: string) => number,
  { level, premises, aci }: Record<'level' | 'premises' | 'aci', Trait>,
): void {
  const t = teamOf(world, practice, { kind: MSP, state: OPEN, isLed: true });
  if (t < 0) return;
  const team = world.teams.columns;
  const id = team.key[t];
  const others = read('othersPerGp') * practice.rows.length;
  team.level[t] = level.uniform(id) * read('start.levelMost');
  team.premises[t] = premises.chance(id, read('start.premises')) ? 1 : 0;
  team.aciSince[t] = aci.chance(id, read('start.aci')) ? team.opened[t] : 0;
  team.nurses[t] = Math.round(others * read('nurseShare'));
  team.others[t] = Math.round(others * (1 - read('nurseShare')));
}

function prepareMsp(world: World, practice: Practice, parameters: Parameters, work: Trait): void {
  const month = world.size.startMonth;
  const read = (path: string) => parameters.number(path, month);
  const t = teamOf(world, practice, { kind: MSP, state: PREPARING, isLed: true });
  if (t < 0) return;
  const team = world.teams.columns;
  const others = read('msp.othersPerGp') * practice.rows.length;
  team.nurses[t] = Math.round(others * read('msp.nurseShare'));
  team.others[t] = Math.round(others * (1 - read('msp.nurseShare')));
  team.need[t] = preparationDays(practice.rows.length + others, {
    days: read('msp.work.days'),
    perMember: read('msp.work.perMember'),
    usualMembers: read('msp.work.usualMembers'),
  });
  team.work[t] = work.uniform(team.key[t]) * team.need[t];
  team.momentum[t] = read('teams.momentum.start');
  team.practice[t] = -1;
}

/** A team whose members are the GPs of a practice; it opened a year before history, so that it may hold an agreement. */
function teamOf(
  world: World,
  { z, number, rows, leader }: Practice,
  { kind, state, isLed }: { readonly kind: number; readonly state: number; readonly isLed: boolean },
): number {
  const month = world.size.startMonth;
  const gp = world.physicians.columns;
  const t = foundTeam(world, month, {
    kind,
    state,
    territory: z,
    practice: number,
    area: gp.area[leader],
    key: gp.id[leader],
    leader: isLed ? gp.id[leader] : -1,
    founded: month - MONTHS_PER_YEAR,
  });
  if (t < 0) return t;
  const team = world.teams.columns;
  team.gps[t] = rows.length;
  if (state === OPEN) team.opened[t] = month - MONTHS_PER_YEAR;
  for (const row of rows) gp.team[row] = t;
  return t;
}
