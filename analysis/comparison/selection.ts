/** Which values of a study are compared: what was asked, or the usual choice, checked against what was kept. */
import type { CellFilter } from '../../sim/results/study/cells.js';
import type { Language } from '../wording/language.js';
import {
  groupWords,
  headlinesKept,
  type StudyFacts,
  type StudyIndicator,
  usualGroup,
  usualPlace,
} from './study.js';
import { notKept, refuse, unknownName } from './unlike.js';

/** What the rows of a table are, when they are not indicators. */
export const ROWS_BY = ['place', 'group', 'point'] as const;
export type RowsBy = (typeof ROWS_BY)[number];

/** As typed: names and codes, nothing where the usual choice is meant. */
export interface Asked {
  readonly baseline?: string;
  readonly scenarios?: readonly string[];
  readonly indicators?: readonly string[];
  readonly years?: readonly string[];
  readonly places?: readonly string[];
  readonly groups?: readonly string[];
  readonly by?: RowsBy;
  readonly cost?: string;
  readonly effect?: string;
}

export interface Selection {
  readonly baseline: string;
  /** The baseline among them; in the order of the study. */
  readonly scenarios: readonly string[];
  readonly by: RowsBy | undefined;
  readonly indicators: readonly StudyIndicator[];
  readonly periods: readonly string[];
  readonly places: readonly string[];
  readonly groups: readonly string[];
  readonly costs: CostPair | undefined;
}

export interface CostPair {
  readonly cost: StudyIndicator;
  readonly effect: StudyIndicator;
}

/** The pair of indicators of a cost-effectiveness table when none is asked for. */
export const USUAL_COST = 'accessMoney';
/** Those of studies made before there was the usual one, or that keep no other. */
const FORMER_COSTS = ['primaryCareMoney', 'consultationFees'];
export const USUAL_EFFECT = 'withoutMedecinTraitantPeople';

/**
 * The values to compare. Usual choice: headline indicators, last year, France, everybody, against the baseline of
 * the plan; by place or group, every one kept and the first headline indicator.
 * @throws MaillageError for a name that the study does not know or did not keep, saying what is there.
 */
export function selectCells(facts: StudyFacts, asked: Asked, language: Language): Selection {
  const { by } = asked;
  const known = facts.scenarios.map(({ name }) => name);
  const scenario = (name: string) =>
    known.includes(name) ? name : unknownName('scenario', name, known, facts, language);
  const baseline = scenario(asked.baseline ?? facts.baseline);
  const chosen = new Set(asked.scenarios?.map(scenario) ?? known).add(baseline);
  if (chosen.size < 2) refuse('oneScenario', { study: facts.name, name: baseline }, language);
  const usual = headlinesKept(facts);
  return {
    baseline,
    scenarios: known.filter((name) => chosen.has(name)),
    by,
    indicators:
      asked.indicators === undefined
        ? usual.slice(0, by === undefined ? undefined : 1)
        : indicatorsAsked(facts, asked.indicators, language),
    periods: asked.years?.map((year) => periodOf(facts, year, language)) ?? [String(facts.to)],
    places:
      asked.places?.map((code) => keptPlace(facts, code, language)) ??
      (by === 'place' ? facts.places : [usualPlace(facts)]),
    groups:
      asked.groups?.map((id) => keptGroup(facts, id, language)) ??
      (by === 'group' ? facts.groups : [usualGroup(facts)]),
    costs: costsOf(facts, asked, language),
  };
}

/** The cells that a selection needs. */
export function filterOf({ scenarios, indicators, periods, places, groups, costs }: Selection): CellFilter {
  const priced = costs === undefined ? [] : [costs.cost.id, costs.effect.id];
  const ids = new Set([...indicators.map(({ id }) => id), ...priced]);
  return { scenarios, indicators: [...ids], periods, places, groups };
}

/** `all` stands for every indicator kept. */
function indicatorsAsked(
  facts: StudyFacts,
  ids: readonly string[],
  language: Language,
): readonly StudyIndicator[] {
  if (ids.includes('all')) return facts.indicators;
  const wanted = new Set(ids.map((id) => keptIndicator(facts, id, language)));
  return facts.indicators.filter((indicator) => wanted.has(indicator));
}

function keptIndicator(facts: StudyFacts, id: string, language: Language): StudyIndicator {
  const found = facts.indicators.find((indicator) => indicator.id === id);
  return found ?? unknownIndicator(facts, id, language);
}

function periodOf({ name, from, to, months }: StudyFacts, period: string, language: Language): string {
  const pattern = months ? /^(\d{4})(-(0[1-9]|1[0-2]))?$/ : /^(\d{4})$/;
  const year = Number(pattern.exec(period)?.[1]);
  if (year >= from && year <= to) return period;
  return refuse(months ? 'noMonth' : 'noYear', { study: name, period, from, to }, language);
}

function keptPlace(facts: StudyFacts, code: string, language: Language): string {
  return facts.places.includes(code) ? code : notKept('place', code, facts.places, facts, language);
}

function keptGroup(facts: StudyFacts, id: string, language: Language): string {
  if (facts.groups.includes(id)) return id;
  const labelled = facts.groups.find((group) => Object.values(groupWords(group)).includes(id));
  return labelled ?? notKept('group', id, facts.groups, facts, language);
}

function unknownIndicator(facts: StudyFacts, id: string, language: Language): never {
  return notKept(
    'indicator',
    id,
    facts.indicators.map((indicator) => indicator.id),
    facts,
    language,
  );
}

/** Asked for, or the usual pair where the study kept it and the tables are those of indicators. */
function costsOf(facts: StudyFacts, asked: Asked, language: Language): CostPair | undefined {
  if (asked.cost === undefined && asked.effect === undefined) {
    const kept = (wanted: string) => facts.indicators.find(({ id }) => id === wanted);
    const cost = [USUAL_COST, ...FORMER_COSTS].map(kept).find((one) => one !== undefined);
    const effect = facts.indicators.find(({ id, better }) => id === USUAL_EFFECT && better !== undefined);
    if (asked.by !== undefined || cost === undefined || effect === undefined) return undefined;
    return { cost, effect };
  }
  const cost = keptIndicator(facts, asked.cost ?? USUAL_COST, language);
  const effect = keptIndicator(facts, asked.effect ?? USUAL_EFFECT, language);
  if (cost.id === effect.id) return refuse('costIsEffect', { id: cost.id }, language);
  if (effect.better === undefined) return refuse('neutralEffect', { id: effect.id }, language);
  return { cost, effect };
}
