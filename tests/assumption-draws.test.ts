/** The parameter draws of a validation: what is drawn, how far, and what a scenario keeps of its own. */
import { describe, expect, test } from 'vitest';
import { assumptionDraws, drawnScenario } from '../analysis/validation/draws.js';
import { pointValues } from '../sim/batch/design/points.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';

const catalogue = loadCatalogue();
const baseline = loadScenario('baseline', catalogue);
const POINTS = 20;
const design = assumptionDraws(catalogue, POINTS, 'maillage');
const varied = design.dimensions.map(({ parameter }) => parameter);
const parameterOf = (path: string) => catalogue.parameters.get(path);

describe('draws of the assumptions on teams, CPTS and institutions', () => {
  test('take every assumption of them that can be drawn, and nothing fitted, measured or agreed', () => {
    expect(varied.length).toBeGreaterThan(200);
    expect(new Set(varied).size).toBe(varied.length);
    for (const path of varied) expect(parameterOf(path)?.status, path).toBe('assumption');
    expect(varied).toEqual(
      expect.arrayContaining(['cpts.effect.level', 'supporters.union.unity', 'msp.aid']),
    );
    for (const fixed of [
      'cpts.rate',
      'teams.hourPaid',
      'cpts.aci.payDepth',
      'care.minutes',
      'agencies.covid',
    ])
      expect(varied).not.toContain(fixed);
  });

  test('put one draw in each twentieth of a range', () => {
    const d = varied.indexOf('cpts.review.weight');
    const { low = 0, high = 0 } = design.dimensions[d];
    const slices = Array.from({ length: POINTS }, (_, p) =>
      Math.floor(((pointValues(design, p)[d] - low) / (high - low)) * POINTS),
    );
    expect(slices.toSorted((a, b) => a - b)).toEqual(slices.map((_, i) => i));
    const other = varied.indexOf('cpts.review.bonus');
    const places = Array.from({ length: POINTS }, (_, p) =>
      Math.floor(pointValues(design, p)[other] * POINTS),
    );
    expect(places).not.toEqual(slices);
  });

  test('stay within the limits of every parameter', () => {
    for (let p = 0; p < POINTS; p++)
      expect(() => resolveParameters(catalogue, drawnScenario(baseline, design, p))).not.toThrow();
  });

  test('lie under the scenario: what it sets stays, what it does not set is drawn', () => {
    const month = (2020 - 1900) * 12;
    const set = applySet(catalogue, baseline, 'cpts.effect.level=0', 1);
    const read = (p: number) => resolveParameters(catalogue, drawnScenario(set, design, p));
    const levels = [0, 1, 2].map((p) => read(p).number('cpts.effect.level', month));
    expect(levels).toEqual([0, 0, 0]);
    const weights = [0, 1, 2].map((p) => read(p).number('cpts.review.weight', month));
    expect(new Set(weights).size).toBe(3);
  });

  test('are the same for the same seed, and others for another', () => {
    const again = assumptionDraws(catalogue, POINTS, 'maillage');
    const other = assumptionDraws(catalogue, POINTS, 'another');
    expect(pointValues(again, 3)).toEqual(pointValues(design, 3));
    expect(pointValues(other, 3)).not.toEqual(pointValues(design, 3));
  });
});
