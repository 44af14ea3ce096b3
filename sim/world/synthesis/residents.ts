/** Residency posts by subdivision (`scenarios/data/residents.yaml`). */
import { readDataFile, yamlOf } from '../geography/files.js';
import { fieldsOf, numberOf, textOf } from '../geography/refusal.js';

const FILE = 'residents.yaml';

/**
 * Posts by the name of the subdivision.
 * @throws MaillageError `bad-data` naming the subdivision whose number is missing; `broken-yaml`.
 */
export function loadResidents(): ReadonlyMap<string, number> {
  const file = readDataFile(FILE);
  const root = fieldsOf(yamlOf(file), file, 'the file');
  textOf(root, 'source', file, 'the file');
  const posts = fieldsOf(root.posts, file, 'posts');
  return new Map(Object.keys(posts).map((name) => [name, numberOf(posts, name, file, 'posts')]));
}
