/** The end of a report: every parameter, what scenarios change, and how to make it all again. */
import { formatMonth } from '../../../sim/base/calendar.js';
import { digestJson, type Json } from '../../../sim/base/digest.js';
import { auditCatalogue } from '../../../sim/parameters/audit.js';
import { type Parameter, STATUSES } from '../../../sim/parameters/entry.js';
import { shownList } from '../../../sim/parameters/words.js';
import { resolveParameters } from '../../../sim/scenario/apply.js';
import type { TableCell } from '../../charts/chart.js';
import { fill, type Language } from '../../wording/language.js';
import { plainNumber } from '../../wording/numbers.js';
import { APPENDIX } from '../../wording/page.js';
import { PARAMS } from '../../wording/parameters.js';
import { both } from '../../wording/said.js';
import type { ReportContent } from '../content.js';
import { escaped, tableHtml, withCode } from '../html.js';
import { supplyWords } from './certainty.js';

/** The table of parameters, closed until it is asked for. */
export function parametersPart({ catalogue, manifest }: ReportContent, language: Language): string {
  const all = [...catalogue.parameters.values()];
  const { total, byStatus } = auditCatalogue(catalogue, { now: '', maxAgeYears: 0 });
  const counts = STATUSES.map((status) => `${PARAMS.statuses[status][language]} ${byStatus[status]}`).join(
    ', ',
  );
  const rows = all.map((parameter): TableCell[] => [
    `${parameter.path}`,
    parameter.label,
    both((language) => valueText(parameter, language)),
    both((language) => rangeText(parameter, language)),
    catalogue.units.get(parameter.unit) ?? parameter.unit,
    PARAMS.statuses[parameter.status],
    parameter.source ?? APPENDIX.noSource,
  ]);
  const { columns } = APPENDIX;
  const caption = APPENDIX.parameters;
  const titles = [
    { en: 'path', fr: 'chemin' },
    columns.parameter,
    columns.value,
    columns.range,
    columns.unit,
    columns.status,
    columns.source,
  ].map((title) => ({ title }));
  const moved =
    digestJson(resolveParameters(catalogue).toJSON() as unknown as Json) === manifest.identity.catalogue
      ? ''
      : `<p>${withCode(APPENDIX.catalogueMoved[language])}</p>`;
  return (
    `<section id="parameters" aria-labelledby="h-parameters"><h2 id="h-parameters">${escaped(caption[language])}</h2>` +
    `<p>${withCode(fill(APPENDIX.parametersNote, language, { total, counts }))}</p>${moved}` +
    `<details><summary>${escaped(APPENDIX.open[language])}</summary>${tableHtml({ caption, columns: titles, rows }, language)}</details>` +
    `<h3>${escaped(APPENDIX.changes[language])}</h3>${changesTable(manifest, language)}</section>`
  );
}

/** `18`, `2013-01: 0.5; 2018-01: 0.6`, `solo 54, group 50.7`, `each 0.26` where all members have the same. */
function valueText({ dated, members, choices }: Parameter, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const one = (value: number | string | readonly number[]): string => {
    if (typeof value === 'number') return plainNumber(value, language);
    if (typeof value === 'string') return value;
    const shown = shownList(value, choices);
    if (shown.length > 1 && shown.every((item) => item === shown[0])) {
      const [item] = shown;
      return fill(APPENDIX.each, language, {
        value: typeof item === 'number' ? plainNumber(item, language) : item,
      });
    }
    return shown
      .map(
        (item, i) =>
          `${members?.[i] ?? i}\u00a0${typeof item === 'number' ? plainNumber(item, language) : item}`,
      )
      .join(', ');
  };
  if (dated.length === 1) return one(dated[0].value);
  return dated.map(({ month, value }) => `${formatMonth(month)}${colon}${one(value)}`).join('\u00a0; ');
}

function rangeText({ range, factor }: Parameter, language: Language): string {
  const words = ([low, high]: readonly [number, number]) => ({
    low: plainNumber(low, language),
    high: plainNumber(high, language),
  });
  if (range !== undefined) return fill(APPENDIX.between, language, words(range));
  return factor === undefined ? '' : fill(APPENDIX.times, language, words(factor));
}

function changesTable({ scenarios }: ReportContent['manifest'], language: Language): string {
  const { changeColumns: columns, operations } = APPENDIX;
  const rows = scenarios.flatMap(({ name, changes }): TableCell[][] => {
    if (changes.length === 0) return [[name, APPENDIX.noChange, '', '', '']];
    return changes.map(({ parameter, from = '', to = '', operation, operand, members }) => [
      name,
      members === undefined ? parameter : `${parameter} (${members.join(', ')})`,
      from,
      to,
      both((language) => `${operations[operation][language]} ${operandText(operand, language)}`),
    ]);
  });
  const titles = [columns.scenario, columns.parameter, columns.from, columns.to, columns.operation];
  return tableHtml(
    { caption: APPENDIX.changes, columns: titles.map((title) => ({ title })), rows },
    language,
  );
}

function operandText(operand: unknown, language: Language): string {
  if (typeof operand === 'number') return plainNumber(operand, language);
  if (typeof operand === 'string') return operand;
  return Object.entries(operand as Readonly<Record<string, unknown>>)
    .map(([member, value]) => `${member}\u00a0${operandText(value, language)}`)
    .join(', ');
}

/** Command, versions and digests. */
export function reproducePart(
  { manifest, runs }: ReportContent,
  version: string,
  language: Language,
): string {
  const { facts } = APPENDIX;
  const { identity, scenarios } = manifest;
  const tables = Object.entries(manifest.files)
    .filter(([path]) => /^(results|territories)\//.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256 }]) => [path, sha256]);
  const rows: [string, string][] = [
    [facts.study[language], manifest.name],
    [facts.date[language], manifest.date],
    [facts.seed[language], identity.seed],
    [facts.scale[language], fill(facts.scaleText, language, { scale: identity.scale })],
    [facts.years[language], `${identity.from}–${identity.to}`],
    [facts.runs[language], `${runs.done} / ${runs.asked}`],
    [facts.code[language], identity.code],
    [facts.program[language], version],
    [facts.catalogue[language], identity.catalogue],
    [facts.geography[language], identity.geography],
    [facts.supply[language], supplyWords(identity, 'fact', language)],
    [facts.tables[language], digestJson(tables)],
    ...scenarios.map(({ name, digest }): [string, string] => [
      fill(facts.scenario, language, { name }),
      digest,
    ]),
  ];
  const items = rows.map(
    ([name, value]) => `<div><dt>${escaped(name)}</dt><dd><code>${escaped(value)}</code></dd></div>`,
  );
  const planned = identity.design.method === 'none' ? '' : `<p>${withCode(APPENDIX.planned[language])}</p>`;
  const imported =
    identity.supply === undefined
      ? ''
      : `<p>${withCode(fill(APPENDIX.importedAgain, language, { name: identity.supply }))}</p>`;
  return (
    `<section id="reproduce" aria-labelledby="h-reproduce"><h2 id="h-reproduce">${escaped(APPENDIX.reproduce[language])}</h2>` +
    `<p>${escaped(fill(APPENDIX.reproduceText, language, { version: identity.code.split('+')[0] }))}</p>` +
    `<pre tabindex="0"><code>${escaped(commandsOf(manifest).join('\n'))}</code></pre>${imported}${planned}` +
    `<dl class="facts">${items.join('')}</dl><p class="note">${escaped(APPENDIX.credits[language])}</p></section>`
  );
}

/** The commands that simulate the study again and write its report. */
export function commandsOf({
  name,
  scenarios,
  baseline,
  additions,
  identity,
}: ReportContent['manifest']): string[] {
  const replicates = Math.max(1, ...additions.map(({ replicates: [, to] }) => to));
  const out = `out/${name}`;
  // The first scenario of a command is its baseline.
  const names = [baseline, ...scenarios.map((one) => one.name).filter((one) => one !== baseline)];
  const seed = /^[\w.-]+$/.test(identity.seed) ? identity.seed : `'${identity.seed}'`;
  return [
    `maillage batch ${names.join(' ')} \\`,
    `  --replicates ${replicates} --scale ${identity.scale} --from ${identity.from} --to ${identity.to} \\`,
    `  --seed ${seed}${identity.supply === undefined ? '' : ' --data SUPPLY'} --out ${out}`,
    `maillage report ${out} --out report.html`,
  ];
}
