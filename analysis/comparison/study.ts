/** What a comparison knows of a study besides its values: what was asked, and what was kept. */
import { FRANCE, GROUP_IDS, GROUPS } from '../../sim/recorder/cells.js';
import { indicatorOf } from '../../sim/recorder/dictionary.js';
import { type Indicator, UNITS, type Words } from '../../sim/recorder/indicator.js';
import type { CellFilter, StudyCells } from '../../sim/results/study/cells.js';

/** How points were chosen: `factorial` is a grid of settings, the samples are draws of uncertain parameters. */
export type Method = 'none' | 'factorial' | 'latin-hypercube' | 'sobol';

/** The parts of a plan that a comparison reads. */
export interface StudyPlan {
  readonly name: string;
  readonly scenarios: readonly { readonly name: string; readonly title: Words }[];
  readonly baseline: string;
  readonly from: number;
  readonly to: number;
  readonly design: { readonly method: Method };
  readonly keep: {
    readonly indicators: readonly string[];
    readonly places: readonly string[];
    readonly groups: readonly string[] | undefined;
    readonly months: boolean;
  };
  readonly formulas: readonly {
    readonly id: string;
    readonly unit: string;
    readonly label: Words;
    readonly better?: Better;
  }[];
}

/** Which direction of an indicator is good for people; absent where neither is. */
export type Better = 'more' | 'less';

/** An indicator of the dictionary, or a formula of the plan. */
export interface StudyIndicator {
  readonly id: string;
  readonly label: Words;
  /** Id in the dictionary of units, or the text of a formula's. */
  readonly unitId: string;
  readonly unit: Words;
  readonly headline: boolean;
  readonly better: Better | undefined;
}

export interface StudyFacts {
  readonly name: string;
  /** In the order of the study. */
  readonly scenarios: readonly { readonly name: string; readonly title: Words }[];
  readonly baseline: string;
  readonly method: Method;
  /** In the order of the study. */
  readonly indicators: readonly StudyIndicator[];
  readonly places: readonly string[];
  /** Of France; other places have `all`, and the same as France where the plan named groups. */
  readonly groups: readonly string[];
  readonly groupsElsewhere: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly months: boolean;
  /** What was varied at a point, `care.minutes=17, training.places=9000`; points are numbered where it is left out. */
  readonly pointWords?: (point: number) => string;
}

/** A study opened for comparison. */
export interface StudySource {
  readonly facts: StudyFacts;
  readonly cells: (filter: CellFilter) => Promise<StudyCells>;
}

/** What a plan says of its study. */
export function factsOf(plan: StudyPlan): StudyFacts {
  const { name, scenarios, baseline, design, keep, formulas, from, to } = plan;
  return {
    name,
    scenarios: scenarios.map((scenario) => ({ name: scenario.name, title: scenario.title })),
    baseline,
    method: design.method,
    indicators: keep.indicators.map((id) => {
      const formula = formulas.find((one) => one.id === id);
      if (formula === undefined) return entryOf(indicatorOf(id));
      const { label, unit, better } = formula;
      return { id, label, unitId: unit, unit: { en: unit, fr: unit }, headline: false, better };
    }),
    places: keep.places,
    groups: keep.groups ?? GROUP_IDS,
    groupsElsewhere: keep.groups ?? ['all'],
    from,
    to,
    months: keep.months,
  };
}

function entryOf(indicator: Indicator & { readonly better?: Better }): StudyIndicator {
  const { id, label, unit, headline, better } = indicator;
  return { id, label, unitId: unit, unit: UNITS[unit], headline, better };
}

/** The headline indicators kept, or every indicator kept where none of them is. */
export function headlinesKept({ indicators }: StudyFacts): readonly StudyIndicator[] {
  const headlines = indicators.filter(({ headline }) => headline);
  return headlines.length > 0 ? headlines : indicators;
}

/** The place read when none is asked: France, or the first place kept. */
export function usualPlace({ places }: StudyFacts): string {
  return places.includes(FRANCE) ? FRANCE : places[0];
}

/** The group read when none is asked: everybody, or the first group kept. */
export function usualGroup({ groups }: StudyFacts): string {
  return groups.includes('all') ? 'all' : groups[0];
}

/** Words of a group; its id where it is not of the dictionary. */
export function groupWords(id: string): Words {
  return (GROUPS as Readonly<Record<string, Words>>)[id] ?? { en: id, fr: id };
}
