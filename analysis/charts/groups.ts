/** Who gains and who loses: differences by zoning, rural class, income, worst-served tenth, région, and ALD. */
import { FRANCE, GROUP_IDS } from '../../sim/recorder/cells.js';
import type { Words } from '../../sim/recorder/indicator.js';
import { groupWords } from '../comparison/study.js';
import { CHARTS } from '../wording/charts.js';
import { MORE_CHARTS } from '../wording/charts-groups.js';
import { said, typeset, unitOfDifference } from '../wording/said.js';
import type { Chart } from './chart.js';
import { dotChart } from './dots.js';
import type { Frame } from './frame.js';

/** Indicators told group by group. */
export const GROUP_INDICATORS = ['withoutMedecinTraitant', 'delayMedian', 'unmet', 'aplMean'] as const;
/** Indicators told région by région. */
export const REGION_INDICATORS = ['withoutMedecinTraitant', 'unmet'] as const;
/** Compared with everybody on one chart. */
export const ALD_INDICATORS = ['withoutMedecinTraitant', 'aldWithoutMedecinTraitant'] as const;

/** The charts of gains and losses that the study allows. */
export function gainCharts(frame: Frame, regions: ReadonlyMap<string, Words>): Chart[] {
  const charts = [
    ...GROUP_INDICATORS.map((id) => byGroup(frame, id)),
    aldChart(frame),
    ...REGION_INDICATORS.map((id) => byRegion(frame, id, regions)),
  ];
  return charts.filter((chart) => chart !== undefined);
}

function byGroup(frame: Frame, id: string): Chart | undefined {
  const indicator = frame.indicator(id);
  const groups = GROUP_IDS.filter((group) => frame.has({ indicator: id, period: frame.last, group }));
  if (indicator === undefined || groups.length < 2) return undefined;
  return dotChart(frame, {
    id: `groups-${kebab(id)}`,
    section: 'gains',
    title: said(MORE_CHARTS.groupsTitle, titleWords(frame, indicator)),
    indicator,
    rowTitle: CHARTS.group,
    rows: groups.map((group) => ({
      label: groupWords(group),
      difference: ({ name }) => frame.difference(name, { indicator: id, period: frame.last, group }),
    })),
  });
}

function byRegion(frame: Frame, id: string, regions: ReadonlyMap<string, Words>): Chart | undefined {
  const indicator = frame.indicator(id);
  const places = frame.facts.places.filter(
    (place) =>
      place !== FRANCE && regions.has(place) && frame.has({ indicator: id, period: frame.last, place }),
  );
  if (indicator === undefined || places.length < 2) return undefined;
  return dotChart(frame, {
    id: `regions-${kebab(id)}`,
    section: 'gains',
    title: said(MORE_CHARTS.regionsTitle, titleWords(frame, indicator)),
    indicator,
    rowTitle: CHARTS.region,
    rows: places.map((place) => ({
      label: regions.get(place) ?? { en: place, fr: place },
      difference: ({ name }) => frame.difference(name, { indicator: id, period: frame.last, place }),
    })),
  });
}

function aldChart(frame: Frame): Chart | undefined {
  const kept = ALD_INDICATORS.filter((id) => frame.has({ indicator: id, period: frame.last }));
  const indicator = frame.indicator(ALD_INDICATORS[0]);
  if (indicator === undefined || kept.length < ALD_INDICATORS.length) return undefined;
  return dotChart(frame, {
    id: 'groups-ald',
    section: 'gains',
    title: said(MORE_CHARTS.aldTitle, { baseline: frame.baseline.label, year: frame.last }),
    indicator,
    rowTitle: CHARTS.group,
    rows: kept.map((id) => ({
      label: MORE_CHARTS.aldRows[id],
      difference: ({ name }) => frame.difference(name, { indicator: id, period: frame.last }),
    })),
  });
}

function titleWords(frame: Frame, indicator: NonNullable<ReturnType<Frame['indicator']>>) {
  return {
    indicator: typeset(indicator.label),
    baseline: frame.baseline.label,
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
