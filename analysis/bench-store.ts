/**
 * A made-up study as large as one likes, with the shape of a real one, to measure how fast a comparison reads it: the
 * numbers are drawn, the files are written as a batch writes them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw, drawKey, runKey, streamId, unit } from '../sim/base/draws.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import { framePeriods } from '../sim/recorder/frame.js';
import { blockPath, blocksOf, countRuns } from '../sim/results/study/blocks.js';
import { manifestJson, type StudyFile, type StudyManifest } from '../sim/results/study/manifest.js';
import { STUDY_MANIFEST } from '../sim/results/study/names.js';
import { placed } from '../sim/results/study/store.js';
import { writeResultsBlock } from '../sim/results/study/write-block.js';

export interface MadeStudy {
  readonly runs: number;
  readonly scenarios: number;
  readonly indicators: number;
  readonly places: number;
  readonly from: number;
  readonly to: number;
}

/** The size that issue and promise speak of. */
export const LARGE_STUDY: MadeStudy = {
  runs: 10_000,
  scenarios: 4,
  indicators: 40,
  places: 30,
  from: 2013,
  to: 2035,
};

/** Writes a study of drawn numbers. @returns files and bytes of its tables */
export async function writeMadeStudy(
  dir: string,
  made: MadeStudy,
  onBlock: (done: number, total: number) => void = () => undefined,
): Promise<{ readonly files: number; readonly bytes: number; readonly runs: number }> {
  const manifest = madeManifest(made);
  const { keep } = manifest.identity;
  const axes = {
    periods: framePeriods({ ...manifest.identity, months: false }),
    cells: keep.cells,
    indicators: keep.indicators,
    years: [],
    territories: [],
  };
  const files: Record<string, StudyFile> = {};
  const blocks = blocksOf(manifest.additions);
  for (const [b, block] of blocks.entries()) {
    const runs = block.runs.map((run, r) => ({
      ...run,
      reader: drawnRun(`${run.scenario}/${run.replicate}`, r),
    }));
    const path = blockPath('results', block);
    files[path] = await placed(join(dir, path), (partial) => writeResultsBlock(partial, axes, runs));
    onBlock(b + 1, blocks.length);
  }
  writeFileSync(join(dir, STUDY_MANIFEST), JSON.stringify(manifestJson({ ...manifest, files })));
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  return { files: blocks.length, bytes, runs: countRuns(manifest.additions) };
}

/** A run whose numbers are drawn as they are read: full doubles, as costly to store as real ones. */
function drawnRun(name: string, salt: number) {
  const { a, b } = drawKey(runKey(name, salt), streamId('bench'), 0);
  const values = (from: number, length: number) =>
    Float64Array.from({ length }, (_, i) => unit(draw(a, b, from + i)) * Math.PI);
  return { values, territories: () => new Float64Array(0), close: () => undefined };
}

function madeManifest({ runs, scenarios, indicators, places, from, to }: MadeStudy): StudyManifest {
  const names = Array.from({ length: scenarios }, (_, s) => `scenario-${s}`);
  const codes = Array.from({ length: places }, (_, p) => (p === 0 ? 'FR' : `place-${p}`));
  return {
    name: 'made-up',
    title: { en: 'A made-up study', fr: 'Une étude inventée' },
    date: '2026-01-01',
    baseline: names[0],
    identity: {
      seed: 'bench',
      scale: 100,
      from,
      to,
      territories: [],
      design: { method: 'none', points: 1, seed: '', ownSeeds: false, dimensions: [] },
      keep: {
        indicators: INDICATORS.slice(0, indicators).map(({ id }) => id),
        places: codes,
        groups: null,
        cells: codes.map((place) => ({ place, group: 'all' as const })),
        months: false,
        territories: false,
      },
      formulas: [],
      check: false,
      geography: '',
      catalogue: '',
      code: '',
    },
    scenarios: names.map((name) => ({ name, title: { en: name, fr: name }, digest: name, changes: [] })),
    additions: [{ scenarios: names, points: [0, 1], replicates: [0, Math.ceil(runs / scenarios)] }],
    failures: [],
    files: {},
  };
}
