/** What a comparison knows of a study besides its values: what was asked, and what was kept. */

import { refusal, refused } from '../../sim/base/refusals.js';
import { FRANCE, GROUPS } from '../../sim/recorder/cells.js';
import { INDICATORS } from '../../sim/recorder/dictionary.js';
import { type Better, type Indicator, UNITS, type Words } from '../../sim/recorder/indicator.js';
import type { CellFilter, StudyCells } from '../../sim/results/study/cells.js';
import type {
  StudyDesign,
  StudyIdentity,
  StudyManifest,
  StudyScenario,
} from '../../sim/results/study/manifest.js';

/** The parts of the manifest of a study that a comparison reads. */
export type StudyOutline = Pick<StudyManifest, 'name' | 'baseline'> & {
  readonly scenarios: readonly Pick<StudyScenario, 'name' | 'title'>[];
  readonly identity: Pick<StudyIdentity, 'scale' | 'from' | 'to' | 'formulas' | 'code'> & {
    readonly design: Pick<StudyDesign, 'method' | 'ownSeeds'>;
    readonly keep: Pick<StudyIdentity['keep'], 'indicators' | 'cells' | 'months'>;
  };
};

/** How points were chosen: `factorial` is a grid of settings, the samples are draws of uncertain parameters. */
export type Method = StudyDesign['method'];

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
  readonly design: Pick<StudyDesign, 'method' | 'ownSeeds'>;
  /** In the order of the study. */
  readonly indicators: readonly StudyIndicator[];
  readonly places: readonly string[];
  /** Groups kept of some place. */
  readonly groups: readonly string[];
  /** People per agent. */
  readonly scale: number;
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

/** What the manifest of a study says to a comparison. */
export function factsOf({ name, baseline, scenarios, identity }: StudyOutline): StudyFacts {
  const { scale, from, to, design, keep, formulas } = identity;
  return {
    name,
    scenarios: scenarios.map(({ name, title }) => ({ name, title })),
    baseline,
    design: { method: design.method, ownSeeds: design.ownSeeds },
    indicators: keep.indicators.map((id) => {
      const formula = formulas.find((one) => one.id === id);
      if (formula === undefined) return entryOf(knownIndicator(id, identity));
      const { label, unit, better } = formula;
      return { id, label, unitId: unit, unit: { en: unit, fr: unit }, headline: false, better };
    }),
    places: [...new Set(keep.cells.map(({ place }) => place))],
    groups: [...new Set(keep.cells.map(({ group }) => group))],
    scale,
    from,
    to,
    months: keep.months,
  };
}

/** @throws MaillageError `bad-data` for an indicator of another version, whose words and unit are not known here. */
function knownIndicator(id: string, { code }: Pick<StudyIdentity, 'code'>): Indicator {
  const found = INDICATORS.find((indicator) => indicator.id === id);
  if (found !== undefined) return found;
  throw refused('bad-data', refusal('unknownIndicator', { id, code }));
}

/** An indicator of the dictionary as a study holds it. */
export function entryOf({ id, label, unit, headline, better }: Indicator): StudyIndicator {
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
