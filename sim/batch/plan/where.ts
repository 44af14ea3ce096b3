/** Where the parts of a plan were written. */
import { whereOf, type YamlNode } from '../../base/yaml.js';

/** Place of the value under a path of keys and positions, or of its nearest existing parent. */
export type PlanWhere = (...path: PropertyKey[]) => string;

/** Places in a plan file. */
export function whereInFile(root: YamlNode): PlanWhere {
  return (...path) => whereOf(root, path);
}

/** Places on the command line: the scenario as it was typed, or the option. */
export function whereTyped(scenarios: readonly string[]): PlanWhere {
  return (key, position) => (key === 'scenarios' ? scenarios[Number(position)] : `--${String(key)}`);
}
