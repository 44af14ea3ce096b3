/** What a plan keeps of each run: names of indicators, places and groups made into ids and codes, in a fixed order. */
import { type Problem, suggestion } from '../../base/problems.js';
import { FRANCE, GROUP_IDS } from '../../recorder/cells.js';
import { HEADLINE, INDICATORS } from '../../recorder/dictionary.js';
import type { Indicator } from '../../recorder/indicator.js';
import { isKept, restrictGeography } from '../../world/geography/restrict.js';
import type { Geography, Place, Territory } from '../../world/territory.js';
import type { PlanShape } from './file.js';
import type { FormulaIndicator, Keep } from './types.js';
import type { PlanWhere } from './where.js';

/** Words for every région and for every territory. */
const ALL_REGIONS = 'regions';
const ALL_TERRITORIES = 'territories';
const DEFAULT_PLACES = [FRANCE, ALL_REGIONS];

/**
 * What is kept, of runs that simulate the people of `simulated` (codes or names; empty for all of France). The plan's own
 * formulas are always kept.
 */
export function keepOf(
  shape: PlanShape['keep'],
  formulas: readonly Pick<FormulaIndicator, 'id'>[],
  geography: Geography,
  simulated: readonly string[],
  where: PlanWhere,
): { keep: Keep; problems: Problem[] } {
  const indicators = indicatorsOf(shape?.indicators, formulas, where);
  const places = placesOf(shape?.places?.map(String), geography, simulated, where);
  const groups = groupsOf(shape?.groups, where);
  return {
    keep: {
      indicators: indicators.ids,
      places: places.codes,
      groups: groups.ids,
      months: shape?.months ?? false,
      territories: shape?.territories ?? true,
    },
    problems: [...indicators.problems, ...places.problems, ...groups.problems],
  };
}

function indicatorsOf(
  wanted: NonNullable<PlanShape['keep']>['indicators'],
  formulas: readonly Pick<FormulaIndicator, 'id'>[],
  where: PlanWhere,
): { ids: string[]; problems: Problem[] } {
  const own = formulas.map(({ id }) => id);
  const idsOf = (list: readonly Indicator[]) => [...list.map(({ id }) => id), ...own];
  if (wanted === undefined || wanted === 'all') return { ids: idsOf(INDICATORS), problems: [] };
  if (wanted === 'headline') return { ids: idsOf(HEADLINE), problems: [] };
  const known = idsOf(INDICATORS);
  const problems = wanted.flatMap((id, i): Problem[] => {
    if (known.includes(id)) return [];
    const message = `unknown indicator '${id}'; ${suggestion(id, known, 'maillage indicators list')}`;
    return [{ code: 'unknown-name', where: where('keep', 'indicators', i), message }];
  });
  return { ids: idsOf(INDICATORS.filter(({ id }) => wanted.includes(id))), problems };
}

function groupsOf(
  wanted: readonly string[] | undefined,
  where: PlanWhere,
): { ids: readonly string[] | undefined; problems: Problem[] } {
  if (wanted === undefined) return { ids: undefined, problems: [] };
  const known: readonly string[] = GROUP_IDS;
  const problems = wanted.flatMap((id, i): Problem[] => {
    if (known.includes(id)) return [];
    const message = `unknown group '${id}'; ${suggestion(id, known)}`;
    return [{ code: 'unknown-name', where: where('keep', 'groups', i), message }];
  });
  return { ids: known.filter((id) => wanted.includes(id)), problems };
}

function placesOf(
  wanted: readonly string[] = DEFAULT_PLACES,
  geography: Geography,
  simulated: readonly string[],
  where: PlanWhere,
): { codes: string[]; problems: Problem[] } {
  const restricted = restrictGeography(geography, simulated);
  const territories = geography.territories.filter(({ index }) => isKept(restricted, index));
  const inhabited = new Set(territories.map(({ region }) => region));
  const regions = geography.regions.filter(({ code }) => inhabited.has(code));
  const chosen = new Set<string>();
  const problems: Problem[] = [];
  for (const [i, name] of wanted.entries()) {
    const found = placeCodes(name, regions, territories);
    if (Array.isArray(found)) for (const code of found) chosen.add(code);
    else
      problems.push({
        code: 'unknown-name',
        where: where('keep', 'places', i),
        message: missing(name, found, geography),
      });
  }
  const order = [FRANCE, ...regions.map(({ code }) => code), ...territories.map(({ code }) => code)];
  return { codes: order.filter((code) => chosen.has(code)), problems };
}

/** Codes of a place of a plan; the number of territories of that name when it is not one. */
function placeCodes(
  name: string,
  regions: readonly Place[],
  territories: readonly Territory[],
): string[] | number {
  if (name === FRANCE || name === 'France') return [FRANCE];
  if (name === ALL_REGIONS) return regions.map(({ code }) => code);
  if (name === ALL_TERRITORIES) return territories.map(({ code }) => code);
  const called = (place: Place) => place.code === name || place.name === name;
  const region = regions.find(called);
  if (region !== undefined) return [region.code];
  const named = territories.filter(called);
  return named.length === 1 ? [named[0].code] : named.length;
}

function missing(name: string, namesakes: number, { regions, territories }: Geography): string {
  const places = [...regions, ...territories];
  const same = places.filter((place) => place.name === name || place.code === name);
  if (namesakes > 1)
    return `${namesakes} territories are called '${name}': write one by its code (${same.map(({ code }) => code).join(', ')})`;
  if (same.length > 0)
    return `'${name}' lies outside the territories that the scenarios simulate: remove it, or simulate it`;
  const known = [FRANCE, ALL_REGIONS, ALL_TERRITORIES, ...places.flatMap(({ code, name }) => [code, name])];
  return `unknown place '${name}'; ${suggestion(name, known, 'maillage territories list')}`;
}
