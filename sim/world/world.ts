/**
 * The world: every table a run reads or writes, over shared buffers, plus the geography that never changes.
 * `allocateWorld` makes it, `shareWorld`/`attachWorld` pass it to another thread without a copy.
 */
import { type Columns, clearTable, type Table, table } from '../base/columns.js';
import { type Paramedics, paramedicsTable } from './delegation/paramedics.js';
import { type Nurses, nursesTable } from './nurses.js';
import { type Patients, patientsTable } from './patients.js';
import { type Physicians, physiciansTable } from './physicians.js';
import { type Collectivities, collectivitiesTable } from './settlement/collectivities.js';
import { laneLength, type PatientTallies, patientTalliesTable } from './tallies.js';
import { areasOf } from './teams/areas.js';
import {
  type Agencies,
  agenciesTable,
  type Delegations,
  delegationsTable,
  type Supporters,
  supportersTable,
} from './teams/institutions.js';
import { type Projects, projectsTable } from './teams/projects.js';
import { type Teams, teamsTable } from './teams/teams.js';
import type { Geography } from './territory.js';
import { TERRITORY_SCHEMA, type TerritoryStates } from './territory-state.js';

/** Movers of the month, thread-private boxes sorted into destinations between phases. */
export const MOVER_SCHEMA = {
  destination: 'i32',
  key: 'u32',
  doctor: 'i32',
  birth: 'i16',
  flags: 'u16',
  need: 'u8',
  monthsWithout: 'u8',
  sinceUnmet: 'u8',
  overdue: 'u8',
} as const;

export interface WorldSize {
  readonly scale: number;
  readonly lanes: number;
  readonly physicians: number;
  readonly nurses: number;
  /** Agents each territory can hold. */
  readonly patientCapacity: readonly number[];
  /** Movers a lane can hold in a month. */
  readonly moverCapacity: number;
  /** First month of history (2013-01) and last simulated month. */
  readonly startMonth: number;
  readonly endMonth: number;
}

export interface Movers {
  /** Per lane, the rows filled this month. */
  readonly filled: Int32Array;
  readonly outbox: readonly Columns<typeof MOVER_SCHEMA>[];
  /** Rows sorted by destination; row range of z is `arrivalStart[z] … arrivalStart[z+1]`. */
  readonly inbox: Columns<typeof MOVER_SCHEMA>;
  readonly arrivalStart: Int32Array;
}

export interface World {
  readonly size: WorldSize;
  readonly geography: Geography;
  readonly patients: Patients;
  readonly physicians: Physicians;
  readonly nurses: Nurses;
  readonly territories: TerritoryStates;
  readonly tallies: PatientTallies;
  /** Per lane: GP_COUNTERS integers for nobody's patients, then per physician row. */
  readonly gpLanes: readonly Int32Array[];
  readonly movers: Movers;
  /** Practising GPs grouped by territory: rows `gpStart[z] … gpStart[z+1]` of `gpOrder`, in the order of ids. */
  readonly gpStart: Int32Array;
  readonly gpOrder: Int32Array;
  /** Places offered, summed along `gpOrder` inside each territory: a draw on the last sum picks a GP. */
  readonly placesSum: Float64Array;
  /** Coordinated practice: teams, CPTS projects, institutions of régions and départements, supporters. */
  readonly teams: Teams;
  readonly projects: Projects;
  readonly agencies: Agencies;
  readonly delegations: Delegations;
  readonly supporters: Supporters;
  /** Row of the project that holds each area (`teams/areas.ts`), −1 nobody; people of free areas by territory. */
  readonly areaOwner: Int32Array;
  readonly freePeople: Float64Array;
  /** Asalée nurses and IPA. */
  readonly paramedics: Paramedics;
  /** Communes of each territory, then conseils régionaux. */
  readonly collectivities: Collectivities;
}

/** The shared buffers of a world, in the fixed order of `attachWorld`. */
export interface SharedWorld {
  readonly size: WorldSize;
  readonly geography: Geography;
  readonly buffers: readonly SharedArrayBuffer[];
}

export function allocateWorld(size: WorldSize, geography: Geography): World {
  return build(size, geography, undefined);
}

export function attachWorld(shared: SharedWorld): World {
  return build(shared.size, shared.geography, [...shared.buffers]);
}

/** What another thread needs to attach to this world. */
export function shareWorld(world: World): SharedWorld {
  const buffers = new Set<SharedArrayBuffer>();
  for (const part of bufferOwners(world)) buffers.add(part);
  return { size: world.size, geography: world.geography, buffers: [...buffers] };
}

function bufferOwners(world: World): SharedArrayBuffer[] {
  const shared = (view: { buffer: ArrayBufferLike }) => view.buffer as SharedArrayBuffer;
  return [
    shared(world.patients.start),
    world.patients.table.buffer,
    world.physicians.buffer,
    world.nurses.buffer,
    world.territories.buffer,
    world.tallies.buffer,
    ...world.gpLanes.map(shared),
    shared(world.movers.filled),
    ...world.movers.outbox.map((box) => shared(box.key)),
    shared(world.movers.inbox.key),
    shared(world.movers.arrivalStart),
    shared(world.gpStart),
    shared(world.gpOrder),
    shared(world.placesSum),
    world.teams.buffer,
    world.projects.buffer,
    world.agencies.buffer,
    world.delegations.buffer,
    world.supporters.buffer,
    shared(world.areaOwner),
    shared(world.freePeople),
    world.paramedics.buffer,
    world.collectivities.buffer,
  ];
}

function build(size: WorldSize, geography: Geography, buffers: SharedArrayBuffer[] | undefined): World {
  const n = geography.territories.length;
  const take = () => buffers?.shift();
  const ints = (rows: number) => table({ value: 'i32' }, rows, take()).columns.value;
  const span = take();
  const rows = take();
  const patients = patientsTable(size.patientCapacity, span && rows ? { span, rows } : undefined);
  const physicians = physiciansTable(size.physicians, take());
  const nurses = nursesTable(size.nurses, take());
  const territories = table(TERRITORY_SCHEMA, n, take());
  const tallies = patientTalliesTable(n, take());
  const gpLanes = lanesOf(size.lanes, () => ints(laneLength(size.physicians)));
  const filled = ints(size.lanes);
  const outbox = lanesOf(size.lanes, () => table(MOVER_SCHEMA, size.moverCapacity, take()).columns);
  const inbox = table(MOVER_SCHEMA, size.moverCapacity * size.lanes, take()).columns;
  const movers = { filled, outbox, inbox, arrivalStart: ints(n + 1) };
  const gpStart = ints(n + 1);
  const gpOrder = ints(size.physicians);
  const numbers = (rows: number) => table({ value: 'f64' }, rows, take()).columns.value;
  const placesSum = numbers(size.physicians);
  const teams = teamsTable(take());
  const projects = projectsTable(take());
  const agencies = agenciesTable(geography.regions.length, take());
  const delegations = delegationsTable(geography.departements.length, take());
  const supporters = supportersTable(geography.regions.length, take());
  const areaOwner = ints(areasOf(geography).people.length);
  const freePeople = numbers(n);
  const paramedics = paramedicsTable(take());
  const collectivities = collectivitiesTable(geography, take());
  return {
    size,
    geography,
    patients,
    physicians,
    nurses,
    territories,
    tallies,
    gpLanes,
    movers,
    gpStart,
    gpOrder,
    placesSum,
    teams,
    projects,
    agencies,
    delegations,
    supporters,
    areaOwner,
    freePeople,
    paramedics,
    collectivities,
  };
}

function lanesOf<T>(lanes: number, make: () => T): T[] {
  return Array.from({ length: lanes }, make);
}

/** True when `size` fits into the tables of a world made for `made`. */
export function fitsInto(made: WorldSize, size: WorldSize): boolean {
  return (
    made.scale === size.scale &&
    made.lanes === size.lanes &&
    made.startMonth === size.startMonth &&
    made.endMonth === size.endMonth &&
    made.physicians >= size.physicians &&
    made.nurses >= size.nurses &&
    made.moverCapacity >= size.moverCapacity &&
    size.patientCapacity.every((rows, z) => rows <= made.patientCapacity[z])
  );
}

/** Empties a world, to be filled anew; the rows of each territory stay where they are. */
export function clearWorld(world: World): void {
  const spans = world.patients.start.buffer;
  for (const buffer of shareWorld(world).buffers) if (buffer !== spans) clearTable(buffer);
}

/** The typed tables of a world by the name rules use in `reads` and `writes`. */
export function worldTables(
  world: World,
): Record<string, Table<never> | { columns: Record<string, unknown> }> {
  return {
    patients: world.patients.table,
    physicians: world.physicians,
    nurses: world.nurses,
    territories: world.territories,
    tallies: world.tallies,
    teams: world.teams,
    projects: world.projects,
    agencies: world.agencies,
    delegations: world.delegations,
    supporters: world.supporters,
    paramedics: world.paramedics,
    collectivities: world.collectivities,
  };
}

/** A copy of everything that changes in a world, to come back to (`restoreWorld`). */
export function saveWorld(world: World): readonly ArrayBuffer[] {
  return shareWorld(world).buffers.map((buffer) => new Uint8Array(buffer).slice().buffer);
}

/** Puts a world back into the state of a copy made by `saveWorld` on a world of the same size. */
export function restoreWorld(world: World, saved: readonly ArrayBuffer[]): void {
  shareWorld(world).buffers.forEach((buffer, i) => {
    new Uint8Array(buffer).set(new Uint8Array(saved[i]));
  });
}
