/** Run by Vitest before each test file, whose process other files share: leaves it as it was found. */
import { afterAll } from 'vitest';
import { clearLeftovers } from './end-of-file.js';
import { PROJECT } from './project.js';

afterAll(() => {
  process.chdir(PROJECT);
  clearLeftovers();
});
