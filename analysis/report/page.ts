/** The page of a report: one HTML file that holds all it needs. The same content gives the same bytes. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Section } from '../charts/chart.js';
import type { TerritoryData } from '../charts/map/map-data.js';
import { FONT_FILES } from '../charts/picture.js';
import type { MapValues } from '../charts/runtime/map-view.js';
import { deltas, type MapSize, packed } from '../charts/runtime/packed.js';
import { LANGUAGES, type Language, type Text } from '../wording/language.js';
import { APPENDIX, PAGE } from '../wording/page.js';
import { both, typeset } from '../wording/said.js';
import { chartScript, pageScript } from './bundle.js';
import type { ReportContent } from './content.js';
import { escaped, tableData } from './html.js';
import { parametersPart, reproducePart } from './parts/appendix.js';
import { certaintyPart, omittedPart } from './parts/certainty.js';
import { PAGE_LIMIT, sectionPart, sectionsOf, sectionTitle } from './parts/figures.js';
import { gainsPart } from './parts/gains.js';
import { answerPart, headlinePart, scenarioPart } from './parts/summary.js';
import { styleSheet } from './style.js';

/** What tells a report of this program from any other HTML file. */
export const REPORT_MARK = '<meta name="generator" content="maillage report">';

/** Nothing may be fetched, whatever stands in the page. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data: blob:";

/**
 * The whole page, first shown in `language`; `version` is that of this program. Where the map would make it larger than
 * `limit` bytes, indicators of the map are left out, the last first, and the page says so.
 */
export function reportPage(
  content: ReportContent,
  language: Language,
  version: string,
  limit = PAGE_LIMIT,
): string {
  const { territories } = content;
  const parts = territories === undefined ? [] : packedParts(territories);
  let page = pageOf(content, parts, language, version);
  if (territories === undefined) return page;
  const { facts, values } = territories;
  let kept = values.length;
  for (let excess = Buffer.byteLength(page) - limit; excess > 0 && kept > 1; ) {
    // A part takes the room of its letters: packed again with the others, it neither shrinks nor grows.
    while (excess > 0 && kept > 1) excess -= lettersOf(parts[--kept]);
    const fewer = {
      ...territories,
      facts: { ...facts, indicators: facts.indicators.slice(0, kept) },
      values: values.slice(0, kept),
    };
    page = pageOf({ ...content, territories: fewer }, parts.slice(0, kept), language, version);
    excess = Buffer.byteLength(page) - limit;
  }
  return page;
}

function pageOf(
  content: ReportContent,
  parts: readonly PackedPart[],
  language: Language,
  version: string,
): string {
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  const title = escaped(typeset(content.manifest.title)[language]);
  const held = {
    main: mainPart(content, version, other),
    head: headPart(content, other),
  };
  const charts = {
    source: both((one) => sourceOf(content, one)),
    // Tables that no chart draws.
    tables: content.gains === undefined ? {} : { [content.gains.id]: tableData(content.gains.table) },
    // The map is made in the page of what is chosen.
    charts: content.charts.map(({ id, title, note, plan, table }) =>
      id === 'map'
        ? { id, title, note, plan: { ...plan, data: { datasets: [] } } }
        : { id, title, note, plan, table: tableData(table) },
    ),
  };
  const map =
    content.territories === undefined
      ? ''
      : blob('data-map', JSON.stringify({ facts: content.territories.facts, values: parts }));
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    REPORT_MARK,
    `<title>${title}</title>`,
    `<style>${styleSheet(fontFaces())}</style></head>`,
    '<body>',
    `<div id="head">${headPart(content, language)}</div>`,
    `<main id="main" tabindex="-1">${mainPart(content, version, language)}</main>`,
    blob('data-charts', JSON.stringify(charts)),
    `<script>${chartScript()}</script>`,
    `<script>${pageScript()}</script>`,
    blob('data-other', JSON.stringify(held)),
    map,
    '</body></html>',
    '',
  ].join('\n');
}

/** Under pictures and charts: which study. */
export function sourceOf({ manifest }: ReportContent, language: Language): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return `${APPENDIX.facts.study[language]}${colon}${manifest.name}, maillage ${manifest.identity.code.split('+')[0]}.`;
}

function headPart({ manifest }: ReportContent, language: Language): string {
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  const text = (words: Text) => escaped(words[language]);
  return (
    `<a class="skip" href="#main">${text(PAGE.skip)}</a>` +
    `<header class="bar"><div role="group" aria-label="${text(PAGE.controls)}"><strong>Maillage</strong>` +
    `<button type="button" data-act="language" lang="${other}">${text(PAGE.otherLanguage)}</button>` +
    `<button type="button" data-act="theme" data-dark="${text(PAGE.dark)}" data-light="${text(PAGE.light)}">${text(PAGE.dark)}</button>` +
    `<button type="button" data-act="print">${text(PAGE.print)}</button></div></header>` +
    `<noscript><p class="noscript">${text(PAGE.needsScript)}</p></noscript>` +
    `<span hidden>${escaped(manifest.name)}</span>`
  );
}

function mainPart(content: ReportContent, version: string, language: Language): string {
  const sections = sectionsOf(content);
  const isTerritoryless = content.territories === undefined;
  const around: Partial<Record<Section, { before?: string; after?: string }>> = {
    gains: { before: gainsPart(content.gains, language) },
    sure: { before: certaintyPart(content, language), after: omittedPart(content, language) },
    ...(isTerritoryless
      ? { territories: { before: `<p>${escaped(PAGE.noTerritories[language])}</p>` } }
      : {}),
  };
  return [
    answerPart(content, version, language),
    tocPart(content, sections, language),
    scenarioPart(content, language),
    headlinePart(content, language),
    ...sections.map((section) => sectionPart(content, section, language, around[section])),
    parametersPart(content, language),
    reproducePart(content, version, language),
  ].join('\n');
}

function tocPart({ comparison }: ReportContent, sections: readonly Section[], language: Language): string {
  const entries: readonly (readonly [string, Text])[] = [
    ['scenarios', PAGE.scenarios],
    ...(comparison === undefined ? [] : [['headline', PAGE.headline] as const]),
    ...sections.map((section) => [section, sectionTitle(section)] as const),
    ['parameters', APPENDIX.parameters],
    ['reproduce', APPENDIX.reproduce],
  ];
  const items = entries.map(([id, words]) => `<li><a href="#${id}">${escaped(words[language])}</a></li>`);
  return `<nav aria-label="${escaped(PAGE.contents[language])}"><ul class="toc">${items.join('')}</ul></nav>`;
}

function fontFaces(): string {
  return Object.entries(FONT_FILES)
    .map(([weight, file]) => {
      const data = readFileSync(file).toString('base64');
      const number = weight === 'bold' ? 600 : 400;
      return `@font-face{font-family:"Source Sans 3";font-weight:${number};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join('');
}

/** Data of the page: deflated, in base64, in an element that no browser runs. */
function blob(id: string, text: string): string {
  return `<script type="application/octet-stream" id="${id}">${deflated(text)}</script>`;
}

function deflated(content: string | Uint8Array): string {
  return deflateRawSync(content, { level: 9 }).toString('base64');
}

/** Values of an indicator of the map in few bytes: see `client/map.ts`, which unpacks them. */
type PackedPart = Readonly<Record<keyof MapValues, string>>;

function packedParts({ facts, values }: TerritoryData): PackedPart[] {
  const size: MapSize = [facts.scenarios.length, facts.years.length, facts.names.length];
  return values.map(({ level, clear, halfWidth, differenceHalfWidth }) => ({
    level: deflated(packed(deltas(level, size))),
    clear: deflated(bits(clear)),
    halfWidth: deflated(packed(halfWidth)),
    differenceHalfWidth: deflated(packed(differenceHalfWidth)),
  }));
}

function lettersOf(part: PackedPart): number {
  return Object.values(part).reduce((sum, { length }) => sum + length, 0);
}

function bits(flags: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (let at = 0; at < flags.length; at++) if (flags[at] === 1) bytes[at >> 3] |= 1 << (at & 7);
  return bytes;
}
