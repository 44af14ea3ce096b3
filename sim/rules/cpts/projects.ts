/**
 * CPTS from the pre-project to the signature: founded, led, quarrelled over, written, waited for, validated, signed.
 *
 * The parts, each with its evidence: `founding.ts` and `perimeter.ts`, `turnover.ts`, `overlap.ts`, `files.ts`,
 * `treasury.ts`, `progress.ts` with `work-needed.ts`. Serial, over the living projects in the order of their keys.
 */
import { calendarMonthOf } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { practises } from '../../world/physicians.js';
import { areasOf } from '../../world/teams/areas.js';
import { OVERLAP, PROJECT_ROWS } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { type Claim, grantFromFir } from '../institutions/fir.js';
import { supportSettings } from '../institutions/settings.js';
import type { Rule, RunningRule } from '../rule.js';
import { willSettings } from '../teams/settings.js';
import { agreementSettings, usualMoney } from './aci.js';
import { moveFiles, spendStaff } from './files.js';
import { buildersByProject, found, leadersById } from './founding.js';
import { livingProjects, nursesByTerritory } from './month.js';
import { settleOverlap } from './overlap.js';
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
      const will = willSettings(parameters, month);
      const support = supportSettings(parameters, month);
      const leads = leadersById(world);
      let counted: Float64Array | undefined;
      const nurses = () => {
        counted ??= nursesByTerritory(world);
        return counted;
      };
      const claims: Claim[] = [];
      const agreement = usualMoney(aci, settings.perimeter.planned);
      const base = { world, run, month, settings, will, support, aci, nurses, claims, leads, agreement };
      if (calendarMonthOf(month) === 1) recountNurses(world, nurses());
      const rows = livingProjects(world);
      countProfessionals(world, rows, settings.perimeter.professionals);
      const builders = buildersByProject(world, will, leads);
      const m = { ...base, builders };
      turnOver(m, rows);
      spendStaff(m, rows);
      for (const row of rows) if ((world.projects.columns.side[row] & OVERLAP) !== 0) settleOverlap(m, row);
      const settled = livingProjects(world);
      spend(m, settled);
      progress(m, settled);
      moveFiles(m, livingProjects(world));
      grantFromFir(world, claims);
      found(m);
    },
  };
}

/** Liberal professionals of each perimeter: its GPs, its nurses, and others in proportion to people. */
function countProfessionals(world: World, rows: readonly number[], others: number): void {
  const { professionals, people, liberalNurses } = world.projects.columns;
  const { status, area } = world.physicians.columns;
  const gps = new Float64Array(PROJECT_ROWS);
  const { gpOrder, gpStart, areaOwner } = world;
  for (let i = 0; i < gpStart[gpStart.length - 1]; i++) {
    const owner = areaOwner[area[gpOrder[i]]];
    if (owner >= 0 && practises(status[gpOrder[i]])) gps[owner]++;
  }
  for (const row of rows) professionals[row] = gps[row] + liberalNurses[row] + people[row] * others;
}

/** Each January, nurses of the perimeters as they have become. */
function recountNurses(world: World, nurses: Float64Array): void {
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
