/** `maillage params`: every number of the model, with what it rests on. */

import { REFUSALS } from '../../analysis/wording/command-line.js';
import type { Text } from '../../analysis/wording/language.js';
import { plainNumber } from '../../analysis/wording/numbers.js';
import { PARAMS } from '../../analysis/wording/parameters.js';
import { formatMonth } from '../../sim/base/calendar.js';
import { MaillageError, nearestName } from '../../sim/base/errors.js';
import { auditCatalogue } from '../../sim/parameters/audit.js';
import { type Catalogue, loadCatalogue } from '../../sim/parameters/catalogue.js';
import { type Parameter, STATUSES } from '../../sim/parameters/entry.js';
import { shownList } from '../../sim/parameters/words.js';
import type { Command, Invocation } from '../command.js';
import { printJson } from '../json.js';
import { JSON_OPTION } from '../options.js';
import { hasLimits, parameterJson } from '../parameter-json.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** A value whose last check is older is called stale. */
const STALE_YEARS = 5;

export const params: Command = {
  name: 'params',
  describe: PARAMS.group,
  commands: [
    {
      name: 'list',
      describe: PARAMS.list,
      positionals: [{ name: 'prefix', describe: PARAMS.prefix, optional: true }],
      options: [{ name: 'status', describe: PARAMS.status, choices: STATUSES }, JSON_OPTION],
      examples: ['maillage params list --status assumption'],
      run: list,
    },
    {
      name: 'show',
      describe: PARAMS.show,
      positionals: [{ name: 'path', describe: PARAMS.path }],
      options: [JSON_OPTION],
      run: show,
    },
    { name: 'audit', describe: PARAMS.audit, options: [JSON_OPTION], run: audit },
  ],
};

function list(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const prefix = invocation.text('prefix') ?? '';
  const status = invocation.text('status');
  const chosen = [...loadCatalogue().parameters.values()].filter(
    (parameter) => parameter.path.startsWith(prefix) && (status === undefined || parameter.status === status),
  );
  if (invocation.flag('json')) {
    printJson(terminal, 'params-list', { parameters: chosen.map(parameterJson) });
    return;
  }
  if (chosen.length === 0) {
    throw new MaillageError('unknown-name', terminal.tell(PARAMS.none, { prefix: `'${prefix}'` }));
  }
  const { columns } = PARAMS;
  const rows = chosen.map((parameter) => [
    parameter.path,
    shortValue(parameter, terminal),
    parameter.unit,
    terminal.tell(PARAMS.statuses[parameter.status]),
  ]);
  const titles = [columns.path, columns.value, columns.unit, columns.status].map((text) =>
    terminal.tell(text),
  );
  const layout = titles.map((title, c) => ({ title, wraps: c === 1 }));
  for (const line of tableLines(layout, rows)) terminal.print(line);
  terminal.print('');
  for (const line of wrap(terminal.tell(PARAMS.listNote, { count: chosen.length }))) terminal.print(line);
  return;
}

function shortValue(parameter: Parameter, terminal: Terminal): string {
  if (parameter.by !== undefined) return terminal.tell(PARAMS.byMember, { domain: parameter.by });
  const first = valueText(parameter.dated[0].value, terminal);
  const last = valueText(parameter.dated[parameter.dated.length - 1].value, terminal);
  return parameter.dated.length === 1 ? first : `${first} … ${last}`;
}

function valueText(value: number | string | readonly number[], terminal: Terminal): string {
  if (typeof value === 'number') return plainNumber(value, terminal.language);
  return typeof value === 'string'
    ? value
    : value.map((one) => plainNumber(one, terminal.language)).join(' ');
}

function show(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const catalogue = loadCatalogue();
  const path = invocation.text('path') ?? '';
  const parameter = catalogue.parameters.get(path) ?? unknownParameter(path, catalogue, terminal);
  if (invocation.flag('json')) {
    printJson(terminal, 'params-show', { parameter: parameterJson(parameter) });
    return;
  }
  terminal.print(terminal.strong(parameter.path));
  for (const line of wrap(parameter.label[terminal.language])) terminal.print(line);
  terminal.print('');
  for (const [name, value] of fieldsOf(parameter, catalogue, terminal)) {
    const [first, ...more] = wrap(terminal.field(name, value), 78);
    terminal.print(first);
    for (const line of more) terminal.print(`  ${line}`);
  }
  terminal.print('');
  for (const line of valueLines(parameter, catalogue, terminal)) terminal.print(line);
  return;
}

function unknownParameter(path: string, catalogue: Catalogue, terminal: Terminal): never {
  const near = nearestName(path, catalogue.parameters.keys());
  const hint =
    near === undefined ? terminal.tell(PARAMS.listHint) : terminal.tell(REFUSALS.didYouMean, { name: near });
  throw new MaillageError('unknown-name', terminal.tell(PARAMS.unknown, { path, hint }));
}

function fieldsOf(parameter: Parameter, catalogue: Catalogue, terminal: Terminal): [Text, string][] {
  const { fields } = PARAMS;
  const { range, factor, distribution } = parameter;
  const spread = distribution ? ` (${terminal.tell(PARAMS.distributions[distribution])})` : '';
  const interval = ([low, high]: readonly [number, number]) =>
    `${plainNumber(low, terminal.language)} … ${plainNumber(high, terminal.language)}`;
  const source = [parameter.source ?? terminal.tell(fields.noSource), parameter.url]
    .filter(Boolean)
    .join(', ');
  const given: [Text, string | undefined][] = [
    [fields.unit, catalogue.units.get(parameter.unit)?.[terminal.language]],
    [fields.status, terminal.tell(PARAMS.statuses[parameter.status])],
    [fields.source, source],
    [fields.argument, parameter.argument?.trim()],
    [fields.range, range && interval(range) + spread],
    [fields.factor, factor && interval(factor) + spread],
    [fields.limits, hasLimits(parameter) ? interval(parameter.limits) : undefined],
    [fields.choices, parameter.choices?.join(', ')],
    [fields.note, parameter.note?.trim()],
    [fields.checked, parameter.checked],
    [fields.file, parameter.where],
  ];
  return given.filter((field): field is [Text, string] => field[1] !== undefined);
}

function valueLines(parameter: Parameter, catalogue: Catalogue, terminal: Terminal): string[] {
  const { columns } = PARAMS;
  const dates = parameter.dated.map(({ month }) => formatMonth(month));
  if (parameter.members === undefined) {
    const titles = [terminal.tell(columns.from), terminal.tell(columns.value)];
    const rows = parameter.dated.map(({ value }, i) => [dates[i], valueText(value, terminal)]);
    const note = parameter.interpolate ? ['', terminal.tell(PARAMS.fields.interpolated)] : [];
    return [...tableLines([{ title: titles[0] }, { title: titles[1], align: 'right' }], rows), ...note];
  }
  const domain = catalogue.domains.get(parameter.by ?? '');
  return dates.flatMap((date, i) => {
    const values = shownList(parameter.dated[i].value as readonly number[], parameter.choices);
    const rows = (parameter.members ?? []).map((member, m) => [
      member,
      domain?.members[m]?.[terminal.language] ?? '',
      valueText(values[m], terminal),
    ]);
    const layout = [
      { title: terminal.tell(columns.member) },
      { title: domain?.label[terminal.language] ?? '', wraps: true },
      { title: date, ...(parameter.choices === undefined ? { align: 'right' as const } : {}) },
    ];
    return [...tableLines(layout, rows), ''];
  });
}

function audit(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const now = new Date().toISOString().slice(0, 'YYYY-MM'.length);
  const found = auditCatalogue(loadCatalogue(), { now, maxAgeYears: STALE_YEARS });
  if (invocation.flag('json')) {
    const { total, byStatus, withoutSource, stale } = found;
    printJson(terminal, 'params-audit', { total, byStatus, withoutSource, stale });
    return;
  }
  const rows = STATUSES.map((status) => [
    terminal.tell(PARAMS.statuses[status]),
    String(found.byStatus[status]),
  ]);
  const layout = [
    { title: terminal.tell(PARAMS.columns.status) },
    { title: terminal.tell(PARAMS.columns.count), align: 'right' as const },
  ];
  for (const line of tableLines(layout, [...rows, [terminal.tell(PARAMS.total), String(found.total)]])) {
    terminal.print(line);
  }
  const lists = [
    { text: PARAMS.withoutSource, paths: found.withoutSource },
    { text: PARAMS.stale, paths: found.stale },
  ];
  for (const { text, paths } of lists) {
    if (paths.length === 0) continue;
    terminal.print('');
    const sentence = terminal.tell(text, { paths: paths.join(', '), years: STALE_YEARS });
    for (const line of wrap(sentence)) terminal.print(line);
  }
  return;
}
