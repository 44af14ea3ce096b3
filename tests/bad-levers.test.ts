/** Mistakes in scenarios of teams, CPTS, institutions and supporters: each gets a sentence with its place. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { checkScenario, loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import { brokenFiles, located } from './support/broken.js';
import { maillageHere } from './support/program.js';
import { PROJECT } from './support/project.js';

const catalogue = loadCatalogue();

describe('a mistake about a lever gets a sentence', () => {
  for (const { name, path, says } of brokenFiles('lever-')) {
    test(name, () => {
      expect(says.length).toBeGreaterThan(0);
      expect(checkScenario(path, catalogue).problems.map((problem) => located(problem))).toEqual(says);
    });
  }

  test('at the command line too, with exit code 2 and nothing on stdout', async () => {
    const file = join(PROJECT, 'tests/broken/lever-unknown-word.yaml');
    const { code, stdout, stderr } = await maillageHere(['run', file, '--scale', '1000', '--to', '2013']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("'nobodi' is not a choice of cpts.support.chooser; did you mean 'nobody'?");
  });
});

test('CPTS may be opened before the law: that is a counterfactual, not a mistake', () => {
  const early = applySet(catalogue, loadScenario('baseline', catalogue), 'cpts.open@2014-06=1', 1);
  expect(resolveParameters(catalogue, early).number('cpts.open', monthOf(2014, 5))).toBe(0);
  expect(resolveParameters(catalogue, early).number('cpts.open', monthOf(2014, 6))).toBe(1);
});
