/** Who gains and who loses in one table: paired differences of a few headline indicators by group, scenario by scenario. */
import { GROUP_IDS } from '../../../sim/recorder/cells.js';
import { type Chart, cellOf, type TableCell } from '../../charts/chart.js';
import type { Difference, Frame, FrameScenario } from '../../charts/frame.js';
import { holm, LEVEL } from '../../comparison/several.js';
import { groupWords, type StudyIndicator } from '../../comparison/study.js';
import { CHARTS } from '../../wording/charts.js';
import { GAINS_TABLE, MORE_CHARTS } from '../../wording/charts-groups.js';
import { fill, type Language, type Text } from '../../wording/language.js';
import { decimal, digitsFor, signed } from '../../wording/numbers.js';
import { PAGE } from '../../wording/page.js';
import { number, said, typeset, unitOfDifference } from '../../wording/said.js';
import { escaped } from '../html.js';

/** Its columns, where the study keeps them by group. */
export const GAINS_COLUMNS = ['withoutMedecinTraitant', 'unmet', 'delayMedian', 'aplMean'] as const;
const MISSES = 0.05;

export interface GainsCell {
  readonly scenario: FrameScenario;
  readonly group: string;
  readonly indicator: StudyIndicator;
  readonly difference: Difference;
  /** What the interval alone says, and whether it stays so with all cells tested together (Holm). */
  readonly standing: 'missing' | 'same' | 'unclear' | 'clear' | 'significant';
}

export interface GainsTable {
  readonly id: 'who-gains';
  readonly title: Text;
  readonly note: Text;
  readonly scenarios: readonly FrameScenario[];
  readonly groups: readonly string[];
  readonly indicators: readonly StudyIndicator[];
  /** By scenario, then group, then indicator. */
  readonly cells: readonly GainsCell[];
  /** A row a cell, for programs. */
  readonly table: Chart['table'];
}

/** The table; none where nothing is compared, or where fewer than two groups are kept. */
export function gainsTable(frame: Frame): GainsTable | undefined {
  const { others: scenarios, last: period } = frame;
  const indicators = GAINS_COLUMNS.flatMap((id) => frame.indicator(id) ?? []);
  const groups = GROUP_IDS.filter((group) =>
    indicators.some(({ id }) => frame.has({ indicator: id, period, group })),
  );
  if (scenarios.length === 0 || groups.length < 2) return undefined;
  const found = scenarios.flatMap((scenario) =>
    groups.flatMap((group) =>
      indicators.map((indicator) => {
        const at = { indicator: indicator.id, period, group };
        return { scenario, group, indicator, difference: frame.difference(scenario.name, at) };
      }),
    ),
  );
  const { adjusted, size } = holm(found.map(({ difference }) => difference.pValue));
  const cells = found.map(
    (one, i): GainsCell => ({ ...one, standing: standing(one.difference, adjusted[i]) }),
  );
  const pairs = Math.max(...cells.map(({ difference }) => difference.pairs));
  const words = { baseline: frame.baseline.label, year: period };
  return {
    id: 'who-gains',
    title: said(GAINS_TABLE.title, words),
    note:
      pairs < 2
        ? CHARTS.oneRun
        : said(GAINS_TABLE.note, {
            pairs,
            tests: size,
            chance: number(size * MISSES, size * MISSES < 2 ? 1 : 0),
          }),
    scenarios,
    groups,
    indicators,
    cells,
    table: plainTable(cells),
  };
}

function standing(
  { pairs, identical, difference, halfWidth }: Difference,
  adjusted: number,
): GainsCell['standing'] {
  if (pairs === 0) return 'missing';
  if (identical) return 'same';
  if (!(Math.abs(difference) > halfWidth)) return 'unclear';
  return adjusted <= LEVEL ? 'significant' : 'clear';
}

function plainTable(cells: readonly GainsCell[]): Chart['table'] {
  const numeric = true;
  return {
    columns: [
      ...[CHARTS.scenario, CHARTS.group, CHARTS.indicator, CHARTS.unit].map((title) => ({ title })),
      ...[CHARTS.difference, CHARTS.low, CHARTS.high, MORE_CHARTS.pairs].map((title) => ({ title, numeric })),
      { title: GAINS_TABLE.told },
    ],
    rows: cells.map(({ scenario, group, indicator, difference: d, standing }): TableCell[] => [
      scenario.name,
      groupWords(group),
      typeset(indicator.label),
      unitOfDifference(indicator),
      ...[d.difference, d.difference - d.halfWidth, d.difference + d.halfWidth].map((value) =>
        cellOf(value, 4, true),
      ),
      cellOf(d.pairs, 0),
      standing === 'clear' || standing === 'significant' ? GAINS_TABLE.yes : GAINS_TABLE.no,
    ]),
  };
}

/** The table as HTML, with its download. */
export function gainsPart(table: GainsTable | undefined, language: Language): string {
  if (table === undefined) return '';
  const { id, title, note, scenarios, groups, indicators, cells } = table;
  const text = (words: Text) => escaped(words[language]);
  const heads = indicators.map(
    (one) =>
      `<th scope="col" class="n">${text(typeset(one.label))} <span class="unit">(${text(unitOfDifference(one))})</span>`,
  );
  const bodies = scenarios.map((scenario) => {
    const lines = groups.map((group) => {
      const own = cells.filter((cell) => cell.scenario === scenario && cell.group === group);
      return `<tr><th scope="row">${text(groupWords(group))}${own.map((cell) => cellHtml(cell, language)).join('')}`;
    });
    const head = `<th scope="rowgroup" colspan="${indicators.length + 1}"><strong>${text(scenario.label)}</strong>`;
    return `<tbody><tr>${head}${lines.join('')}`;
  });
  const downloads = fill(PAGE.downloads, language, { title: title[language] });
  return (
    `<div data-table="${id}"><div class="scroll whole" tabindex="0" role="group" aria-label="${text(title)}">` +
    `<table class="headline"><caption><span>${text(title)}</span></caption>` +
    `<thead><tr><th scope="col">${text(CHARTS.group)}${heads.join('')}</thead>${bodies.join('')}</table></div>` +
    `<p class="note">${text(note)}</p><div class="tools" role="group" aria-label="${escaped(downloads)}">` +
    `<button type="button" data-csv>${text(PAGE.csv)}</button></div></div>`
  );
}

/** `+0.98 ± 0.05 *`, coloured by what it is worth where that stays with all cells tested together, as in the table above. */
function cellHtml({ difference: d, indicator, standing }: GainsCell, language: Language): string {
  if (standing === 'missing') return '<td class="n unclear">–';
  if (standing === 'same') return '<td class="n unclear">0';
  const digits = digitsFor(d.halfWidth, d.difference);
  const interval = Number.isNaN(d.halfWidth) ? '' : `\u00a0±\u00a0${decimal(d.halfWidth, language, digits)}`;
  const value = escaped(signed(d.difference, language, digits) + interval);
  if (standing === 'unclear') return `<td class="n unclear">${value}`;
  if (standing === 'clear') return `<td class="n told">${value}\u00a0°`;
  const isBetter = indicator.better === (d.difference > 0 ? 'more' : 'less');
  const verdict = escaped((isBetter ? PAGE.better : PAGE.worse)[language]);
  return `<td class="n ${isBetter ? 'good' : 'bad'}">${value}\u00a0* <span class="verdict">${verdict}</span>`;
}
