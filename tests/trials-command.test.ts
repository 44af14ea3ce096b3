/** `maillage validate --trials`: what it refuses, its tables and JSON, and that watching GPs changes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  failedOutcomes,
  judgeAids,
  judgeOutcome,
  type TrialJudgement,
} from '../analysis/trials/judge-trials.js';
import { runTrials } from '../analysis/trials/run-trials.js';
import type { ControlledTrial, DeadweightTrial, Outcome } from '../analysis/trials/trial.js';
import { answerForm } from '../bin/json-forms.js';
import { textWidth } from '../bin/terminal/table.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { trialLines } from '../bin/validation/trial-lines.js';
import { trialJson } from '../bin/validation/trials-json.js';
import { monthOf } from '../sim/base/calendar.js';
import { runSimulation } from '../sim/engine/simulate.js';
import { schemeBit } from '../sim/recorder/gp-panel.js';
import { loadScenario } from '../sim/scenario/load.js';
import { fewDoctors } from './support/few-doctors.js';
import { readSources, type Sources } from './support/months.js';
import { maillageHere } from './support/program.js';

const outcome: Outcome = {
  id: 'registered',
  label: { en: 'Registered adults, before joining', fr: 'Adultes inscrits, avant l’entrée' },
  of: 'adultList',
  reading: 'change',
  observed: 6.87,
  tolerance: 2,
  use: 'fit',
  judged: true,
  like: ['sex', 'ageClass', 'form', 'zone', 'listDecile'],
};

const trial: ControlledTrial = {
  kind: 'controlled',
  name: 'made',
  title: { en: 'A made trial', fr: 'Un essai fabriqué' },
  source: 'this test',
  note: { en: 'A note.', fr: 'Une note.' },
  without: [],
  to: 2015,
  scheme: 'msp',
  joined: { from: 2014, to: 2014 },
  read: { before: 1, after: 1 },
  outcomes: [
    outcome,
    {
      ...outcome,
      id: 'acts',
      label: { en: 'Acts', fr: 'Actes' },
      use: 'check',
      observed: { sign: 'notUp' },
      tolerance: undefined,
      like: ['sex'],
    },
    { ...outcome, id: 'tested', of: 'tested', reading: 'points', judged: false, tolerance: undefined },
  ],
};
const premiums: DeadweightTrial = {
  kind: 'deadweight',
  name: 'aids',
  title: { en: 'Made aids', fr: 'Aides fabriquées' },
  source: 'this test',
  without: [],
  from: monthOf(2017, 1),
  to: 2021,
};

describe('the command refuses', () => {
  test.each([
    [['--fine', '5'], '--fine has no meaning with --trials'],
    [['--scale', '200'], 'no verdict on a trial at 1:200'],
    [['--replicates', '4'], 'rests on at least 5 replicates, not 4'],
    [['--only', 'asalea'], "did you mean 'asalee'?"],
  ])('%s: %s', async (words, says) => {
    const { code, stdout, stderr } = await maillageHere(['validate', '--trials', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

describe('what is printed', () => {
  const replicate = (effect: number) => ({
    estimate: { treated: 1234, controls: 23_456, relaxed: 2.5, leftOut: 1, effect },
    twin: effect / 2,
  });
  const judgements: TrialJudgement[] = [
    { trial, outcomes: trial.outcomes.map((one) => judgeOutcome(one, [replicate(11.2), replicate(12.4)])) },
    {
      trial: premiums,
      aids: judgeAids(
        [1, 2].map((n) => ({
          firstMonth: { recipients: 10 * n, counted: 7, byHand: 7 },
          aids: [
            { aid: 'caim', signed: 300 * n, deadweight: 250 },
            { aid: 'ptma', signed: 0, deadweight: 0 },
          ],
          gpsGained: 30 * n,
          millions: 12,
        })),
      ),
    },
  ];
  const settings = { scenario: 'baseline', scale: 100, replicates: 2, quick: true };
  const failed = failedOutcomes(judgements);
  const silent = { write: () => true, isTTY: false };

  test.each(['en', 'fr'] as const)('fits 80 columns, misses and remarks included (%s)', (language) => {
    const terminal = terminalOn({ stdout: silent, stderr: silent } as never, language, false);
    const lines = trialLines(judgements, failed, settings, terminal);
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    const text = lines.join('\n');
    expect(text).toContain(language === 'en' ? '+11.8 ±7.6 %' : '+11,8 ±7,6 %');
    expect(text).toContain(
      language === 'en' ? 'misses what was observed by +4.9 %' : 'manque l’observé de +4,9 %',
    );
    expect(text).toContain('made.registered');
  });

  test('has its form as JSON', () => {
    const answer = {
      schema: 'maillage/trials/1',
      scenario: 'baseline',
      changes: [],
      seed: 'maillage',
      quick: true,
      scale: 100,
      replicates: 2,
      trials: judgements.map(trialJson),
      failed,
    };
    const read = JSON.parse(JSON.stringify(answer));
    expect(answerForm('trials').safeParse(read).error?.issues ?? []).toEqual([]);
  });
});

describe('GPs who are watched', () => {
  let sources: Sources;
  beforeAll(() => {
    // A fifth of the GPs of all France are there, the people of Corse alone.
    sources = readSources(['94'], fewDoctors(0.2));
  });

  test('live as those who are not: the panel changes no byte, on any number of threads', async () => {
    const run = (threads: number, panel: boolean) =>
      runSimulation({
        parameters: sources.parameters.toJSON(),
        geography: sources.geography,
        seed: 'panel',
        replicate: 0,
        scale: 1000,
        threads,
        from: 2013,
        to: 2014,
        digest: true,
        ...(panel ? { panel: { settlersOf: [monthOf(2014, 3)] } } : {}),
      });
    const [plain, watched, twice] = [await run(1, false), await run(1, true), await run(2, true)];
    expect(watched.digest).toBe(plain.digest);
    expect(twice.digest).toBe(plain.digest);
    expect(plain.panel).toBeUndefined();
    expect(twice.panel).toEqual(watched.panel);
    const [first, second] = watched.panel?.years ?? [];
    expect([first.year, second.year]).toEqual([2013, 2014]);
    expect(first.id.length).toBeGreaterThan(9000);
    expect(first.id.every((id, at) => at === 0 || id > first.id[at - 1])).toBe(true);
    expect(second.schemes.some((bits) => (bits & schemeBit('msp')) !== 0)).toBe(true);
    // Whoever settled in March is there in December, unless gone again.
    const settled = watched.panel?.settlers[0].id ?? new Int32Array();
    expect(settled.length).toBeGreaterThan(20);
    const there = new Set(second.id);
    expect(Array.from(settled).filter((id) => there.has(id)).length).toBeGreaterThan(settled.length * 0.8);
  });

  test('stand where they stood in the same world run again: no twin differs when nothing was changed', async () => {
    const { catalogue, geography } = sources;
    const [judged] = await runTrials({
      trials: [trial],
      scenario: loadScenario('baseline', catalogue),
      catalogue,
      geography,
      seed: 'trial',
      replicates: 1,
      scale: 1000,
      threads: 2,
    });
    const [registered] = 'outcomes' in judged ? judged.outcomes : [];
    expect(registered.treated + registered.leftOut).toBeGreaterThan(50);
    expect(registered.twin.mean).toBe(0);
  });
});
