/**
 * An assumption earns its place by what it moves (ARCHITECTURE §2.4): each is run at both ends of its range, on the seed
 * of the baseline, and some indicator of the dictionary must follow. What moves nothing is deleted, not kept for show.
 */
import { describe, expect, test } from 'vitest';
import { type ManyOptions, runMany } from '../../sim/engine/many.js';
import type { RunResult } from '../../sim/engine/simulate.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import type { Parameter } from '../../sim/parameters/entry.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { tidyRows } from '../../sim/recorder/rows.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { applySet } from '../../sim/scenario/set.js';
import { buildGeography } from '../../sim/world/geography/build.js';

const SCALE = 1000;
const THREADS = 2;
/** Most assumptions show in the first year; those on training wait for the classes that it makes. */
const HORIZONS = [2013, 2018];
/** Levers that the baseline leaves off, on here in both runs: an assumption about a lever is moot without it. */
const LEVERS_ON = ['training.placement.share=0.5'];
/** A change of less than this share of every yearly figure of France is rounding, not an effect. */
const LEAST_CHANGE = 1e-6;

const catalogue = loadCatalogue();
const baseline = loadScenario('baseline', catalogue);
const geography = buildGeography();
const assumptions = [...catalogue.parameters.values()].filter(({ status }) => status === 'assumption');

/** Settings that take an assumption to the ends of what it argues. */
function endsOf({ path, range, factor, choices, dated }: Parameter): string[] {
  if (choices !== undefined)
    return choices.filter((word) => word !== dated[0].value).map((word) => `${path}=${word}`);
  if (factor !== undefined) return factor.map((end) => `${path}*=${end}`);
  return (range ?? []).map((end) => `${path}=${end}`);
}

function optionsUnder(settings: readonly string[], to: number): ManyOptions {
  const scenario = [...LEVERS_ON, ...settings].reduce(
    (changed, setting, i) => applySet(catalogue, changed, setting, i + 1),
    baseline,
  );
  const parameters = resolveParameters(catalogue, scenario).toJSON();
  return { parameters, seed: 'assumptions', replicate: 0, scale: SCALE, from: 2013, to };
}

/** Yearly figures of France, all people together, by year and indicator. */
function figuresOf({ recording }: RunResult): Map<string, number> {
  const rows = [...tidyRows(recording, 'headline')].filter(
    ({ place, group, period }) => place === FRANCE && group === 'all' && period.length === 'YYYY'.length,
  );
  return new Map(rows.map(({ period, indicator, value }) => [`${indicator} ${period}`, value]));
}

interface Move {
  readonly setting: string;
  readonly change: number;
  readonly figure: string;
}

/** The figure that moved most, relative to the baseline. */
function largestMove(setting: string, changed: Map<string, number>, plain: Map<string, number>): Move {
  let largest: Move = { setting, change: 0, figure: 'nothing' };
  for (const [figure, value] of plain) {
    const change = Math.abs((changed.get(figure) ?? 0) - value) / Math.max(Math.abs(value), Number.MIN_VALUE);
    if (change > largest.change) largest = { setting, change, figure };
  }
  return largest;
}

/** The largest move of each setting by the end of a year. */
async function movesOf(settings: readonly string[], to: number): Promise<Move[]> {
  const list = [[], ...settings.map((setting) => [setting])].map((all) => optionsUnder(all, to));
  const [plain, ...changed] = (await runMany(list, { threads: THREADS, geography })).map(figuresOf);
  return changed.map((figures, i) => largestMove(settings[i], figures, plain));
}

const isStill = ({ change }: Move) => change < LEAST_CHANGE;

describe('the assumptions of the catalogue', () => {
  test('each moves some indicator over its range', async () => {
    const moves = new Map<string, Move>();
    let waiting = assumptions.flatMap(endsOf);
    for (const to of HORIZONS) {
      for (const move of await movesOf(waiting, to)) moves.set(move.setting, move);
      // An assumption of which one end is seen already needs no longer run.
      waiting = assumptions
        .map(endsOf)
        .filter((ends) => ends.every((end) => isStill(moves.get(end)!)))
        .flat();
    }
    for (const { setting, change, figure } of moves.values())
      console.log(`${setting.padEnd(45)} ${(100 * change).toFixed(4).padStart(12)} %  ${figure}`);
    expect(waiting, 'assumptions that move nothing: delete them, or the rule forgets to read them').toEqual(
      [],
    );
  });

  test('a parameter set to its own value moves nothing', async () => {
    const [move] = await movesOf(['care.weeks=45.8'], HORIZONS[0]);
    expect(isStill(move)).toBe(true);
  });
});
