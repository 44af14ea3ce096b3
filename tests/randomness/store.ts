/** The p-values of the full battery as a table in a file, so that an interrupted battery goes on where it stopped. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw, drawIndexed, drawKey, runKey, streamId } from '../../sim/base/draws.js';
import { PROJECT } from '../support/project.js';
import type { Row } from './dieharder.js';

/** Written by hand: what was looked into after a battery. */
const NOTES = join(PROJECT, 'tests/randomness/notes.md');
const HEADER = 'ordering,test,name,ntuple,tsamples,psamples,p,assessment';

/** Eight hexadecimal digits that change when any function of the draws does. */
export function mixFingerprint(): string {
  let sum = 0;
  for (let n = 0; n < 1000; n++) {
    const { a, b } = drawKey(runKey('fingerprint', n % 7), streamId(`stream.${n % 11}`), 1332 + n);
    sum = (Math.imul(sum, 31) + draw(a, b, n) + drawIndexed(a, b, n, n % 13)) | 0;
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** Rows stored for the present draws; none when the file is absent or of other draws. */
export function readRows(path: string): Row[] {
  if (!existsSync(path)) return [];
  const [mark, , ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (mark !== `# draws ${mixFingerprint()}`) return [];
  return lines.map((line) => {
    const [ordering, test, name, ntuple, tsamples, psamples, p, assessment] = line.split(',');
    return {
      ordering,
      test,
      name,
      ntuple: +ntuple,
      tsamples: +tsamples,
      psamples: +psamples,
      p: +p,
      assessment,
    };
  });
}

export function writeRows(path: string, rows: readonly Row[]): void {
  const lines = rows.map((row) =>
    [
      row.ordering,
      row.test,
      row.name,
      row.ntuple,
      row.tsamples,
      row.psamples,
      row.p.toFixed(8),
      row.assessment,
    ].join(','),
  );
  writeFileSync(path, `${[`# draws ${mixFingerprint()}`, HEADER, ...lines].join('\n')}\n`);
}

export function readNotes(): string {
  return readFileSync(NOTES, 'utf8');
}
