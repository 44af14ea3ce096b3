/**
 * CPTS after the signature: paid, joined, deployed, deepened; some weaken, go hollow, merge or end.
 *
 * The parts, each with its evidence: `aci.ts`, `members.ts`, `depth.ts`, `fates.ts`, `hooks.ts`. Serial, over the living
 * projects in the order of their keys.
 */
import { calendarMonthOf } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { SIGNED } from '../../world/teams/projects.js';
import type { World } from '../../world/world.js';
import { actsPerMonth, agendaParameters } from '../agenda.js';
import { type Claim, grantFromFir } from '../institutions/fir.js';
import type { Rule, RunningRule } from '../rule.js';
import { willSettings } from '../teams/settings.js';
import { agreementSettings, payAgreement, sizeClassOf } from './aci.js';
import { deepen } from './depth.js';
import { evaluate, fate, mergeWeak } from './fates.js';
import { offerWhatDepthBuys, rememberWhatWasDone } from './hooks.js';
import { lifeSettings } from './life-settings.js';
import { deployMissions, joinAndLeave, joinOthers } from './members.js';
import { livingProjects } from './month.js';

export const cptsLife: Rule = {
  name: 'cptsLife',
  reads: [
    'physicians.openness',
    'physicians.trust',
    'physicians.fatigue',
    'physicians.area',
    'projects.stage',
    'projects.leaders',
    'projects.coordinator',
    'agencies.pressure',
  ],
  writes: [
    'projects.gps',
    'projects.missions',
    'projects.depth',
    'projects.display',
    'projects.side',
    'projects.treasury',
    'projects.evaluated',
    'agencies.fir',
    'physicians.project',
    'physicians.extraPlaces',
    'physicians.reserve',
    'territories.cptsShare',
    'territories.cptsDepth',
    'territories.cptsReach',
    'territories.cptsRecall',
    'territories.welcome',
    'territories.recalls',
    'territories.prevention',
    'territories.crisisContacts',
    'territories.cptsFlows',
    'territories.euros',
  ],
  open: openLife,
};

function openLife(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  return {
    serial(month) {
      const settings = lifeSettings(parameters, month);
      const aci = agreementSettings(parameters, month);
      const will = willSettings(world, parameters, month);
      const agenda = agendaParameters(parameters, month);
      const claims: Claim[] = [];
      const m = { world, run, month, will, claims };
      const p = world.projects.columns;
      rememberWhatWasDone(world);
      joinAndLeave(m, settings);
      const rows = livingProjects(world);
      for (const row of rows) {
        joinOthers(world, row, settings);
        if (p.stage[row] !== SIGNED) continue;
        if (calendarMonthOf(month) === 1) p.sizeClass[row] = sizeClassOf(p.people[row], aci.thresholds);
        payAgreement(m, row, aci, settings.start);
        deployMissions(m, row, aci, settings);
        evaluate(m, row, settings);
        deepen(m, row, settings);
        fate(m, row, settings);
      }
      grantFromFir(world, claims);
      mergeWeak(m, rows, settings);
      const { hours, minutes } = world.physicians.columns;
      offerWhatDepthBuys(world, settings, (d) => actsPerMonth(agenda, hours[d], minutes[d]));
    },
  };
}
