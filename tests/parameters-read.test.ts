/**
 * No hidden number, and none too many (ARCHITECTURE §2.4): every entry of the catalogue is read by a run, names its
 * source or argues its range, and has not been left unchecked for years.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Audit, auditCatalogue } from '../sim/parameters/audit.js';
import { type Catalogue, loadCatalogue } from '../sim/parameters/catalogue.js';
import { frozenSpan, historySpan, newWorld, readSources, runMonths } from './support/months.js';

/** A value checked longer ago than this may no longer hold. */
const STALE_YEARS = 5;
/** Levers that the baseline leaves off, on here: what they need is read only then. */
const LEVERS_ON = ['training.placement.share=0.5'];
/** From a frozen month to a second January, when nurses come and go; in between, a November and a December. */
const MONTHS = 13;

describe('the catalogue', () => {
  let catalogue: Catalogue;
  let readPaths: ReadonlySet<string>;
  let audit: Audit;

  beforeAll(() => {
    const sources = readSources([], LEVERS_ON);
    const world = newWorld(sources, 1000);
    runMonths(world, sources.parameters, frozenSpan(world, 1));
    runMonths(world, sources.parameters, historySpan(world, MONTHS));
    catalogue = loadCatalogue();
    readPaths = sources.parameters.readPaths();
    const now = new Date().toISOString().slice(0, 'YYYY-MM'.length);
    audit = auditCatalogue(catalogue, { readPaths, now, maxAgeYears: STALE_YEARS });
  });

  test('has no parameter that a run leaves unread', () => {
    expect(audit.unread).toEqual([]);
  });

  test('has no parameter without source, but assumptions that argue their range', () => {
    const bare = audit.withoutSource.map((path) => catalogue.parameters.get(path));
    expect(bare.filter((parameter) => parameter?.status !== 'assumption')).toEqual([]);
    expect(bare.filter((parameter) => !parameter?.argument)).toEqual([]);
  });

  test('has no parameter whose last check is out of date', () => {
    expect(audit.stale).toEqual([]);
  });

  test('would show a parameter unread, unsourced or stale', () => {
    const [path, parameter] = [...catalogue.parameters].find(([, { status }]) => status === 'statistic')!;
    const spoilt: Catalogue = {
      ...catalogue,
      parameters: new Map([
        ...catalogue.parameters,
        ['dead.letter', { ...parameter, path: 'dead.letter', source: undefined, checked: '2013-01' }],
      ]),
    };
    const found = auditCatalogue(spoilt, {
      readPaths: new Set([...readPaths].filter((read) => read !== path)),
      now: '2026-11',
      maxAgeYears: STALE_YEARS,
    });
    expect(found.unread).toEqual(expect.arrayContaining([path, 'dead.letter']));
    expect(found.withoutSource).toContain('dead.letter');
    expect(found.stale).toEqual(['dead.letter']);
  });
});
