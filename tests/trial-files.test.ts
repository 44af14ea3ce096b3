/** Trial files: every mistake gets a sentence with its place, and the trials of the project can be read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Trial } from '../analysis/trials/trial.js';
import { checkTrial, loadTrials } from '../analysis/trials/trial-file.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { namesIn } from '../sim/scenario/load.js';
import { brokenFiles, located } from './support/broken.js';
import { projectFiles } from './support/project.js';

const catalogue = loadCatalogue();

describe('a mistake in a trial gets a sentence', () => {
  for (const { name, path, says } of brokenFiles('trial-')) {
    test(name, () => {
      expect(says.length).toBeGreaterThan(0);
      const { trial, problems } = checkTrial(path, catalogue);
      expect(problems.map((problem) => located(problem))).toEqual(says);
      expect(trial).toBeUndefined();
    });
  }
});

describe('the trials of the project', () => {
  let trials: Trial[] = [];
  beforeAll(() => {
    trials = loadTrials(catalogue);
  });

  test('are all there, by name', () => {
    const files = projectFiles('scenarios/trials', '.yaml');
    expect(files.length).toBe(trials.length);
    expect(trials.map(({ name }) => name)).toEqual([
      'asalee',
      'asalee-follow-up',
      'assistants',
      'msp',
      'premiums',
    ]);
  });

  test('fit the rule of freed hours on Asalée and on nothing else', () => {
    const fitted = trials.flatMap((trial) =>
      trial.kind === 'controlled' && trial.outcomes.some(({ use }) => use === 'fit') ? [trial.name] : [],
    );
    // Who joins an MSP is fitted too, not what joining does.
    expect(fitted).toEqual(['asalee', 'msp']);
    const msp = trials.find(({ name }) => name === 'msp');
    const readings = msp?.kind === 'controlled' ? msp.outcomes.map(({ use, reading }) => [use, reading]) : [];
    expect(readings).toEqual([
      ['fit', 'before'],
      ['fit', 'before'],
      ['check', 'change'],
      ['check', 'change'],
    ]);
  });

  test('judge nothing that is read in 2022 or later', () => {
    const late = trials.filter(({ to }) => to > 2021);
    expect(late.map(({ name }) => name)).toEqual(['assistants']);
    for (const trial of late)
      if (trial.kind === 'controlled') expect(trial.outcomes.every(({ judged }) => !judged)).toBe(true);
  });
});

test('a folder without trials has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-trials-'));
  try {
    expect(loadTrials(catalogue, folder)).toEqual([]);
    writeFileSync(join(folder, 'empty.yaml'), '');
    expect(namesIn(folder)).toEqual(['empty']);
    expect(() => loadTrials(catalogue, folder)).toThrow(/empty\.yaml/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
