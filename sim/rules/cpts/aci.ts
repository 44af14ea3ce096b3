/**
 * The agreement of CPTS (accord conventionnel interprofessionnel, ACI): what Assurance Maladie pays to whom.
 *
 * *What happens.* Running money of the first year whole at the signature, then most of each year on its birthday and the rest
 * a year later. The fixed money of a mission likewise from its start; the rest of a year by how far the mission is deployed
 * at its end. Once a year the variable part, by what the indicators show, or by depth if a setting pays for it. Optional
 * missions for those who take them; money at the letter and extra money for early signatures in their years. Amounts go by
 * class of people, or follow people. *Evidence.* Agreement of 2019, article 9.1, and its amendment of 2021 (Journal
 * officiel); Senate report r25-032 (2025). *Leaves out.* Targets of each indicator; money taken back (none is).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, drawIndexed, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payProject } from '../../world/teams/ledger.js';
import { BLOCKED, CASH_GAP, MISSION_COUNT, SIGNED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { type CptsMonth, enterStage } from './month.js';

const RUNNING = instrumentOf('aciRunning');
const MISSIONS = instrumentOf('aciMissions');
const VARIABLE = instrumentOf('aciVariable');
const STARTER = instrumentOf('aciStarter');
const LETTER = instrumentOf('aciLetter');
const OPTIONAL = streamId('cpts.optional');

/** Missions, in the order of the domain `cptsMission`. */
export const ACCESS = 0;
export const PATHWAYS = 1;
export const PREVENTION = 2;
export const CRISIS = 3;
export const QUALITY = 4;
export const SUPPORT = 5;

type List = readonly number[];

export interface AgreementSettings {
  readonly exists: boolean;
  readonly linear: boolean;
  /** By size class: people from which it begins, people of a usual one, euros a year or once. */
  readonly thresholds: List;
  readonly middle: List;
  readonly running: List;
  readonly unscheduled: List;
  /** By mission, then by size class. */
  readonly missions: readonly List[];
  readonly starter: List;
  readonly letter: List;
  /** Share of the money of the first three missions that depends on results. */
  readonly variable: number;
  readonly optional: number;
  readonly payDepth: number;
  /** Share of a year's fixed money paid at its beginning. */
  readonly advance: number;
}

export function agreementSettings(parameters: Parameters, month: number): AgreementSettings {
  const number = (path: string) => parameters.number(`cpts.aci.${path}`, month);
  const list = (path: string) => parameters.list(`cpts.aci.${path}`, month);
  return {
    exists: number('exists') > 0,
    linear: parameters.choice('cpts.aci.linear', month) === 'yes',
    thresholds: list('threshold'),
    middle: list('middle'),
    running: list('running'),
    unscheduled: list('unscheduled'),
    missions: ['access', 'pathways', 'prevention', 'crisis', 'quality', 'support'].map(list),
    starter: list('starter'),
    letter: list('letter'),
    variable: number('variable'),
    optional: number('optional'),
    payDepth: number('payDepth'),
    advance: number('advance'),
  };
}

/** Size class of a perimeter, 0 to 3. */
export function sizeClassOf(people: number, thresholds: List): number {
  return Math.max(0, thresholds.filter((from) => people >= from).length - 1);
}

/** Euros of a perimeter from amounts by class: those of its class, or in proportion to people from the usual of the class. */
export function amountOf(
  amounts: List,
  people: number,
  { linear, thresholds, middle }: AgreementSettings,
): number {
  const size = sizeClassOf(people, thresholds);
  return linear ? (amounts[size] * people) / middle[size] : amounts[size];
}

/** Euros a year that a usual perimeter can expect, all missions deployed; 0 before the agreement exists. */
export function usualMoney(aci: AgreementSettings, people: number): number {
  if (!aci.exists) return 0;
  return [aci.running, aci.unscheduled, ...aci.missions].reduce(
    (sum, list) => sum + amountOf(list, people, aci),
    0,
  );
}

/** The signature: the size class, and the extra money of those who sign now. */
export function signAgreement(world: World, row: number, month: number, aci: AgreementSettings): void {
  const p = world.projects.columns;
  enterStage(world, row, month, SIGNED);
  p.signedAt[row] = month;
  p.side[row] &= ~(BLOCKED | CASH_GAP);
  p.sizeClass[row] = sizeClassOf(p.people[row], aci.thresholds);
  const extra = amountOf(aci.starter, p.people[row], aci);
  if (extra > 0) payProject(world, row, STARTER, extra);
}

/** Money at the validation of the letter. */
export function payLetter(world: World, row: number, aci: AgreementSettings): void {
  const euros = aci.exists ? amountOf(aci.letter, world.projects.columns.people[row], aci) : 0;
  if (euros > 0) payProject(world, row, LETTER, euros);
}

/** True for a mission that everybody has, or an optional one that this CPTS takes. */
export function takesMission(run: DrawKey, key: number, mission: number, aci: AgreementSettings): boolean {
  if (mission < QUALITY) return true;
  const { a, b } = drawKey(run, OPTIONAL, 0);
  return unit(drawIndexed(a, b, key, mission)) < aci.optional;
}

/** Shares of a year's money that are due: of the year that begins, and of the year that ends. */
export interface Instalment {
  readonly ahead: number;
  readonly behind: number;
}

/**
 * What is due when a term of years has run for `months` (whole): nothing but on its birthdays.
 * @param first share of its first year paid at once, `advance` that of the others
 */
export function instalment(months: number, first: number, advance: number): Instalment {
  if (months < 0 || months % MONTHS_PER_YEAR !== 0) return { ahead: 0, behind: 0 };
  if (months === 0) return { ahead: first, behind: 0 };
  return { ahead: advance, behind: 1 - (months === MONTHS_PER_YEAR ? first : advance) };
}

/**
 * What a signed CPTS is paid this month.
 * @param start months from the signature to the start of each mission
 */
export function payAgreement(
  { world, run, month }: CptsMonth,
  row: number,
  aci: AgreementSettings,
  start: List,
): void {
  const p = world.projects.columns;
  const age = month - p.signedAt[row];
  const yearly = (list: List) => amountOf(list, p.people[row], aci);
  const { ahead, behind } = instalment(age, 1, aci.advance);
  pay(world, row, RUNNING, yearly(aci.running) * (ahead + behind));
  let results = 0;
  for (let mission = 0; mission < MISSION_COUNT; mission++) {
    if (!takesMission(run, p.key[row], mission, aci)) continue;
    const euros = yearly(aci.missions[mission]);
    const atStake = mission <= PREVENTION ? euros * aci.variable : 0;
    const means = euros - atStake + (mission === ACCESS ? yearly(aci.unscheduled) : 0);
    const deployed = p.missions[row * MISSION_COUNT + mission];
    const due = instalment(age - Math.round(start[mission]), aci.advance, aci.advance);
    pay(world, row, MISSIONS, means * (due.ahead + due.behind * deployed));
    results += atStake * deployed;
  }
  if (age > 0 && age % MONTHS_PER_YEAR === 0) {
    const shown = aci.payDepth * p.depth[row] + (1 - aci.payDepth) * p.display[row];
    pay(world, row, VARIABLE, results * shown);
  }
}

function pay(world: World, row: number, instrument: number, euros: number): void {
  if (euros > 0) payProject(world, row, instrument, euros);
}
