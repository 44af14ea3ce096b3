/**
 * CPTS from the pre-project to the signature: founded, led, quarrelled over, written, waited for, validated, signed.
 *
 * The parts, each with its evidence: `founding.ts`, `initiative.ts` and `perimeter.ts`, `turnover.ts`, `overlap.ts`, `files.ts`,
 * `treasury.ts`, `progress.ts` with `work-needed.ts`. Serial, over the living projects in the order of their keys.
 */
import { calendarMonthOf } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { areasOf } from '../../world/teams/areas.js';
import { OVERLAP, PROJECT_ROWS } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { type Claim, grantFromFir } from '../institutions/fir.js';
import { supportSettings } from '../institutions/settings.js';
import type { Rule, RunningRule } from '../rule.js';
import { willSettings } from '../teams/settings.js';
import { nursesByTerritory } from '../teams/team-members.js';
import { agreementSettings, usualMoney } from './aci.js';
import { buildersByProject, leadersById, lookAtGps } from './builders.js';
import { moveFiles, spendStaff } from './files.js';
import { found } from './founding.js';
import { openByAgency } from './initiative.js';
import { livingProjects, stillLiving } from './month.js';
import { mediateBySupporters, settleOverlap } from './overlap.js';
import { progress } from './progress.js';
import { cptsSettings } from './settings.js';
import { spend } from './treasury.js';
import { turnOver } from './turnover.js';

export const cptsProjects: Rule = {
  name: 'cptsProjects',
  reads: [
    'physicians.openness',
    'physicians.trust',
    'physicians.fatigue',
    'physicians.area',
    'teams.state',
    'agencies.stance',
    'supporters.unity',
    'projects.daysSupporter',
  ],
  writes: [
    'projects.stage',
    'projects.side',
    'projects.leaders',
    'projects.work',
    'projects.momentum',
    'projects.treasury',
    'physicians.project',
    'delegations.staff',
    'delegations.cpam',
    'delegations.experience',
    'supporters.given',
    'agencies.fir',
    'territories.cptsFlows',
    'territories.euros',
  ],
  open: openProjects,
};

function openProjects(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  return {
    serial(month) {
      const settings = cptsSettings(parameters, month);
      const aci = agreementSettings(parameters, month);
      const will = willSettings(world, parameters, month);
      const support = supportSettings(parameters, month);
      const leads = leadersById(world);
      const claims: Claim[] = [];
      const agreement = usualMoney(aci, settings.perimeter.planned);
      const base = { world, run, month, settings, will, support, aci, claims, leads, agreement };
      const rows = livingProjects(world);
      if (calendarMonthOf(month) === 1) recountNurses(world);
      const gps = new Float64Array(PROJECT_ROWS);
      const free = lookAtGps(base, gps);
      countProfessionals(world, rows, gps, settings.perimeter.professionals);
      const m = { free, builders: buildersByProject(world, free), ...base };
      turnOver(m, rows);
      spendStaff(m, rows);
      mediateBySupporters(m, rows);
      for (const row of rows) if ((world.projects.columns.side[row] & OVERLAP) !== 0) settleOverlap(m, row);
      const settled = stillLiving(world, rows);
      spend(m, settled);
      progress(m, settled);
      moveFiles(m, stillLiving(world, settled));
      grantFromFir(world, claims);
      found(m);
      openByAgency(m);
    },
  };
}

/** Liberal professionals of each perimeter: its GPs, its nurses, and others in proportion to people. */
function countProfessionals(
  { projects }: World,
  rows: readonly number[],
  gps: Float64Array,
  others: number,
): void {
  const { professionals, people, liberalNurses } = projects.columns;
  for (const row of rows) professionals[row] = gps[row] + liberalNurses[row] + people[row] * others;
}

/** Each January, nurses of the perimeters as they have become. */
function recountNurses(world: World): void {
  const nurses = world.territories.columns.liberalNurses;
  nurses.set(nursesByTerritory(world));
  const { liberalNurses } = world.projects.columns;
  const areas = areasOf(world.geography);
  liberalNurses.fill(0);
  for (let area = 0; area < world.areaOwner.length; area++) {
    const owner = world.areaOwner[area];
    if (owner < 0) continue;
    const z = areas.territory[area];
    liberalNurses[owner] += (nurses[z] * areas.people[area]) / world.geography.territories[z].population;
  }
}
