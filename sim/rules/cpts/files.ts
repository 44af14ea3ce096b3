/**
 * Files before institutions: letters and health projects decided, agreements drafted, staff days shared out.
 *
 * *What happens.* A file takes days of the delegation, and of the CPAM for the project and the agreement; it is decided when
 * these are spent and a commission sits, or at once where validation rolls. It may come back, oftener before an agency that
 * gives orders, and before a commission in which another supporter sits. Days go to files first, then to mediation, then to
 * projects in writing; what is left looks for leaders. *Evidence.* Gauthier 2021: quarterly commissions, weeks to months of
 * waiting for two officers a département, returned files, bias of who sits. *Leaves out.* The content of projects.
 */
import { areasOf } from '../../world/teams/areas.js';
import {
  ACI_WORK,
  FROZEN,
  LETTER_FILED,
  LETTER_WORK,
  NEGOTIATING,
  OVERLAP,
  PRE_PROJECT,
  PROJECT_WORK,
  SUBMITTED,
  WORKS,
  WRITING,
} from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { envelopes, LETTER_VALIDATED, PROJECT_VALIDATED, payRegionAid } from '../institutions/envelopes.js';
import type { Claim } from '../institutions/fir.js';
import { partGiven } from '../institutions/rationing.js';
import type { SupportSettings } from '../institutions/settings.js';
import { type AgreementSettings, payLetter } from './aci.js';
import { wishOf } from './founding.js';
import { areasHeld, type CptsMonth, countFlow, enterStage, giveAreas, uniforms } from './month.js';
import { chaseThreshold, sumOf, whiteZones } from './perimeter.js';
import { type CptsSettings, type FileSettings, ROLLING } from './settings.js';
import { needOf } from './work-needed.js';

export interface FilesMonth extends CptsMonth {
  readonly settings: CptsSettings;
  readonly support: SupportSettings;
  readonly aci: AgreementSettings;
  /** Claims on the FIR, granted together at the end of the rule. */
  readonly claims: Claim[];
}

interface DaysAsked {
  /** Row of the office whose days they are. */
  readonly office: number;
  readonly days: number;
  readonly give: (days: number) => void;
}

/** Gives each office's days in shares: whoever asks gets the same part of what it asks. */
export function shareOut(left: Float32Array, asked: readonly DaysAsked[]): void {
  const sum = new Float64Array(left.length);
  for (const { office, days } of asked) sum[office] += days;
  const share = partGiven(left, sum);
  for (const { office, days, give } of asked) give(days * share[office]);
  for (let d = 0; d < left.length; d++) left[d] -= sum[d] * share[d];
}

/** Days of delegations and CPAM on files, mediations and projects in writing, in this order. */
export function spendStaff({ world, settings }: FilesMonth, rows: readonly number[]): void {
  const p = world.projects.columns;
  const { staff, cpam } = world.delegations.columns;
  const due = (column: Float32Array) =>
    rows
      .filter((row) => column[row] > 0)
      .map((row) => ({
        office: p.departement[row],
        days: column[row],
        give: (days: number) => {
          column[row] = column[row] - days;
          if (column[row] < settings.files.days * NEARLY) column[row] = 0;
          p.daysAgency[row] += days;
        },
      }));
  shareOut(staff, due(p.fileDays));
  shareOut(staff, due(p.mediation));
  shareOut(
    staff,
    rows
      .filter((row) => p.stage[row] === WRITING && (p.side[row] & FROZEN) === 0)
      .map((row) => ({
        office: p.departement[row],
        days: settings.files.followUp,
        give: (days) => {
          p.work[row * WORKS + PROJECT_WORK] += days;
          p.daysAgency[row] += days;
        },
      })),
  );
  shareOut(cpam, due(p.cpamDays));
}

/** Part of a file's days under which it counts as done: single-precision remainders. */
const NEARLY = 1 / 1024;

/** Chance that a file comes back. */
export function returnChance(
  stance: number,
  isBiased: boolean,
  { harshness, seatBias }: FileSettings,
): number {
  return Math.min(1, harshness * (2 - stance) * (isBiased ? 1 + seatBias : 1));
}

/** True in the months when files of the région are decided. */
export function sits(month: number, region: number, { mode, every }: FileSettings): boolean {
  return mode[region] === ROLLING || (month + region) % Math.max(1, Math.round(every)) === 0;
}

/** Decides the files that are ready, and files the works that are done; who only waits for a supporter files, who is frozen does not. */
export function moveFiles(m: FilesMonth, rows: readonly number[]): void {
  const { world, month, settings } = m;
  const p = world.projects.columns;
  const comesBack = uniforms(m, 'cpts.file');
  const isReady = (row: number) =>
    p.fileDays[row] <= 0 && p.cpamDays[row] <= 0 && sits(month, p.region[row], settings.files);
  for (const row of rows) {
    if ((p.side[row] & FROZEN) !== 0) continue;
    const stage = p.stage[row];
    if (stage === LETTER_FILED && isReady(row)) decideLetter(m, row, comesBack);
    else if (stage === SUBMITTED && isReady(row)) decideProject(m, row, comesBack);
    else if (stage === PRE_PROJECT && isDone(world, row, LETTER_WORK) && (p.side[row] & OVERLAP) === 0)
      fileLetter(m, row);
    else if (stage === WRITING && isDone(world, row, PROJECT_WORK) && hasMembers(m, row)) submit(m, row);
  }
}

/** True when a work of a project is done. */
export function isDone({ projects }: World, row: number, work: number): boolean {
  const { work: done, need } = projects.columns;
  return done[row * WORKS + work] >= need[row * WORKS + work];
}

function hasMembers({ world, settings }: FilesMonth, row: number): boolean {
  const { gps, nurses, others, professionals } = world.projects.columns;
  return gps[row] + nurses[row] + others[row] >= settings.files.requiredMembers * professionals[row];
}

function fileLetter(m: FilesMonth, row: number): void {
  const { world, month, settings } = m;
  const p = world.projects.columns;
  if (!m.aci.linear) {
    const wish = wishOf(m, p.seat[row], p.key[row], settings);
    const rules = { thresholds: m.aci.thresholds, chase: settings.perimeter.chase };
    giveAreas(world, row, chaseThreshold(world, wish, p.people[row], rules));
  }
  enterStage(world, row, month, LETTER_FILED);
  p.fileDays[row] = settings.files.days;
}

function submit(m: FilesMonth, row: number): void {
  const { world, month, settings } = m;
  const p = world.projects.columns;
  enterStage(world, row, month, SUBMITTED);
  p.fileDays[row] = settings.files.days;
  p.cpamDays[row] = settings.files.cpamDays;
}

function isReturned(m: FilesMonth, row: number, uniform: (key: number) => number): boolean {
  const { world, settings } = m;
  const p = world.projects.columns;
  const seat = settings.files.seat[p.region[row]];
  const isBiased = seat > 0 && p.supporter[row] !== seat - 1;
  const stance = world.agencies.columns.stance[p.region[row]];
  if (uniform(p.key[row]) >= returnChance(stance, isBiased, settings.files)) return false;
  countFlow(world, row, 'returned');
  return true;
}

/** The work of a returned file grows by a part. */
function goBack(m: FilesMonth, row: number, stage: number, work: number): void {
  const { need, work: done } = m.world.projects.columns;
  const at = row * WORKS + work;
  need[at] = Math.max(need[at], done[at]) + need[at] * m.settings.files.returned;
  enterStage(m.world, row, m.month, stage);
}

function decideLetter(m: FilesMonth, row: number, uniform: (key: number) => number): void {
  const { world, month, support, claims } = m;
  if (isReturned(m, row, uniform)) {
    goBack(m, row, PRE_PROJECT, LETTER_WORK);
    return;
  }
  const p = world.projects.columns;
  p.letterAt[row] = month;
  countFlow(world, row, 'letters');
  countFlow(world, row, 'letterMonths', month - p.founded[row]);
  world.delegations.columns.experience[p.departement[row]]++;
  enterStage(world, row, month, WRITING);
  const extra = takeWhiteZones(m, row);
  const held = areasHeld(world, row);
  p.need[row * WORKS + PROJECT_WORK] = needOf(m, row, PROJECT_WORK, held) * (1 + extra);
  p.need[row * WORKS + ACI_WORK] = needOf(m, row, ACI_WORK, held);
  claims.push(...envelopes(world, support, row, LETTER_VALIDATED));
  payRegionAid(world, support, row);
  payLetter(world, row, m.aci);
}

/** The ARS has white zones added, if it asks and has the days; they weigh on the work by their share of people. */
function takeWhiteZones(m: FilesMonth, row: number): number {
  const { world, settings } = m;
  const p = world.projects.columns;
  const { whiteChance, whiteDays, whiteFrom, whiteMost } = settings.perimeter;
  const { staff } = world.delegations.columns;
  const departement = p.departement[row];
  if (staff[departement] < whiteDays || uniforms(m, 'cpts.white')(p.key[row]) >= whiteChance) return 0;
  const wish = wishOf(m, p.seat[row], p.key[row], settings);
  const list = whiteZones(world, wish, whiteFrom, whiteMost * p.people[row]);
  if (list.length === 0) return 0;
  const share = sumOf(areasOf(world.geography), list) / p.people[row];
  staff[departement] -= whiteDays;
  giveAreas(world, row, list);
  return share;
}

function decideProject(m: FilesMonth, row: number, uniform: (key: number) => number): void {
  const { world, month, settings, support, claims } = m;
  if (isReturned(m, row, uniform)) {
    goBack(m, row, WRITING, PROJECT_WORK);
    return;
  }
  const p = world.projects.columns;
  p.validatedAt[row] = month;
  countFlow(world, row, 'validated');
  countFlow(world, row, 'writingMonths', month - p.letterAt[row]);
  world.delegations.columns.experience[p.departement[row]]++;
  enterStage(world, row, month, NEGOTIATING);
  p.cpamDays[row] = settings.files.cpamDays;
  p.drafts[row] = 1;
  claims.push(...envelopes(world, support, row, PROJECT_VALIDATED));
}
