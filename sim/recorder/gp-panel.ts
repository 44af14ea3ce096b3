/**
 * A panel of GPs: each December, who practises as a liberal, what the year was like and in which schemes, doctor by
 * doctor, so that a published trial can be repeated on simulated ones. An observer, made only when asked for: it writes
 * nothing to the world, and no recording holds it. GPs of marginal practice are left out.
 */
import { calendarMonthOf, MONTHS_PER_YEAR, yearOf } from '../base/calendar.js';
import { AIDS } from '../world/delegation/delegation-counts.js';
import { isAtWork, LOCAL_AUTHORISED, MSP, NATIONAL_JOINED } from '../world/teams/teams.js';
import type { World } from '../world/world.js';
import { isLiberal } from './derived.js';

/** What a GP may be in; bit i of `schemes` is the i-th. */
export const SCHEMES = ['asalee', 'ipa', 'protocol', 'assistant', 'msp'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The bit of a scheme. */
export function schemeBit(scheme: Scheme): number {
  return 1 << SCHEMES.indexOf(scheme);
}

/** Liberal GPs of one December, rising by id; every array has an entry for each. */
export interface PanelYear {
  readonly year: number;
  readonly id: Int32Array;
  /** Months (calendar.ts) of birth and of settling in the present practice. */
  readonly birth: Int16Array;
  readonly since: Int16Array;
  readonly female: Uint8Array;
  readonly form: Uint8Array;
  /** Zoning class in force. */
  readonly zone: Uint8Array;
  readonly schemes: Uint8Array;
  /** Declared adults, people seen and acts of the year, weekly hours, share of diabetics with the tests of the year. */
  readonly adultList: Float32Array;
  readonly seenYear: Float32Array;
  readonly actsYear: Float32Array;
  readonly hours: Float32Array;
  readonly tested: Float32Array;
}

/** GPs who settled in one month, rising by id, and who of them signed for an aid. */
export interface Settlers {
  readonly month: number;
  readonly id: Int32Array;
  readonly zone: Uint8Array;
  /** Row of the aid + 1, 0 none. */
  readonly aid: Uint8Array;
  /** Signed in the month, and those of them counted as deadweight, by row of the aid, all of France. */
  readonly signed: readonly number[];
  readonly deadweight: readonly number[];
}

export interface GpPanel {
  readonly years: readonly PanelYear[];
  /** Of the months asked for. */
  readonly settlers: readonly Settlers[];
}

export interface PanelRequest {
  /** Months (calendar.ts) whose newcomers are kept one by one. */
  readonly settlersOf: readonly number[];
}

export interface PanelObserver {
  /** Looks at the state that `month` left. */
  month(month: number): void;
  finish(): GpPanel;
}

export function createPanel(world: World, { settlersOf }: PanelRequest): PanelObserver {
  const years: PanelYear[] = [];
  const settlers: Settlers[] = [];
  return {
    month(month) {
      if (settlersOf.includes(month)) settlers.push(settlersIn(world, month));
      if (calendarMonthOf(month) === MONTHS_PER_YEAR) years.push(december(world, yearOf(month)));
    },
    finish: () => ({ years, settlers }),
  };
}

function december(world: World, year: number): PanelYear {
  const gp = world.physicians.columns;
  const { zone } = world.territories.columns;
  const rows = gp.rowOf.filter((row) => isLiberal(gp.status[row], gp.form[row]) && gp.marginal[row] === 0);
  const copied = (column: { readonly [row: number]: number }) => Array.from(rows, (row) => column[row]);
  return {
    year,
    id: Int32Array.from(copied(gp.id)),
    birth: Int16Array.from(copied(gp.birth)),
    since: Int16Array.from(copied(gp.since)),
    female: Uint8Array.from(copied(gp.female)),
    form: Uint8Array.from(copied(gp.form)),
    zone: Uint8Array.from(rows, (row) => zone[gp.territory[row]]),
    schemes: Uint8Array.from(rows, (row) => schemesOf(world, row)),
    adultList: Float32Array.from(copied(gp.adultList)),
    seenYear: Float32Array.from(copied(gp.seenYear)),
    actsYear: Float32Array.from(copied(gp.actsYear)),
    hours: Float32Array.from(copied(gp.hours)),
    tested: Float32Array.from(copied(gp.tested)),
  };
}

function schemesOf({ physicians, teams }: World, row: number): number {
  const { asalee, ipa, assistant, team } = physicians.columns;
  const { kind, protocol } = teams.columns;
  const t = team[row];
  const isOpen = t >= 0 && isAtWork(teams.columns, t);
  const isIn: Readonly<Record<Scheme, boolean>> = {
    asalee: asalee[row] >= 0,
    ipa: ipa[row] >= 0,
    protocol: isOpen && (protocol[t] === LOCAL_AUTHORISED || protocol[t] === NATIONAL_JOINED),
    assistant: assistant[row] > 0,
    msp: isOpen && kind[t] === MSP,
  };
  return SCHEMES.reduce((bits, scheme) => bits | (isIn[scheme] ? schemeBit(scheme) : 0), 0);
}

function settlersIn({ physicians, territories }: World, month: number): Settlers {
  const { rowOf, id, status, form, since, territory, aid, aidSince } = physicians.columns;
  const { zone, aidFlows, aidDeadweight } = territories.columns;
  const rows = rowOf.filter((row) => isLiberal(status[row], form[row]) && since[row] === month);
  const aids = Object.keys(AIDS).length;
  const totals = (column: Float64Array) =>
    Array.from({ length: aids }, (_, a) => {
      let sum = 0;
      for (let at = a; at < column.length; at += aids) sum += column[at];
      return sum;
    });
  return {
    month,
    id: Int32Array.from(rows, (row) => id[row]),
    zone: Uint8Array.from(rows, (row) => zone[territory[row]]),
    aid: Uint8Array.from(rows, (row) => (aidSince[row] === month ? aid[row] : 0)),
    signed: totals(aidFlows),
    deadweight: totals(aidDeadweight),
  };
}
