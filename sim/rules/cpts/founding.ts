/**
 * Founding of pre-projects.
 *
 * *What happens.* A free builder founds with a monthly chance that grows with the money to be expected, the days that
 * institutions spend looking for leaders where places are free, signed neighbours, the habit of working in an MSP, trust
 * and rest. It asks colleagues of the perimeter to lead with it. Institutions at the first meetings convince less than
 * colleagues alone (Ménard 2024). Where the agency has the initiative nobody founds (`initiative.ts`). On the place of somebody else's pre-project few go on.
 * *Evidence.* Law of 26 January 2016; Gauthier 2021 (money of the agreement, prospecting, imitation, MSP leaders); a few
 * build and many use (seminar book M12, M31). *Leaves out.* Why this doctor and not that one, beyond openness.
 */

import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { normalQuantile } from '../../base/distributions.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import { areasOf } from '../../world/teams/areas.js';
import {
  FROZEN,
  freeProject,
  LETTER_WORK,
  MOST_LEADERS,
  OVERLAP,
  PRE_PROJECT,
  PROJECT_ROWS,
  WORKS,
} from '../../world/teams/projects.js';
import { isAtWork } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { WillSettings } from '../teams/settings.js';
import { YES } from '../yes-or-no.js';
import { freeBuilders } from './builders.js';
import { balanceOf, type CptsMonth, countFlow, giveAreas, otherSeats, uniforms } from './month.js';
import { growPerimeter, type PerimeterWish, sumOf } from './perimeter.js';
import { clearProject } from './rows.js';
import { AGENCY, type CptsSettings } from './settings.js';
import { needOf } from './work-needed.js';

const FOUND = 'cpts.found';
const COLEAD = 'cpts.colead';
const KEY = streamId('cpts.key');
const SIZE = streamId('cpts.size');

/** What raises the chance of a founding, each 0 where it is absent. */
export interface FoundingPull {
  /** Euros a year to be expected, in years of a coordinator. */
  readonly money: number;
  /** Prospecting days a month per free perimeter of the département. */
  readonly prospecting: number;
  /** Share of people of the département under signed CPTS. */
  readonly neighbours: number;
  readonly inTeam: boolean;
  readonly trust: number;
  readonly trustInstitutions: number;
  readonly fatigue: number;
}

/** Chance a month that a free builder founds a project. */
export function foundingChance(pull: FoundingPull, s: CptsSettings['founding']): number {
  const money = 1 + s.moneyPull * Math.log(1 + pull.money);
  const push = 1 + s.push * Math.min(s.pushMost, pull.prospecting);
  const habit = pull.inTeam ? s.habit : 1;
  const trust = (0.5 + pull.trust) * (0.5 + pull.trustInstitutions);
  const rested = Math.max(0, 1 - pull.fatigue);
  return Math.min(1, s.rate * money * push * (1 + s.peer * pull.neighbours) * habit * trust * rested);
}

/** Upper bound of the chance, whoever founds: a draw above it needs no further look. */
export function highestChance(money: number, s: CptsSettings['founding']): number {
  const best = { prospecting: s.pushMost, neighbours: 1, trust: 1, trustInstitutions: 1, fatigue: 0 };
  const outside = foundingChance({ money, inTeam: false, ...best }, s);
  return Math.max(outside, foundingChance({ money, inTeam: true, ...best }, s));
}

export interface FoundingMonth extends CptsMonth {
  readonly settings: CptsSettings;
  readonly will: WillSettings;
  /** 1 for the ids of GPs who lead a project. */
  readonly leads: Uint8Array;
  /** Rows of builders who led none at the start of the month. */
  readonly free: readonly number[];
  /** Euros a year that the agreement would bring to a usual perimeter. */
  readonly agreement: number;
}

/** All foundings of the month, in the order of their draws. */
export function found(m: FoundingMonth): void {
  if (!m.settings.founding.open) return;
  for (const { id } of founders(m)) foundBy(m, m.world.physicians.columns.rowOf[id]);
}

/** GPs whose draw says that they found this month; the smallest draws first, so that the order of rows means nothing. */
function founders(m: FoundingMonth): { id: number; at: number }[] {
  const { world, settings, leads } = m;
  const { geography } = world;
  const gp = world.physicians.columns;
  const project = world.projects.columns;
  const chance = uniforms(m, FOUND);
  const prospecting = prospectingByDepartement(m);
  const { cptsShare } = world.delegations.columns;
  const money = settings.founding.envelope.map((euros) => (euros + m.agreement) / yearly(settings));
  const highest = highestChance(Math.max(...money), settings.founding);
  const list: { id: number; at: number }[] = [];
  for (const row of m.free) {
    const at = chance(gp.id[row]);
    if (at >= highest || leads[gp.id[row]] === 1) continue;
    const z = gp.territory[row];
    const region = geography.regionOf[z];
    if (settings.founding.initiative[region] === AGENCY) continue;
    const departement = geography.departementOf[z];
    const owner = world.areaOwner[gp.area[row]];
    let p = foundingChance(
      {
        money: money[region],
        prospecting: prospecting[departement],
        neighbours: cptsShare[departement],
        inTeam: gp.team[row] >= 0 && isAtWork(world.teams.columns, gp.team[row]),
        trust: gp.trust[row],
        trustInstitutions: met(gp.trustInstitutions[row], region, settings.founding),
        fatigue: gp.fatigue[row],
      },
      settings.founding,
    );
    if (owner >= 0) {
      const isContestable =
        project.stage[owner] === PRE_PROJECT &&
        (project.side[owner] & (FROZEN | OVERLAP)) === 0 &&
        gp.project[row] !== owner;
      if (!isContestable) {
        if (at < p && (project.side[owner] & FROZEN) !== 0) countFlow(world, owner, 'blockedFoundings');
        continue;
      }
      p *= settings.founding.overlapChance;
    }
    if (at < p) list.push({ id: gp.id[row], at });
  }
  return list.sort((a, b) => a.at - b.at || a.id - b.id);
}

/**
 * Trust in institutions with which one comes out of a first meeting: as it was where they sit in half of them, more where
 * they leave doctors among themselves or speak of their interest, less where they always sit or give orders, and the less
 * one trusts them the more it matters.
 */
export function met(
  trust: number,
  region: number,
  { presence, injunction, absence }: Pick<CptsSettings['founding'], 'presence' | 'injunction' | 'absence'>,
): number {
  const heard = Math.min(1, presence[region] * injunction[region]);
  return trust + absence * (0.5 - heard) * (1 - trust);
}

/** Wages of a full-time coordinator in a year, the yardstick of money. */
function yearly({ coordinator }: CptsSettings): number {
  return coordinator.wage * MONTHS_PER_YEAR;
}

/** Prospecting days per free perimeter of each département; below one free perimeter as if there were one. */
function prospectingByDepartement({ world, settings }: FoundingMonth): Float64Array {
  const { geography, freePeople } = world;
  const free = new Float64Array(geography.departements.length);
  for (let z = 0; z < freePeople.length; z++) free[geography.departementOf[z]] += freePeople[z];
  const { prospecting } = world.delegations.columns;
  return free.map((people, d) => prospecting[d] / Math.max(1, people / settings.perimeter.planned));
}

/** The wish of the founder of `key` at a seat. */
export function wishOf(
  { world, run }: CptsMonth,
  seat: number,
  key: number,
  { perimeter }: CptsSettings,
): PerimeterWish {
  const { a, b } = drawKey(run, SIZE, 0);
  const z = normalQuantile(unit(draw(a, b, key)));
  const region = world.geography.regionOf[areasOf(world.geography).territory[seat]];
  return {
    seat,
    people: perimeter.people * Math.exp(perimeter.spread * z - (perimeter.spread * perimeter.spread) / 2),
    reach: perimeter.reach,
    overshoot: perimeter.overshoot,
    subcommune: perimeter.subcommune[region] === YES,
  };
}

function foundBy(m: FoundingMonth, founder: number): void {
  const { world, month, settings } = m;
  const gp = world.physicians.columns;
  const p = world.projects.columns;
  const seat = gp.area[founder];
  const owner = world.areaOwner[seat];
  // Somebody founded here a moment ago, or this GP has just been asked to lead elsewhere: not this month.
  if (m.leads[gp.id[founder]] === 1 || (owner >= 0 && p.founded[owner] === month)) return;
  const row = openProject(m, seat, (opened, list) => willingLeaders(m, opened, founder, list));
  if (row < 0 || owner < 0) return;
  p.rival[row] = owner;
  p.rival[owner] = row;
  p.side[row] |= OVERLAP;
  p.side[owner] |= OVERLAP;
  p.sideSince[row] = month;
  p.sideSince[owner] = month;
  p.mediation[row] = settings.files.mediationDays * (2 - unityOf(world, p.region[row]));
}

/**
 * Opens a pre-project at a seat.
 * @param leadersAmong ids of the GPs who lead it, among those of its areas
 * @returns its row, −1 where too few people are free or the table is full
 */
export function openProject(
  m: FoundingMonth,
  seat: number,
  leadersAmong: (row: number, areas: readonly number[]) => readonly number[],
): number {
  const { world, month, settings } = m;
  const p = world.projects.columns;
  const row = freeProject(world.projects, month);
  if (row < 0) return -1;
  const ordinal = seatedBefore(world, seat);
  const key = keyOf(m.run, seat, ordinal);
  const list = growPerimeter(world, wishOf(m, seat, key, settings));
  if (sumOf(areasOf(world.geography), list) < settings.perimeter.least) return -1;

  clearProject(world.projects, row);
  const z = areasOf(world.geography).territory[seat];
  p.key[row] = key;
  p.seat[row] = seat;
  p.ordinal[row] = ordinal;
  p.stage[row] = PRE_PROJECT;
  p.founded[row] = month;
  p.stageSince[row] = month;
  p.region[row] = world.geography.regionOf[z];
  p.departement[row] = world.geography.departementOf[z];
  p.momentum[row] = settings.work.start;
  giveAreas(world, row, list);
  // GPs are counted from next month on.
  p.professionals[row] = p.liberalNurses[row] + p.people[row] * settings.perimeter.professionals;
  seatLeaders(m, row, leadersAmong(row, list));
  p.need[row * WORKS + LETTER_WORK] = needOf(m, row, LETTER_WORK, list);
  countFlow(world, row, 'founded');
  return row;
}

/** Unity of the supporter with the most days in a région: one voice ends quarrels sooner. */
export function unityOf(world: World, region: number): number {
  const { unity, days } = world.supporters.columns;
  const slots = unity.length / world.agencies.rows;
  let best = region * slots;
  for (let s = best; s < (region + 1) * slots; s++)
    if (days[s] > days[best] || (days[s] === days[best] && unity[s] > unity[best])) best = s;
  return unity[best];
}

function keyOf(run: DrawKey, seat: number, ordinal: number): number {
  const { a, b } = drawKey(run, KEY, 0);
  return draw(draw(a, b, seat) | 0, a, ordinal) | 0;
}

/** Projects that began at this seat, as far as the table remembers. */
function seatedBefore({ projects }: World, area: number): number {
  const { stage, seat, ordinal } = projects.columns;
  let next = 0;
  for (let row = 0; row < PROJECT_ROWS; row++)
    if (stage[row] !== 0 && seat[row] === area) next = Math.max(next, ordinal[row] + 1);
  return next;
}

/** The founder, and colleagues who say yes. */
function willingLeaders(m: FoundingMonth, row: number, founder: number, list: readonly number[]): number[] {
  const { trust, trustInstitutions, id, rowOf } = m.world.physicians.columns;
  const asked = uniforms(m, COLEAD);
  const region = m.world.projects.columns.region[row];
  const said = (one: number) => met(trustInstitutions[rowOf[one]], region, m.settings.founding);
  const will = (one: number) => trust[rowOf[one]] + said(one) - trustInstitutions[rowOf[one]];
  const colleagues = freeBuilders(m, row, list)
    .filter((one) => one !== id[founder])
    .map((one) => ({ one, at: asked(one) }))
    .sort((a, b) => a.at - b.at || a.one - b.one)
    .slice(0, MOST_LEADERS - 1)
    .filter(({ one, at }) => at < 0.5 + will(one) / 2);
  return [id[founder], ...colleagues.map(({ one }) => one)];
}

/** Seats GPs at the head of a new project, and leaders of other professions beside them. */
function seatLeaders(m: FoundingMonth, row: number, ids: readonly number[]): void {
  const { world, settings, leads } = m;
  const gp = world.physicians.columns;
  const p = world.projects.columns;
  ids.forEach((id, k) => {
    p.leaders[row * MOST_LEADERS + k] = id;
    gp.project[gp.rowOf[id]] = row;
    leads[id] = 1;
  });
  p.otherLeaders[row] = otherSeats(m, row);
  p.balance[row] = balanceOf(ids.length, p.otherLeaders[row], settings.founding.balanceRule);
}
