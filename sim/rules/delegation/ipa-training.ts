/**
 * Classes of advanced practice nurses (IPA).
 *
 * *What happens.* In September so many students begin, each with a field, an openness and a home drawn by people; the ARS
 * pays their studies. `ipa.months` later the first of the class graduate, up to `ipa.graduates` of it. Of those in stabilised
 * chronic illness, the only field that works beside GPs, `ipa.town` begin as liberal IPA, the others in hospital; where a
 * team has a post for them `ipa` moves them. More places are further students: the same ones begin under any number.
 * *Evidence.* Graduates 2019–24 (UNIPA), 1,366 in training and 131 in town in 2021 (Cour des comptes 2023).
 * *Leaves out.* Who applies and why, the nurses' years before, employers who pay; hospital work and its patients.
 */
import { monthOf, yearOf } from '../../base/calendar.js';
import { pick, runningSums } from '../../base/cumulated.js';
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { DELEGATION_FLOWS } from '../../world/delegation/delegation-counts.js';
import {
  CLASS_KEYS,
  GONE,
  IN_HOSPITAL,
  IN_TRAINING,
  IPA_NURSE,
  LIBERAL_IPA,
  nextParamedic,
} from '../../world/delegation/paramedics.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { countDelegation } from './flows.js';
import { ipaRows, WORKS_BESIDE_GPS } from './ipa-town.js';
import { type ClassSettings, classSettings } from './settings.js';

const TRAINING = instrumentOf('ipaTraining');
const DRAWS = {
  mode: streamId('ipa.mode'),
  field: streamId('ipa.field'),
  home: streamId('ipa.home'),
  openness: streamId('ipa.openness'),
};

export const ipaTraining: Rule = {
  name: 'ipaTraining',
  reads: [],
  writes: [
    ...['key', 'kind', 'state', 'field', 'territory', 'since', 'entered', 'fte', 'openness'].map(
      (column) => `paramedics.${column}`,
    ),
    'territories.delegationFlows',
    'territories.euros',
  ],
  open: openTraining,
};

function openTraining(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { kind, key, state, field, territory, since, entered, fte, openness } = world.paramedics.columns;
  const homes = runningSums(world.geography.territories.map(({ population }) => population));
  // Keyed without the month: a student is the same person under any number of places.
  const drawOf = (stream: number) => uniformsOf(run, stream, 0);

  return {
    serial(month) {
      const settings = classSettings(parameters, month);
      if (month === monthOf(yearOf(month), 9)) begin(month, settings);
      const students = ipaRows(world, (now) => now === IN_TRAINING);
      const isOver = (row: number) => month - entered[row] >= settings.months;
      graduate(students.filter(isOver), month, settings);
      for (const row of students)
        if (state[row] === IN_TRAINING) payOutside(world, territory[row], TRAINING, settings.cost);
    },
  };

  function begin(month: number, { places, fields }: ClassSettings): void {
    const sums = runningSums(fields);
    const fieldOf = drawOf(DRAWS.field);
    const home = drawOf(DRAWS.home);
    const openOf = drawOf(DRAWS.openness);
    for (let ordinal = 0; ordinal < places; ordinal++) {
      const who = yearOf(month) * CLASS_KEYS + ordinal;
      const row = nextParamedic(world.paramedics);
      kind[row] = IPA_NURSE;
      key[row] = who;
      state[row] = IN_TRAINING;
      field[row] = pick(sums, fieldOf(who));
      territory[row] = pick(homes, home(who));
      since[row] = month;
      entered[row] = month;
      fte[row] = 1;
      openness[row] = openOf(who);
    }
  }

  /** A class is in the order of its ordinals: the first of them graduate. */
  function graduate(students: readonly number[], month: number, { graduates, town }: ClassSettings): void {
    const most = Math.round(graduates * students.length);
    const mode = drawOf(DRAWS.mode);
    students.forEach((row, i) => {
      since[row] = month;
      if (i >= most) {
        state[row] = GONE;
        return;
      }
      const isForTown = field[row] === WORKS_BESIDE_GPS && mode(key[row]) < town;
      state[row] = isForTown ? LIBERAL_IPA : IN_HOSPITAL;
      countDelegation(world, territory[row], DELEGATION_FLOWS.ipaGraduates);
    });
  }
}
