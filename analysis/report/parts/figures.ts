/** The charts of a section with their words, tables and downloads. */
import { FAMILIES } from '../../../sim/recorder/indicator.js';
import type { Chart, Section } from '../../charts/chart.js';
import { ALL_SECTIONS } from '../../charts/sections.js';
import { fill, type Language, type Text } from '../../wording/language.js';
import { PAGE } from '../../wording/page.js';
import type { ReportContent } from '../content.js';
import { escaped, tableHtml, withCode } from '../html.js';
import { supplyWords } from './certainty.js';

/** Bytes of a page that a mail carries and a phone opens. */
export const PAGE_LIMIT = 3_000_000;

/** Sections that have something to show, in order. */
export function sectionsOf({ charts, territories }: ReportContent): Section[] {
  return ALL_SECTIONS.filter(
    (section) =>
      section === 'sure' ||
      charts.some((chart) => chart.section === section) ||
      (section === 'territories' && territories === undefined),
  );
}

/** Words at the head of a section: those of its family where it is one. */
export function sectionTitle(section: Section): Text {
  return { ...FAMILIES, ...PAGE.sections }[section];
}

/** One section; `before` and `after` are HTML around its charts. */
export function sectionPart(
  content: ReportContent,
  section: Section,
  language: Language,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string } = {},
): string {
  const figures = content.charts
    .filter((chart) => chart.section === section)
    .map((chart) => figureHtml(chart, content, language));
  const intro = section in PAGE.intros ? PAGE.intros[section as keyof typeof PAGE.intros] : PAGE.domainIntro;
  const supply =
    section === 'territories' ? ` ${supplyWords(content.manifest.identity, 'intro', language)}` : '';
  return (
    `<section id="${section}" aria-labelledby="h-${section}"><h2 id="h-${section}">${escaped(sectionTitle(section)[language])}</h2>` +
    `<p class="intro">${escaped(intro[language] + supply)}</p>${before}` +
    `<div class="figures">${figures.join('')}</div>${after}</section>`
  );
}

function figureHtml(chart: Chart, content: ReportContent, language: Language): string {
  const { id, title, summary, note, table } = chart;
  const isMap = id === 'map';
  const wide = isMap || chart.plan.aspect !== undefined || /^(cpts-signed|cost-|gains-)/.test(id);
  const downloads = fill(PAGE.downloads, language, { title: title[language] });
  // The table of the map is made when it is opened: it has a row for each territory, for what was chosen.
  const rows = isMap ? '' : tableHtml({ caption: title, ...table }, language);
  return (
    `<figure id="fig-${escaped(id)}" class="${wide ? 'wide' : ''}" data-chart="${escaped(id)}">` +
    `<figcaption><h3>${escaped(title[language])}</h3></figcaption>` +
    (isMap ? mapControls(content, language) : '') +
    `<div class="drawing"><canvas role="img" aria-labelledby="t-${escaped(id)} s-${escaped(id)}"></canvas></div>` +
    `<span id="t-${escaped(id)}" hidden>${escaped(title[language])}</span>` +
    `<p class="summary" id="s-${escaped(id)}"${isMap ? ' aria-live="polite"' : ''}>${escaped(summary[language])}</p>` +
    `<p class="note">${escaped(note[language])}</p>` +
    `<div class="tools" role="group" aria-label="${escaped(downloads)}">` +
    `<button type="button" data-csv>${escaped(PAGE.csv[language])}</button>` +
    `<button type="button" data-png>${escaped(PAGE.png[language])}</button></div>` +
    `<details class="data"><summary>${escaped(PAGE.chartTable[language])}</summary><div class="table">${rows}</div></details></figure>`
  );
}

/** What the map shows can be chosen with the keyboard alone. */
function mapControls({ territories, frame }: ReportContent, language: Language): string {
  if (territories === undefined) return '';
  const { facts, leftOut } = territories;
  const option = (value: number, words: string, isChosen: boolean) =>
    `<option value="${value}"${isChosen ? ' selected' : ''}>${escaped(words)}</option>`;
  const indicators = facts.indicators.map(({ label }, i) => option(i, label[language], i === 0));
  const scenarios = facts.scenarios.map(({ label }, i) => option(i, label[language], i === facts.baseline));
  const years = facts.years.map((year, i) => option(i, String(year), i === facts.years.length - 1));
  const select = (name: string, words: string, options: readonly string[]) =>
    `<label>${escaped(words)} <select data-map="${name}">${options.join('')}</select></label>`;
  const baseline = frame.baseline.label[language];
  const shows = [
    option(0, PAGE.mapLevel[language], true),
    ...(frame.others.length > 0 ? [option(1, fill(PAGE.mapDifference, language, { baseline }), false)] : []),
  ];
  const fewer =
    facts.indicators.length < territories.indicators
      ? `<p class="hint">${withCode(
          fill(PAGE.mapFewer, language, {
            shown: facts.indicators.length,
            all: territories.indicators,
            limit: PAGE_LIMIT / 1e6,
          }),
        )}</p>`
      : '';
  const left =
    leftOut > 0
      ? `<p class="hint">${withCode(fill(PAGE.mapLeftOut, language, { shown: facts.scenarios.length, leftOut }))}</p>`
      : '';
  return (
    `<fieldset class="map-controls"><legend>${escaped(PAGE.mapControls[language])}</legend>` +
    select('indicator', PAGE.mapIndicator[language], indicators) +
    select('year', PAGE.mapYear[language], years) +
    select('scenario', PAGE.mapScenario[language], scenarios) +
    select('difference', PAGE.mapShow[language], shows) +
    `</fieldset>${fewer}${left}`
  );
}
