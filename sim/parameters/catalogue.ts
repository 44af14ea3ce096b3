/**
 * The catalogue of parameters: every number of the model, with its unit, dates, evidence and uncertainty,
 * read from `scenarios/parameters/*.yaml` and checked as a whole.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath, scenariosDir } from '../base/paths.js';
import { type Problem, throwProblems } from '../base/problems.js';
import { checkShape } from '../base/shape.js';
import { readYaml } from '../base/yaml.js';
import { checkEntry } from './check-entry.js';
import { type Parameter, ParameterEntry } from './entry.js';
import { DOMAINS_FILE, readVocabulary, UNITS_FILE, type Vocabulary } from './vocabulary.js';

export interface Catalogue {
  /** By path, in the order of files (by name) and of entries in them. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly units: Vocabulary['units'];
  readonly domains: Vocabulary['domains'];
}

/** Folder of the parameter files that come with the package. */
export function parametersDir(): string {
  return join(scenariosDir(), 'parameters');
}

/** The package's own catalogue, once it has been read: a command asks for it several times. */
const ofPackage: { catalogue?: Catalogue } = {};

/**
 * Reads and checks every parameter file of a folder, with the folder's units and domains, or the package's where it
 * has none. The package's own folder (the default) is read once in a process.
 * @throws MaillageError that lists every mistake with its place.
 */
export function loadCatalogue(dir?: string): Catalogue {
  if (dir === undefined) {
    ofPackage.catalogue ??= loadCatalogue(parametersDir());
    return ofPackage.catalogue;
  }
  const { catalogue, problems } = checkCatalogue(dir);
  throwProblems(problems);
  return catalogue;
}

/** As `loadCatalogue`, with the mistakes in hand and a catalogue of the entries that are right. */
export function checkCatalogue(dir: string = parametersDir()): { catalogue: Catalogue; problems: Problem[] } {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  } catch {
    const message = 'this folder of parameters cannot be read: expected a folder of YAML files';
    return {
      catalogue: { parameters: new Map(), units: new Map(), domains: new Map() },
      problems: [{ code: 'unknown-name', where: displayPath(dir), message }],
    };
  }
  const vocabulary = readVocabulary(
    names.includes(UNITS_FILE) && names.includes(DOMAINS_FILE) ? dir : parametersDir(),
  );
  const problems: Problem[] = [...vocabulary.problems];
  const parameters = new Map<string, Parameter>();
  // Sorted by code unit, so that the order does not depend on the machine's language.
  const files = names.filter((name) => name !== UNITS_FILE && name !== DOMAINS_FILE).sort();
  for (const name of files) {
    for (const { parameter, problems: found } of readParameterFile(join(dir, name), vocabulary)) {
      problems.push(...found);
      if (parameter === undefined) continue;
      const twin = parameters.get(parameter.path);
      if (twin === undefined) parameters.set(parameter.path, parameter);
      else
        problems.push({
          code: 'unknown-key',
          where: parameter.where,
          message: `the parameter '${parameter.path}' is written twice (first at ${twin.where}): keep one`,
        });
    }
  }
  return { catalogue: { parameters, units: vocabulary.units, domains: vocabulary.domains }, problems };
}

function readParameterFile(
  path: string,
  vocabulary: Vocabulary,
): { parameter?: Parameter; problems: readonly Problem[] }[] {
  const { root, problems } = readYaml(path);
  if (root === undefined || problems.length > 0) return [{ problems }];
  if (root.kind === 'scalar' && root.value === null) return [];
  if (root.kind !== 'map') {
    return [
      {
        problems: [
          {
            code: 'wrong-type',
            where: root.where,
            message: 'expected one entry per parameter, `some.path:` followed by its fields',
          },
        ],
      },
    ];
  }
  return root.entries.map((entry) => {
    const shaped = checkShape(ParameterEntry, entry.node, `'${entry.key}'`);
    return shaped.value === undefined
      ? { problems: shaped.problems }
      : checkEntry(entry, shaped.value, vocabulary);
  });
}
