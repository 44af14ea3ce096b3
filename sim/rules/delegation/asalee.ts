/**
 * Asalée: posts of nurses in the practices of GPs who volunteer.
 *
 * *What happens.* Health insurance pays so many posts. In January, April, July and October those beyond the number close,
 * free seats go to volunteers of the territory, and new posts open where volunteers without nurse are drawn; a nurse takes
 * whole practices first, so many GPs that the mean is `asalee.gpsPerFte`. A post that nobody joins for a year opens
 * elsewhere. In a month in which no post is paid, all close. What nurses then do is a matter of caseloads.
 * *Evidence.* IRDES (the rule of one nurse for five GPs, the fact of 7.3; 533 nurses and 1,959 GPs in 753 practices at the
 * end of 2017); IGAS June 2025 (money); volunteers, and spread from place to place (Terra Nova 2022).
 * *Leaves out.* The association and its accounts; nurses one by one as they come and go: a row is a post; three kinds of
 * pairs of GP and nurse (IRDES): here pairs differ by the willingness of the GP only.
 */
import { beginsQuarter } from '../../base/calendar.js';
import type { DrawKey } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { activePosts, closeBeyond, countShares, keepToTheRule, openPosts, refill } from './asalee-posts.js';
import { asaleeSettings, delegatingSettings } from './settings.js';
import { volunteersOf } from './volunteers.js';

const POSTS = instrumentOf('asaleePosts');

export const asalee: Rule = {
  name: 'asalee',
  reads: [
    'physicians.openness',
    'physicians.trust',
    'physicians.wait',
    'physicians.covered',
    'physicians.form',
    'physicians.practice',
    'physicians.status',
    'paramedics.caseload',
  ],
  writes: [
    'physicians.asalee',
    ...['key', 'kind', 'state', 'territory', 'since', 'entered', 'fte', 'gps'].map(
      (column) => `paramedics.${column}`,
    ),
    ...['asked', 'caseload', 'capacity', 'visits'].map((column) => `paramedics.${column}`),
    'delegations.asaleeShare',
    'territories.euros',
  ],
  open: openAsalee,
};

function openAsalee(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const volunteers = volunteersOf(world);
  const { territory } = world.paramedics.columns;
  return {
    serial(month) {
      const settings = asaleeSettings(parameters, month);
      const will = delegatingSettings(world, parameters, month);
      const isQuarter = beginsQuarter(month);
      if (isQuarter || settings.posts === 0) closeBeyond(world, settings.posts, month);
      if (isQuarter && settings.posts > 0) {
        keepToTheRule(world, run, settings);
        volunteers.find(run, settings, will);
        refill(world, volunteers, settings, month);
        openPosts(world, run, volunteers, settings, month);
      }
      if (isQuarter) countShares(world);
      for (const post of activePosts(world)) payOutside(world, territory[post], POSTS, settings.cost);
    },
  };
}
