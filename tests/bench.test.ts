/** The measured runs of `maillage bench`, each in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BenchRequest, bench } from '../analysis/bench.js';
import { errorAsData, errorFromData, MaillageError } from '../sim/base/errors.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { fewDoctors } from './support/few-doctors.js';

const catalogue = loadCatalogue();
const baseline = fewDoctors().reduce(
  (scenario, setting, i) => applySet(catalogue, scenario, setting, i + 1),
  loadScenario('baseline', catalogue),
);
const options = { scenario: baseline, catalogue, seed: 'test', scale: 1000, to: 2013, rounds: 1 };

describe('measured runs', () => {
  test('the phases of a run add up to the time of its months', async () => {
    const [{ threads, round, phases, seconds, digest }] = await bench({ ...options, threads: [1] });
    expect({ threads, round }).toEqual({ threads: 1, round: 1 });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(phases)).toEqual([...SCHEDULE.map(({ name }) => name), 'recorder']);
    const sum = Object.values(phases).reduce((total, phase) => total + phase, 0);
    expect(sum).toBeCloseTo(seconds, 6);
  });

  test('what goes wrong in the process of a run is said in its sentence, as bad input', async () => {
    const scenario = applySet(catalogue, baseline, 'training.places=9000', 1);
    const failure = await bench({ ...options, scenario, threads: [1] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MaillageError);
    expect(failure).toMatchObject({ code: 'out-of-range', exitCode: 2 });
    expect(String(failure)).toMatch(/training\.places makes \d+ doctors settle out of one class/);
  });

  test('a run whose caller is gone stops: it would last for a minute', { timeout: 60_000 }, async () => {
    const child = fork(new URL('../analysis/bench-process.js', import.meta.url), {
      serialization: 'advanced',
    });
    onTestFinished(() => {
      child.kill();
    });
    const parameters = resolveParameters(catalogue, baseline).toJSON();
    const started = performance.now();
    const request: BenchRequest = { parameters, seed: 'test', scale: 100, to: 2050, threads: 1 };
    child.send(request);
    // By then it has read the request: gone before that, it would have nothing to do.
    await setTimeout(3000);
    expect(child.exitCode).toBeNull();
    child.disconnect();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('an error sent from one process to another', () => {
  test('keeps its code, its sentence and its exit code', () => {
    const sent = new MaillageError('resources', 'too little memory', { where: 'a.yaml:1:2', exitCode: 1 });
    const { code, message, exitCode } = errorFromData(structuredClone(errorAsData(sent)));
    expect({ code, message, exitCode }).toEqual({
      code: 'resources',
      message: 'a.yaml:1:2: too little memory',
      exitCode: 1,
    });
  });

  test('is a failure of the program when it was none of ours', () => {
    expect(errorAsData(new TypeError('x is undefined'))).toEqual({
      code: 'internal',
      message: 'x is undefined',
      exitCode: 1,
    });
    expect(errorAsData('thrown text')).toMatchObject({ code: 'internal', message: 'thrown text' });
  });
});
