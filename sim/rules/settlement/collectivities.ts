/**
 * Collectivités: each January communes and conseils régionaux set money aside for primary care; communes of the worst-served
 * zones decide whether to hire GPs, and pay those they have.
 *
 * *What happens.* The communes of a territory add a sum per inhabitant, by urban or rural class, to what they have, up to some
 * years of it; a conseil régional likewise. Communes help to house a team as far as their money goes (`teams/msp-month.ts`).
 * In a ZIP, with a yearly chance that spreads `settlement.posts` over the people of all ZIP, they want one more GP, and open a
 * post if they hold some years' cost of all their posts, and premises or the money to fit some out. Who settles there in a
 * centre takes it (`installation`); the communes pay what the salary exceeds the fees. A post whose GP leaves opens again; an
 * open one that the money no longer bears is closed. The money of conseils régionaux goes to CPTS and to grants.
 * *Evidence.* Communes and départements that hire (Sénat, Association des maires de France): no count, no published cost;
 * sums per inhabitant are assumptions.
 * *Leaves out.* Départements as employers, elections, what neighbours do, free housing; municipal centres of today are in the
 * GPs of centres (training.centreYield), without money.
 */
import { calendarMonthOf, MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { keptTerritories } from '../../world/geography/restrict.js';
import { practises } from '../../world/physicians.js';
import { councilOf } from '../../world/settlement/collectivities.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import { RURAL_CLASSES, type Territory } from '../../world/territory.js';
import type { World } from '../../world/world.js';
import { ZIP } from '../../world/zones.js';
import { officesOf } from '../institutions/offices.js';
import type { Rule, RunningRule } from '../rule.js';

const POST = streamId('settlement.post');
const SALARIED_GPS = instrumentOf('salariedGps');
const COMMUNE_AID = instrumentOf('communeAid');

interface Settings {
  /** Euros per inhabitant and year: of communes by urban or rural class, of conseils régionaux. */
  readonly communes: readonly number[];
  readonly council: number;
  /** Years of it that may be held. */
  readonly reserve: number;
  /** Posts wanted a year in France; euros a year of one beyond fees; euros to fit out a place without premises. */
  readonly posts: number;
  readonly cost: number;
  readonly fitting: number;
  /** Years' cost of all posts that must be in hand for one more. */
  readonly ahead: number;
}

export const collectivities: Rule = {
  name: 'collectivities',
  reads: ['territories.zone', 'physicians.post', 'physicians.status'],
  writes: ['collectivities.money', 'collectivities.salaried', 'territories.posts', 'territories.euros'],
  open: openCollectivities,
};

function openCollectivities(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { regionPeople } = officesOf(world.geography);
  return {
    serial(month) {
      const settings = settingsOf(parameters, month);
      const isStart = month === world.size.startMonth;
      const isJanuary = calendarMonthOf(month) === 1;
      // History begins with all that may be held.
      if (isJanuary) setAside(world, settings, regionPeople, isStart ? settings.reserve : 1);
      countPosts(world);
      payPosts(world, settings);
      if (isJanuary) openPosts(world, settings, uniformsOf(run, POST, month));
    },
  };
}

function settingsOf(parameters: Parameters, month: number): Settings {
  const read = (path: string) => parameters.number(`settlement.${path}`, month);
  return {
    communes: parameters.list('settlement.communes.budget', month),
    council: read('council.budget'),
    reserve: read('budgetYears'),
    posts: read('posts'),
    cost: read('postCost'),
    fitting: read('postFitting'),
    ahead: read('postYears'),
  };
}

/** Sums of `years` years, up to what may be held. */
function setAside(world: World, settings: Settings, regionPeople: Float64Array, years: number): void {
  const { money } = world.collectivities.columns;
  const { geography } = world;
  const add = (row: number, yearly: number) => {
    money[row] = Math.max(money[row], Math.min(money[row] + yearly * years, yearly * settings.reserve));
  };
  for (const { index, population, ruralClass } of geography.territories)
    add(index, population * settings.communes[RURAL_CLASSES.indexOf(ruralClass)]);
  regionPeople.forEach((people, region) => {
    add(councilOf(geography, region), people * settings.council);
  });
}

/** Counts the posts filled; those of GPs who left since last month are open again. */
function countPosts({ physicians, collectivities: table, territories, gpOrder, gpStart }: World): void {
  const { post, status } = physicians.columns;
  const { salaried } = table.columns;
  const { posts } = territories.columns;
  for (let z = 0; z + 1 < gpStart.length; z++) {
    if (salaried[z] === 0) continue;
    let filled = 0;
    const end = gpStart[z + 1];
    for (let i = gpStart[z]; i < end; i++) {
      const row = gpOrder[i];
      if (post[row] === 1 && practises(status[row])) filled++;
    }
    posts[z] += salaried[z] - filled;
    salaried[z] = filled;
  }
}

/** Pays the posts filled, as far as the money goes; closes open ones that it does not bear. */
function payPosts(world: World, { cost }: Settings): void {
  const { salaried, money } = world.collectivities.columns;
  const { posts } = world.territories.columns;
  for (let z = 0; z < posts.length; z++) {
    if (salaried[z] > 0) {
      const euros = Math.min((salaried[z] * cost) / MONTHS_PER_YEAR, Math.max(0, money[z]));
      if (euros > 0) payOutside(world, z, SALARIED_GPS, euros);
    }
    while (posts[z] > 0 && money[z] < (salaried[z] + posts[z]) * cost) posts[z]--;
  }
}

/** Communes of the ZIP that want more GPs and can pay open posts: in a part of France, its share of those of the country. */
function openPosts(world: World, settings: Settings, uniform: (key: number) => number): void {
  const { geography } = world;
  const everybody = peopleOf(geography.territories);
  const posts = (settings.posts * peopleOf(keptTerritories(geography))) / everybody;
  if (posts <= 0) return;
  const { zone } = world.territories.columns;
  const inZip = geography.territories.filter(({ index }) => zone[index] === ZIP);
  const people = peopleOf(inZip);
  for (const { index, population } of inZip) {
    const wanted = (posts * population) / people;
    const whole = Math.floor(wanted);
    const more = uniform(index) < wanted - whole ? 1 : 0;
    for (let n = whole + more; n > 0 && opensPost(world, settings, index); n--);
  }
}

/** Opens one more post in z where the money bears it; false where it does not. */
function opensPost(world: World, settings: Settings, z: number): boolean {
  const { posts } = world.territories.columns;
  const { salaried, money, premises } = world.collectivities.columns;
  const fitting = premises[z] > 0 ? 0 : settings.fitting;
  const needed = (salaried[z] + posts[z] + 1) * settings.cost * settings.ahead + fitting;
  if (money[z] < needed) return false;
  if (fitting > 0) payOutside(world, z, COMMUNE_AID, fitting);
  posts[z] += 1;
  return true;
}

function peopleOf(territories: readonly Territory[]): number {
  return territories.reduce((sum, { population }) => sum + population, 0);
}
