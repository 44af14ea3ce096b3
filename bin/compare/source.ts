/** Opens the folder of a study for comparison and verification. */
import { factsOf, type StudySource } from '../../analysis/comparison/study.js';
import { pointValues } from '../../sim/batch/design/points.js';
import { designOf } from '../../sim/batch/design-json.js';
import { readCells } from '../../sim/results/study/cells.js';
import { readStudy } from '../../sim/results/study/manifest.js';

/** Significant digits of a drawn value in the name of its point. */
const DIGITS = 6;

/**
 * What the study in `dir` holds, and a reader of its values.
 * @throws MaillageError `bad-data` when the folder holds no study or its manifest is damaged.
 */
export async function openStudy(dir: string): Promise<StudySource> {
  const manifest = readStudy(dir);
  const design = designOf(manifest.identity.design);
  const pointWords = (point: number) => {
    const values = pointValues(design, point);
    return design.dimensions
      .map(({ name, words }, d) => `${name}=${words?.[values[d]] ?? Number(values[d].toPrecision(DIGITS))}`)
      .join(', ');
  };
  return {
    facts: { ...factsOf(manifest), ...(design.dimensions.length > 0 ? { pointWords } : {}) },
    cells: (filter) => readCells(dir, filter),
  };
}
