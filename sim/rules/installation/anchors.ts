/**
 * Attachments of one doctor: near the birthplace, near the place of training, near the present place for one who
 * moves. Internships in an under-served territory, where a policy offers them, share the pull of the training place.
 */
import { pick, runningSums } from '../../base/cumulated.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Attraction } from '../../base/gumbel.js';
import type { Parameters } from '../../parameters/types.js';
import { type CohortLayout, cohortLayout, entryMonth } from '../../world/synthesis/cohorts.js';
import type { World } from '../../world/world.js';
import { type LogDistances, logDistances, type Row } from './distance.js';
import { type Market, relativeDensity } from './utility.js';

const PLACED = streamId('training.placed');
const PLACE = streamId('training.place');

/** Attachment of the doctor turned to: 0 at most, −∞ to the place left and where a commitment forbids; groups are régions. */
export interface Anchors extends Attraction {
  /** Takes the classes and the distances of a run. */
  start(): void;
  /** Takes the parameters and the market of a month. */
  begin(month: number, market: Market): void;
  /** Turns to the doctor `row`; `from` is the place left, or −1; `zones` marks where a commitment lets settle. */
  turnTo(row: number, from: number, zones?: Uint8Array): void;
}

/** Attachments of the doctors of a run. */
export function anchorsOf(world: World, parameters: Parameters, run: DrawKey): Anchors {
  const { id, origin, training } = world.physicians.columns;
  const pull = { birth: 0, training: 0, present: 0, internship: 0 };
  const { territories, regions } = world.geography;
  const nowhere: Row = {
    to: new Float32Array(territories.length),
    nearest: new Float32Array(regions.length),
  };
  let internship: (who: number, training: number) => number = () => -1;
  // Of the doctor turned to: what distance costs, and distances, from each anchor.
  let [born, trained, placed, present] = [nowhere, nowhere, nowhere, nowhere];
  let toTraining = 0;
  let left = -1;
  let allowed: Uint8Array | undefined;
  let layout: CohortLayout;
  let distances: LogDistances;
  return {
    start() {
      const { startMonth, endMonth } = world.size;
      layout = cohortLayout(parameters, startMonth, endMonth);
      const scale = parameters.number('installation.anchor.scale', startMonth);
      distances = logDistances(world.geography, scale);
    },
    begin(month, market) {
      const read = (path: string) => parameters.number(`installation.anchor.${path}`, month);
      pull.birth = read('birth');
      pull.training = read('training');
      pull.present = read('present');
      pull.internship = pull.training * read('internship');
      internship = internshipsOf(world, parameters, market, layout, run);
    },
    turnTo(row, from, zones) {
      const place = internship(id[row], training[row]);
      born = distances.row(origin[row]);
      trained = distances.row(training[row]);
      placed = place >= 0 ? distances.row(place) : nowhere;
      present = from >= 0 ? distances.row(from) : nowhere;
      toTraining = place >= 0 ? pull.training - pull.internship : pull.training;
      left = from;
      allowed = zones;
    },
    to(z) {
      if (z === left || allowed?.[z] === 0) return -Infinity;
      const young = pull.birth * born.to[z] + toTraining * trained.to[z] + pull.internship * placed.to[z];
      return -young - pull.present * present.to[z];
    },
    within(region) {
      const young =
        pull.birth * born.nearest[region] +
        toTraining * trained.nearest[region] +
        pull.internship * placed.nearest[region];
      return -young - pull.present * present.nearest[region];
    },
  };
}

/** Territory of the internships of doctor `who` (an id) when a policy placed them, −1 otherwise. */
function internshipsOf(
  world: World,
  parameters: Parameters,
  market: Market,
  layout: CohortLayout,
  run: DrawKey,
): (who: number, training: number) => number {
  const placedKey = drawKey(run, PLACED, 0);
  const placeKey = drawKey(run, PLACE, 0);
  const urns = new Map<number, { territories: number[]; sums: Float64Array }>();
  return (who, training) => {
    if (who < layout.classStart) return -1;
    const entry = entryMonth(layout, who, world.size.startMonth);
    const share = parameters.number('training.placement.share', entry);
    if (unit(draw(placedKey.a, placedKey.b, who)) >= share) return -1;
    const region = market.geography.regionOf[training];
    const width = parameters.number('training.placement.population', entry);
    const urn = urns.get(region) ?? underServed(market, region, width);
    urns.set(region, urn);
    return urn.territories[pick(urn.sums, unit(draw(placeKey.a, placeKey.b, who)))];
  };
}

/** Territories of a région with the fewest GPs per inhabitant, up to a share of its people, weighted by people. */
function underServed(
  market: Market,
  region: number,
  share: number,
): { territories: number[]; sums: Float64Array } {
  const members = market.geography.territories
    .filter(({ index }) => market.geography.regionOf[index] === region)
    .map(({ index, population }) => ({ index, population, density: relativeDensity(market, index) }))
    .sort((a, b) => a.density - b.density || a.index - b.index);
  const people = members.reduce((sum, { population }) => sum + population, 0);
  const chosen: typeof members = [];
  let covered = 0;
  for (const member of members) {
    if (chosen.length > 0 && covered >= share * people) break;
    chosen.push(member);
    covered += member.population;
  }
  return {
    territories: chosen.map(({ index }) => index),
    sums: runningSums(chosen.map(({ population }) => population)),
  };
}
