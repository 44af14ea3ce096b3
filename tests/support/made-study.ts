/** Studies made up of given numbers, and a command line around them, for tests of what is said about a study. */
import {
  factsOf,
  type StudyFacts,
  type StudyOutline,
  type StudySource,
} from '../../analysis/comparison/study.js';
import type { Language } from '../../analysis/wording/language.js';
import type { Invocation } from '../../bin/command.js';
import { terminalOn } from '../../bin/terminal/terminal.js';
import { GROUP_IDS, type Group } from '../../sim/recorder/cells.js';
import { HEADLINE } from '../../sim/recorder/dictionary.js';
import type { CellFilter, StudyCells, Unit } from '../../sim/results/study/cells.js';
import type { StudyFormula } from '../../sim/results/study/manifest.js';

export const TITLES = {
  rules: { en: 'Baseline, the rules in force', fr: 'Référence, les règles en vigueur' },
  places: { en: 'A quarter more training places', fr: 'Un quart de places de formation en plus' },
  hours: { en: 'Shorter hours as GPs age', fr: 'Des horaires plus courts avec l’âge' },
} as const;

const SCENARIOS = [
  { name: 'rules', title: TITLES.rules },
  { name: 'more-places', title: TITLES.places },
  { name: 'shorter-hours', title: TITLES.hours },
];

/** What is unlike the usual made-up study: three scenarios, headline indicators, France and two régions, 2013–2025. */
export interface Made {
  readonly scenarios?: StudyOutline['scenarios'];
  readonly method?: StudyOutline['identity']['design']['method'];
  readonly ownSeeds?: boolean;
  readonly indicators?: readonly string[];
  readonly places?: readonly string[];
  /** Of every place; without it, every group for France and everybody elsewhere. */
  readonly groups?: readonly Group[];
  readonly months?: boolean;
  readonly formulas?: readonly Omit<StudyFormula, 'formula'>[];
}

export function madeFacts(made: Made = {}): StudyFacts {
  const { places = ['FR', '53', '93'], groups, formulas = [] } = made;
  return factsOf({
    name: 'made-up',
    baseline: 'rules',
    scenarios: made.scenarios ?? SCENARIOS,
    identity: {
      scale: 100,
      from: 2013,
      to: 2025,
      code: '0.0.0+test',
      design: { method: made.method ?? 'none', ownSeeds: made.ownSeeds ?? false },
      keep: {
        indicators: made.indicators ?? HEADLINE.map(({ id }) => id),
        cells: places.flatMap((place) =>
          (groups ?? (place === 'FR' ? GROUP_IDS : ['all' as const])).map((group) => ({ place, group })),
        ),
        months: made.months ?? false,
      },
      formulas: formulas.map((formula) => ({ ...formula, formula: '1' })),
    },
  });
}

/** Runs of replicates 0, 1, 2 … of one point. */
export function replicates(count: number): Unit[] {
  return Array.from({ length: count }, (_, replicate) => ({ point: 0, replicate }));
}

/** Where a made-up value stands. */
export interface MadeCell extends Unit {
  readonly scenario: string;
  readonly period: string;
  readonly place: string;
  readonly group: string;
  readonly indicator: string;
}

/** Every cell of the facts with these values, in the order of a study; NaN for a value that does not exist. */
export function madeCells(
  facts: StudyFacts,
  units: readonly Unit[],
  value: (cell: MadeCell) => number,
  filter: CellFilter = {},
): StudyCells {
  const scenarios = facts.scenarios.filter(({ name }) => filter.scenarios?.includes(name) ?? true);
  const kept = <T extends string>(all: readonly T[], some: readonly string[] | undefined) =>
    all.filter((one) => some?.includes(one) ?? true).toSorted();
  const elsewhere = facts.groups.length === GROUP_IDS.length ? ['all'] : facts.groups;
  const periods = kept([String(facts.to - 1), String(facts.to)], filter.periods);
  const cells = periods.flatMap((period) =>
    kept(facts.places, filter.places).flatMap((place) =>
      kept(place === 'FR' ? facts.groups : elsewhere, filter.groups).flatMap((group) =>
        facts.indicators
          .filter(({ id }) => filter.indicators?.includes(id) ?? true)
          .map(({ id: indicator }) => ({
            period,
            place,
            group,
            indicator,
            values: Float64Array.from(
              scenarios.flatMap(({ name }) =>
                units.map((unit) => value({ ...unit, scenario: name, period, place, group, indicator })),
              ),
            ),
          })),
      ),
    ),
  );
  return { scenarios, units, cells };
}

/** A study opened from made-up numbers. */
export function madeStudy(
  facts: StudyFacts,
  units: readonly Unit[],
  value: (cell: MadeCell) => number,
): StudySource {
  return { facts, cells: async (filter) => madeCells(facts, units, value, filter) };
}

export interface Heard {
  readonly invocation: Invocation;
  /** What was printed, and what was said, so far. */
  readonly printed: () => string;
  readonly said: () => string;
}

/** A command asked for with these options, its answer kept. */
export function asking(
  options: Readonly<Record<string, string | readonly string[] | true>>,
  language: Language = 'en',
): Heard {
  const answer: string[] = [];
  const talk: string[] = [];
  const stream = (into: string[]) => ({ isTTY: false, write: (text: string) => into.push(text) > 0 });
  const streams = { stdout: stream(answer), stderr: stream(talk) } as unknown as Parameters<
    typeof terminalOn
  >[0];
  const given = (name: string) => options[name];
  return {
    invocation: {
      terminal: terminalOn(streams, language, false),
      signal: new AbortController().signal,
      text: (name) => (given(name) === undefined ? undefined : String(given(name))),
      texts: (name) => [given(name) ?? []].flat().map(String),
      flag: (name) => given(name) === true,
    },
    printed: () => answer.join(''),
    said: () => talk.join(''),
  };
}
