/** Refreshes `bin/answers.schema.json`: `node dist/tests/support/write-answers-schema.js` after a build. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersJsonSchema } from '../../bin/json-forms.js';
import { PROJECT } from './project.js';

writeFileSync(join(PROJECT, 'bin/answers.schema.json'), `${JSON.stringify(answersJsonSchema(), null, 2)}\n`);
