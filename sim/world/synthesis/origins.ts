/**
 * Where doctors were born and trained (Insee Première 2024: 58–60 % practise in their région of birth, about 10 %
 * in their commune of birth). For those already settled both are drawn back from the place of practice; for
 * those to come the région of training is drawn first, then the place of birth; the place of practice follows
 * from the rule of installation. Students of a région without faculty train where the nearest faculty is.
 */
import { pick, runningSums } from '../../base/cumulated.js';
import type { DrawKey } from '../../base/draws.js';
import { MaillageError } from '../../base/errors.js';
import { distanceKm } from '../../base/sphere.js';
import type { Parameters } from '../../parameters/types.js';
import { loadFaculties } from '../geography/faculties.js';
import type { PhysicianColumns } from '../physicians.js';
import type { Geography } from '../territory.js';
import { loadResidents } from './residents.js';
import { traitOf } from './traits.js';

/** Weighted territories to draw from. */
interface Urn {
  readonly territories: readonly number[];
  readonly sums: Float64Array;
}

const TRAITS = ['home', 'birth', 'place', 'near', 'region', 'faculty'] as const;

/** Draws of `origin` and `training`, by the id of the doctor. */
export interface Origins {
  /** Of doctors settled in the first month: `row` is their id too. */
  settled(gp: PhysicianColumns, row: number, parameters: Parameters, month: number): void;
  /** Of a doctor to come, by the numbers of the month of entry into residency. */
  entrant(gp: PhysicianColumns, row: number, parameters: Parameters, entry: number): void;
  /** @throws MaillageError `out-of-range` when a région without faculty has places in that month. */
  check(parameters: Parameters, entry: number): void;
}

/** The draws for a geography; its faculties are read once. */
export function originsOf(geography: Geography, seed: DrawKey): Origins {
  const [home, birth, place, near, region, faculty] = TRAITS.map((name) => traitOf(seed, `origins.${name}`));
  const { faculties, homeRegion, everywhere, natives, homes } = groundsOf(geography);
  const sharesOf = memo((shares) => facultyShares(shares, faculties, geography));
  const drawFrom = ({ territories, sums }: Urn, u: number) => territories[pick(sums, u)];
  const trainedIn = (id: number, parameters: Parameters, month: number) =>
    pick(sharesOf(parameters.list('training.shareByRegion', month)), region.uniform(id));
  const birthplace = (id: number, ground: Urn, share: number) =>
    drawFrom(home.chance(id, share) ? ground : everywhere, birth.uniform(id));
  return {
    settled(gp, row, parameters, month) {
      const read = (path: string) => parameters.number(`physicians.${path}`, month);
      const inTerritory = read('bornInTerritory');
      const inRegionElsewhere = (read('bornInRegion') - inTerritory) / (1 - inTerritory);
      const z = gp.territory[row];
      const own = geography.regionOf[z];
      gp.origin[row] = place.chance(row, inTerritory) ? z : birthplace(row, natives[own], inRegionElsewhere);
      const isNear = near.chance(row, read('trainedInRegion'));
      const trained = isNear ? homeRegion[own] : trainedIn(row, parameters, month);
      gp.training[row] = drawFrom(faculties[trained], faculty.uniform(row));
    },
    entrant(gp, row, parameters, entry) {
      const id = gp.id[row];
      const trained = trainedIn(id, parameters, entry);
      gp.training[row] = drawFrom(faculties[trained], faculty.uniform(id));
      gp.origin[row] = birthplace(id, homes[trained], parameters.number('training.bornInRegion', entry));
    },
    check(parameters, entry) {
      sharesOf(parameters.list('training.shareByRegion', entry));
    },
  };
}

interface Grounds {
  /** Faculties of each région, and the région where its students train. */
  readonly faculties: readonly Urn[];
  readonly homeRegion: readonly number[];
  readonly everywhere: Urn;
  /** Territories of each région, and of all régions whose students train in it. */
  readonly natives: readonly Urn[];
  readonly homes: readonly Urn[];
}

const made = new WeakMap<Geography, Grounds>();

function groundsOf(geography: Geography): Grounds {
  const found = made.get(geography) ?? makeGrounds(geography);
  made.set(geography, found);
  return found;
}

function makeGrounds(geography: Geography): Grounds {
  const faculties = facultyUrns(geography);
  const homeRegion = homeRegions(geography, faculties);
  return {
    faculties,
    homeRegion,
    everywhere: urn(geography, () => true),
    natives: geography.regions.map((_, own) => urn(geography, (z) => geography.regionOf[z] === own)),
    homes: geography.regions.map((_, own) =>
      urn(geography, (z) => homeRegion[geography.regionOf[z]] === own),
    ),
  };
}

function urn(geography: Geography, holds: (z: number) => boolean): Urn {
  const territories = geography.territories.map(({ index }) => index).filter(holds);
  return { territories, sums: runningSums(territories.map((z) => geography.territories[z].population)) };
}

/** Territories of the faculties of each région, weighted by the residents of their subdivision; later faculties left out. */
function facultyUrns(geography: Geography): readonly Urn[] {
  const posts = loadResidents();
  const faculties = loadFaculties(geography).filter(({ opened }) => opened === undefined);
  const sharing = (subdivision: string) =>
    faculties.filter((other) => other.subdivision === subdivision).length;
  return geography.regions.map(({ code }) => {
    const own = faculties.filter(({ region }) => region === code);
    const weights = own.map(({ subdivision }) => (posts.get(subdivision) ?? 0) / sharing(subdivision));
    return { territories: own.map(({ territory }) => territory), sums: runningSums(weights) };
  });
}

/** For each région, that of the faculty nearest to its most populous territory: its own where it has one. */
function homeRegions(geography: Geography, faculties: readonly Urn[]): readonly number[] {
  const sites = faculties.flatMap(({ territories }) => territories.map((z) => geography.territories[z]));
  return geography.regions.map((_, own) => {
    if (faculties[own].territories.length > 0) return own;
    const members = geography.territories.filter(({ index }) => geography.regionOf[index] === own);
    const main = members.reduce((most, other) => (other.population > most.population ? other : most));
    const km = (site: (typeof sites)[number]) =>
      distanceKm(main.latitude, main.longitude, site.latitude, site.longitude);
    return geography.regionOf[sites.reduce((best, site) => (km(site) < km(best) ? site : best)).index];
  });
}

/** Running sums of the shares of places by région. @throws MaillageError `out-of-range` for places without a faculty. */
function facultyShares(
  shares: readonly number[],
  faculties: readonly Urn[],
  geography: Geography,
): Float64Array {
  const wrong = shares.findIndex((share, region) => share > 0 && faculties[region].territories.length === 0);
  if (wrong >= 0) {
    throw new MaillageError(
      'out-of-range',
      `training.shareByRegion gives ${shares[wrong]} of the places to ${geography.regions[wrong].name}, which has no faculty in scenarios/data/faculties.yaml: set it to 0`,
    );
  }
  return runningSums(shares);
}

/** One result for each list: parameters return the same list as long as it holds. */
function memo(make: (list: readonly number[]) => Float64Array): (list: readonly number[]) => Float64Array {
  const made = new Map<readonly number[], Float64Array>();
  return (list) => {
    const found = made.get(list) ?? make(list);
    made.set(list, found);
    return found;
  };
}
