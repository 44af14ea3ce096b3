/** The map of the page: what the reader chooses, drawn, told and tabled. */
import { shown } from '../../charts/runtime/formats.js';
import {
  type MapChoice,
  type MapFacts,
  type MapValues,
  mapPlan,
  mapSummary,
  mapTable,
  mapTitle,
} from '../../charts/runtime/map-view.js';
import { fromDeltas, type MapSize, unpacked } from '../../charts/runtime/packed.js';
import type { Language } from '../../charts/runtime/tree.js';
import { inflated, inflatedJson } from './blobs.js';
import type { PageChart, PageTable } from './state.js';

/** Values of an indicator as they travel: each list deflated, in base64. */
interface PackedValues {
  readonly level: string;
  readonly clear: string;
  readonly halfWidth: string;
  readonly differenceHalfWidth: string;
}

interface PackedMap {
  readonly facts: MapFacts;
  readonly values: readonly PackedValues[];
}

export interface PageMap {
  readonly facts: MapFacts;
  /** The chart of a choice. */
  chart(
    choice: MapChoice,
    note: PageChart['note'],
  ): Promise<{ chart: PageChart; summary: PageChart['title'] }>;
  /** The table of a choice as data, and as HTML. */
  table(choice: MapChoice): Promise<PageTable>;
  tableHtml(choice: MapChoice, language: Language): Promise<string>;
}

/** The map of the page, its values unpacked when they are first shown. */
export async function readMap(): Promise<PageMap> {
  const { facts, values } = await inflatedJson<PackedMap>('data-map');
  const known = new Map<number, Promise<MapValues>>();
  const valuesOf = (indicator: number) => {
    const found = known.get(indicator) ?? unpack(values[indicator], facts);
    known.set(indicator, found);
    return found;
  };
  return {
    facts,
    async chart(choice, note) {
      const own = await valuesOf(choice.indicator);
      const plan = mapPlan(facts, own, choice);
      return {
        chart: { id: 'map', title: mapTitle(facts, choice), note, plan },
        summary: mapSummary(facts, own, choice),
      };
    },
    async table(choice) {
      const { headings, rows } = mapTable(facts, await valuesOf(choice.indicator), choice);
      return { columns: headings, rows };
    },
    async tableHtml(choice, language) {
      return tableHtml(mapTable(facts, await valuesOf(choice.indicator), choice), facts, choice, language);
    },
  };
}

async function unpack(values: PackedValues, { scenarios, years, names }: MapFacts): Promise<MapValues> {
  const size: MapSize = [scenarios.length, years.length, names.length];
  const numbers = async (base64: string) => unpacked(await inflated(base64));
  const clear = await inflated(values.clear);
  return {
    level: fromDeltas(await numbers(values.level), size),
    clear: Array.from({ length: size[0] * size[1] * size[2] }, (_, at) => (clear[at >> 3] >> (at & 7)) & 1),
    halfWidth: await numbers(values.halfWidth),
    differenceHalfWidth: await numbers(values.differenceHalfWidth),
  };
}

function tableHtml(
  { headings, rows }: ReturnType<typeof mapTable>,
  { indicators }: MapFacts,
  choice: MapChoice,
  language: Language,
): string {
  const { digits } = indicators[choice.indicator];
  const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: string | number | { en: string; fr: string }, c: number) => {
    if (c === 0) return `<th scope="row">${text(String(value))}</th>`;
    if (typeof value === 'object') return `<td>${text(value[language])}</td>`;
    if (typeof value === 'string') return `<td>${text(value)}</td>`;
    if (Number.isNaN(value)) return '<td class="n"></td>';
    const words = shown(value, language, c === 1 ? 0 : digits, choice.difference && c === 2);
    return `<td class="n" data-v="${Number(value.toPrecision(8))}">${words}</td>`;
  };
  const heads = headings.map((words) => `<th scope="col">${text(words[language])}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  const label = text(mapTitleOf(choice, indicators, language));
  return `<div class="scroll" tabindex="0" role="group" aria-label="${label.replaceAll('"', '&quot;')}"><table><caption><span>${label}</span></caption><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

function mapTitleOf(
  { indicator }: MapChoice,
  indicators: MapFacts['indicators'],
  language: Language,
): string {
  return indicators[indicator].label[language];
}
