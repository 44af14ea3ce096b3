/** JSON answers have the form that is published for them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JSON_FORMS, type JsonForm } from '../bin/json.js';
import { answerForm, answersJsonSchema } from '../bin/json-forms.js';
import { maillageHere } from './support/program.js';
import { PROJECT } from './support/project.js';

/**
 * Forms checked elsewhere, on runs made anyway: run in run.test.ts, query, export, verify, report and compare in the
 * tests of their names, batch, status, merge and repair in batch-command.test.ts, trials in trials-command.test.ts,
 * import-supply in import-supply.test.ts, bench and validate in .ci/run.
 */
const ELSEWHERE: readonly JsonForm[] = [
  'run',
  'batch',
  'status',
  'merge',
  'repair',
  'compare',
  'verify',
  'report',
  'query',
  'export',
  'validate',
  'trials',
  'import-supply',
  'bench',
  'bench-study',
  'bench-store',
];

const COMMANDS: Partial<Record<JsonForm, string>> = {
  'params-list': 'params list',
  'params-show': 'params show training.places',
  'params-audit': 'params audit',
  'scenarios-list': 'scenarios list',
  'scenarios-show': 'scenarios show fewer-training-places',
  'scenarios-check': 'scenarios check baseline',
  'scenarios-diff': 'scenarios diff baseline fewer-training-places',
  'indicators-list': 'indicators list',
  'indicators-show': 'indicators show aplMean',
  'territories-list': 'territories list',
  'territories-show': 'territories show 200023778',
};

describe('answers', () => {
  test.each(Object.entries(COMMANDS))('the answer %s has its form (maillage %s)', async (form, words) => {
    const { code, stdout } = await maillageHere([...words.split(' '), '--json']);
    expect(code).toBe(0);
    expect(answerForm(form as JsonForm).safeParse(JSON.parse(stdout)).error?.issues ?? []).toEqual([]);
  });

  test('every form is tried', () => {
    expect([...Object.keys(COMMANDS), ...ELSEWHERE].sort()).toEqual(Object.keys(JSON_FORMS).sort());
  });

  test('a field that is not in the form is refused', () => {
    const wrong = { schema: 'maillage/indicators-list/1', indicators: [], more: 1 };
    expect(answerForm('indicators-list').safeParse(wrong).success).toBe(false);
  });
});

test('the published schema is that of the code (node dist/tests/support/write-answers-schema.js refreshes it)', () => {
  const published = readFileSync(join(PROJECT, 'bin/answers.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(answersJsonSchema())));
});
