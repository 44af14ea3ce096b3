/**
 * Missions: which supporter helps a project in each phase of its life, and when it leaves.
 *
 * Who picks is a setting of the région: the team among those it may take, the agency its designated partner, or nobody,
 * and then the partner comes by itself. A team that knows how may be free to do without, made to take help, or left alone;
 * supporters may have to take turns (`turns.ts`). A mission has a length in days for each phase in the span; when the project goes
 * on to a further phase of the span, the same supporter stays if it still may. After the last, it leaves (Gauthier 2021: support
 * often ends with the writing), and its method stays as far as it was passed on (`support-days.ts`).
 */
import { type DrawKey, drawIndexed, drawKey, streamId, unit } from '../../base/draws.js';
import { areasOf } from '../../world/teams/areas.js';
import { CPTS_FLOWS } from '../../world/teams/collective-counts.js';
import { SLOTS } from '../../world/teams/institutions.js';
import { FROZEN, MOST_LEADERS, OWN_HANDS } from '../../world/teams/projects.js';
import { isAtWork } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import { YES } from '../yes-or-no.js';
import { chooseSlot, isInSpan, LETTER_PHASE, lastPhase, type Offer, phaseOf, tasteOf } from './choice.js';
import {
  ABSENT,
  COMPULSORY,
  SELECTED_IS_PAID,
  type SupportSettings,
  TEAM_CHOOSES,
  TEAM_IS_PAID,
} from './settings.js';
import { isSelected } from './slots.js';
import { isItsTurn } from './turns.js';

const CHOOSE = streamId('cpts.choose');
const FLOWS = Object.keys(CPTS_FLOWS).length;

/** Draws of a project: three of its taste, one among equals. */
const OF_DAYS = 0;
const OF_KNOWLEDGE = 1;
const OF_PRICE = 2;
const AMONG_EQUALS = 3;

/** Key of the tastes of projects: the same whatever the month in which they choose. */
export function tasteKey(run: DrawKey): DrawKey {
  return drawKey(run, CHOOSE, 0);
}

export interface MissionMonth {
  readonly settings: SupportSettings;
  readonly key: DrawKey;
  readonly month: number;
  /** Days that each slot had left unasked last month. */
  readonly free: Float64Array;
  /** Projects of the turn that each slot has taken (`projectsTaken`). */
  readonly taken: Float64Array;
}

/**
 * Begins, renews or ends the mission of the living project in `row`.
 * @returns true while the partner helps with the letter upstream of any mission
 */
export function moveMission(world: World, row: number, missions: MissionMonth): boolean {
  const project = world.projects.columns;
  const { settings } = missions;
  const region = project.region[row];
  const phase = phaseOf(project.stage[row]);
  const within = isInSpan(phase, settings.spanFrom[region], settings.spanTo[region]);
  const upstream = !within && phase === LETTER_PHASE && settings.upstream[region] === YES;
  const isNew = phase > project.supportPhase[row] && (project.side[row] & FROZEN) === 0;
  if (isNew && (within || upstream)) {
    project.supportPhase[row] = phase;
    project.supportLeft[row] = settings.mission[phase - 1];
    if (within) begin(world, row, missions);
  }
  const isDone = project.supportLeft[row] <= 0 && phase === lastPhase(settings.spanTo[region]);
  if (isCarried(world, row) && (!within || isDone)) leave(world, row, missions.month);
  return upstream;
}

/** True while a supporter is on its mission. */
export function isCarried({ projects }: World, row: number): boolean {
  const { supporter, supportEnded } = projects.columns;
  return supporter[row] >= 0 && supportEnded[row] === 0;
}

function begin(world: World, row: number, missions: MissionMonth): void {
  const { supporter, supportEnded, region } = world.projects.columns;
  const { settings } = missions;
  const stays =
    supporter[row] >= 0 &&
    isCandidate(settings, region[row], supporter[row]) &&
    !goesAlone(settings, region[row], maturityOf(world, row));
  if (!stays) supporter[row] = pickSlot(world, row, missions);
  supportEnded[row] = 0;
}

function leave(world: World, row: number, month: number): void {
  const { supportEnded, supportLeft, seat } = world.projects.columns;
  supportEnded[row] = month;
  supportLeft[row] = 0;
  const z = areasOf(world.geography).territory[seat[row]];
  world.territories.columns.cptsFlows[z * FLOWS + CPTS_FLOWS.supportersLeft]++;
}

/** True for a team that knows how, where such teams get no help. */
function goesAlone({ mature, matureFrom }: SupportSettings, region: number, maturity: number): boolean {
  return mature[region] === ABSENT && maturity >= matureFrom;
}

/** True for a slot that projects of the région may have under the present settings. */
function isCandidate(settings: SupportSettings, region: number, slot: number): boolean {
  if (settings.chooser[region] !== TEAM_CHOOSES || settings.exclusive[region] === YES)
    return slot === settings.partner[region];
  return settings.payee[region] !== SELECTED_IS_PAID || isSelected(settings, region, slot);
}

function pickSlot(world: World, row: number, { settings, key, free, taken }: MissionMonth): number {
  const { region, departement, key: keys, supportPhase } = world.projects.columns;
  const r = region[row];
  const maturity = maturityOf(world, row);
  if (goesAlone(settings, r, maturity)) return OWN_HANDS;
  if (settings.chooser[r] !== TEAM_CHOOSES) return settings.partner[r];
  const days = settings.mission[supportPhase[row] - 1];
  const teamPays = settings.payee[r] === TEAM_IS_PAID;
  const { gone, days: onOffer } = world.supporters.columns;
  const first = r * SLOTS;
  const isThere = (slot: number) => {
    const at = first + slot;
    return isCandidate(settings, r, slot) && gone[at] === 0;
  };
  const works = (slot: number) => isThere(slot) && onOffer[first + slot] > 0;
  const offers: (Offer | undefined)[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    offers.push(
      isThere(slot) && isItsTurn(taken, departement[row], slot, works)
        ? {
            knowledge: settings.knowledge[slot],
            transfer: settings.transfer[slot],
            cost: teamPays ? settings.price[slot] * days : 0,
            freeDays: free[first + slot],
            standing: standingOf(settings, r, slot),
          }
        : undefined,
    );
  }
  const u = (index: number) => unit(drawIndexed(key.a, key.b, keys[row], index));
  const taste = tasteOf(settings.choice, {
    days: u(OF_DAYS),
    knowledge: u(OF_KNOWLEDGE),
    price: u(OF_PRICE),
  });
  return chooseSlot(offers, taste, settings.choice, {
    budget: settings.envelope[r],
    maturity: settings.mature[r] === COMPULSORY ? -Infinity : maturity,
    u: u(AMONG_EQUALS),
  });
}

/** Partner before the others, then who sits in the commission: known to the team, and the same under any name. */
function standingOf({ partner, seat }: SupportSettings, region: number, slot: number): number {
  return (partner[region] === slot ? 1 : 0) + (seat[region] - 1 === slot ? 0.5 : 0);
}

/** What the team can do by itself: method learnt, or the share of its leading GPs who work in an open MSP or centre. */
function maturityOf(world: World, row: number): number {
  const { leaders, skill } = world.projects.columns;
  const { rowOf, team } = world.physicians.columns;
  let count = 0;
  let used = 0;
  for (let i = row * MOST_LEADERS; i < (row + 1) * MOST_LEADERS; i++) {
    if (leaders[i] < 0) continue;
    count++;
    const its = team[rowOf[leaders[i]]];
    if (its >= 0 && isAtWork(world.teams.columns, its)) used++;
  }
  return Math.max(skill[row], count > 0 ? used / count : 0);
}
