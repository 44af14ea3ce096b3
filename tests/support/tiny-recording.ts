/** The three-territory country with people, GPs and care, and its recording. */
import { monthOf } from '../../sim/base/calendar.js';
import { createRecorder } from '../../sim/recorder/recorder.js';
import type { Recording } from '../../sim/recorder/recording.js';
import type { TidyRow } from '../../sim/recorder/rows.js';
import { ACTIVE, CENTRE, GROUP, SOLO } from '../../sim/world/physicians.js';
import { regroupPhysicians } from '../../sim/world/synthesis/regroup.js';
import type { World } from '../../sim/world/world.js';
import { TINY_START, tinyWorld } from './tiny-world.js';

export const YEAR = 2013;
export const DECEMBER = monthOf(YEAR, 12);

/** A value for others and one for low income, in each territory. */
function tally(
  world: World,
  name: 'adults' | 'withoutLost' | 'withoutNever' | 'requests',
  values: number[],
): void {
  world.tallies.columns[name].set(values);
}

/** Ages of the six (territory, income) rows: everybody in one class. */
function populate(world: World, agents: number[]): void {
  agents.forEach((count, row) => {
    world.tallies.columns.ages.fill(0, row * 5, row * 5 + 5);
    world.tallies.columns.ages[row * 5 + 2] = count;
  });
}

/** Puts a GP of 45 in a territory, with a list of adults and a tenth more unscheduled acts for each row. */
export function placeGp(world: World, row: number, territory: number, form: number, adults = 0): void {
  const gp = world.physicians.columns;
  gp.status[row] = ACTIVE;
  gp.territory[row] = territory;
  gp.form[row] = form;
  gp.hours[row] = 40;
  gp.birth[row] = DECEMBER - 45 * 12;
  gp.adultList[row] = adults;
  gp.list[row] = adults;
  gp.actsYear[row] = 100;
  gp.unscheduledYear[row] = 10 * row;
}

/** Records `years` years from 2013, the same state every month but for what `change` does. */
export function recordYears(
  world: World,
  change: (month: number) => void = () => undefined,
  years = 1,
): Recording {
  const to = TINY_START + years * 12 - 1;
  const recorder = createRecorder(world, { from: TINY_START, to });
  for (let month = TINY_START; month <= to; month++) {
    change(month);
    regroupPhysicians(world);
    recorder.month(month);
  }
  return recorder.finish();
}

/** Value of an indicator, for France, everybody and 2013 unless told. */
export function valueIn(
  rows: readonly TidyRow[],
  indicator: string,
  where: Partial<TidyRow> = {},
): number | undefined {
  const asked = { period: String(YEAR), place: 'FR', group: 'all', ...where };
  return rows.find(
    (row) =>
      row.indicator === indicator &&
      row.period === asked.period &&
      row.place === asked.place &&
      row.group === asked.group,
  )?.value;
}

/** The country of the tests. Territories of 900 + 100, 1,800 + 200 and 700 + 300 agents of ten people. */
export function country(): World {
  const world = tinyWorld();
  populate(world, [900, 100, 1800, 200, 700, 300]);
  tally(world, 'adults', [800, 80, 1500, 150, 600, 250]);
  tally(world, 'withoutLost', [40, 8, 75, 15, 60, 50]);
  tally(world, 'withoutNever', [40, 0, 75, 0, 60, 25]);
  tally(world, 'requests', [3000, 400, 6000, 800, 2400, 1200]);
  const state = world.territories.columns;
  state.apl.set([4, 3, 2]);
  state.zoning.set([0, 1, 2]);
  state.acts.set([3200, 6300, 3000]);
  state.actsCentre.set([200, 300, 0]);
  state.renounced.set([60, 120, 90]);
  state.renouncedLow.set([20, 40, 60]);
  state.emergency.set([30, 60, 45]);
  state.fees.set([80_000, 157_500, 75_000]);
  state.flatPayments.set([50_000, 90_000, 60_000]);
  const practices: [territory: number, form: number, adults: number][] = [
    [0, SOLO, 500],
    [0, GROUP, 900],
    [0, GROUP, 1300],
    [0, CENTRE, 0],
    [1, SOLO, 1000],
    [1, GROUP, 700],
    [2, SOLO, 2000],
  ];
  for (const [row, [territory, form, adults]] of practices.entries()) {
    placeGp(world, row, territory, form, adults);
  }
  return world;
}
