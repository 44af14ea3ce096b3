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
  /** Posts of salaried GPs that communes offer (rules/settlement). */
  readonly posts: Float64Array;
  /** GPs who left and whom nobody has replaced, where entry is one for one (`one-for-one.ts`). */
  readonly vacancies: Int32Array;
}

export interface Utility {
  /** Forgets the months before. */
  start(): void;
  /** Writes the utility of each option (territory × FORMS + form) in a month. */
  write(utility: Float64Array, market: Market, month: number): void;
}

/** Utility under parameters; what depends on the territory alone is summed again when one of them changes. */
export function utilityOf(parameters: Parameters): Utility {
  let place: Float64Array | undefined;
  let validUntil = -Infinity;
  return {
    start() {
      place = undefined;
    },
    write(utility, market, month) {
      if (place === undefined || month >= validUntil) {
        place = ofPlaces(parameters, month, market.geography);
        validUntil = parameters.nextChange('installation', month);
      }
      addSupply(utility, place, market, termsOf(parameters, month));
    },
  };
}

/** Size of the population, amenity of the urban or rural class and of the région, by territory. */
function ofPlaces(parameters: Parameters, month: number, geography: Geography): Float64Array {
  const size = parameters.number('installation.size', month);
  const amenity = parameters.list('installation.amenity', month);
  const regions = parameters.list('installation.region', month);
  return Float64Array.from(
    geography.territories,
    ({ index, population, ruralClass }) =>
      size * Math.log(population) +
      amenity[RURAL_CLASSES.indexOf(ruralClass)] +
      regions[geography.regionOf[index]],
  );
}

interface Terms {
  readonly density: number;
  readonly openings: number;
  readonly workload: number;
  readonly usualFatigue: number;
  readonly foundGroup: number;
  readonly foundCentre: number;
  readonly closedAbove: number;
  readonly replaceAbove: number;
  /** By form. */
  readonly forms: readonly number[];
}

function termsOf(parameters: Parameters, month: number): Terms {
  const read = (path: string) => parameters.number(`installation.${path}`, month);
  return {
    density: read('density'),
    openings: read('openings'),
    workload: read('workload'),
    usualFatigue: parameters.number('careers.fatigue.reference', month),
    foundGroup: read('foundGroup'),
    foundCentre: read('foundCentre'),
    closedAbove: read('closedAbove'),
    replaceAbove: read('replaceAbove'),
    forms: parameters.list('installation.form', month),
  };
}

/** What changes from month to month, added to the utility of places: one line for each idea. */
function addSupply(utility: Float64Array, places: Float64Array, market: Market, terms: Terms): void {
  const { supply, teamPull, welcome, posts, vacancies } = market;
  for (let z = 0, option = 0; z < places.length; z++) {
    const relative = relativeDensity(market, z);
    const tired = supply.gps[z] === 0 ? 0 : supply.fatigue[z] / supply.gps[z] - terms.usualFatigue;
    const isClosed = relative > terms.closedAbove || (relative > terms.replaceAbove && vacancies[z] <= 0);
    const place = places[z] + terms.density * Math.log(relative) - terms.workload * tired;
    for (let form = 0; form < FORMS; form++, option++) {
      // Communes that offer a post have founded the centre.
      const offered = form === CENTRE ? posts[z] : 0;
      const isFirst =
        (form === GROUP && supply.inGroup[z] === 0) ||
        (form === CENTRE && supply.inCentre[z] === 0 && offered === 0);
      utility[option] =
        place +
        terms.forms[form] +
        terms.openings * Math.log(1 + supply.openings[option] + offered) -
        (isFirst ? (form === GROUP ? terms.foundGroup : terms.foundCentre) : 0) -
        (isClosed ? Infinity : 0) +
        (form === GROUP ? teamPull[z] : 0) +
        welcome[z];
    }
  }
}

/** Liberal GPs per inhabitant over the country's; a territory without GP counts as if it had one. */
export function relativeDensity({ geography, supply, peoplePerGp }: Market, z: number): number {
  return (Math.max(1, supply.liberal[z]) * peoplePerGp) / geography.territories[z].population;
}
