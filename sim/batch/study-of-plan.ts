/** From what a plan asks to the manifest of a study: a new one, or an older one with the runs that it lacks. */

import { digestJson, type Json } from '../base/digest.js';
import type { Refusal } from '../base/errors.js';
import { refusal, refused } from '../base/refusals.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { FRANCE, GROUP_IDS, type Group } from '../recorder/cells.js';
import { codeVersion } from '../results/code-version.js';
import { countRuns } from '../results/study/blocks.js';
import type { Addition, StudyIdentity, StudyManifest, StudyScenario } from '../results/study/manifest.js';
import { resolveParameters } from '../scenario/apply.js';
import type { Geography } from '../world/territory.js';
import { studyChange, studyDesign } from './design-json.js';
import type { Keep, Plan } from './plan/types.js';
import { releaseDate } from './release-date.js';

export interface PlanContext {
  readonly catalogue: Catalogue;
  /** Of the whole country; the part that scenarios keep is cut out of it. */
  readonly geography: Geography;
  /** Check the invariants after each month. */
  readonly check?: boolean;
}

/** A study that holds nothing yet. */
export function studyOfPlan(plan: Plan, context: PlanContext): StudyManifest {
  const scenarios = plan.scenarios.map((scenario): StudyScenario => {
    const parameters = resolveParameters(context.catalogue, scenario).toJSON();
    return {
      name: scenario.name,
      title: scenario.title,
      digest: digestJson(parameters as unknown as Json),
      changes: scenario.changes.map(studyChange),
    };
  });
  return {
    name: plan.name,
    title: plan.title ?? { en: plan.name, fr: plan.name },
    date: plan.date ?? releaseDate(),
    baseline: plan.baseline,
    identity: identityOf(plan, context),
    scenarios,
    additions: [],
    failures: [],
    files: {},
  };
}

function identityOf(plan: Plan, { catalogue, geography, check = false }: PlanContext): StudyIdentity {
  const { seed, scale, from, to, keep } = plan;
  return {
    seed,
    scale,
    from,
    to,
    territories: plan.scenarios[0].territories.map(({ text }) => text),
    design: studyDesign(plan.design),
    keep: {
      indicators: keep.indicators,
      places: keep.places,
      groups: keep.groups ?? null,
      cells: cellsKept(keep),
      months: keep.months,
      territories: keep.territories,
    },
    formulas: plan.formulas,
    check,
    geography: geography.digest,
    ...(geography.supply === undefined ? {} : { supply: geography.supply.name }),
    catalogue: digestJson(resolveParameters(catalogue).toJSON() as unknown as Json),
    code: codeVersion(),
  };
}

/** Places and groups of the tables; the worst-served tenths are of France only. */
function cellsKept({ places, groups }: Keep): { place: string; group: Group }[] {
  return places.flatMap((place) => {
    const asked = groups ?? (place === FRANCE ? GROUP_IDS : ['all']);
    return GROUP_IDS.filter((group) => asked.includes(group))
      .filter((group) => place === FRANCE || !group.startsWith('worst'))
      .map((group) => ({ place, group }));
  });
}

/**
 * A study with every run that is asked: those it has stay where they are, those it lacks are added. Its baseline, with which
 * the others are compared unless told otherwise, becomes the one asked, unless a single scenario is asked: that compares
 * nothing.
 * @param asked a study made from the plan, without additions
 * @throws MaillageError `identity-clash` when runs of the two could not stand side by side.
 */
export function extendStudy(
  existing: StudyManifest | undefined,
  asked: StudyManifest,
  { points, replicates }: { readonly points: number; readonly replicates: number },
  where: string,
): StudyManifest {
  const former = existing ?? asked;
  refuseClash(former, asked, where);
  const added = asked.scenarios.filter(({ name }) => former.scenarios.every((one) => one.name !== name));
  const names = asked.scenarios.map(({ name }) => name);
  const additions = missing(former.additions, names, points, replicates);
  const baseline = names.length > 1 ? asked.baseline : former.baseline;
  if (existing !== undefined && additions.length === 0 && baseline === existing.baseline) return existing;
  return {
    ...former,
    baseline,
    scenarios: [...former.scenarios, ...added],
    additions: [...former.additions, ...additions],
  };
}

/**
 * What additions must be made so that each scenario has `points` × `replicates`: scenarios that lack the same go together,
 * in the order asked.
 */
function missing(
  had: readonly Addition[],
  scenarios: readonly string[],
  points: number,
  replicates: number,
): Addition[] {
  const additions: Addition[] = [];
  const add = (scenario: string, one: Pick<Addition, 'points' | 'replicates'>) => {
    if (one.points[0] >= one.points[1] || one.replicates[0] >= one.replicates[1]) return;
    const same = additions.findIndex(
      (other) => String([other.points, other.replicates]) === String([one.points, one.replicates]),
    );
    if (same < 0) additions.push({ scenarios: [scenario], ...one });
    else additions[same] = { ...additions[same], scenarios: [...additions[same].scenarios, scenario] };
  };
  for (const scenario of scenarios) {
    const own = had.filter((addition) => addition.scenarios.includes(scenario));
    // Additions always leave a rectangle: so many points, so many replicates.
    const havePoints = Math.max(0, ...own.map((one) => one.points[1]));
    const haveReplicates = Math.max(0, ...own.map((one) => one.replicates[1]));
    add(scenario, { points: [havePoints, points], replicates: [0, Math.max(replicates, haveReplicates)] });
    add(scenario, { points: [0, havePoints], replicates: [haveReplicates, replicates] });
  }
  return additions;
}

function refuseClash(there: StudyManifest, asked: StudyManifest, where: string): void {
  const all = [...differences(there.identity, asked.identity), ...changedScenarios(there, asked)];
  if (all.length === 0) return;
  const told = { folder: where, runs: countRuns(there.additions), differences: all };
  throw refused('identity-clash', refusal('otherStudy', told));
}

/** What differs between two identities, in words; what is kept is told part by part. */
function differences(there: StudyIdentity, asked: StudyIdentity): Refusal[] {
  const [a, b] = [there, asked].map(({ keep, ...rest }): { readonly [key: string]: Json } => {
    // The cells follow from places and groups.
    const { cells: _cells, ...parts } = keep;
    const named = Object.entries(parts).map(([key, value]) => [`keep.${key}`, value]);
    return JSON.parse(JSON.stringify({ ...rest, ...Object.fromEntries(named) }));
  });
  return Object.keys(b)
    .filter((key) => digestJson(a[key] ?? null) !== digestJson(b[key]))
    .map((key) => difference(key, a[key] ?? null, b[key]));
}

function difference(name: string, there: Json, asked: Json): Refusal {
  const [before, now] = [namesIn(there), namesIn(asked)];
  if (before === undefined || now === undefined)
    return refusal('differentValue', { name, there: short(there), asked: short(asked) });
  const alone = (some: readonly string[], others: readonly string[]) => {
    const left = some.filter((one) => !others.includes(one)).join(', ');
    return left === '' ? [refusal('nothing')] : left;
  };
  const isSame = [...before, ...now].every((one) => before.includes(one) && now.includes(one));
  if (isSame) return refusal('differentMeaning', { name, ids: redefined(there, asked).join(', ') });
  return refusal('differentNames', { name, there: alone(before, now), asked: alone(now, before) });
}

/** The texts of a list, or the ids of a list of formulas; undefined for anything else. */
function namesIn(value: Json): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map((one: Json) => (isFormula(one) ? one.id : one));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

/** Ids of the formulas of `asked` that read otherwise there. */
function redefined(there: Json, asked: Json): string[] {
  const before = (there as readonly Json[]).map(digestJson);
  const changed = (asked as readonly Json[]).filter((one) => !before.includes(digestJson(one)));
  return changed.flatMap((one) => (isFormula(one) ? [one.id] : []));
}

function isFormula(value: Json): value is { readonly id: string } {
  return value !== null && typeof value === 'object' && 'id' in value;
}

/** Under a design two scenarios that set the same values in other ways may differ, too. */
function changedScenarios(there: StudyManifest, asked: StudyManifest): Refusal[] {
  const textOf = ({ digest, changes }: StudyScenario) =>
    asked.identity.design.method === 'none' ? digest : digestJson([digest, changes as unknown as Json]);
  return asked.scenarios
    .filter((own) => there.scenarios.some((one) => one.name === own.name && textOf(one) !== textOf(own)))
    .map(({ name }) => refusal('differentScenario', { name }));
}

const SHOWN = 40;

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
