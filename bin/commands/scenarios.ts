/** `maillage scenarios`: the alternatives that can be run, and the way to write one. */

import { plainNumber } from '../../analysis/wording/numbers.js';
import { SCENARIOS } from '../../analysis/wording/scenarios.js';
import { formatMonth } from '../../sim/base/calendar.js';
import { formatProblem } from '../../sim/base/problems.js';
import { planSchema } from '../../sim/batch/plan/schema.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { diffScenarios } from '../../sim/scenario/diff.js';
import { listScenarios } from '../../sim/scenario/list.js';
import { scenarioJsonSchema } from '../../sim/scenario/schema.js';
import type { Change, Scenario } from '../../sim/scenario/types.js';
import type { Command, Invocation } from '../command.js';
import { printJson } from '../json.js';
import { JSON_OPTION } from '../options.js';
import { readScenario, scenarioOrRefusal } from '../scenario.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { writeNewScenario } from './new-scenario.js';

const SCENARIO = { name: 'scenario', describe: SCENARIOS.scenario };

export const scenarios: Command = {
  name: 'scenarios',
  describe: SCENARIOS.group,
  commands: [
    { name: 'list', describe: SCENARIOS.list, options: [JSON_OPTION], run: list },
    { name: 'show', describe: SCENARIOS.show, positionals: [SCENARIO], options: [JSON_OPTION], run: show },
    { name: 'check', describe: SCENARIOS.check, positionals: [SCENARIO], options: [JSON_OPTION], run: check },
    {
      name: 'diff',
      describe: SCENARIOS.diff,
      positionals: [SCENARIO, { ...SCENARIO, name: 'other' }],
      options: [JSON_OPTION],
      run: diff,
    },
    {
      name: 'schema',
      describe: SCENARIOS.schema,
      options: [{ name: 'plan', describe: SCENARIOS.planSchema, takes: 'flag' }],
      run: schema,
    },
    {
      name: 'new',
      describe: SCENARIOS.new,
      positionals: [{ name: 'name', describe: SCENARIOS.newName }],
      run: writeNewScenario,
    },
  ],
};

function list(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const ready = listScenarios();
  if (invocation.flag('json')) {
    printJson(terminal, 'scenarios-list', { scenarios: ready });
    return;
  }
  const rows = ready.map(({ name, title, extends: parent }) => [
    name,
    title?.[terminal.language] ?? terminal.tell(SCENARIOS.broken, { name }),
    parent ?? '',
  ]);
  const { columns } = SCENARIOS;
  const layout = [columns.name, columns.title, columns.extends].map((text, c) => ({
    title: terminal.tell(text),
    wraps: c === 1,
  }));
  for (const line of tableLines(layout, rows)) terminal.print(line);
  return;
}

function show(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const scenario = scenarioOrRefusal(invocation.text('scenario') ?? '', loadCatalogue());
  if (invocation.flag('json')) {
    printJson(terminal, 'scenarios-show', { scenario: jsonOf(scenario) });
    return;
  }
  const paragraph = (text: string) => {
    for (const line of wrap(text.trim().replace(/\s+/g, ' '))) terminal.print(line);
  };
  terminal.print(terminal.strong(scenario.name));
  paragraph(scenario.title[terminal.language]);
  if (scenario.description) {
    terminal.print('');
    paragraph(scenario.description[terminal.language]);
  }
  terminal.print('');
  paragraph(terminal.tell(SCENARIOS.reason, { reason: scenario.reason }));
  const ancestors = scenario.lineage.slice(0, -1);
  if (ancestors.length > 0) paragraph(terminal.tell(SCENARIOS.lineage, { names: ancestors.join(' → ') }));
  if (scenario.from !== undefined && scenario.to !== undefined) {
    paragraph(terminal.tell(SCENARIOS.years, { from: scenario.from, to: scenario.to }));
  }
  if (scenario.territories.length > 0) {
    paragraph(
      terminal.tell(SCENARIOS.places, { names: scenario.territories.map(({ text }) => text).join(', ') }),
    );
  }
  for (const source of scenario.sources) paragraph(terminal.field(SCENARIOS.sources, source));
  for (const { indicator, direction, from } of scenario.expects) {
    const since = from === undefined ? '' : terminal.tell(SCENARIOS.since, { year: from });
    const direct = terminal.tell(SCENARIOS.directions[direction]);
    const sentence = terminal.tell(SCENARIOS.expectation, { indicator, direction: direct, since });
    paragraph(terminal.field(SCENARIOS.expected, sentence));
  }
  terminal.print('');
  if (scenario.changes.length === 0) terminal.print(terminal.tell(SCENARIOS.nothing));
  else for (const line of changeLines(scenario.changes, terminal)) terminal.print(line);
  return;
}

function changeLines(changes: readonly Change[], terminal: Terminal): string[] {
  const { columns } = SCENARIOS;
  const rows = changes.map((change) => [
    change.parameter,
    changeText(change, terminal),
    spanText(
      change.from === -Infinity ? undefined : formatMonth(change.from),
      change.to === Infinity ? undefined : formatMonth(change.to),
      terminal,
    ),
  ]);
  const layout = [columns.parameter, columns.change, columns.months].map((text, c) => ({
    title: terminal.tell(text),
    wraps: c === 1,
  }));
  return tableLines(layout, rows);
}

function changeText({ operation, operand, members }: Change, terminal: Terminal): string {
  const sign = { value: '=', multiply: '×', add: '+' }[operation];
  const number = (value: number | string) =>
    typeof value === 'number' ? plainNumber(value, terminal.language) : value;
  if (typeof operand === 'object') {
    return Object.entries(operand)
      .map(([member, value]) => `${member}: ${sign} ${number(value)}`)
      .join(', ');
  }
  return `${sign} ${number(operand)}${members ? ` (${members.join(', ')})` : ''}`;
}

function spanText(from: string | undefined, to: string | undefined, terminal: Terminal): string {
  if (from === undefined) return terminal.tell(SCENARIOS.always);
  return to === undefined
    ? terminal.tell(SCENARIOS.from, { from })
    : terminal.tell(SCENARIOS.fromTo, { from, to });
}

function check(invocation: Invocation): number {
  const { terminal } = invocation;
  const name = invocation.text('scenario') ?? '';
  const { problems, warnings } = readScenario(name, loadCatalogue());
  if (invocation.flag('json')) printJson(terminal, 'scenarios-check', { scenario: name, problems, warnings });
  else {
    for (const problem of problems) terminal.print(formatProblem(problem));
    for (const { where, message } of warnings) terminal.print(`${where}: ${message}`);
    if (problems.length === 0) terminal.print(terminal.tell(SCENARIOS.fine, { name }));
  }
  return problems.length === 0 ? 0 : 2;
}

function diff(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const catalogue = loadCatalogue();
  const [a, b] = ['scenario', 'other'].map((name) =>
    scenarioOrRefusal(invocation.text(name) ?? '', catalogue),
  );
  const rows = diffScenarios(catalogue, a, b);
  if (invocation.flag('json')) {
    printJson(terminal, 'scenarios-diff', { a: a.name, b: b.name, differences: rows });
    return;
  }
  if (rows.length === 0) {
    terminal.print(terminal.tell(SCENARIOS.same, { a: a.name, b: b.name }));
    return;
  }
  const text = (value: number | string) =>
    typeof value === 'number' ? plainNumber(value, terminal.language) : value;
  const { columns } = SCENARIOS;
  const layout = [
    { title: terminal.tell(columns.parameter), wraps: true },
    { title: terminal.tell(columns.months) },
    { title: a.name, align: 'right' as const },
    { title: b.name, align: 'right' as const },
  ];
  const cells = rows.map((row) => [
    row.member === undefined ? row.parameter : `${row.parameter} [${row.member}]`,
    spanText(row.from, row.to, terminal),
    text(row.a),
    text(row.b),
  ]);
  for (const line of tableLines(layout, cells)) terminal.print(line);
  return;
}

function schema(invocation: Invocation): undefined {
  const schemaOf = invocation.flag('plan') ? planSchema : scenarioJsonSchema;
  invocation.terminal.print(JSON.stringify(schemaOf(loadCatalogue()), null, 2));
  return;
}

/** A scenario for programs: months are YYYY-MM, a missing bound means without end. */
function jsonOf({ changes, ...rest }: Scenario): Record<string, unknown> {
  return {
    ...rest,
    changes: changes.map(({ from, to, ...change }) => ({
      ...change,
      ...(from === -Infinity ? {} : { from: formatMonth(from) }),
      ...(to === Infinity ? {} : { to: formatMonth(to) }),
    })),
  };
}
