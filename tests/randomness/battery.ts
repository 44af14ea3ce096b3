/**
 * `npm run randomness`: draws of the simulation under dieharder.
 *
 * Without a word, the full battery on every ordering (hours; it goes on where it was stopped) and the report
 * `tests/randomness/REPORT.md`. `--subset`: a smaller, seeded one in under three minutes, with weakened twins
 * that must fail. `--again ORDERING`: the subset ten times on new words of one ordering, to see whether something odd
 * in the report comes back. `--thorough`: dieharder's own sizes throughout. Exit code 1 when the draws are not sound; without
 * dieharder the battery says so and is skipped, or fails when CI=true.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../support/project.js';
import { type BatteryTest, fullBattery, subsetBattery, testName, twinBattery } from './catalogue.js';
import { hasDieharder, type Row, runTest } from './dieharder.js';
import { judge } from './judge.js';
import { FULL_ORDERINGS, ORDERINGS, type Ordering } from './orderings.js';
import { renderReport, sentence } from './report.js';
import { readNotes, readRows, writeRows } from './store.js';

const FOLDER = join(PROJECT, 'tests/randomness');
const RESULTS = join(FOLDER, 'results.csv');
const REPORT = join(FOLDER, 'REPORT.md');
async function subset(): Promise<boolean> {
  const rows: Row[] = [];
  for (const ordering of ORDERINGS) {
    const started = performance.now();
    const mine: Row[] = [];
    for (const test of subsetBattery()) mine.push(...(await runTest(ordering, test)));
    rows.push(...mine);
    console.log(`${ordering.padEnd(8)} ${seconds(started)} s  ${sentence(judge(mine))}`);
  }
  const verdict = judge(rows);
  console.log(`all      ${sentence(verdict)}`);
  for (const row of rows)
    if (row.assessment !== 'PASSED')
      console.log(`  ${row.ordering} ${row.name} ${row.ntuple}: p = ${row.p} ${row.assessment}`);
  const twins: Row[] = [];
  for (const test of twinBattery()) twins.push(...(await runTest('months', test, { mix: 'weak' })));
  const caught = twins.some((row) => row.assessment === 'FAILED');
  console.log(caught ? 'A weakened mix fails, as it must.' : 'A weakened mix passes: the battery is blind.');
  return verdict.sound && caught;
}

async function again(ordering: Ordering): Promise<boolean> {
  const rows: Row[] = [];
  for (let time = 1; time <= 10; time++) {
    const mine: Row[] = [];
    for (const test of subsetBattery())
      mine.push(...(await runTest(ordering, test, { words: ` again ${time}` })));
    rows.push(...mine);
    console.log(`${ordering} ${time}: ${sentence(judge(mine))}`);
  }
  console.log(`${ordering}, all: ${sentence(judge(rows))}`);
  return judge(rows).sound;
}

async function full(thorough: boolean): Promise<boolean> {
  const rows = readRows(RESULTS);
  mkdirSync(FOLDER, { recursive: true });
  for (const ordering of FULL_ORDERINGS) {
    const left = fullBattery(ordering, thorough).filter(
      (test) => !rows.some((row) => row.ordering === ordering && row.test === testName(test)),
    );
    for (const test of left) await step(ordering, test, rows);
    writeFileSync(REPORT, renderReport(rows, FULL_ORDERINGS, readNotes()));
  }
  const verdict = judge(rows);
  console.log(sentence(verdict));
  return verdict.sound;
}

async function step(ordering: Ordering, test: BatteryTest, rows: Row[]): Promise<void> {
  const started = performance.now();
  const found = await runTest(ordering, test);
  rows.push(...found);
  writeRows(RESULTS, rows);
  const worst = found.some((row) => row.assessment === 'FAILED')
    ? 'FAILED'
    : found.some((row) => row.assessment === 'WEAK')
      ? 'WEAK'
      : 'PASSED';
  console.log(`${ordering} ${found[0].name} ${testName(test)}: ${worst}, ${seconds(started)} s`);
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

if (!hasDieharder()) {
  console.log('skipped: dieharder is not installed (Debian package dieharder)');
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  const words = process.argv.slice(2);
  const ordering = ORDERINGS.find((one) => one === words[words.indexOf('--again') + 1]);
  const sound = words.includes('--subset')
    ? await subset()
    : words.includes('--again') && ordering
      ? await again(ordering)
      : await full(words.includes('--thorough'));
  console.log(sound ? 'sound' : 'NOT sound');
  process.exitCode = sound ? 0 : 1;
}
