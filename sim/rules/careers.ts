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
 * A GP who signed for an aid stays in the zone as long as the contract binds; exits are not held.
 * Last month's meetings take a share of their hours away from patients, freed hours give some back or are rested
 * (rules/delegation/freed-time.ts), hours given elsewhere are missing; unpaid hours tire, a team that works relieves
 * (rules/teams/engagement.ts).
 * Evidence: MODEL §5 Careers and Supply, ST §2–3. Leaves to others: who comes (training, installation).
 */
import * as draws from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { oncePerWorld } from '../world/once-per-world.js';
import * as physicians from '../world/physicians.js';
import { leaveCollective } from '../world/teams/leave.js';
import { fullHours } from '../world/working-hours.js';
import type { World } from '../world/world.js';
import { type CareerTables, careerTables, fatigueLevel } from './career-tables.js';
import type { Rule, RunningRule } from './rule.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { draw, drawKey, streamId, threshold } = draws;
const { ACTIVE, LEAVING, practises, RETIRED, SOLO } = physicians;

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
    'physicians.planned',
    'physicians.wait',
    'physicians.coordination',
    'physicians.unpaid',
    'physicians.extra',
    'physicians.rest',
    'physicians.away',
    'physicians.relief',
    'physicians.commitment',
  ],
  writes: [
    'physicians.status',
    'physicians.since',
    'physicians.exit',
    'physicians.successor',
    'physicians.keptShare',
    'physicians.inherited',
    'physicians.hours',
    'physicians.fatigue',
    'physicians.team',
    'physicians.project',
    'physicians.roles',
  ],
  open: openCareers,
};

function openCareers(world: World, parameters: Parameters, run: draws.DrawKey): RunningRule {
  const gp = world.physicians.columns;
  const { id, status, exit, fatigue, birth, since, commitment } = gp;
  const { gpOrder, gpStart } = world;
  const gone: number[] = [];
  const work = working(world);
  let tables: CareerTables | undefined;
  let validUntil = -Infinity;

  return {
    start() {
      tables = undefined;
    },
    serial(month) {
      if (tables === undefined || month >= validUntil) {
        tables = careerTables(parameters, month);
        validUntil = Math.min(parameters.nextChange('careers', month), parameters.nextChange('teams', month));
      }
      // Exits of the first months were announced before history begins.
      const first = month === world.size.startMonth ? month + 1 : month + tables.notice;
      for (let ahead = first; ahead <= month + tables.notice; ahead++) announce(ahead, tables);
      close(month, tables);
      work(month, tables);
    },
  };

  /** Practices that close this month: exits that fall due, and moves. Heirs are named when all who leave are known. */
  function close(month: number, current: CareerTables): void {
    const { a, b } = drawKey(run, MOVE, month);
    const most = threshold(current.lateMoves + current.earlyMoves);
    const practising = gpStart[gpStart.length - 1];
    gone.length = 0;
    for (let i = 0; i < practising; i++) {
      const row = gpOrder[i];
      if (status[row] === LEAVING) {
        if (exit[row] > month) continue;
      } else {
        const bits = draw(a, b, id[row]);
        if (bits >= most || commitment[row] >= month) continue;
        const early = current.earlyMoves * Math.exp((since[row] - month) / current.earlyMonths);
        if (bits >= threshold(current.lateMoves + early)) continue;
        since[row] = month + 1;
      }
      status[row] = RETIRED;
      exit[row] = month;
      leaveCollective(world, row);
      gone.push(row);
    }
    for (const row of gone) {
      if (gp.form[row] !== SOLO) gp.successor[row] = partnerOf(world, row, current.fullest);
      else if (!stillThere(gp.successor[row], row)) gp.successor[row] = -1;
      const heir = gp.successor[row];
      gp.keptShare[row] = heir >= 0 ? current.keptShare : 0;
      if (heir >= 0) gp.inherited[heir] += current.keptShare * gp.planned[row];
    }
  }

  /** True when the newcomer who settled to take over still practises in the place, and stays. */
  function stillThere(heir: number, row: number): boolean {
    return heir >= 0 && status[heir] === ACTIVE && gp.territory[heir] === gp.territory[row];
  }

  /** Draws the exits that will take place in `month`, which are announced now. */
  function announce(month: number, current: CareerTables): void {
    const { hazard, highest, fatigueEffect, fatigue: fatigueTables } = current;
    const { a, b } = drawKey(run, EXIT, month);
    const practising = gpStart[gpStart.length - 1];
    for (let i = 0; i < practising; i++) {
      const row = gpOrder[i];
      if (status[row] !== ACTIVE) continue;
      const atReference = hazard[month - birth[row]];
      const bits = draw(a, b, id[row]);
      if (bits >= atReference * highest) continue;
      if (bits >= atReference * Math.exp(fatigueEffect * (fatigue[row] - fatigueTables.reference))) continue;
      status[row] = LEAVING;
      exit[row] = month;
    }
  }
}

/** Hours with patients are what meetings and other places leave and others free; last month's team tires and relieves. */
const working = oncePerWorld(({ physicians, gpOrder, gpStart }) => {
  const gp = physicians.columns;
  const { status, hours, marginal, wait, coordination, extra, rest, away, unpaid, relief, fatigue } = gp;
  const fullOf = new Float64Array(gpOrder.length);
  return (month: number, current: CareerTables): void => {
    const { hours: hoursTables, fatigue: fatigueTables, meetingsCost, perUnpaid } = current;
    const practising = gpStart[gpStart.length - 1];
    fullHours(gp, gpOrder, practising, month, hoursTables, fullOf);
    for (let i = 0; i < practising; i++) {
      const row = gpOrder[i];
      if (!practises(status[row])) continue;
      const full = fullOf[i];
      const own = marginal[row] ? full * hoursTables.marginal : full;
      const moved = extra[row] - meetingsCost * coordination[row] - away[row];
      hours[row] = Math.max(0, own + moved);
      const collectiveFatigue = perUnpaid * unpaid[row] - relief[row];
      const level = fatigueLevel(full - rest[row], wait[row], collectiveFatigue, fatigueTables);
      fatigue[row] += (level - fatigue[row]) * fatigueTables.speed;
    }
  };
});

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
