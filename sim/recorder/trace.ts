/**
 * The trace of one CPTS project: an observer that copies what the tables say of it after each month, and changes nothing.
 *
 * A place is named by the INSEE code of a commune. Which project it will belong to is known at the end only, so every
 * project of its département is followed from its first month, and those that come from elsewhere from the month in which
 * they take the commune; the others are dropped when the run ends.
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { areasOf } from '../world/teams/areas.js';
import { INSTRUMENT_COUNT, INSTRUMENTS, type InstrumentId } from '../world/teams/instruments.js';
import { lives, MOST_LEADERS, NO_PROJECT, PROJECT_ROWS, WAITS, type Wait } from '../world/teams/projects.js';
import type { World } from '../world/world.js';

/** Which project: of what commune, and which of those that began there, counted from 1. */
export interface TraceRequest {
  readonly code: string;
  readonly ordinal?: number;
}

/** A project at the end of one month. Works in the order letter, project, ACI; money in euros; hours of the month. */
export interface TraceMonth {
  readonly month: number;
  readonly stage: number;
  readonly side: number;
  readonly people: number;
  /** GPs who lead, by id, and their ages in years; leaders of other professions. */
  readonly leaders: readonly number[];
  readonly ages: readonly number[];
  readonly otherLeaders: number;
  readonly gps: number;
  readonly others: number;
  readonly professionals: number;
  readonly work: readonly number[];
  readonly need: readonly number[];
  readonly momentum: number;
  readonly supporter: number;
  readonly coordinator: number;
  readonly mediation: number;
  readonly drafts: number;
  readonly treasury: number;
  readonly missions: readonly number[];
  readonly joint: number;
  readonly indicator: number;
  readonly depth: number;
  readonly display: number;
  readonly daysLeaders: number;
  readonly daysCoordinator: number;
  readonly daysSupporter: number;
  readonly daysAgency: number;
  readonly wait: Wait;
  /** Euros by instrument, those that paid only. */
  readonly paid: Readonly<Partial<Record<InstrumentId, number>>>;
}

export interface ProjectTrace {
  /** INSEE code of the commune of the founder; n-th project that began there, from 1. */
  readonly seat: string;
  readonly ordinal: number;
  readonly months: readonly TraceMonth[];
}

/** One project among others, for who asks which there are. */
export interface ProjectAtEnd {
  readonly seat: string;
  readonly ordinal: number;
  readonly stage: number;
}

export interface TraceResult {
  /** Absent when no project ever held the place. */
  readonly project?: ProjectTrace;
  /** Projects that live at the end, by seat. */
  readonly alive: readonly ProjectAtEnd[];
}

export interface Tracer {
  /** Copies the state that `month` left. */
  month(month: number): void;
  finish(): TraceResult;
}

interface Followed {
  readonly row: number;
  readonly key: number;
  readonly seat: number;
  readonly ordinal: number;
  readonly months: TraceMonth[];
  /** Month in which it last held an area of the place. */
  lastHeld: number;
}

/** A tracer of one place; `undefined` follows nobody and only tells which projects live at the end. */
export function createTracer(world: World, request: TraceRequest | undefined): Tracer {
  const areas = areasOf(world.geography);
  const places = areas.code.flatMap((code, area) => (code === request?.code ? [area] : []));
  const homes = new Set(places.map((area) => world.geography.departementOf[areas.territory[area]]));
  const { stage, key, seat, ordinal, departement } = world.projects.columns;
  const followed: Followed[] = [];
  /** Latest project followed in each row. */
  const latest = new Map<number, Followed>();

  function follow(row: number): Followed {
    const known = latest.get(row);
    const isSame = known?.key === key[row] && known.seat === seat[row] && known.ordinal === ordinal[row];
    if (known !== undefined && isSame) return known;
    const made = {
      row,
      key: key[row],
      seat: seat[row],
      ordinal: ordinal[row],
      months: [],
      lastHeld: -1,
    };
    followed.push(made);
    latest.set(row, made);
    return made;
  }

  return {
    month(month) {
      if (places.length === 0) return;
      const holders = new Set(places.map((area) => world.areaOwner[area]));
      for (let row = 0; row < PROJECT_ROWS; row++) {
        if (stage[row] === NO_PROJECT) continue;
        const holds = holders.has(row);
        if (!holds && !homes.has(departement[row])) continue;
        const one = follow(row);
        if (holds) one.lastHeld = month;
        const last = one.months[one.months.length - 1];
        // An end is told once.
        if (last !== undefined && !lives(last.stage)) continue;
        one.months.push(copyMonth(world, row, month));
      }
    },
    finish: () => ({
      project: chosen(followed, places, request),
      alive: projectsAlive(world),
    }),
  };

  function chosen(list: readonly Followed[], at: readonly number[], asked?: TraceRequest) {
    const seated = list.filter((one) => at.includes(one.seat));
    const nth = (one: Followed) => one.ordinal + 1;
    const best =
      asked?.ordinal === undefined
        ? (lastHolder(list) ?? seated[seated.length - 1])
        : seated.find((one) => nth(one) === asked.ordinal);
    if (best === undefined) return undefined;
    return { seat: areas.code[best.seat], ordinal: nth(best), months: best.months };
  }
}

/** The project that held the place last; the one that lived longest among several. */
function lastHolder(list: readonly Followed[]): Followed | undefined {
  const holders = list.filter(({ lastHeld }) => lastHeld >= 0);
  const sorted = [...holders].sort(
    (a, b) => b.lastHeld - a.lastHeld || b.months.length - a.months.length || a.row - b.row,
  );
  return sorted[0];
}

function projectsAlive(world: World): ProjectAtEnd[] {
  const { code } = areasOf(world.geography);
  const { stage, seat, ordinal } = world.projects.columns;
  const rows = Array.from({ length: PROJECT_ROWS }, (_, row) => row).filter((row) => lives(stage[row]));
  return rows
    .map((row) => ({ seat: code[seat[row]], ordinal: ordinal[row] + 1, stage: stage[row], row }))
    .sort((a, b) => (a.seat === b.seat ? a.row - b.row : a.seat < b.seat ? -1 : 1))
    .map(({ seat: at, ordinal: nth, stage: now }) => ({ seat: at, ordinal: nth, stage: now }));
}

function copyMonth(world: World, row: number, month: number): TraceMonth {
  const project = world.projects.columns;
  const { rowOf, birth } = world.physicians.columns;
  const part = (column: ArrayLike<number>) => {
    const width = column.length / PROJECT_ROWS;
    return Array.from({ length: width }, (_, i) => column[row * width + i]);
  };
  const leaders = part(project.leaders).filter((id) => id >= 0);
  const paid = Object.fromEntries(
    INSTRUMENTS.flatMap(({ id }, i) => {
      const euros = project.paid[row * INSTRUMENT_COUNT + i];
      return euros === 0 ? [] : [[id, euros]];
    }),
  );
  return {
    month,
    stage: project.stage[row],
    side: project.side[row],
    people: project.people[row],
    leaders: leaders.slice(0, MOST_LEADERS),
    ages: leaders.map((id) => Math.floor((month - birth[rowOf[id]]) / MONTHS_PER_YEAR)),
    otherLeaders: project.otherLeaders[row],
    gps: project.gps[row],
    others: project.nurses[row] + project.others[row],
    professionals: project.professionals[row],
    work: part(project.work),
    need: part(project.need),
    momentum: project.momentum[row],
    supporter: project.supporter[row],
    coordinator: project.coordinator[row],
    mediation: project.mediation[row],
    drafts: project.drafts[row],
    treasury: project.treasury[row],
    missions: part(project.missions),
    joint: project.joint[row],
    indicator: project.indicator[row],
    depth: project.depth[row],
    display: project.display[row],
    daysLeaders: project.daysLeaders[row],
    daysCoordinator: project.daysCoordinator[row],
    daysSupporter: project.daysSupporter[row],
    daysAgency: project.daysAgency[row],
    wait: WAITS[project.waitCause[row]],
    paid,
  };
}
