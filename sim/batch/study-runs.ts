/** The parameters, and the chance, of each run of a study. */
import { digestJson } from '../base/digest.js';
import { throwProblems } from '../base/problems.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { parametersFromTimelines, type ResolvedParameters } from '../parameters/resolved.js';
import type { StudyManifest } from '../results/study/manifest.js';
import { applyChanges } from '../scenario/apply.js';
import { pointChanges, pointSeed } from './design/points.js';
import { changeOf, designOf } from './design-json.js';

export interface StudyRuns {
  /**
   * Parameters of a scenario at a point: uncertain parameters lie under the scenario, levers over it.
   * @throws MaillageError `out-of-range` when together they leave the limits of a parameter.
   */
  parameters(scenario: string, point: number): ResolvedParameters;
  /** Seed text of the runs of a point. */
  seed(point: number): string;
  /** What a stored run of a scenario must carry to belong to the study; `undefined` for one that is not of it. */
  identity(scenario: string): string | undefined;
}

export function studyRuns(manifest: StudyManifest, catalogue: Catalogue): StudyRuns {
  const design = designOf(manifest.identity.design);
  const study = digestJson(JSON.parse(JSON.stringify(manifest.identity)));
  const changes = new Map(
    manifest.scenarios.map(({ name, changes }) => [name, changes.map((change) => changeOf(change, name))]),
  );
  const identities = new Map(manifest.scenarios.map(({ name, digest }) => [name, `${study}:${digest}`]));
  return {
    parameters(scenario, point) {
      const { under, over } = pointChanges(design, point);
      const all = [...under, ...(changes.get(scenario) ?? []), ...over];
      const { timelines, problems } = applyChanges(catalogue, all);
      throwProblems(problems);
      return parametersFromTimelines(timelines);
    },
    seed: (point) => pointSeed(manifest.identity.seed, design, point),
    identity: (scenario) => identities.get(scenario),
  };
}
