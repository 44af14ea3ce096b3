/** `maillage run --trace`: one project's life in words, and the promise that telling it changes nothing. */
import { describe, expect, test } from 'vitest';
import type { EventId } from '../analysis/trace/event.js';
import { eventsOf } from '../analysis/trace/events.js';
import { TRACE_STAGES } from '../analysis/wording/trace.js';
import { TRACE_EVENTS, TRACE_MONEY, TRACE_WAITS } from '../analysis/wording/trace-events.js';
import { answerForm } from '../bin/json-forms.js';
import { traceJson } from '../bin/run/trace-json.js';
import { sentence, traceLines } from '../bin/run/trace-lines.js';
import { textWidth } from '../bin/terminal/table.js';
import { terminalOn } from '../bin/terminal/terminal.js';
import { monthOf } from '../sim/base/calendar.js';
import { createTracer, type TraceResult } from '../sim/recorder/trace.js';
import { worldDigest } from '../sim/world/digest.js';
import { INSTRUMENT_COUNT, instrumentOf } from '../sim/world/teams/instruments.js';
import {
  ENDED,
  FROZEN,
  LETTER_FILED,
  MERGED,
  NEGOTIATING,
  PRE_PROJECT,
  PROJECT_ROWS,
  SIGNED,
  SUBMITTED,
  WAITS,
  WRITING,
} from '../sim/world/teams/projects.js';
import type { World } from '../sim/world/world.js';
import { collectiveCountry, collectiveGeography, putProject } from './support/collective-rows.js';

const FOUNDED = monthOf(2017, 3);
const names = new Map(
  collectiveGeography().territories.flatMap(({ blocks }) => blocks.map(({ code, name }) => [code, name])),
);
const nameOf = (code: string) => names.get(code) ?? code;

/** What happens in each month of a life made by hand, from March 2017. */
type Step = (world: World) => void;
const stage =
  (to: number): Step =>
  ({ projects }) => {
    projects.columns.stage[0] = to;
  };
const LIFE: readonly Step[] = [
  (world) => {
    putProject(world, 0, [0, 1], { people: 10_000, founded: FOUNDED, momentum: 0.75 });
    world.projects.columns.leaders.set([3, 5, -1]);
    world.projects.columns.need.set([30, 50, 6]);
  },
  ({ projects: { columns } }) => {
    columns.daysLeaders[0] = 3.25;
    columns.momentum[0] = 0.6;
    columns.work[0] = 3.25;
  },
  stage(LETTER_FILED),
  ({ projects: { columns } }) => {
    columns.waitCause[0] = WAITS.indexOf('commission');
    columns.daysLeaders[0] = 0;
  },
  stage(WRITING),
  ({ projects: { columns } }) => {
    columns.waitCause[0] = 0;
    columns.supporter[0] = 2;
    columns.daysSupporter[0] = 5;
    columns.paid[instrumentOf('firEnvelope')] = 31_000;
    columns.paid[instrumentOf('supporterFromTeam')] = 4250;
    columns.coordinator[0] = 0.5;
  },
  ({ projects: { columns } }) => {
    columns.side[0] = FROZEN;
    columns.leaders.set([3, -1, -1]);
  },
  ({ projects: { columns } }) => {
    columns.side[0] = 0;
    columns.momentum[0] = 0.6;
  },
  stage(SUBMITTED),
  stage(NEGOTIATING),
  stage(SIGNED),
  ({ projects: { columns } }) => {
    columns.missions[0] = 0.2;
    columns.joint[0] = 40;
    columns.gps[0] = 12;
    columns.depth[0] = 0.25;
    columns.people[0] = 12_000;
  },
  stage(ENDED),
  stage(ENDED),
];

function traced(code: string, ordinal?: number, steps: readonly Step[] = LIFE): TraceResult {
  const world = collectiveCountry();
  const tracer = createTracer(world, { code, ordinal });
  steps.forEach((step, i) => {
    world.projects.columns.paid.fill(0);
    step(world);
    tracer.month(FOUNDED + i);
  });
  return tracer.finish();
}

const idsOf = (result: TraceResult): EventId[] => eventsOf(result.project?.months ?? []).map(({ id }) => id);

describe('a life in events', () => {
  const result = traced('91001');

  test('goes from founding to end, in order, each stage told once', () => {
    const steps = idsOf(result).filter((id) =>
      /^(founded|letter|project|signed|ended|frozen|revived)/.test(id),
    );
    expect(steps).toEqual([
      'founded',
      'letterFiled',
      'letterValidated',
      'frozen',
      'revived',
      'projectFiled',
      'projectValidated',
      'signed',
      'ended',
    ]);
  });

  test('tells who came and went, what was paid, and what was waited for', () => {
    const ids = idsOf(result);
    for (const id of ['leadersLeft', 'supporterCame', 'coordinatorHired', 'missionStarted', 'grew'] as const)
      expect(
        ids.filter((one) => one === id),
        id,
      ).toHaveLength(1);
    const events = eventsOf(result.project?.months ?? []);
    const of = (id: EventId) => events.filter((one) => one.id === id).map(({ values }) => values);
    expect(of('received')).toEqual([{ instrument: 'firEnvelope', euros: 31_000 }]);
    expect(of('spent')).toEqual([{ instrument: 'supporterFromTeam', euros: 4250 }]);
    expect(of('waited')).toEqual([{ wait: 'commission', months: 2 }]);
    expect(of('worked')[0]).toMatchObject({ months: 3, leaders: 6.5, supporter: 0, left: 26.75 });
  });

  test('stops at the end', () => {
    expect(result.project?.months.at(-1)).toMatchObject({ stage: ENDED });
    expect(result.project?.months).toHaveLength(LIFE.length - 1);
  });

  test('a merged project says so', () => {
    expect(idsOf(traced('91001', undefined, [...LIFE.slice(0, 3), stage(MERGED)])).at(-1)).toBe('merged');
  });

  test('a project that passes two stages in a month passes both', () => {
    const ids = idsOf(traced('91001', undefined, [LIFE[0], stage(PRE_PROJECT), stage(WRITING)]));
    expect(ids.filter((id) => id.startsWith('letter'))).toEqual(['letterFiled', 'letterValidated']);
  });

  test('a file sent back is told', () => {
    const steps = [LIFE[0], stage(LETTER_FILED), stage(PRE_PROJECT)];
    expect(idsOf(traced('91001', undefined, steps))).toContain('letterReturned');
  });
});

describe('a place', () => {
  test('is any commune that the project held, not its seat alone', () => {
    expect(traced('91002').project?.seat).toBe('91001');
    expect(traced('91003').project).toBeUndefined();
  });

  test('may have had several: the last that held it, or the one of that number', () => {
    const again: Step = (world) => {
      putProject(world, 1, [0], { ordinal: 1, key: 99 });
    };
    const steps = [...LIFE, again];
    expect(traced('91001', undefined, steps).project).toMatchObject({ ordinal: 2 });
    expect(traced('91001', 1, steps).project).toMatchObject({ ordinal: 1 });
    expect(traced('91001', 3, steps).project).toBeUndefined();
  });

  test('taken late by a project of its département shows that project from its birth', () => {
    const late: Step = (world) => {
      world.areaOwner[2] = 0;
    };
    const { project } = traced('91003', undefined, [...LIFE.slice(0, 5), late]);
    expect(project?.months[0].month).toBe(FOUNDED);
  });

  test('a row given to another project is another life', () => {
    const other: Step = (world) => putProject(world, 0, [0], { key: 77, ordinal: 1 });
    const { project } = traced('91001', undefined, [...LIFE, other]);
    expect(project?.months).toHaveLength(1);
  });
});

describe.each(['en', 'fr'] as const)('in words (%s)', (language) => {
  const terminal = terminalOn(process, language, false);
  const asked = { request: { code: '91001' }, nameOf };
  const lines = traceLines(traced('91001'), asked, terminal);

  test('fits 80 columns, and leaves no mark unfilled', () => {
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(lines[0]).toContain('Abbéville');
  });

  test('every event, wait and payment has a sentence with its values', () => {
    const values = { months: 2, doctors: 1, others: 1, leaders: 2, count: 1, people: 9, from: 8, to: 0.4 };
    const more = {
      treasury: 5,
      share: 0.5,
      momentum: 0.5,
      depth: 0.1,
      display: 0.4,
      cause: 'staff',
      drafts: 2,
      mission: 0,
    };
    const rest = { supporter: 1, joint: 3, indicator: 2, members: 20, gps: 4, left: 3 };
    for (const id of Object.keys(TRACE_EVENTS) as EventId[]) {
      const all = id === 'worked' ? { ...values, ...rest } : { ...values, ...more, ...rest, months: 2 };
      const told = { ...all, ...(id.startsWith('supporter') ? { months: undefined } : {}) };
      const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
      const money = id === 'received' || id === 'spent' ? { instrument: 'firCpom', euros: 1 } : {};
      const said = sentence(
        { month: 0, id, values: { ...known, ...money } as Record<string, number> },
        terminal,
      );
      expect(said, id).not.toMatch(/undefined|NaN|\{\w+\}/);
    }
    for (const words of [...Object.values(TRACE_WAITS), ...Object.values(TRACE_MONEY), ...TRACE_STAGES]) {
      expect(words[language].length).toBeGreaterThan(3);
    }
  });

  test('a place without a project names some that live', () => {
    const none = traced('91003', undefined, LIFE.slice(0, 3));
    const said = traceLines(none, { request: { code: '91003' }, nameOf }, terminal).join(' ');
    expect(said).toContain('Arpajon');
    expect(said).toContain('Abbéville (91001)');
  });

  test('the list names codes and stages', () => {
    const said = traceLines(traced('91003', undefined, LIFE.slice(0, 3)), { nameOf }, terminal).join('\n');
    expect(said).toContain('91001');
    expect(said).toContain(TRACE_STAGES[LETTER_FILED][language]);
  });
});

describe('telling changes nothing', () => {
  test('the tracer writes to no table', () => {
    const world = collectiveCountry();
    LIFE[0](world);
    const before = worldDigest(world);
    const tracer = createTracer(world, { code: '91001' });
    tracer.month(FOUNDED);
    tracer.finish();
    expect(worldDigest(world)).toBe(before);
    expect(world.projects.columns.paid).toHaveLength(PROJECT_ROWS * INSTRUMENT_COUNT);
  });
});

test('the JSON form holds events and months', () => {
  const answer = {
    schema: 'maillage/run/1',
    scenario: 'baseline',
    settings: Object.fromEntries(
      ['seed', 'scale', 'threads', 'from', 'to', 'replicates'].map((name) => [
        name,
        { value: name === 'seed' ? 'x' : 1, origin: 'default' },
      ]),
    ),
    runs: [],
    values: [],
    trace: JSON.parse(JSON.stringify(traceJson(traced('91001')))),
  };
  expect(answerForm('run').safeParse(answer).error?.issues ?? []).toEqual([]);
  expect(answer.trace.project.events[0]).toMatchObject({ month: '2017-03', id: 'founded' });
});
