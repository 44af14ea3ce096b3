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
const AT_A_TIME = 40;
/**
 * Most assumptions show in the first year; those on training wait for the classes that it makes, those on IPA, assistants and
 * national protocols for the schemes to begin.
 */
const HORIZONS = [2013, 2018, 2024];
/** Levers that the baseline leaves off, on here in both runs: an assumption about a lever is moot without it. */
const LEVERS_ON = [
  'training.placement.share=0.5',
  'settlement.posts=10',
  'settlement.solidarity.days=1',
  'settlement.local.perClass=5',
  'ipa.posts=0.2',
  'payments.team=1',
  'payments.followUpBonus=1',
];
/** A change of less than this share of every yearly figure of France is rounding, not an effect. */
const LEAST_CHANGE = 1e-6;
const PERCENT = 100;

const catalogue = loadCatalogue();
const baseline = loadScenario('baseline', catalogue);
const geography = buildGeography();
const assumptions = [...catalogue.parameters.values()].filter(({ status }) => status === 'assumption');

/** Changes, as on the command line, that take an assumption to one end of what it argues. */
type End = readonly string[];

/**
 * The two ends of an assumption. A range or a factor of a single number is taken as it is; the members of a list go to
 * opposite ends, the first half to one and the second to the other, for among relative weights a change of all together
 * is none.
 */
function endsOf({ path, range, factor, choices, dated, members }: Parameter): End[] {
  if (choices !== undefined)
    return choices.filter((word) => word !== dated[0].value).map((word) => [`${path}=${word}`]);
  const ends = (factor ?? range)!;
  const sign = factor === undefined ? '' : '*';
  if (members === undefined) return ends.map((end) => [`${path}${sign}=${end}`]);
  const middle = Math.ceil(members.length / 2);
  const halves = [members.slice(0, middle), members.slice(middle)].map((half) => half.join(','));
  return [ends, [...ends].reverse()].map((pair) =>
    pair.map((end, i) => `${path}:${halves[i]}${sign}=${end}`),
  );
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
  readonly end: End;
  readonly change: number;
  readonly figure: string;
}

/** The figure that moved most, relative to the baseline. */
function largestMove(end: End, changed: Map<string, number>, plain: Map<string, number>): Move {
  let largest: Move = { end, change: 0, figure: 'nothing' };
  for (const [figure, value] of plain) {
    const change = Math.abs((changed.get(figure) ?? 0) - value) / Math.max(Math.abs(value), Number.MIN_VALUE);
    if (change > largest.change) largest = { end, change, figure };
  }
  return largest;
}

/** The largest move that each end makes by the last day of the year `to`; a few runs at a time, for their size. */
async function movesOf(ends: readonly End[], to: number): Promise<Move[]> {
  const run = async (chosen: readonly End[]) => {
    const list = chosen.map((end) => optionsUnder(end, to));
    return (await runMany(list, { threads: THREADS, geography })).map(figuresOf);
  };
  const [plain] = await run([[]]);
  const moves: Move[] = [];
  for (let i = 0; i < ends.length; i += AT_A_TIME) {
    const chosen = ends.slice(i, i + AT_A_TIME);
    const figures = await run(chosen);
    moves.push(...chosen.map((end, k) => largestMove(end, figures[k], plain)));
  }
  return moves;
}

const isStill = ({ change }: Move) => change < LEAST_CHANGE;

describe('the assumptions of the catalogue', () => {
  test('each moves some indicator over its range', async () => {
    let still = assumptions;
    for (const to of HORIZONS) {
      const moves = await movesOf(still.flatMap(endsOf), to);
      for (const { end, change, figure } of moves) {
        console.log(`${end.join(' ').padEnd(50)} ${(PERCENT * change).toFixed(4).padStart(12)} %  ${figure}`);
      }
      // An assumption of which one end is seen needs no longer run.
      const seen = new Set(moves.filter((move) => !isStill(move)).map(({ end }) => end.join()));
      still = still.filter((assumption) => !endsOf(assumption).some((end) => seen.has(end.join())));
    }
    expect(
      still.map(({ path }) => path),
      'assumptions that move nothing: delete them, or find the rule that should read them',
    ).toEqual([]);
  });

  test('a parameter set to its own value moves nothing', async () => {
    const [move] = await movesOf([['care.weeks=45.8']], HORIZONS[0]);
    expect(isStill(move)).toBe(true);
  });
});
