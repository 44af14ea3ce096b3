/**
 * README.md of a study: what it is, its scenarios and design, every table column by column, every indicator kept,
 * how to read and cite it; in English, then in French.
 */
import { GROUP_IDS, GROUPS } from '../../recorder/cells.js';
import type { Words } from '../../recorder/indicator.js';
import { SQL_TYPES, sqlText } from '../parquet.js';
import { DATA_SOURCES, readCitation } from './credits.js';
import { type DescribedTable, describedTables, type StudyDescription } from './description.js';
import { CRATE, DATA_PACKAGE, SPARE_MANIFEST, STUDY_MANIFEST, STUDY_PROVENANCE } from './names.js';
import { README_WORDS as WORDS } from './readme-words.js';
import { dimensionWords, PARAMETER_PREFIX } from './run-columns.js';
import { TABLES, type TableColumn } from './tables.js';

type Language = keyof Words;

/** Places named one by one before the rest is counted. */
const PLACES_NAMED = 20;

/** The document, ending with a line feed. The same study gives the same text. */
export function studyReadme(study: StudyDescription): string {
  const lines = [
    `# ${study.title.en}`,
    '',
    `*${study.title.fr} : [en français](#en-français).*`,
    '',
    ...inLanguage(study, 'en', '##'),
    '## En français',
    '',
    `**${study.title.fr}**`,
    '',
    ...frenchSpaces(inLanguage(study, 'fr', '###')),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function inLanguage(study: StudyDescription, language: Language, level: string): string[] {
  const tell = teller(language);
  const { maillageVersion: version, code, date } = study;
  const tables = describedTables(study);
  const sections: readonly (readonly [keyof typeof WORDS, readonly string[]])[] = [
    ['what', [tell('whatText', { version, code, date })]],
    ['scenarios', scenarioLines(study, language)],
    ['design', designLines(study, language)],
    ['files', fileLines(tables, language)],
    [
      'tables',
      tables.flatMap((table, t) => [...(t > 0 ? [''] : []), ...tableLines(table, language, `${level}#`)]),
    ],
    ['groups', groupLines(language)],
    ['indicators', indicatorLines(study, language)],
    ['reading', readingLines(study, language)],
    ['citing', citingLines(study, language)],
  ];
  return sections.flatMap(([heading, lines]) => [`${level} ${tell(heading)}`, '', ...lines, '']);
}

/** Words of one language with their values put in. */
function teller(language: Language) {
  return (key: keyof typeof WORDS, values: Readonly<Record<string, string | number>> = {}): string =>
    WORDS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function scenarioLines({ scenarios }: StudyDescription, language: Language): string[] {
  const tell = teller(language);
  return markdownTable(
    [tell('scenario'), tell('title'), tell('digest')],
    scenarios.map(({ name, title, digest }) => [`\`${name}\``, title[language], `\`${digest}\``]),
  );
}

function designLines(study: StudyDescription, language: Language): string[] {
  const { from, to, scale, seed, design, dimensions, months } = study;
  const tell = teller(language);
  const varied = dimensions.map((dimension) => [
    `\`${dimension.name}\``,
    dimensionWords(dimension)[language],
  ]);
  return [
    `- ${tell('years', { from, to })}`,
    `- ${tell('scale', { scale })}`,
    `- ${tell('seed', { seed })}`,
    ...(study.supply === undefined ? [] : [`- ${tell('supply', { name: study.supply })}`]),
    `- ${tell('runs', design)}`,
    `- ${tell(months ? 'periods' : 'yearsOnly')}`,
    `- ${tell('places', { places: placesText(study.places, tell) })}`,
    ...(varied.length === 0
      ? []
      : ['', tell('varied'), '', ...markdownTable([tell('column'), tell('meaning')], varied)]),
  ];
}

function placesText(places: readonly string[], tell: ReturnType<typeof teller>): string {
  const named = places.slice(0, PLACES_NAMED).join(', ');
  const more = places.length - PLACES_NAMED;
  return more > 0 ? tell('morePlaces', { places: named, more }) : named;
}

function fileLines(tables: readonly DescribedTable[], language: Language): string[] {
  const tell = teller(language);
  const rows = tables.map(({ name, files }) => {
    const values = { title: TABLES[name].title[language], count: files.length };
    return [`\`${name}/\``, tell(files.length === 1 ? 'oneParquetFile' : 'parquetFiles', values)];
  });
  const documents: readonly (readonly [string, keyof typeof WORDS])[] = [
    [STUDY_MANIFEST, 'manifest'],
    [SPARE_MANIFEST, 'spareManifest'],
    [DATA_PACKAGE, 'dataPackage'],
    [CRATE, 'crate'],
    [STUDY_PROVENANCE, 'provenance'],
  ];
  return markdownTable(
    [tell('file'), tell('fileOf')],
    [...rows, ...documents.map(([path, words]) => [`\`${path}\``, tell(words)])],
  );
}

function tableLines({ name, columns }: DescribedTable, language: Language, level: string): string[] {
  const tell = teller(language);
  const key = columns.filter((column) => column.key).map((column) => `\`${column.name}\``);
  const isParameter = (column: TableColumn) => column.name.startsWith(PARAMETER_PREFIX);
  const titles = [tell('column'), tell('type'), tell('unit'), tell('meaning')];
  const described = (some: readonly TableColumn[]) =>
    markdownTable(
      titles,
      some.map(({ name: column, type, unit, description }) => [
        `\`${column}\``,
        SQL_TYPES[type],
        unit?.[language] ?? '',
        description[language],
      ]),
    );
  const parameters = columns.filter(isParameter);
  return [
    `${level} ${tell('table', { name })}`,
    '',
    TABLES[name].description[language],
    tell('key', { columns: key.join(', ') }),
    '',
    ...described(columns.filter((column) => !isParameter(column))),
    ...(parameters.length === 0 ? [] : ['', tell('parameterColumns'), '', ...described(parameters)]),
  ];
}

function groupLines(language: Language): string[] {
  const tell = teller(language);
  const rows = GROUP_IDS.map((id) => [`\`${id}\``, GROUPS[id][language]]);
  return [tell('groupsText'), '', ...markdownTable([tell('group'), tell('meaning')], rows)];
}

function indicatorLines({ indicators }: StudyDescription, language: Language): string[] {
  const tell = teller(language);
  const rows = indicators.map(({ id, label, unit, definition, base, date }) => {
    const sentences = [
      `${label[language]}. ${definition[language]}`,
      ...(base === undefined ? [] : [tell('over', { base: base[language] })]),
      ...(date === undefined ? [] : [tell('when', { date: date[language] })]),
    ];
    return [`\`${id}\``, unit[language], sentences.join(' ')];
  });
  return [
    tell('indicatorsText'),
    '',
    ...markdownTable([tell('indicator'), tell('unit'), tell('definition')], rows),
  ];
}

function readingLines({ indicators, to }: StudyDescription, language: Language): string[] {
  const tell = teller(language);
  const id = indicators[0]?.id ?? '';
  const sql = (source: string) => [
    'SELECT scenario, avg(value) AS mean',
    `FROM ${source}`,
    `WHERE indicator = ${sqlText(id)} AND period = '${to}' AND place = 'FR' AND "group" = 'all'`,
    'GROUP BY scenario ORDER BY scenario',
  ];
  const python = [
    'import pandas',
    'results = pandas.read_parquet("results")',
    `kept = results[(results["indicator"] == "${id}") & (results["period"] == "${to}")`,
    '               & (results["place"] == "FR") & (results["group"] == "all")]',
    'print(kept.groupby("scenario")["value"].mean())',
  ];
  const r = [
    'library(arrow)',
    'library(dplyr)',
    'open_dataset("results") |>',
    `  filter(indicator == "${id}", period == "${to}", place == "FR", group == "all") |>`,
    '  group_by(scenario) |> summarise(mean = mean(value)) |> collect()',
  ];
  const query = [`maillage query . '${sql('results').join('\n').replaceAll("'", `'\\''`)}'`];
  const blocks: readonly (readonly [keyof typeof WORDS, string, readonly string[]])[] = [
    ['withMaillage', 'sh', query],
    ['withPython', 'python', python],
    ['withR', 'r', r],
    ['withDuckdb', 'sql', sql("'results/*.parquet'")],
  ];
  return [
    tell('readingText'),
    ...blocks.flatMap(([words, syntax, lines]) => ['', tell(words), '', `\`\`\`${syntax}`, ...lines, '```']),
    '',
    tell('asCsv'),
  ];
}

function citingLines(study: StudyDescription, language: Language): string[] {
  const tell = teller(language);
  const { authors, title: software, license } = readCitation();
  const { maillageVersion: version, code, name, date } = study;
  const names = authors.map((author) => author.name).join(', ');
  return [
    tell('citingText', { authors: names, software, version, code, license, name, date }),
    '',
    tell('data'),
    '',
    ...DATA_SOURCES.map(({ title, licence }) =>
      licence === undefined
        ? `- ${title[language]}`
        : `- ${title[language]} (${tell('licence', { id: licence })})`,
    ),
  ];
}

/**
 * No-break spaces before the double marks and inside the quotation marks of French, outside code: labels and
 * definitions come from files in which they are plain.
 */
function frenchSpaces(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/(```.*?```|`[^`]*`)/s)
    .map((text) =>
      text.startsWith('`')
        ? text
        : text
            .replace(/ (?=[:»])/g, '\u00a0')
            .replace(/« /g, '«\u00a0')
            .replace(/ (?=[;!?])/g, '\u202f'),
    )
    .join('')
    .split('\n');
}

function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(titles), `|${titles.map(() => '---').join('|')}|`, ...rows.map(line)];
}

/** A cell holds no line break, and its bars do not end it. */
function cellText(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
