/** Who gains and who loses: differences by income, zoning, kind of territory, worst-served tenth, région, and ALD. */
import { FRANCE, GROUP_IDS, type Group } from '../../sim/recorder/cells.js';
import type { Words } from '../../sim/recorder/indicator.js';
import { groupWords, type StudyIndicator } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import { MORE_CHARTS } from '../wording/charts-groups.js';
import type { Text } from '../wording/language.js';
import { quoted, said, typeset, unitOfDifference } from '../wording/said.js';
import type { Chart } from './chart.js';
import { withLevel } from './differences.js';
import { type DotRow, dotChart } from './dots.js';
import type { Frame } from './frame.js';

/** Indicators told group by group. */
export const GROUP_INDICATORS = [
  'withoutMedecinTraitant',
  'delayMedian',
  'unmet',
  'aplMean',
  'gpsPer10000',
  'delegatedRequests',
] as const;
/** Indicators told région by région. */
export const REGION_INDICATORS = ['withoutMedecinTraitant', 'unmet', 'delayMedian', 'aplMean'] as const;
/** The same measure of everybody, of low incomes (a group) and of ALD (an indicator of its own). */
export const ALD_INDICATORS = ['withoutMedecinTraitant', 'aldWithoutMedecinTraitant'] as const;
const LOW_INCOME: Group = 'lowIncome';

/** The charts of gains and losses that the study allows. */
export function gainCharts(frame: Frame, regions: ReadonlyMap<string, Words>): Chart[] {
  const charts = [
    personChart(frame),
    ...GROUP_INDICATORS.map((id) => byGroup(frame, id)),
    ...REGION_INDICATORS.map((id) => byRegion(frame, id, regions)),
  ];
  return charts.filter((chart) => chart !== undefined);
}

/** By what people are: income, long-term conditions. */
function personChart(frame: Frame): Chart | undefined {
  const [everybody, ald] = ALD_INDICATORS;
  const { persons, personTitle } = MORE_CHARTS;
  const asked = [
    { label: persons.everybody, at: { indicator: everybody, period: frame.last } },
    { label: persons.lowIncome, at: { indicator: everybody, period: frame.last, group: LOW_INCOME } },
    { label: persons.ald, at: { indicator: ald, period: frame.last } },
  ];
  const rows = asked.filter(({ at }) => frame.has(at));
  const indicator = frame.indicator(everybody);
  if (indicator === undefined || rows.length < 2 || !frame.has(asked[0].at)) return undefined;
  return dotChart(frame, {
    id: 'groups-people',
    section: 'gains',
    title: said(personTitle, titleWords(frame, indicator)),
    indicator,
    rowTitle: CHARTS.group,
    aside: (note) => withLevel(note, frame, indicator, asked[0].at),
    rows: rows.map(({ label, at }) => ({ label, difference: ({ name }) => frame.difference(name, at) })),
  });
}

/** By where people live, and by income where the indicator is told by it. */
function byGroup(frame: Frame, id: string): Chart | undefined {
  const indicator = frame.indicator(id);
  const at = (group: string) => ({ indicator: id, period: frame.last, group });
  const groups = GROUP_IDS.filter((group) => frame.has(at(group)));
  if (indicator === undefined || groups.length < 2) return undefined;
  return dotChart(frame, {
    id: `groups-${kebab(id)}`,
    section: 'gains',
    title: said(MORE_CHARTS.groupsTitle, titleWords(frame, indicator)),
    indicator,
    rowTitle: CHARTS.group,
    aside: (note) => withLevel(note, frame, indicator, at(frame.group)),
    rows: groups.map(
      (group): DotRow => ({
        label: groupWords(group),
        short: shortOf(group),
        heading: headingOf(group),
        difference: ({ name }) => frame.difference(name, at(group)),
      }),
    ),
  });
}

/** What divides people into such groups: `zoning:ZIP` is one of zonings. */
function headingOf(group: string): Text | undefined {
  const { headings } = MORE_CHARTS;
  const found = Object.entries(headings).find(([start]) => group.startsWith(start));
  return found?.[1];
}

/** The words of a group under its heading; those of the group where these are short. */
function shortOf(group: string): Text | undefined {
  return new Map<string, Text>(Object.entries(MORE_CHARTS.shortGroups)).get(group);
}

function byRegion(frame: Frame, id: string, regions: ReadonlyMap<string, Words>): Chart | undefined {
  const indicator = frame.indicator(id);
  const at = (place: string) => ({ indicator: id, period: frame.last, place });
  const places = frame.facts.places.filter(
    (place) => place !== FRANCE && regions.has(place) && frame.has(at(place)),
  );
  if (indicator === undefined || places.length < 2) return undefined;
  return dotChart(frame, {
    id: `regions-${kebab(id)}`,
    section: 'gains',
    title: said(MORE_CHARTS.regionsTitle, titleWords(frame, indicator)),
    indicator,
    rowTitle: CHARTS.region,
    aside: (note) => withLevel(note, frame, indicator, at(frame.place)),
    rows: places.map((place) => ({
      label: regions.get(place) ?? { en: place, fr: place },
      difference: ({ name }) => frame.difference(name, at(place)),
    })),
  });
}

function titleWords(frame: Frame, indicator: StudyIndicator) {
  return {
    indicator: typeset(indicator.label),
    baseline: quoted(frame.baseline.label),
    year: frame.last,
    unit: unitOfDifference(indicator),
  };
}

/** `delayMedian` → `delay-median`. */
export function kebab(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}
