/**
 * Enrolment: gaining, losing and looking for a médecin traitant.
 *
 * A GP's exit passes a share of the list to a successor and frees the rest. Children have a usual GP, declared for
 * some of them since 2017; at 16 a person declares one or joins those who never do (young men more often). Those who
 * search ask a GP of their own or a near territory, drawn by places offered and travel time, and get a place with the
 * chance that territory announced. Evidence: MODEL §5 Médecin traitant, ST §4, §18.
 * Leaves to others: how many places there are (openings), who takes over (careers), losses by moving (demography).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, drawKey, streamId } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { type EnrolmentMonth, enrolmentOf } from './people.js';

const TAKEOVER = streamId('enrolment.takeover');
const ASK = streamId('enrolment.ask');
const WHERE = streamId('enrolment.where');
const WHICH = streamId('enrolment.which');
const PLACE = streamId('enrolment.place');
const DECLARES = streamId('enrolment.declares');
const CHILD = streamId('enrolment.childDeclaration');

export const enrolment: Rule = {
  name: 'enrolment',
  reads: [
    'patients.birth',
    'physicians.status',
    'physicians.successor',
    'physicians.keptShare',
    'territories.places',
    'territories.placements',
    'territories.acceptance',
    'world.placesSum',
  ],
  writes: [
    'patients.doctor',
    'patients.flags',
    'patients.monthsWithout',
    'tallies.withoutLost',
    'tallies.withoutNever',
    'tallies.searching',
    'tallies.searchingOver6',
    'tallies.aldWithout',
    'tallies.childrenDeclared',
    'tallies.attached',
    'tallies.lost',
    'gpLanes.listChange',
    'gpLanes.proposals',
  ],
  open: (world, parameters, run) => openEnrolment(world, parameters, run),
};

function openEnrolment(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { minutes } = world.geography.neighbours;
  const enrol = enrolmentOf(world);
  let reachMinutes = 0;
  let decay: Float64Array = new Float64Array(minutes.length);
  let current: EnrolmentMonth;

  return {
    begin(month) {
      const read = (path: string) => parameters.number(`enrolment.${path}`, month);
      const key = (stream: number) => drawKey(run, stream, month);
      if (read('reachMinutes') !== reachMinutes) {
        reachMinutes = read('reachMinutes');
        decay = Float64Array.from(minutes, (distance) => Math.exp(-distance / reachMinutes));
      }
      current = {
        now: month,
        keys: {
          takeover: key(TAKEOVER),
          ask: key(ASK),
          where: key(WHERE),
          which: key(WHICH),
          place: key(PLACE),
          child: key(CHILD),
          declares: drawKey(run, DECLARES, 0),
        },
        adult: read('adultAge') * MONTHS_PER_YEAR,
        declaration: read('declarationAge') * MONTHS_PER_YEAR,
        askPerMonth: read('askPerMonth'),
        askPerMonthChronic: read('askPerMonthChronic'),
        searchAfterLoss: read('searchAfterLoss'),
        startSearching: read('startSearching'),
        startSearchingAgain: read('startSearchingAgain'),
        startSearchingChronic: read('startSearchingChronic'),
        childAsk: read('childAskPerMonth'),
        childDeclaration: read('childDeclarationPerMonth'),
        decay,
        neverDeclares: parameters.list('enrolment.neverDeclares', month),
      };
    },
    territory(z, lane) {
      enrol(z, lane, current);
    },
  };
}
