/**
 * The GPs of the starting month, drawn with the fixed data seed: real numbers by région, synthetic places inside
 * (statistics §15–16), ages, sexes, forms and traits from published margins; and every doctor who may settle later.
 */

import { AGE_BANDS, classByMonths } from '../../base/ages.js';
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { pick, runningSums } from '../../base/cumulated.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { ACTIVE, CENTRE, GROUP, type PhysicianColumns, SOLO } from '../physicians.js';
import { pyramidIn } from '../supply.js';
import type { Geography, Territory } from '../territory.js';
import { RURAL_CLASSES } from '../territory.js';
import { fullHours, hoursTables } from '../working-hours.js';
import type { World } from '../world.js';
import { type CohortLayout, classMonth, cohortLayout } from './cohorts.js';
import { drawPool } from './entrants.js';
import { HISTORY_START } from './history.js';
import { originsOf } from './origins.js';
import { practiceNumbers } from './practices.js';
import { regroupPhysicians } from './regroup.js';
import { largestRemainder, spreadOverTerritories } from './spread.js';
import { type Trait, traitOf } from './traits.js';

export { regroupPhysicians };

/** First year of age of the classes of the domain `gpAge`. */
const GP_AGES = [0, 40, 50, 60, 65, 70];

/** Rows of the physicians table for a history that ends in `endMonth`. */
export function physicianRows(parameters: Parameters, endMonth: number): number {
  return cohortLayout(parameters, HISTORY_START, endMonth).rows;
}

/** Fills the physicians of a new world: GPs in practice at its first month, and those who may settle later. */
export function synthesisePhysicians(world: World, parameters: Parameters, dataSeed: DrawKey): void {
  const { startMonth, endMonth } = world.size;
  const layout = cohortLayout(parameters, startMonth, endMonth);
  const gp = world.physicians.columns;
  // All rows of the table: it may have been made for a scenario with more classes.
  for (let row = 0; row < gp.id.length; row++) {
    gp.id[row] = row;
    gp.rowOf[row] = row;
  }
  fillTerritories(
    gp,
    0,
    liberalByTerritory(world.geography, layout.liberal, parameters, startMonth, dataSeed),
  );
  placeCentres(world.geography, gp, layout, parameters, startMonth, dataSeed);
  drawSettled(world.geography, gp, layout, parameters, startMonth, dataSeed);
  practiceNumbers(gp, layout, parameters, startMonth, dataSeed);
  const origins = originsOf(world.geography, dataSeed);
  for (let row = 0; row < layout.poolStart; row++) origins.settled(gp, row, parameters, startMonth);
  drawPool(world, layout, parameters, dataSeed);
  for (let year = layout.firstClass; year < layout.firstClass + layout.classes; year++)
    origins.check(parameters, classMonth(year));
  drawTraits(gp, layout, parameters, startMonth, dataSeed);
  startHours(gp, layout, parameters, startMonth);
  regroupPhysicians(world);
}

/** Liberal GPs of each territory by the synthetic spread, or by imported numbers brought to the national one. */
export function liberalByTerritory(
  geography: Geography,
  liberal: number,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): Int32Array {
  const imported = geography.supply?.gps;
  if (imported !== undefined) return Int32Array.from(largestRemainder(Array.from(imported), liberal));
  const sites = parameters.list('physicians.sitesByRegion', month);
  return spreadOverTerritories(
    geography,
    {
      byRegion: largestRemainder(sites, liberal),
      sizeFactor: parameters.list('physicians.sizeFactor', month),
      excessSd: parameters.list('physicians.excessSd', month),
      sizeFrom: parameters.list('physicians.sizeFrom', month),
    },
    seed,
    'physicians',
  );
}

function placeCentres(
  geography: Geography,
  gp: PhysicianColumns,
  layout: CohortLayout,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): void {
  const byClass = parameters.list('physicians.centreWeight', month);
  const weight = ({ ruralClass }: Territory) => byClass[RURAL_CLASSES.indexOf(ruralClass)];
  const flat = parameters.list('physicians.sizeFrom', month).map(() => 1);
  const counts = spreadOverTerritories(
    geography,
    {
      byRegion: largestRemainder(parameters.list('physicians.centreShareByRegion', month), layout.centre),
      sizeFactor: flat,
      excessSd: flat.map(() => parameters.number('physicians.centreExcessSd', month)),
      sizeFrom: parameters.list('physicians.sizeFrom', month),
      weight,
    },
    seed,
    'centres',
  );
  fillTerritories(gp, layout.liberal, counts);
}

function fillTerritories(gp: PhysicianColumns, first: number, counts: Int32Array): void {
  let row = first;
  counts.forEach((count, z) => {
    gp.territory.fill(z, row, row + count);
    row += count;
  });
}

/** Age, sex, date of settling and form of the GPs in practice at the start. */
function drawSettled(
  geography: Geography,
  gp: PhysicianColumns,
  layout: CohortLayout,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): void {
  const pyramids = agePyramids(geography, parameters.list('physicians.agePyramid', month));
  const women = parameters.list('physicians.womenByAge', month);
  const group = parameters.list('physicians.groupByAge', month);
  const marginal = parameters.list('physicians.marginalByAge', month);
  const settlingAge = parameters.number('physicians.settlingAge.mean', month) * MONTHS_PER_YEAR;
  const settlingSd = parameters.number('physicians.settlingAge.sd', month) * MONTHS_PER_YEAR;
  const ageClass = classByMonths(GP_AGES);
  const bandWidth = (AGE_BANDS[1] - AGE_BANDS[0]) * MONTHS_PER_YEAR;
  const trait = (name: string): Trait => traitOf(seed, `physicians.${name}`);
  const [band, within, sex, form, since, side] = ['ageBand', 'age', 'sex', 'form', 'since', 'marginal'].map(
    trait,
  );
  for (let row = 0; row < layout.poolStart; row++) {
    const years = AGE_BANDS[pick(pyramids(gp.territory[row]), band.uniform(row))];
    const age = years * MONTHS_PER_YEAR + Math.floor(within.uniform(row) * bandWidth);
    const members = ageClass[age];
    gp.birth[row] = month - age;
    gp.status[row] = ACTIVE;
    gp.female[row] = sex.chance(row, women[members]) ? 1 : 0;
    gp.form[row] = row >= layout.liberal ? CENTRE : form.chance(row, group[members]) ? GROUP : SOLO;
    gp.since[row] = Math.min(month - 1, Math.round(month - age + since.normal(row, settlingAge, settlingSd)));
    gp.marginal[row] = row < layout.liberal && side.chance(row, marginal[members]) ? 1 : 0;
  }
}

/** Running sums of the age pyramid of each territory: one for all unless imported numbers tell ages. */
function agePyramids(
  { territories, supply }: Geography,
  pyramid: readonly number[],
): (z: number) => Float64Array {
  const national = runningSums(pyramid);
  const ages = supply?.ages;
  if (ages === undefined) return () => national;
  const own = territories.map((_, z) => runningSums(pyramidIn(z, ages, pyramid, AGE_BANDS)));
  return (z) => own[z];
}

/** Working hours of the first month, from which the first lists are made. */
function startHours(gp: PhysicianColumns, layout: CohortLayout, parameters: Parameters, month: number): void {
  const tables = hoursTables(parameters, month);
  const full = new Float64Array(layout.poolStart);
  const rows = Int32Array.from(full, (_, row) => row);
  fullHours(gp, rows, rows.length, month, tables, full);
  for (let row = 0; row < layout.poolStart; row++) {
    gp.hours[row] = full[row] * (gp.marginal[row] ? tables.marginal : 1);
  }
}

/** Individual factors, of everybody. */
function drawTraits(
  gp: PhysicianColumns,
  layout: CohortLayout,
  parameters: Parameters,
  month: number,
  seed: DrawKey,
): void {
  const read = (path: string) => parameters.number(`physicians.${path}`, month);
  const trait = (name: string): Trait => traitOf(seed, `physicians.${name}`);
  const [hours, list, open, fatigue] = ['hours', 'list', 'openSlots', 'fatigue'].map(trait);
  const hoursSd = read('hoursSd');
  const listSd = read('listSd');
  const listMedian = Math.exp((listSd * listSd) / (1 + 1));
  const fatigueMean = parameters.number('careers.fatigue.reference', month);
  const fatigueSd = read('fatigueSd');
  const [openMedian, openSd] = [read('openSlots.median'), read('openSlots.sd')];
  for (let row = 0; row < layout.rows; row++) {
    gp.hoursTrait[row] = hours.factor(row, hoursSd);
    gp.listTrait[row] = list.factor(row, listSd) * listMedian;
    gp.openSlots[row] = open.share(row, openMedian, openSd);
    gp.fatigue[row] = fatigue.share(row, fatigueMean, fatigueSd);
    gp.successor[row] = -1;
    if (gp.form[row] === SOLO || row >= layout.poolStart) gp.practice[row] = -1;
  }
}
