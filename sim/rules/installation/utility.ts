/**
 * Utility of settling in a territory in a form of practice, the same for every newcomer of the month: a sum of
 * terms, each of one idea, so that a policy is one more term. Own attachments (birthplace, training) come apart.
 */
import type { Parameters } from '../../parameters/types.js';
import { CENTRE, GROUP } from '../../world/physicians.js';
import { type Geography, RURAL_CLASSES } from '../../world/territory.js';
import { FORMS, type LocalSupply } from './supply.js';

/** What a term may look at. */
export interface Market {
  readonly geography: Geography;
  readonly supply: LocalSupply;
  /** Inhabitants per liberal GP of the country. */
  readonly peoplePerGp: number;
  /** What free seats in teams, and the welcome of a CPTS, are worth in each territory (rules/teams, rules/cpts). */
  readonly teamPull: Float64Array;
  readonly welcome: Float64Array;
}

/** Adds one idea to `utility[territory × FORMS + form]`. */
export type Term = (utility: Float64Array, market: Market) => void;

/** The terms in force in a month. */
export function utilityTerms(parameters: Parameters, month: number): readonly Term[] {
  const read = (path: string) => parameters.number(`installation.${path}`, month);
  const amenity = parameters.list('installation.amenity', month);
  const regions = parameters.list('installation.region', month);
  const forms = parameters.list('installation.form', month);
  const [size, density, openings, workload] = [
    read('size'),
    read('density'),
    read('openings'),
    read('workload'),
  ];
  const usualFatigue = parameters.number('careers.fatigue.reference', month);
  const [foundGroup, foundCentre, closedAbove] = [
    read('foundGroup'),
    read('foundCentre'),
    read('closedAbove'),
  ];
  return [
    byTerritory(({ geography }, z) => size * Math.log(geography.territories[z].population)),
    byTerritory(({ geography }, z) => amenity[RURAL_CLASSES.indexOf(geography.territories[z].ruralClass)]),
    byTerritory(({ geography }, z) => regions[geography.regionOf[z]]),
    byTerritory((market, z) => density * Math.log(relativeDensity(market, z))),
    byTerritory(({ supply }, z) =>
      supply.gps[z] === 0 ? 0 : -workload * (supply.fatigue[z] / supply.gps[z] - usualFatigue),
    ),
    byOption((_, __, form) => forms[form]),
    byOption(({ supply }, z, form) => openings * Math.log(1 + supply.openings[z * FORMS + form])),
    byOption(({ supply }, z, form) => (form === GROUP && supply.inGroup[z] === 0 ? -foundGroup : 0)),
    byOption(({ supply }, z, form) => (form === CENTRE && supply.inCentre[z] === 0 ? -foundCentre : 0)),
    byOption(({ teamPull }, z, form) => (form === GROUP ? teamPull[z] : 0)),
    byTerritory(({ welcome }, z) => welcome[z]),
    byOption((market, z, form) =>
      form !== CENTRE && relativeDensity(market, z) > closedAbove ? -Infinity : 0,
    ),
  ];
}

/** Liberal GPs per inhabitant over the country's; a territory without GP counts as if it had one. */
export function relativeDensity({ geography, supply, peoplePerGp }: Market, z: number): number {
  return (Math.max(1, supply.liberal[z]) * peoplePerGp) / geography.territories[z].population;
}

/** Sum of the terms into `utility`. */
export function addTerms(utility: Float64Array, terms: readonly Term[], market: Market): void {
  utility.fill(0);
  for (const term of terms) term(utility, market);
}

function byTerritory(value: (market: Market, z: number) => number): Term {
  return (utility, market) => {
    for (let z = 0, option = 0; option < utility.length; z++) {
      const added = value(market, z);
      for (let form = 0; form < FORMS; form++) utility[option++] += added;
    }
  };
}

function byOption(value: (market: Market, z: number, form: number) => number): Term {
  return (utility, market) => {
    for (let z = 0, option = 0; option < utility.length; z++) {
      for (let form = 0; form < FORMS; form++) utility[option++] += value(market, z, form);
    }
  };
}
