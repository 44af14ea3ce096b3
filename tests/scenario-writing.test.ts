/** Writing a scenario: names checked elsewhere, the JSON Schema, a new file, and a sentence for each mistake. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatProblem } from '../sim/base/problems.js';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { checkExpectations, checkTerritories } from '../sim/scenario/list.js';
import { checkScenario, loadScenario } from '../sim/scenario/load.js';
import { newScenario, SCHEMA_FILE, scenarioJsonSchema } from '../sim/scenario/schema.js';
import { brokenFiles, located } from './support/broken.js';
import { PROJECT } from './support/project.js';

const FOLDER = join(PROJECT, 'tests/fixtures/scenarios');
const catalogue = loadCatalogue(join(PROJECT, 'tests/fixtures/parameters'));
const load = (name: string) => loadScenario(join(FOLDER, `${name}.yaml`), catalogue);

const scratch = mkdtempSync(join(tmpdir(), 'maillage-writing-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('names that live elsewhere', () => {
  test('territories are checked against the codes that geography knows', () => {
    const scenario = load('posts-far-away');
    expect(checkTerritories(scenario, ['11', '01', '200054807'])).toEqual([]);
    const problems = checkTerritories(scenario, ['11', '01', '200054870']);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(
        /posts-far-away\.yaml:5:23: unknown territory or région '200054807'; did you mean '200054870'\?/,
      ),
    ]);
  });

  test('expectations are checked against the ids of the indicators', () => {
    expect(checkExpectations(load('more-posts'), ['gps.active'])).toEqual([]);
    expect(checkExpectations(load('more-posts'), ['gps.actives']).map((problem) => problem.message)).toEqual([
      "unknown indicator 'gps.active'; did you mean 'gps.actives'?",
    ]);
  });
});

describe('help for authors', () => {
  test('the JSON Schema knows every parameter with its label and unit', () => {
    const schema = scenarioJsonSchema(catalogue);
    const definitions = schema.definitions as Record<string, Record<string, string[]>>;
    expect(definitions.parameterPath.enum).toEqual([...catalogue.parameters.keys()]);
    expect(definitions.parameterPath.enumDescriptions[0]).toBe(
      "Minutes per consultation · Durée d'une consultation [min]",
    );
    expect(JSON.stringify(schema.properties)).toContain('"parameter":{"$ref":"#/definitions/parameterPath"}');
    expect(schema.required).toEqual(['name', 'title', 'reason']);
  });

  test('a new scenario is right from its first line, which names the schema', () => {
    const text = newScenario('my-first');
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=./${SCHEMA_FILE}`);
    const file = join(scratch, 'my-first.yaml');
    writeFileSync(file, text);
    expect(checkScenario(file, catalogue).problems).toEqual([]);
    expect(loadScenario(file, catalogue).lineage).toEqual(['baseline', 'my-first']);
  });

  test('a name with accents or spaces cannot be that of a new scenario', () => {
    expect(() => newScenario('Été')).toThrow("'Été' cannot name a scenario");
  });

  test('a name that no file has is told with the nearest one', () => {
    expect(() => loadScenario('basline', catalogue)).toThrow(
      "there is no scenario named 'basline'; did you mean 'baseline'?",
    );
    expect(() => loadScenario(join(FOLDER, 'bse.yaml'), catalogue)).toThrow("base.yaml'?");
  });
});

describe('a broken scenario gets a sentence', () => {
  for (const { name, path, says } of brokenFiles('scenario-')) {
    test(name, () => {
      expect(says.length).toBeGreaterThan(0);
      expect(checkScenario(path, catalogue).problems.map((problem) => located(problem))).toEqual(says);
    });
  }

  test('no message of the libraries reaches the user', () => {
    const words = [...brokenFiles('scenario-'), ...brokenFiles('parameter-')]
      .flatMap((file) => file.says)
      .join('\n');
    expect(words).not.toMatch(/invalid|Unrecognized|received|implicit|flow (map|sequence)|undefined|NaN/i);
  });
});
