/**
 * Installation: doctors ready to settle choose a territory and a form of practice (random utility, MODEL §5).
 *
 * Options are all territories × forms (alone, group, centre de santé). Utility = size of the population + amenity
 * of the urban or rural class and of the région + colleagues already there + colleagues who are not overworked + form + posts left
 * open + free seats in teams + welcome + aids − distance to birthplace and training + a Gumbel taste of this doctor for this
 * option. A closure of over-dense territories removes options; where one may only come for one who leaves, who finds the
 * places of the month taken waits for the next. Who takes an aid, or is bound to a zone, signs here (`contracts.ts`). Population is that of the geography, not of the run: the
 * same doctor meets the same France at every scale. All newcomers of a month see the GPs that its exits left.
 * A newcomer alone may take over from a solo GP who leaves (`successor`); one in a group joins a practice with a
 * free place or opens one. Moves of settled GPs (careers) choose in the same way, near their present place.
 * Leaves to others: lists and work (care), readiness (training), exits (careers).
 */
import { type DrawKey, drawKey, streamId } from '../../base/draws.js';
import { bestOption, type Options, optionsOf, placeGroups } from '../../base/gumbel.js';
import type { Parameters } from '../../parameters/types.js';
import { LOCUM } from '../../world/physicians.js';
import { updateGroups } from '../../world/synthesis/regroup.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { zonesForHolders } from '../settlement/commitments.js';
import { anchorsOf } from './anchors.js';
import { newcomerContracts } from './contracts.js';
import { oneForOne } from './one-for-one.js';
import { settling } from './settling.js';
import { countingSupply, FORMS, type LocalSupply } from './supply.js';
import { type Market, utilityOf } from './utility.js';

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
    'territories.aidUtility',
    'territories.zone',
    'teams.state',
    'teams.level',
  ],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.settled',
    'physicians.territory',
    'physicians.form',
    'physicians.practice',
    'physicians.successor',
    'physicians.keptShare',
    ...['area', 'team', 'project', 'roles', 'post'].map((column) => `physicians.${column}`),
    ...['aid', 'aidPay', 'aidSince', 'aidUntil', 'commitment'].map((column) => `physicians.${column}`),
    ...['posts', 'stayingGps', 'vacancies', 'aidFlows', 'aidDeadweight'].map(
      (column) => `territories.${column}`,
    ),
    'collectivities.salaried',
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
  const { aid, id, status, territory, origin } = world.physicians.columns;
  const { teamPull, welcome, posts, vacancies, aidUtility } = world.territories.columns;
  const { geography } = world;
  const n = geography.territories.length;
  const people = geography.territories.reduce((sum, { population }) => sum + population, 0);
  const counting = countingSupply(world);
  const settle = settling(world, parameters, run);
  const contracts = newcomerContracts(world, parameters, run);
  const entry = oneForOne(world);
  const utility = new Float64Array(n * FORMS);
  const withAids = new Float64Array(n * FORMS);
  const common = utilityOf(parameters);
  const groups = placeGroups(geography.regionOf);
  const anchors = anchorsOf(world, parameters, run);

  return {
    start() {
      counting.start();
      common.start();
      anchors.start();
    },
    serial(month) {
      counting.recount(month, parameters.number('installation.memory', month));
      const market = marketOf(counting.supply);
      entry.begin(month, market, parameters.number('installation.replaceAbove', month));
      const settlers = counting.settlers();
      updateGroups(world, settlers.length === 0 ? [] : settleAll(month, market, settlers));
    },
  };

  /** Each of the doctors ready to settle chooses, on the market of the month; those who have settled. */
  function settleAll(month: number, market: Market, settlers: readonly number[]): number[] {
    anchors.begin(month, market);
    contracts.begin(month);
    common.write(utility, market, month);
    for (let option = 0; option < utility.length; option++)
      withAids[option] = utility[option] + aidUtility[option];
    const options = optionsOf(withAids, FORMS, groups);
    // Made for the first who signs: the market without aids.
    let free: Options | undefined;
    const zonesFor = zonesForHolders(world);
    const taste = drawKey(run, TASTE, 0);
    const moverTaste = drawKey(run, MOVER_TASTE, month);
    const settled: number[] = [];
    for (const row of settlers) {
      const isNew = status[row] === LOCUM;
      const from = isNew ? -1 : territory[row];
      const near = geography.regionOf[isNew ? origin[row] : from];
      const zones = isNew ? zonesFor(row) : undefined;
      const bond = zones === undefined ? undefined : { holder: aid[row], zones };
      const best = (among: Options, first: number) =>
        bestOption(isNew ? taste : moverTaste, id[row], among, anchors, first);
      anchors.turnTo(row, from, zones);
      const option = best(options, near);
      if (option < 0) continue;
      const z = Math.floor(option / FORMS);
      if (!entry.enter(z)) continue;
      settle(month, row, from, z, option % FORMS);
      contracts.sign(row, option % FORMS, bond, () => {
        anchors.turnTo(row, from);
        free ??= optionsOf(utility, FORMS, groups);
        return best(free, geography.regionOf[z]);
      });
      settled.push(row);
    }
    return settled;
  }

  function marketOf(supply: LocalSupply): Market {
    return {
      geography,
      supply,
      peoplePerGp: people / total(supply.liberal),
      teamPull,
      welcome,
      posts,
      vacancies,
    };
  }
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
