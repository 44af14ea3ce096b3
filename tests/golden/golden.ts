/**
 * `npm run golden`: does the golden run still give the committed numbers? `--write` commits the present ones: for a
 * change that means to move results, with an entry in CHANGELOG.md that says so. `--json` prints the present ones.
 */
import { goldenDifferences, goldenOfNow, readGolden, writeGolden } from './digest.js';

const words = new Set(process.argv.slice(2));
const now = await goldenOfNow();
if (words.has('--json')) console.log(JSON.stringify(now));
else if (words.has('--write')) {
  writeGolden(now);
  console.log('tests/golden/digest.json holds the present numbers; tell in CHANGELOG.md why they moved');
} else {
  const differences = goldenDifferences(readGolden(), now);
  for (const line of differences) console.log(line);
  console.log(
    differences.length === 0
      ? `node ${process.versions.node} gives the committed numbers`
      : `node ${process.versions.node} gives other numbers; if they were meant to move: npm run golden -- --write`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}
