import { describe, expect, test } from 'vitest';
import { type Golden, goldenDifferences, goldenOfNow, readGolden } from './golden/digest.js';

describe('the golden run', () => {
  test('gives the committed numbers, to the last bit, on this version of Node', async () => {
    const differences = goldenDifferences(readGolden(), await goldenOfNow());
    expect(
      differences,
      'if results were meant to move: npm run golden -- --write, and say so in CHANGELOG.md',
    ).toEqual([]);
  });

  test('A value that moved by its last bit is named', () => {
    const committed = readGolden();
    const [name, value] = Object.entries(committed.headlines)[0];
    const now: Golden = {
      ...committed,
      rows: 'other',
      headlines: { ...committed.headlines, [name]: value * (1 + Number.EPSILON) },
    };
    expect(goldenDifferences(committed, now)).toEqual([
      `${name}: ${value} → ${now.headlines[name]}`,
      'the tidy rows differ',
    ]);
  });
});
