/** Answers for programs: one JSON document that names its form and the version of that form. */
import type { Terminal } from './terminal/terminal.js';

/** Version of each form; it grows when a field goes or changes its meaning, not when one is added. */
export const JSON_FORMS = {
  'params-list': 1,
  'params-show': 1,
  'params-audit': 1,
  'scenarios-list': 1,
  'scenarios-show': 1,
  'scenarios-check': 1,
  'scenarios-diff': 1,
  'indicators-list': 1,
  'indicators-show': 1,
  'territories-list': 1,
  'territories-show': 1,
  run: 1,
  batch: 1,
  status: 1,
  merge: 1,
  repair: 1,
  compare: 1,
  verify: 1,
  report: 1,
  validate: 1,
  trials: 1,
  bench: 1,
  'bench-study': 1,
  'bench-store': 1,
  query: 1,
  export: 1,
  'import-supply': 1,
} as const;
export type JsonForm = keyof typeof JSON_FORMS;

/** `maillage/FORM/VERSION`, the field `schema` of an answer. */
export function schemaName(form: JsonForm): string {
  return `maillage/${form}/${JSON_FORMS[form]}`;
}

/** Prints `{ "schema": "maillage/FORM/VERSION", …content }`. */
export function printJson(
  terminal: Terminal,
  form: JsonForm,
  content: Readonly<Record<string, unknown>>,
): void {
  terminal.print(JSON.stringify({ schema: schemaName(form), ...content }, null, 2));
}
