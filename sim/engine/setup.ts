/** From parameters and geography to the world of January 2013, before the frozen months. */
import { monthOf } from '../base/calendar.js';
import type { Parameters } from '../parameters/types.js';
import { actsPerMonth, agendaParameters, paceOf } from '../rules/agenda.js';
import { startDelegation } from '../rules/delegation/start.js';
import { NOTHING_REMEMBERED } from '../world/patients.js';
import { DATA_SEED } from '../world/synthesis/data-seed.js';
import { synthesiseLists } from '../world/synthesis/lists.js';
import { nurseRows, synthesiseNurses } from '../world/synthesis/nurses.js';
import { patientCapacity, synthesisePatients } from '../world/synthesis/patients.js';
import { physicianRows, regroupPhysicians, synthesisePhysicians } from '../world/synthesis/physicians.js';
import { startTeams } from '../world/synthesis/teams.js';
import { announceInLanes, NOTHING_AMISS } from '../world/tallies.js';
import { startCollective } from '../world/teams/start.js';
import type { Geography } from '../world/territory.js';
import { allocateWorld, type World, type WorldSize } from '../world/world.js';

/** First year of history; results exist from here on. */
export const FIRST_YEAR = 2013;
export const LAST_YEAR = 2050;
/** Months before history in which only care runs, so that appointment books and follow-up settle (MODEL §3). */
export const FROZEN_MONTHS = 24;

/** Movers a lane can hold in a month, as a share of all agents; the gross flow is about 0.3 %. */
const MOVER_SHARE = 0.02;
const MOVER_LEAST = 4096;

export interface SetupOptions {
  readonly scale: number;
  readonly lanes: number;
  /** Last simulated year. */
  readonly to: number;
}

/** Allocates and fills the world of the first month of history. */
export function setUpWorld(geography: Geography, parameters: Parameters, options: SetupOptions): World {
  const world = allocateWorld(worldSize(geography, parameters, options), geography);
  fillWorld(world, parameters);
  return world;
}

/** The size of a world that holds a scenario up to its end. */
export function worldSize(geography: Geography, parameters: Parameters, options: SetupOptions): WorldSize {
  const startMonth = monthOf(FIRST_YEAR, 1);
  const endMonth = monthOf(options.to, 12);
  const patientRows = patientCapacity(geography, parameters, options.scale, endMonth);
  const agents = patientRows.reduce((sum, rows) => sum + rows, 0);
  return {
    scale: options.scale,
    lanes: options.lanes,
    physicians: physicianRows(parameters, endMonth),
    nurses: nurseRows(parameters, endMonth),
    patientCapacity: patientRows,
    moverCapacity: Math.ceil(agents * MOVER_SHARE) + MOVER_LEAST,
    startMonth,
    endMonth,
  };
}

/** Fills a new or cleared world as it stands in the first month of history. */
export function fillWorld(world: World, parameters: Parameters): void {
  const { startMonth } = world.size;
  synthesisePatients(world, parameters, DATA_SEED);
  synthesisePhysicians(world, parameters, DATA_SEED);
  synthesiseNurses(world, parameters, DATA_SEED);
  regroupPhysicians(world);
  startCollective(world, parameters, DATA_SEED);
  startTeams(world, parameters, DATA_SEED);
  startDelegation(world, parameters, DATA_SEED);
  startCare(world, parameters);
  const agenda = agendaParameters(parameters, startMonth);
  const { hours, minutes, listTrait, pace } = world.physicians.columns;
  synthesiseLists(
    world,
    parameters,
    DATA_SEED,
    (d) => (actsPerMonth(agenda, hours[d], minutes[d]) * listTrait[d]) / pace[d],
  );
}

/** What care announces before its first month; the frozen months replace all of it. */
function startCare(world: World, parameters: Parameters): void {
  const { startMonth } = world.size;
  const { minutes, successor, listTrait, pace } = world.physicians.columns;
  const agenda = agendaParameters(parameters, startMonth);
  const share = parameters.number('care.paceShare', startMonth);
  for (let d = 0; d < minutes.length; d++) {
    pace[d] = paceOf(listTrait[d], share);
    minutes[d] = agenda.minutes / pace[d];
  }
  for (let d = 0; d < minutes.length; d++) announceInLanes(world.gpLanes, d, NOTHING_AMISS);
  successor.fill(-1);
  world.territories.columns.poolFollowUpMet.fill(1);
  world.patients.columns.sinceUnmet.fill(NOTHING_REMEMBERED);
}
