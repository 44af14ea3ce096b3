/** The documents: links that resolve, commands that exist, nothing left half-written. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../bin/command.js';
import { COMMANDS } from '../bin/commands/all.js';
import { JSON_FORMS } from '../bin/json.js';
import { INDICATORS } from '../sim/recorder/dictionary.js';
import { SCHEDULE } from '../sim/rules/schedule.js';
import { PROJECT, projectFiles } from './support/project.js';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const documents = [
  'README.md',
  'CHANGELOG.md',
  'CREDITS.md',
  ...projectFiles('sim', '.md'),
  ...projectFiles('scenarios', '.md'),
];

describe('every document', () => {
  test.each(documents)('%s links only to files and headings that exist', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
    const broken = links.filter((link) => !/^https?:/.test(link) && !resolves(path, link));
    expect(broken).toEqual([]);
  });

  test.each(documents)('%s has no mark of unfinished work', (path) => {
    expect(read(path)).not.toMatch(new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'TBD'].join('|')));
  });
});

function resolves(from: string, link: string): boolean {
  const [file, heading] = link.split('#');
  const target = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(PROJECT, target))) return false;
  return heading === undefined || headings(read(target)).includes(heading);
}

/** Anchors of the headings as forges make them: small letters, hyphens for spaces. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe('README.md', () => {
  const readme = read('README.md');

  test('names every command, and no command that does not exist', () => {
    const names = COMMANDS.flatMap(namesOf);
    expect(names.filter((name) => !readme.includes(`maillage ${name}`))).toEqual([]);
    const used = [...readme.matchAll(/maillage ((?:[a-z]+ ?){1,2})/g)].map((match) =>
      match[1].trim().split(' '),
    );
    const known = new Set(COMMANDS.map(({ name }) => name).concat('completion'));
    expect(used.filter(([first]) => !known.has(first)).map((words) => words.join(' '))).toEqual([]);
  });

  test('names every form of the JSON answers', () => {
    expect(Object.keys(JSON_FORMS).filter((form) => !readme.includes(`maillage/${form}/`))).toEqual([]);
  });
});

function namesOf(command: Command): string[] {
  return command.commands?.map(({ name }) => `${command.name} ${name}`) ?? [command.name];
}

const odd = 'sim/ODD.md';
describe.skipIf(!existsSync(join(PROJECT, odd)))('sim/ODD.md', () => {
  const text = existsSync(join(PROJECT, odd)) ? read(odd) : '';

  const rules = SCHEDULE.flatMap((phase) => phase.rules);

  test('names every rule', () => {
    expect(rules.filter(({ name }) => !text.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
  });

  test('names every table that rules read or write', () => {
    const columns = rules.flatMap(({ reads, writes }) => [...reads, ...writes]);
    const tables = new Set(columns.map((column) => column.split('.')[0]));
    expect([...tables].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('names every parameter file', () => {
    const files = projectFiles('scenarios/parameters', '.yaml').map((path) =>
      path.replace('scenarios/parameters/', ''),
    );
    expect(files.filter((name) => !text.includes(name))).toEqual([]);
  });

  test('names every indicator', () => {
    expect(INDICATORS.filter(({ id }) => !text.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([]);
  });

  test('has the seven elements of the ODD protocol', () => {
    const elements = [
      'Purpose and patterns',
      'Entities, state variables, and scales',
      'Process overview and scheduling',
      'Design concepts',
      'Initialization',
      'Input data',
      'Submodels',
    ];
    expect(elements.filter((element) => !text.includes(element))).toEqual([]);
  });
});
