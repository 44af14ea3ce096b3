/** Rights of advanced practice nurses: who may see one without a GP's word, and the opposition that a new right raises. */
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { caseloads } from '../sim/rules/delegation/caseloads.js';
import { ipa } from '../sim/rules/delegation/ipa.js';
import { ACCESS, PRESCRIPTION } from '../sim/rules/delegation/settings.js';
import { LIBERAL_IPA } from '../sim/world/delegation/paramedics.js';
import { MSP, OPEN } from '../sim/world/teams/teams.js';
import { startCollectiveRun } from './support/collective.js';
import { addIpa, equalLists } from './support/delegation.js';
import { readSources } from './support/months.js';

function lives(settings: readonly string[] = [], rules = [ipa, caseloads]) {
  const run = startCollectiveRun(rules, settings);
  equalLists(run.world);
  return run;
}

describe('rights of IPA', () => {
  test('are the words of the catalogue, fewest first', () => {
    const { parameters } = readSources().catalogue;
    expect(parameters.get('ipa.access')?.choices).toEqual(ACCESS);
    expect(parameters.get('ipa.prescription')?.choices).toEqual(PRESCRIPTION);
  });

  /** An IPA alone and one in an MSP, with hours to spare. */
  const direct = (settings: readonly string[], share = 0) => {
    const { world, months } = lives(settings, [ipa, caseloads]);
    const { state, kind, territory } = world.teams.columns;
    const t = [...state.keys()].find((row) => state[row] === OPEN && kind[row] === MSP) ?? -1;
    const away = territory[t] === 0 ? 1 : 0;
    addIpa(world, away, LIBERAL_IPA, monthOf(2020, 1));
    world.paramedics.columns.team[addIpa(world, territory[t], LIBERAL_IPA, monthOf(2020, 1))] = t;
    world.territories.columns.cptsShare[away] = share;
    months(monthOf(2021, 2), monthOf(2021, 3));
    return [away, territory[t]].map((z) => world.territories.columns.direct[z]);
  };

  test('give acts to people without GP where the law opens the door, in structures first', () => {
    expect(direct([])).toEqual([0, 0]);
    const [apart, inTeam] = direct(['ipa.access=coordinated']);
    expect(apart).toBe(0);
    // 653 people at 2.4 visits a year.
    expect(inTeam).toBeCloseTo((1607 * 0.65 * 60) / 40 / 12, 0);
    expect(direct(['ipa.access=everywhere'])[0]).toBeCloseTo(inTeam, 6);
    expect(direct(['ipa.access=coordinated'], 0.25)[0]).toBeCloseTo(inTeam / 4, 6);
  });

  test('raise an opposition that halves in a year; rights taken away, or never given, raise none', () => {
    const opposition = (settings: readonly string[], later: number) => {
      const { world, months } = lives(settings, [ipa]);
      months(monthOf(2020, 12), monthOf(2021, 1) + later);
      return world.delegations.columns.opposition[0];
    };
    const given = ['ipa.access@2021-01=everywhere'];
    expect(opposition(given, 0)).toBe(1);
    expect(opposition(given, 12)).toBeCloseTo(0.5, 3);
    expect(opposition([], 12)).toBe(0);
    expect(opposition(['ipa.prescription@2021-01=first'], 0)).toBe(1);
    const taken = ['ipa.access=everywhere', 'ipa.access@2021-01=referral'];
    expect(opposition(taken, 0)).toBeLessThan(1);
  });
});
