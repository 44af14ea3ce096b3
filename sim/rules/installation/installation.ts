/**
 * Installation: doctors ready to settle choose a territory and a form of practice (random utility, MODEL §5).
 *
 * Options are all territories × forms (alone, group, centre de santé). Utility = size of the population + amenity
 * of the urban or rural class + few GPs for the people + colleagues who are not overworked + form + posts left
 * open + a team that exists − distance to birthplace and training + a Gumbel taste of this doctor for this option.
 * A closure of over-dense territories removes options. Population is that of the geography, not of the run: the
 * same doctor meets the same France at every scale. All newcomers of a month see last month's GPs.
 * A newcomer alone may take over from a solo GP who leaves (`successor`); one in a group joins a practice with a
 * free place or opens one. Moves of settled GPs (careers) choose in the same way, near their present place.
 * Leaves to others: lists and work (care), readiness (training), exits (careers).
 */
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import { bestOption } from '../../base/gumbel.js';
import type { Parameters } from '../../parameters/types.js';
import { ACTIVE, GROUP, LEAVING, LOCUM, practises, RETIRED, SOLO } from '../../world/physicians.js';
import { cohortLayout } from '../../world/synthesis/cohorts.js';
import { regroupPhysicians } from '../../world/synthesis/regroup.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { anchorsOf } from './anchors.js';
import { type LogDistances, logDistances } from './distance.js';
import { countSupply, emptySupply, FORMS } from './supply.js';
import { addTerms, utilityTerms } from './utility.js';

const TASTE = streamId('installation');
const MOVER_TASTE = streamId('installation.move');
const PRACTICE = streamId('installation.practice');

export const installation: Rule = {
  name: 'installation',
  reads: ['physicians.origin', 'physicians.training', 'physicians.fatigue', 'physicians.exit'],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.territory',
    'physicians.form',
    'physicians.practice',
    'physicians.successor',
    'physicians.keptShare',
  ],
  open: openInstallation,
};

function openInstallation(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const gp = world.physicians.columns;
  const { geography } = world;
  const n = geography.territories.length;
  const layout = cohortLayout(parameters, world.size.startMonth, world.size.endMonth);
  const people = geography.territories.reduce((sum, { population }) => sum + population, 0);
  const supply = emptySupply(n);
  const utility = new Float64Array(n * FORMS);
  const own = new Float64Array(n);
  // Made at the first choice, on the one thread that settles people.
  let distances: LogDistances | undefined;

  return {
    serial(month) {
      const read = (path: string) => parameters.number(`installation.${path}`, month);
      countSupply(world, month, read('memory'), supply);
      if (supply.settlers.length > 0) {
        distances ??= logDistances(
          geography,
          parameters.number('installation.anchor.scale', world.size.startMonth),
        );
        const market = { geography, supply, peoplePerGp: people / total(supply.liberal) };
        addTerms(utility, utilityTerms(parameters, month), market);
        const anchors = anchorsOf(world, parameters, month, market, layout, distances, run);
        const taste = drawKey(run, TASTE, 0);
        const moverTaste = drawKey(run, MOVER_TASTE, month);
        for (const row of supply.settlers) {
          const isNew = gp.status[row] === LOCUM;
          anchors.fill(own, row, isNew ? -1 : gp.territory[row]);
          const option = bestOption(isNew ? taste : moverTaste, row, utility, own, FORMS);
          if (option >= 0) settle(month, row, Math.floor(option / FORMS), option % FORMS);
        }
      }
      regroupPhysicians(world);
    },
  };

  function settle(month: number, row: number, territory: number, form: number): void {
    gp.status[row] = ACTIVE;
    gp.territory[row] = territory;
    gp.form[row] = form;
    gp.since[row] = month;
    gp.exit[row] = 0;
    gp.successor[row] = -1;
    gp.keptShare[row] = 0;
    if (form === SOLO) {
      gp.practice[row] = -1;
      takeOver(month, row, territory);
    } else {
      const path = form === GROUP ? 'installation.groupMax' : 'installation.centreMax';
      gp.practice[row] = practiceToJoin(month, row, territory, form, parameters.number(path, month));
    }
  }

  /** Becomes the successor of the solo GP of the territory whose exit is nearest, if one leaves soon or this month. */
  function takeOver(month: number, row: number, territory: number): void {
    const soon = month + parameters.number('installation.takeoverWindow', month);
    let best = -1;
    for (let i = world.gpStart[territory]; i < world.gpStart[territory + 1]; i++) {
      const other = world.gpOrder[i];
      if (gp.form[other] !== SOLO || gp.successor[other] >= 0) continue;
      const leaves =
        (gp.status[other] === LEAVING && gp.exit[other] <= soon) ||
        (gp.status[other] === RETIRED && gp.exit[other] === month);
      if (leaves && (best < 0 || gp.exit[other] < gp.exit[best])) best = other;
    }
    if (best < 0) return;
    gp.successor[best] = row;
    gp.keptShare[best] = parameters.number('careers.takeover.keptShare', month);
  }

  /** Number of a practice of the form with a free place, drawn among them; else that of a new practice. */
  function practiceToJoin(
    month: number,
    row: number,
    territory: number,
    form: number,
    largest: number,
  ): number {
    const members = new Map<number, number>();
    let next = 0;
    for (let i = world.gpStart[territory]; i < world.gpStart[territory + 1]; i++) {
      const other = world.gpOrder[i];
      if (gp.practice[other] < 0) continue;
      next = Math.max(next, gp.practice[other] + 1);
      if (gp.form[other] === form && practises(gp.status[other]))
        members.set(gp.practice[other], (members.get(gp.practice[other]) ?? 0) + 1);
    }
    const open = [...members].filter(([, size]) => size < largest).map(([practice]) => practice);
    if (open.length === 0) return next;
    const { a, b } = drawKey(run, PRACTICE, month);
    return open[Math.floor(unit(draw(a, b, row)) * open.length)];
  }
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
