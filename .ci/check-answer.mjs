/** `maillage … --json | node .ci/check-answer.mjs FORM`: fails unless the answer has its published form. */
import { readFileSync } from 'node:fs';
import { answerForm } from '../dist/bin/json-forms.js';

const answer = JSON.parse(readFileSync(0, 'utf8'));
const { error } = answerForm(process.argv[2]).safeParse(answer);
if (error) {
  console.error(error.issues);
  process.exit(1);
}
console.log(`the answer has the form ${answer.schema}`);
