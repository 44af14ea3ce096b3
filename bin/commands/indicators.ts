/** `maillage indicators`: the dictionary of what is measured. */
import { INDICATOR_WORDS } from '../../analysis/wording/indicators.js';
import { INDICATORS, indicatorOf } from '../../sim/recorder/dictionary.js';
import { BASES, BETTER, DATES, FAMILIES, type Indicator, UNITS } from '../../sim/recorder/indicator.js';
import { PAYEES, PAYERS } from '../../sim/recorder/instrument-words.js';
import { INSTRUMENTS } from '../../sim/world/teams/instruments.js';
import type { Command, Invocation } from '../command.js';
import { printJson } from '../json.js';
import { JSON_OPTION } from '../options.js';
import { tableLines, wrap } from '../terminal/table.js';

const { columns, fields } = INDICATOR_WORDS;

export const indicators: Command = {
  name: 'indicators',
  describe: INDICATOR_WORDS.group,
  commands: [
    { name: 'list', describe: INDICATOR_WORDS.list, options: [JSON_OPTION], run: list },
    {
      name: 'show',
      describe: INDICATOR_WORDS.show,
      positionals: [{ name: 'id', describe: INDICATOR_WORDS.id }],
      options: [JSON_OPTION],
      run: show,
    },
  ],
};

function list(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const { language } = terminal;
  if (invocation.flag('json')) {
    printJson(terminal, 'indicators-list', { indicators: INDICATORS.map(jsonOf) });
    return;
  }
  const layout = [columns.id, columns.label, columns.unit].map((text, c) => ({
    title: terminal.tell(text),
    wraps: c > 0,
  }));
  const rows = INDICATORS.map(({ id, label, unit, headline }) => [
    headline ? `${id} *` : id,
    label[language],
    UNITS[unit][language],
  ]);
  for (const line of tableLines(layout, rows)) terminal.print(line);
  terminal.print('');
  terminal.print(terminal.tell(INDICATOR_WORDS.headline));
  return;
}

function show(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const { language } = terminal;
  const indicator = indicatorOf(invocation.text('id') ?? '');
  if (invocation.flag('json')) {
    printJson(terminal, 'indicators-show', { indicator: jsonOf(indicator) });
    return;
  }
  const { id, label, definition, unit, base, date, family, better } = indicator;
  const instrument = INSTRUMENTS.find((one) => one.id === id);
  const facts = [
    [fields.unit, UNITS[unit]],
    [fields.base, BASES[base]],
    [fields.date, DATES[date]],
    [fields.family, FAMILIES[family]],
    ...(better === undefined ? [] : [[fields.better, BETTER[better]] as const]),
    ...(instrument === undefined
      ? []
      : ([
          [fields.payer, PAYERS[instrument.payer]],
          [fields.payee, PAYEES[instrument.payee]],
        ] as const)),
  ] as const;
  const lines = [
    terminal.strong(id),
    ...wrap(label[language]),
    '',
    ...wrap(definition[language]),
    '',
    ...facts.flatMap(([name, value]) => wrap(terminal.field(name, value[language]))),
  ];
  for (const line of lines) terminal.print(line);
  return;
}

/** An indicator for programs, with its words in both languages. */
function jsonOf({ kind, unit, base, date, family, ...rest }: Indicator): Record<string, unknown> {
  const instrument = INSTRUMENTS.find(({ id }) => id === rest.id);
  return {
    ...rest,
    unit: { id: unit, ...UNITS[unit] },
    base: { id: base, ...BASES[base] },
    date: { id: date, ...DATES[date] },
    family: { id: family, ...FAMILIES[family] },
    kind: kind.kind,
    ...(instrument === undefined
      ? {}
      : {
          payer: { id: instrument.payer, ...PAYERS[instrument.payer] },
          payee: { id: instrument.payee, ...PAYEES[instrument.payee] },
        }),
  };
}
