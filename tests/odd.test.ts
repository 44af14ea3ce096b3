/** The model description against the code: what docs.test.ts asks of every document, and more of this one. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../sim/parameters/catalogue.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { NURSE_SCHEMA } from '../sim/world/nurses.js';
import { PATIENT_SCHEMA } from '../sim/world/patients.js';
import { PHYSICIAN_SCHEMA } from '../sim/world/physicians.js';
import { MOVER_SCHEMA } from '../sim/world/world.js';
import { PROJECT, projectFiles } from './support/project.js';

const text = readFileSync(join(PROJECT, 'sim/ODD.md'), 'utf8');
const names = (word: string) => text.includes(`\`${word}\``);
const { parameters } = loadCatalogue();
const rules = SCHEDULE.flatMap((phase) => phase.rules).map(({ name }) => name);

/** Text under a heading, up to the next heading of the same depth or a higher one. */
function section(heading: string): string {
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) return '';
  const depth = heading.indexOf(' ');
  const rest = text.slice(from + heading.length + 1);
  const end = rest.search(new RegExp(`\n#{1,${depth}} `));
  return end < 0 ? rest : rest.slice(0, end);
}

describe('the model description', () => {
  test('explains each of the eleven design concepts', () => {
    const concepts = [
      'Basic principles',
      'Emergence',
      'Adaptation',
      'Objectives',
      'Learning',
      'Prediction',
      'Sensing',
      'Interaction',
      'Stochasticity',
      'Collectives',
      'Observation',
    ];
    const body = section('## 4. Design concepts');
    expect(concepts.filter((concept) => !body.includes(`\n### ${concept}\n`))).toEqual([]);
  });

  test.each(rules)(
    'says of %s what happens, on what evidence, what it leaves out, its numbers, what matters',
    (rule) => {
      const paragraph = section(`### \`${rule}\``).replace(/\s+/g, ' ');
      const parts = ['*What happens', '*Evidence.*', '*Leaves out.*', '*Numbers.*', '*Matters most.*'];
      expect(parts.filter((part) => !paragraph.includes(part))).toEqual([]);
    },
  );

  test('describes no rule that the schedule does not run', () => {
    const described = [...text.matchAll(/^### `([^`]+)`$/gm)].map(([, name]) => name);
    expect(described.filter((name) => !rules.includes(name))).toEqual([]);
  });

  test('lists the rules in the order in which they run', () => {
    const inTable = [
      ...section('## 3. Process overview and scheduling').matchAll(/^\|[^|]*\| `([^`]+)` \|/gm),
    ];
    expect(inTable.map(([, name]) => name)).toEqual(rules);
  });

  test('marks the rules that run in the frozen months', () => {
    const marked = [...text.matchAll(/^\|[^|]*\| `([^`]+)` \| yes \|/gm)].map(([, name]) => name);
    const frozen = SCHEDULE.flatMap((phase) => phase.rules).filter((rule) => rule.frozen === true);
    expect(marked).toEqual(frozen.map(({ name }) => name));
  });

  test('names every state variable of patients, GPs, nurses and movers', () => {
    const schemas = [PATIENT_SCHEMA, PHYSICIAN_SCHEMA, NURSE_SCHEMA, MOVER_SCHEMA];
    expect(schemas.flatMap((schema) => Object.keys(schema)).filter((column) => !names(column))).toEqual([]);
  });

  test('names every file of data', () => {
    const files = projectFiles('scenarios/data', '.yaml').map((path) => basename(path));
    expect(files.filter((file) => !text.includes(file))).toEqual([]);
  });

  test('names every calibrated parameter, and calls none calibrated that is not', () => {
    const calibrated = [...parameters.values()].filter(({ status }) => status === 'calibrated');
    const missing = calibrated.filter(({ path }) => !names(path)).map(({ path }) => path);
    expect(missing).toEqual([]);
    const listed = [...section('## What was fitted, what only checks').matchAll(/`([a-z]\w*(?:\.\w+)+)`/g)];
    expect(
      listed.map(([, path]) => path).filter((path) => parameters.get(path)?.status !== 'calibrated'),
    ).toEqual([]);
  });

  test('names no parameter that does not exist', () => {
    const groups = new Set([...parameters.keys()].map((path) => path.split('.')[0]));
    const known = (name: string) =>
      [...parameters.keys()].some((path) => path === name || path.startsWith(`${name}.`));
    const named = [...text.matchAll(/`([a-z]\w*(?:\.\w+)+)`/g)].map(([, name]) => name);
    const own = named.filter((name) => groups.has(name.split('.')[0]) && !name.endsWith('.yaml'));
    expect(own.filter((name) => !known(name))).toEqual([]);
  });

  test('counts the territories and their people as the data give them', () => {
    const { territories } = buildGeography();
    const people = territories.reduce((sum, { population }) => sum + population, 0);
    const blocks = territories.reduce((sum, territory) => sum + territory.blocks.length, 0);
    const counts = [territories.length, people, blocks].map((count) => count.toLocaleString('en'));
    expect(counts.filter((count) => !text.includes(count))).toEqual([]);
  });
});
