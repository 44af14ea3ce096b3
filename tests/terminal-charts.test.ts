/** The small charts of `run` and `compare`, which only a screen gets. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { selectCells } from '../analysis/comparison/selection.js';
import { comparisonLines } from '../bin/compare/lines.js';
import { besideNames, intervalStrip, sparkline } from '../bin/terminal/charts.js';
import { textWidth } from '../bin/terminal/table.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { madeCells, madeFacts, replicates } from './support/made-study.js';

describe('a line of blocks', () => {
  test('goes from the lowest to the highest value, with a gap where there is none', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([3, Number.NaN, 1])).toBe('█ ▁');
    expect(sparkline([5, 5])).toBe('▁▁');
    expect(sparkline([])).toBe('');
  });
});

describe('an interval about zero', () => {
  test('lies on the side of its difference, and crosses zero when it holds it', () => {
    expect(intervalStrip(1, 0.5)).toMatch(/^ {20}│ {6}─+●─+$/);
    expect(intervalStrip(-1, 0.5)).toMatch(/^─+●─+ {6}│$/);
    expect(intervalStrip(0.1, 1)).toMatch(/^ *─+┼─●─+$/);
  });

  test('is a mark alone without an interval, and on zero where there is no difference', () => {
    expect(intervalStrip(2, Number.NaN)).toBe(`${' '.repeat(20)}│${' '.repeat(19)}●`);
    expect(intervalStrip(0, 0)).toBe(`${' '.repeat(20)}●`);
  });
});

test('long names are cut to the width of their column', () => {
  expect(besideNames([['abcdefgh', 'x']], 5)).toEqual(['abcd…  x']);
});

describe('a comparison', () => {
  const facts = madeFacts();
  const cells = madeCells(
    facts,
    replicates(4),
    ({ scenario, replicate }) => replicate + (scenario === 'rules' ? 0 : 1),
  );
  const selection = selectCells(facts, {}, 'fr');
  const lines = (isTTY: boolean) => {
    const stream = { isTTY, write: () => true } as unknown as NodeJS.WriteStream;
    return comparisonLines(
      cells,
      { facts, selection },
      terminalOn({ stdout: stream, stderr: stream }, 'fr', false),
    );
  };

  test('has its charts on a screen only, within 80 columns', () => {
    expect(lines(true).some((line) => line.includes('●'))).toBe(true);
    expect(lines(false).some((line) => line.includes('●'))).toBe(false);
    const plain = lines(true).map((line) => stripVTControlCharacters(line));
    expect(plain.filter((line) => textWidth(line) > 80)).toEqual([]);
  });
});
