/**
 * Teams: maisons de santé pluriprofessionnelles (MSP), équipes de soins primaires (ESP) and centres de santé.
 *
 * *What happens.* Open teams live (`msp-life.ts`), are paid (`msp-money.ts`), win and lose members (`msp-members.ts`);
 * teams in preparation work and file their health project (`msp-preparation.ts`); builders found new ones
 * (`msp-founding.ts`). The GPs of an open MSP are one group practice. *Evidence.* In each part. *Leaves out.* Shares of
 * an MSP's income between professions, moves of whole teams, centres founded by a team's will.
 */

import { calendarMonthOf } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { TEAM_SCHEMA } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { foundTeams, mostActivity } from './msp-founding.js';
import { liveTeams } from './msp-life.js';
import { turnOver } from './msp-members.js';
import { fundTeams } from './msp-money.js';
import { drawsOf, gpColumns, type MspMonth } from './msp-month.js';
import { prepareTeams } from './msp-preparation.js';
import { teamSettings } from './settings.js';
import { freeNurses, nursesByTerritory, teamMembers } from './team-members.js';

export const msp: Rule = {
  name: 'msp',
  reads: [
    'physicians.openness',
    'physicians.fatigue',
    'physicians.trust',
    'physicians.status',
    'physicians.listTrait',
    'physicians.hoursTrait',
    'physicians.seenYear',
    'physicians.adultList',
    'physicians.area',
    'nurses.status',
    'nurses.territory',
    'delegations.mspShare',
  ],
  writes: [
    'physicians.team',
    'physicians.form',
    'physicians.practice',
    'physicians.roles',
    ...Object.keys(TEAM_SCHEMA).map((column) => `teams.${column}`),
    'agencies.fir',
    'delegations.staff',
    'delegations.cpam',
    'territories.teamPull',
    'territories.teamFlows',
    'territories.euros',
  ],
  open: openMsp,
};

function openMsp(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  // Nurses change in January only; counted anew by a run that begins in another month.
  let liberal: Int32Array | undefined;
  const gp = gpColumns(world);
  const members = teamMembers(world);
  // Traits never change: looked at again only where selection does.
  const busiest = { selection: Number.NaN, activity: 0 };
  return {
    start() {
      liberal = undefined;
      busiest.selection = Number.NaN;
    },
    serial(month) {
      if (calendarMonthOf(month) === 1) liberal = undefined;
      liberal ??= nursesByTerritory(world);
      const settings = teamSettings(world, parameters, month);
      members.recount();
      if (settings.founding.selection !== busiest.selection) {
        busiest.selection = settings.founding.selection;
        busiest.activity = mostActivity(gp, settings);
      }
      const now: MspMonth = {
        world,
        month,
        gp,
        settings,
        members,
        nurses: freeNurses(world, liberal),
        mostActivity: busiest.activity,
        ...drawsOf(run, month),
      };
      liveTeams(now);
      fundTeams(now);
      prepareTeams(now);
      foundTeams(now);
      turnOver(now);
    },
  };
}
