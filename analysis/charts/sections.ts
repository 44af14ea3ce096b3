/**
 * Which indicators a report draws over the years, and in which section. The lists say what readers ask for first and in
 * which order; a headline indicator that no list names comes after them in the section of its family, so that a domain
 * added to the dictionary is in the report without a word here. A family without a section is a section of its own.
 */
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import { FAMILIES, type Family } from '../../sim/recorder/indicator.js';
import type { StudyFacts, StudyIndicator } from '../comparison/study.js';
import { SECTIONS, type Section } from './chart.js';

/** Indicators over the years, by section. */
export const LINES: readonly (readonly [Section, readonly string[]])[] = [
  ['coverage', ['cptsCoverage', 'cptsEffectiveCoverage', 'withoutMedecinTraitant', 'gpsInMspShare']],
  ['access', ['aplMean', 'delayMedian', 'unmet', 'peopleSeen', 'followUpToDate']],
  ['professionals', ['gpsLiberal', 'gpWeeklyHours', 'gpFatigue']],
  [
    'delegation',
    ['delegatedRequests', 'freedToCare', 'diabetesTested', 'asaleeGpShare', 'ipaInTown', 'assistantGps'],
  ],
  ['settlement', ['aidRecipients', 'aidDeadweightShare', 'gpsInZones']],
  ['equity', ['aldWithoutMedecinTraitant', 'aplBelowThreshold', 'aplTheil']],
  ['money', ['leversMoneyPerPerson', 'collectiveMoneyPerPerson', 'accessMoney']],
];
const LISTED: ReadonlySet<string> = new Set(LINES.flatMap(([, ids]) => ids));

/** Families that are read in the section of another. */
const HOMES: Readonly<Partial<Record<Family, Section>>> = { teams: 'coverage', cpts: 'coverage' };

/** What an indicator says of its place in a report. */
type Entry = Pick<(typeof INDICATORS)[number], 'id' | 'headline'> & { readonly family: string };

/** Sections of a report in the order a reader asks; families of indicators without one of these stand after money. */
export function sectionsWith(families: readonly string[]): readonly Section[] {
  const known: readonly string[] = SECTIONS;
  const own = families.filter((id) => HOMES[id as Family] === undefined && !known.includes(id)) as Section[];
  return SECTIONS.flatMap((section) => (section === 'money' ? [section, ...own] : [section]));
}

export const ALL_SECTIONS = sectionsWith(Object.keys(FAMILIES));

/**
 * Sections that hold indicators over the years, and these; ids that the study lacks are left out.
 * @param dictionary all indicators, and `sections` in their order
 */
export function linesOf(
  { indicators }: Pick<StudyFacts, 'indicators'>,
  dictionary: readonly Entry[] = INDICATORS,
  sections = ALL_SECTIONS,
): (readonly [Section, readonly StudyIndicator[]])[] {
  const kept = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return sections.map((section) => {
    const listed = LINES.flatMap(([name, ids]) => (name === section ? ids : []));
    const others = dictionary.filter(
      ({ id, headline, family }) =>
        headline && !LISTED.has(id) && (HOMES[family as Family] ?? family) === section,
    );
    const ids = [...listed, ...others.map(({ id }) => id)];
    return [section, ids.flatMap((id) => kept.get(id) ?? [])];
  });
}

/** Formulas of the plan are drawn without being asked for, and so are indicators where none of the usual is kept. */
export function indicatorsDrawn(
  facts: StudyFacts,
  asked: readonly StudyIndicator[],
): readonly StudyIndicator[] {
  const usual = linesOf(facts).flatMap(([, indicators]) => indicators);
  const more = usual.length > 0 ? facts.indicators.filter(isFormula) : facts.indicators;
  return [...new Set([...more, ...asked])].filter((indicator) => !usual.includes(indicator));
}

function isFormula({ id }: StudyIndicator): boolean {
  return !INDICATORS.some((known) => known.id === id);
}
