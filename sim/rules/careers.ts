/**
 * Careers of settled GPs: working hours, fatigue, announced exit, exit and takeover of the list, early moves.
 *
 * Weekly hours with patients = profession's level × age or generation × sex × form × own trait × fatigue; a
 * marginal practice works a share of them. Whether the young work less because of their age or of their
 * generation is a named uncertainty (`careers.hours.reading`). Fatigue relaxes towards a level set by hours and by
 * the wait of patients. Exit hazard = level + logistic rise around the retirement age, × exp(β × (fatigue − its
 * reference)), so that fatigue redistributes exits. An exit is announced some months ahead (status LEAVING).
 * In the month `exit` the GP is RETIRED; `successor` (a partner of the practice, or the newcomer who settled to
 * take over) keeps `keptShare` of the list. A GP who moves leaves the list in the same way, and looks for another
 * place the month after: status RETIRED with `since` after `exit`, see `moves`.
 * Evidence: MODEL §5 Careers and Supply, ST §2–3. Leaves to others: who comes (training, installation).
 */
import { type DrawKey, draw, drawKey, streamId, threshold } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { ACTIVE, LEAVING, practises, RETIRED, SOLO } from '../world/physicians.js';
import { fullHours } from '../world/working-hours.js';
import type { World } from '../world/world.js';
import { type CareerTables, careerTables, fatigueLevel } from './career-tables.js';
import type { Rule, RunningRule } from './rule.js';

const EXIT = streamId('careers.exit');
const MOVE = streamId('careers.move');

export const careers: Rule = {
  name: 'careers',
  reads: [
    'physicians.birth',
    'physicians.female',
    'physicians.territory',
    'physicians.form',
    'physicians.practice',
    'physicians.marginal',
    'physicians.hoursTrait',
    'physicians.list',
    'physicians.listTarget',
    'physicians.wait',
  ],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.exit',
    'physicians.successor',
    'physicians.keptShare',
    'physicians.hours',
    'physicians.fatigue',
  ],
  open: openCareers,
};

function openCareers(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const gp = world.physicians.columns;
  const { status, exit, fatigue, birth, since } = gp;
  const rows = world.physicians.rows;
  let tables: CareerTables | undefined;
  let validUntil = -Infinity;

  return {
    serial(month) {
      if (tables === undefined || month >= validUntil) {
        tables = careerTables(parameters, month);
        validUntil = parameters.nextChange('careers', month);
      }
      closeDue(month, tables);
      move(month, tables);
      // Exits of the first months were announced before history begins.
      const first = month === world.size.startMonth ? month + 1 : month + tables.notice;
      for (let ahead = first; ahead <= month + tables.notice; ahead++) announce(ahead, tables);
      work(month, tables);
    },
  };

  function closeDue(month: number, current: CareerTables): void {
    for (let row = 0; row < rows; row++)
      if (status[row] === LEAVING && exit[row] <= month) leave(month, row, current);
  }

  function leave(month: number, row: number, { keptShare, fullest }: CareerTables): void {
    if (gp.form[row] !== SOLO) gp.successor[row] = partnerOf(world, row, fullest);
    else if (gp.successor[row] >= 0 && status[gp.successor[row]] !== ACTIVE) gp.successor[row] = -1;
    gp.keptShare[row] = gp.successor[row] >= 0 ? keptShare : 0;
    status[row] = RETIRED;
    exit[row] = month;
  }

  function move(month: number, current: CareerTables): void {
    const { a, b } = drawKey(run, MOVE, month);
    const most = threshold(current.lateMoves + current.earlyMoves);
    for (let row = 0; row < rows; row++) {
      if (status[row] !== ACTIVE) continue;
      const bits = draw(a, b, row);
      if (bits >= most) continue;
      const early = current.earlyMoves * Math.exp((since[row] - month) / current.earlyMonths);
      if (bits >= threshold(current.lateMoves + early)) continue;
      leave(month, row, current);
      since[row] = month + 1;
    }
  }

  /** Draws the exits that will take place in `month`, which are announced now. */
  function announce(
    month: number,
    { hazard, highest, fatigueEffect, fatigue: { reference } }: CareerTables,
  ): void {
    const { a, b } = drawKey(run, EXIT, month);
    for (let row = 0; row < rows; row++) {
      if (status[row] !== ACTIVE) continue;
      const monthly = hazard[month - birth[row]];
      const bits = draw(a, b, row);
      if (bits >= threshold(monthly * highest)) continue;
      if (bits >= threshold(monthly * Math.exp(fatigueEffect * (fatigue[row] - reference)))) continue;
      status[row] = LEAVING;
      exit[row] = month;
    }
  }

  function work(month: number, current: CareerTables): void {
    for (let row = 0; row < rows; row++) {
      if (!practises(status[row])) continue;
      const full = fullHours(gp, row, month, current.hours);
      gp.hours[row] = gp.marginal[row] ? full * current.hours.marginal : full;
      fatigue[row] +=
        (fatigueLevel(full, gp.wait[row], current.fatigue) - fatigue[row]) * current.fatigue.speed;
    }
  }
}

/** Partner of the same practice with the most room on the list, −1 when each is fuller than `fullest` × target. */
function partnerOf(world: World, row: number, fullest: number): number {
  const { territory, practice, form, status, list, listTarget } = world.physicians.columns;
  const z = territory[row];
  let best = -1;
  let bestRoom = 0;
  for (let i = world.gpStart[z]; i < world.gpStart[z + 1]; i++) {
    const other = world.gpOrder[i];
    if (other === row || status[other] !== ACTIVE) continue;
    if (practice[other] !== practice[row] || form[other] !== form[row]) continue;
    const room = listTarget[other] * fullest - list[other];
    if (room < bestRoom || (room === bestRoom && best >= 0)) continue;
    best = other;
    bestRoom = room;
  }
  return best;
}
