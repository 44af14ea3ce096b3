/**
 * Aids of settled GPs: in one month of the year, which depends on the territory, who has a right to an aid and applies signs.
 * Members of an open team in a zone; GPs who promise days in the zones of their département; GPs past an age in a zone where a
 * newcomer has come within the year. They move nobody in this model, so that all but the days given are deadweight.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, threshold } from '../../base/draws.js';
import * as physicians from '../../world/physicians.js';
import { isAtWork } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import * as zones from '../../world/zones.js';
import { type Aid, HELPERS, LEAVING_SOON, MEMBERS, shareIn } from './aid-table.js';
import { countDeadweight, signAid } from './contract.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { CENTRE, practises } = physicians;
const { NO_ZONE, ZIP } = zones;
const YEAR = MONTHS_PER_YEAR;

const CONTRACT = streamId('settlement.contract');

/** Settled GPs without aid sign what they have a right to and apply for, the best paid first. `senior`: age in months. */
export function signSettled(
  world: World,
  aids: readonly Aid[],
  run: DrawKey,
  month: number,
  senior: number,
): void {
  const settled = aids
    .filter(({ target }) => target === MEMBERS || target === HELPERS || target === LEAVING_SOON)
    .map((aid) => ({ aid, key: drawKey(run, CONTRACT, aid.row), applies: threshold(aid.takeUp) }));
  if (settled.length === 0) return;
  const { id, aid, birth, form, marginal, status } = world.physicians.columns;
  const { zone } = world.territories.columns;
  const { geography, gpOrder, gpStart } = world;
  const helped = departementsWithZip(world);
  for (let z = month % YEAR; z < zone.length; z += YEAR) {
    const canHelp = zone[z] !== ZIP && helped[geography.departementOf[z]] === 1;
    if (zone[z] === NO_ZONE && !canHelp) continue;
    const end = gpStart[z + 1];
    for (let i = gpStart[z]; i < end; i++) {
      const row = gpOrder[i];
      if (aid[row] !== 0 || form[row] === CENTRE || marginal[row] === 1 || !practises(status[row])) continue;
      const isSenior = month - birth[row] >= senior;
      const taken = settled.find(
        ({ aid: offer, key, applies }) =>
          draw(key.a, key.b, id[row]) < applies &&
          (offer.target === HELPERS ? canHelp : shareIn(offer, zone[z]) > 0) &&
          (offer.target !== MEMBERS || isMember(world, row)) &&
          (offer.target !== LEAVING_SOON || (isSenior && hasNewcomer(world, z, month))),
      );
      if (taken === undefined) continue;
      signAid(world, month, row, taken.aid);
      if (taken.aid.target !== HELPERS) countDeadweight(world, z, taken.aid.row);
    }
  }
}

function isMember({ physicians: { columns }, teams }: World, row: number): boolean {
  return columns.team[row] >= 0 && isAtWork(teams.columns, columns.team[row]);
}

/** True when a GP has settled in territory z within the year. */
function hasNewcomer(
  { physicians: { columns }, gpOrder, gpStart }: World,
  z: number,
  month: number,
): boolean {
  for (let i = gpStart[z]; i < gpStart[z + 1]; i++)
    if (columns.since[gpOrder[i]] > month - YEAR && practises(columns.status[gpOrder[i]])) return true;
  return false;
}

/** 1 for each département that has a ZIP. */
function departementsWithZip({ geography, territories }: World): Uint8Array {
  const found = new Uint8Array(geography.departements.length);
  territories.columns.zone.forEach((zone, z) => {
    if (zone === ZIP) found[geography.departementOf[z]] = 1;
  });
  return found;
}
