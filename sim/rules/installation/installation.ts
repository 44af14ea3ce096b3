/**
 * Installation: doctors ready to settle choose a territory and a form of practice (random utility, MODEL §5).
 *
 * Options are all territories × forms (alone, group, centre de santé). Utility = size of the population + amenity
 * of the urban or rural class and of the région + colleagues already there + colleagues who are not overworked + form + posts left
 * open + free seats in teams + welcome − distance to birthplace and training + a Gumbel taste of this doctor for this option.
 * A closure of over-dense territories removes options. Population is that of the geography, not of the run: the
 * same doctor meets the same France at every scale. All newcomers of a month see the GPs that its exits left.
 * A newcomer alone may take over from a solo GP who leaves (`successor`); one in a group joins a practice with a
 * free place or opens one. Moves of settled GPs (careers) choose in the same way, near their present place.
 * Leaves to others: lists and work (care), readiness (training), exits (careers).
 */
import { type DrawKey, drawKey, streamId } from '../../base/draws.js';
import { bestOption, optionsOf, placeGroups } from '../../base/gumbel.js';
import type { Parameters } from '../../parameters/types.js';
import { LOCUM } from '../../world/physicians.js';
import { cohortLayout } from '../../world/synthesis/cohorts.js';
import { updateGroups } from '../../world/synthesis/regroup.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { type Anchors, anchorsOf } from './anchors.js';
import { logDistances } from './distance.js';
import { settling } from './settling.js';
import { countingSupply, FORMS } from './supply.js';
import { utilityOf } from './utility.js';

const TASTE = streamId('installation');
const MOVER_TASTE = streamId('installation.move');

export const installation: Rule = {
  name: 'installation',
  reads: [
    'physicians.origin',
    'physicians.training',
    'physicians.fatigue',
    'physicians.exit',
    'territories.teamPull',
    'territories.welcome',
    'teams.state',
    'teams.level',
  ],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.territory',
    'physicians.form',
    'physicians.practice',
    'physicians.successor',
    'physicians.keptShare',
    ...['area', 'team', 'project', 'roles'].map((column) => `physicians.${column}`),
    'territories.teamFlows',
    'territories.welcomed',
    ...['list', 'planned', 'inherited', 'places', 'backlog', 'wait', 'closed', 'spare'].map(
      (column) => `physicians.${column}`,
    ),
    'gpLanes.*',
  ],
  open: openInstallation,
};

function openInstallation(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { id, status, territory, origin } = world.physicians.columns;
  const { geography, size } = world;
  const n = geography.territories.length;
  const layout = cohortLayout(parameters, size.startMonth, size.endMonth);
  const people = geography.territories.reduce((sum, { population }) => sum + population, 0);
  const counting = countingSupply(world);
  const settle = settling(world, parameters, run);
  const utility = new Float64Array(n * FORMS);
  const writeUtility = utilityOf(parameters);
  const groups = placeGroups(geography.regionOf);
  // Made at the first choice, on the one thread that settles people.
  let anchors: Anchors | undefined;

  return {
    serial(month) {
      counting.recount(month, parameters.number('installation.memory', month));
      const settlers = counting.settlers(month);
      if (settlers.length === 0) return updateGroups(world, []);
      anchors ??= makeAnchors();
      const { supply } = counting;
      const { teamPull, welcome } = world.territories.columns;
      const market = { geography, supply, peoplePerGp: people / total(supply.liberal), teamPull, welcome };
      writeUtility(utility, market, month);
      const options = optionsOf(utility, FORMS, groups);
      anchors.begin(month, market);
      const taste = drawKey(run, TASTE, 0);
      const moverTaste = drawKey(run, MOVER_TASTE, month);
      const settled: number[] = [];
      for (const row of settlers) {
        const isNew = status[row] === LOCUM;
        const from = isNew ? -1 : territory[row];
        anchors.turnTo(row, from);
        const near = geography.regionOf[isNew ? origin[row] : from];
        const option = bestOption(isNew ? taste : moverTaste, id[row], options, anchors, near);
        if (option < 0) continue;
        settle(month, row, from, Math.floor(option / FORMS), option % FORMS);
        settled.push(row);
      }
      updateGroups(world, settled);
    },
  };

  function makeAnchors(): Anchors {
    const scale = parameters.number('installation.anchor.scale', size.startMonth);
    return anchorsOf(world, parameters, layout, logDistances(geography, scale), run);
  }
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
