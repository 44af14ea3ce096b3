/** Opens the folder of a study for comparison and verification. */
import { factsOf, type StudySource } from '../../analysis/comparison/study.js';
import { readCells } from '../../sim/results/study/cells.js';
import { readStudyPlan } from '../../sim/results/study/plan.js';

/**
 * What the study in `dir` holds, and a reader of its values.
 * @throws MaillageError `bad-data` when the folder holds no study.
 */
export async function openStudy(dir: string): Promise<StudySource> {
  const facts = factsOf(await readStudyPlan(dir));
  return { facts, cells: (filter) => readCells(dir, filter) };
}
