/** Runs that share a history: forked where parameters first differ, they equal runs simulated from their start. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../sim/base/calendar.js';
import { digestJson } from '../sim/base/digest.js';
import { type FamilyOptions, type Outcome, runFamily } from '../sim/engine/family.js';
import { monthsIn, sharedHistory } from '../sim/engine/shared-history.js';
import { keepStartingWorlds } from '../sim/engine/starting-worlds.js';
import { COPIES_IN_MEMORY, copyWorld } from '../sim/engine/world-copy.js';
import type { Parameter } from '../sim/parameters/entry.js';
import {
  type ParametersJson,
  parametersFromJSON,
  parametersFromTimelines,
} from '../sim/parameters/resolved.js';
import { tidyRows } from '../sim/recorder/rows.js';
import { applyChanges, resolveParameters } from '../sim/scenario/apply.js';
import { loadScenario } from '../sim/scenario/load.js';
import { applySet } from '../sim/scenario/set.js';
import type { Change } from '../sim/scenario/types.js';
import { worldDigest } from '../sim/world/digest.js';
import { restrictGeography } from '../sim/world/geography/restrict.js';
import { fewDoctors } from './support/few-doctors.js';
import { newWorld, readSources, type Sources } from './support/months.js';

let sources: Sources;
/** One for all tests, as a worker has: worlds are filled again and put back. */
const starts = keepStartingWorlds();

beforeAll(() => {
  sources = readSources();
});

function scenarioOf(...settings: string[]): ParametersJson {
  const baseline = loadScenario('baseline', sources.catalogue);
  const changed = settings.reduce(
    (scenario, setting, i) => applySet(sources.catalogue, scenario, setting, i + 1),
    baseline,
  );
  return resolveParameters(sources.catalogue, changed).toJSON();
}

/** Few doctors: the quicker of two, where what is shared is not about them. */
const fewOf = (...settings: string[]): ParametersJson => scenarioOf(...fewDoctors(), ...settings);

/** Régions where projects were filed and written in 2017; the people of other régions change nothing here. */
const withCpts = () => restrictGeography(sources.geography, ['24', '76']);

/** Every number of the catalogue that allows it, 2 % larger, and every word another, from a month of its own in two years. */
function everythingChanged(year: number): ParametersJson {
  const { catalogue } = sources;
  const changes = [...catalogue.parameters.values()]
    .map((parameter, i): Change => {
      const from = monthOf(year, 1) + ((i * 7) % 24);
      const change = {
        parameter: parameter.path,
        from,
        to: Infinity,
        layer: 'test',
        where: 'test',
        valueWhere: 'test',
      };
      return parameter.choices === undefined
        ? { ...change, operation: 'multiply', operand: 1.02 }
        : { ...change, operation: 'value', operand: otherWords(parameter, from) };
    })
    .filter((change) => applyChanges(catalogue, [change]).problems.length === 0);
  const words = changes.filter(({ operation }) => operation === 'value');
  expect(words.length).toBe([...catalogue.parameters.values()].filter(({ choices }) => choices).length);
  expect(changes.length).toBeGreaterThan(200);
  return parametersFromTimelines(applyChanges(catalogue, changes).timelines).toJSON();
}

/** The word after the one in force, member by member. */
function otherWords({ path, choices = [], members }: Parameter, month: number): Change['operand'] {
  const after = (at: number) => choices[(at + 1) % choices.length];
  const { parameters } = sources;
  if (members === undefined) return after(choices.indexOf(parameters.choice(path, month)));
  const words = parameters.list(path, month);
  return Object.fromEntries(members.map((member, i) => [member, after(words[i])]));
}

function digestOf(outcome: Outcome): string {
  if ('error' in outcome) return `failed: ${(outcome.error as Error).message}`;
  const { recording, digest } = outcome.result;
  const rows = [...tidyRows(recording, 'headline')].map((row) => Object.values(row).join('|'));
  return digestJson([digest ?? '', ...rows]);
}

async function outcomes(scenarios: ParametersJson[], change: Partial<FamilyOptions> = {}) {
  const found: string[] = [];
  const options: FamilyOptions = {
    geography: restrictGeography(sources.geography, ['24']),
    seed: 'family',
    replicate: 0,
    scale: 1000,
    threads: 1,
    from: 2013,
    to: 2014,
    digest: true,
    ...change,
  };
  await runFamily(starts, scenarios, options, (outcome) => {
    found[outcome.member] = digestOf(outcome);
  });
  return found;
}

const unforked = new Map<string, Promise<string[]>>();

/** The digest of one scenario simulated from its start to the end of 2014; each is simulated once for all tests. */
async function alone(...settings: string[]): Promise<string> {
  const name = settings.join(' ');
  const found = unforked.get(name) ?? outcomes([fewOf(...settings)], { fork: false });
  unforked.set(name, found);
  return (await found)[0];
}

/** Years of whole runs: `.ci/run forks` simulates them (PROMISES=1), `npm test` has no time for them. */
const long = test.skipIf(process.env.PROMISES !== '1');

describe('a forked run', () => {
  const MONTHS = ['2014-01', '2013-08', '2013-01'];
  const change = (month: string) => `care.minutes@${month}=20`;
  let forked: string[];

  beforeAll(async () => {
    const changed = MONTHS.map((month) => fewOf(change(month)));
    forked = await outcomes([...changed, fewOf(), fewOf()]);
  });

  test.each([
    ['in January', 0],
    ['in mid-year', 1],
    ['in the first month of history', 2],
  ])('equals the unforked one when the change comes %s', async (_, member) => {
    expect(forked[member]).toBe(await alone(change(MONTHS[member])));
    expect(forked[member]).not.toBe(await alone());
  });

  test('equals the unforked one when nothing changes, once and again', async () => {
    expect(forked.slice(MONTHS.length)).toEqual([await alone(), await alone()]);
  });

  long(
    'equals the unforked one whatever parameter changes: none is read before its month',
    async () => {
      const scenarios = [scenarioOf(), everythingChanged(2017)];
      const options = { to: 2018, geography: withCpts() };
      const forked = await outcomes(scenarios, options);
      expect(forked).toEqual(await outcomes(scenarios, { ...options, fork: false }));
      expect(forked[1]).not.toBe(forked[0]);
    },
    120_000,
  );

  long(
    'equals the unforked one with CPTS alive, on one thread, two or three',
    async () => {
      const changed = scenarioOf(
        'cpts.support.chooser:76@2017-05=agency',
        'cpts.envelope.amount:76@2017-05=60000',
        'cpts.work.unit@2017-05=20',
        'teams.memberHours@2017-05=1',
      );
      const options = { to: 2017, geography: withCpts() };
      const scenarios = [scenarioOf(), changed];
      const forked = await outcomes(scenarios, { ...options, threads: 2 });
      const unforked = { ...options, fork: false };
      const [plain] = await outcomes([scenarioOf()], { ...unforked, threads: 3 });
      expect(forked).toEqual([plain, ...(await outcomes([changed], unforked))]);
      expect(forked[1]).not.toBe(forked[0]);
    },
    120_000,
  );

  test('equals the unforked one on three threads', async () => {
    const middle = change('2013-08');
    const onThree = await outcomes([fewOf(), fewOf(middle)], { threads: 3 });
    expect(onThree).toEqual([await alone(), await alone(middle)]);
  });

  test('that fails leaves the others alone, and says why', async () => {
    const scenarios = [fewOf(), fewOf('training.places@2014-01*=3')];
    const [kept, failed] = await outcomes(scenarios);
    expect(failed).toMatch(/failed: training\.places makes \d+ doctors settle out of one class/);
    expect(kept).toBe(await alone());
  });
});

describe('the tree of shared months', () => {
  const months = (...settings: string[][]) => {
    const lists = settings.map((list) => parametersFromJSON(scenarioOf(...list)));
    return sharedHistory(lists, monthOf(2013, 1), monthOf(2016, 12));
  };

  test('shares until the first difference and again among those that stay alike', () => {
    const early = 'care.minutes@2014-01=20';
    const [tree, ...others] = months([], [early], [early, 'care.weeks@2015-07=44']);
    expect(others).toEqual([]);
    expect(tree).toMatchObject({ members: [0, 1, 2], from: monthOf(2013, 1), to: monthOf(2013, 12) });
    expect(tree.branches.map(({ members }) => members)).toEqual([[0], [1, 2]]);
    expect(tree.branches[1].to).toBe(monthOf(2015, 6));
    expect(monthsIn([tree])).toBe(12 + 36 + 18 + 18 + 18);
  });

  test('equal scenarios are simulated once', () => {
    expect(monthsIn(months([], ['care.weeks@2014-01=45.8'], []))).toBe(48);
  });

  test('a difference before history, or in its first month, makes another start', () => {
    expect(months([], ['care.minutes=20']).length).toBe(2);
    expect(months([], ['care.minutes@2013-01=20']).length).toBe(2);
    expect(months([], ['care.minutes@2013-02=20']).length).toBe(1);
  });
});

describe('a copy of a world on disk', () => {
  test('gives back the same world as one in memory and leaves no file', () => {
    const world = newWorld(sources, 1000, 2013);
    const before = worldDigest(world);
    const traces = () => readdirSync(tmpdir()).filter((name) => name.startsWith('maillage-world-')).length;
    const others = traces();
    const copy = copyWorld(world, tmpdir(), 0);
    expect(traces()).toBe(others + 1);
    expect(copy.memory).toBe(0);
    world.patients.columns.need.fill(0);
    expect(worldDigest(world)).not.toBe(before);
    copy.restore();
    expect(worldDigest(world)).toBe(before);
    copy.drop();
    expect(traces()).toBe(others);
  });

  test('is made where the copies already held leave too little room in memory', () => {
    const world = newWorld(sources, 1000, 2013);
    const first = copyWorld(world);
    const second = copyWorld(world, tmpdir(), COPIES_IN_MEMORY - first.memory);
    expect(first.memory).toBeGreaterThan(0);
    expect(second.memory).toBe(first.memory);
    const last = copyWorld(world, tmpdir(), first.memory - 1);
    expect(last.memory).toBe(0);
    for (const copy of [first, second, last]) copy.drop();
  });
});
