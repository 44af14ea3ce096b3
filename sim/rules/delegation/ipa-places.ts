/**
 * Where IPA work: paid posts of teams and CPTS first, then the territories whose GPs would refer.
 *
 * A team or a CPTS has a post when its own draw is below the share that is paid for, so that a larger share adds posts and
 * moves none. Posts go to those who graduate this month, then to IPA in hospital in the order of classes.
 */
import { pick, runningSums } from '../../base/cumulated.js';
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import { IN_HOSPITAL, LIBERAL_IPA, SALARIED_IPA } from '../../world/delegation/paramedics.js';
import { areasOf } from '../../world/teams/areas.js';
import { PROJECT_ROWS, SIGNED } from '../../world/teams/projects.js';
import { CENTRE_TEAM, isAtWork, MSP, OPEN, OPERATIONAL, TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Eligible } from './eligible.js';
import { ipaRows, WORKS_BESIDE_GPS } from './ipa-town.js';
import type { IpaSettings } from './settings.js';
import { willColumns, willingnessOf } from './willingness.js';

const POST = streamId('ipa.post');
const POST_CPTS = streamId('ipa.postCpts');
const PLACE = streamId('ipa.place');

/** A paid post: of a team or of a CPTS project, the other −1. */
interface Post {
  readonly team: number;
  readonly project: number;
  readonly z: number;
  readonly key: number;
  readonly rank: number;
}

/**
 * Posts that are no longer paid, or whose structure is gone, end: back to hospital. A liberal IPA loses the premises only.
 * @param inTown rows of all IPA in town
 * @returns posts that ended
 */
export function endPosts(
  world: World,
  run: DrawKey,
  inTown: readonly number[],
  settings: IpaSettings,
  month: number,
): number {
  const { state, team, project, since } = world.paramedics.columns;
  const teams = world.teams.columns;
  const { stage, key } = world.projects.columns;
  const ofTeam = uniformsOf(run, POST, 0);
  const ofProject = uniformsOf(run, POST_CPTS, 0);
  let ended = 0;
  for (const row of inTown) {
    const t = team[row];
    const p = project[row];
    const isHoused = t >= 0 && isAtWork(teams, t);
    if (state[row] === LIBERAL_IPA) {
      if (!isHoused) team[row] = -1;
      continue;
    }
    const paidByTeam = isHoused && ofTeam(teams.key[t]) < settings.posts;
    const paidByProject = p >= 0 && stage[p] === SIGNED && ofProject(key[p]) < settings.postsCpts;
    if (paidByTeam || paidByProject) continue;
    state[row] = IN_HOSPITAL;
    since[row] = month;
    team[row] = -1;
    project[row] = -1;
    ended++;
  }
  return ended;
}

/** Fills open posts, those that more would be paid before first. */
export function fillPosts(world: World, run: DrawKey, settings: IpaSettings, month: number): void {
  if (settings.posts <= 0 && settings.postsCpts <= 0) return;
  const { state, field, team, project, territory, since, key } = world.paramedics.columns;
  const candidates = ipaRows(world, (now) => now === IN_HOSPITAL || now === LIBERAL_IPA).filter(
    (row) => field[row] === WORKS_BESIDE_GPS && (state[row] === IN_HOSPITAL || since[row] === month),
  );
  const isNew = (row: number) => (since[row] === month ? 0 : 1);
  candidates.sort((x, y) => isNew(x) - isNew(y) || key[x] - key[y]);
  openPosts(world, run, settings)
    .slice(0, candidates.length)
    .forEach((post, i) => {
      const row = candidates[i];
      state[row] = SALARIED_IPA;
      since[row] = month;
      team[row] = post.team;
      project[row] = post.project;
      territory[row] = post.z;
    });
}

/** Posts paid for and not yet filled. */
function openPosts(world: World, run: DrawKey, { posts, postsCpts }: IpaSettings): Post[] {
  const { team: teamOf, project: projectOf } = world.paramedics.columns;
  const salaried = ipaRows(world, (now) => now === SALARIED_IPA);
  const takenTeams = new Set(salaried.map((row) => teamOf[row]));
  const takenProjects = new Set(salaried.map((row) => projectOf[row]));
  const { kind, state, level, territory, key } = world.teams.columns;
  const { stage, seat, key: projectKey } = world.projects.columns;
  const ofTeam = uniformsOf(run, POST, 0);
  const ofProject = uniformsOf(run, POST_CPTS, 0);
  const open: Post[] = [];
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || (kind[t] !== MSP && kind[t] !== CENTRE_TEAM)) continue;
    if (level[t] < OPERATIONAL || takenTeams.has(t)) continue;
    const rank = ofTeam(key[t]);
    if (rank < posts) open.push({ team: t, project: -1, z: territory[t], key: key[t], rank });
  }
  const areas = areasOf(world.geography);
  for (let p = 0; p < PROJECT_ROWS; p++) {
    if (stage[p] !== SIGNED || takenProjects.has(p)) continue;
    const rank = ofProject(projectKey[p]);
    if (rank < postsCpts)
      open.push({ team: -1, project: p, z: areas.territory[seat[p]], key: projectKey[p], rank });
  }
  return open.sort((x, y) => x.rank - y.rank || x.key - y.key);
}

/**
 * Liberal IPA who graduate this month settle where GPs would refer: territories by eligible people not yet followed ×
 * willingness × knowledge, in the readiest MSP of the place if one of the two is open enough to the other. Where nobody would
 * refer she begins at home.
 */
export function settleLiberal(
  world: World,
  run: DrawKey,
  eligible: Eligible,
  settings: IpaSettings,
  month: number,
): void {
  const { since, territory, team, key, openness } = world.paramedics.columns;
  const newcomers = ipaRows(world, (now) => now === LIBERAL_IPA).filter((row) => since[row] === month);
  if (newcomers.length === 0) return;
  const sums = runningSums(referralsWaiting(world, eligible, settings));
  const u = uniformsOf(run, PLACE, 0);
  const readiest = readiestMsp(world);
  for (const row of newcomers) {
    if (sums[sums.length - 1] > 0) territory[row] = pick(sums, u(key[row]));
    const t = readiest.get(territory[row]);
    if (t !== undefined && openness[row] + world.teams.columns.readiness[t] >= 1) team[row] = t;
  }
}

/** Follow-up that GPs of each territory would refer to an IPA. */
function referralsWaiting(world: World, eligible: Eligible, { referral }: IpaSettings): Float64Array {
  const { gpStart, gpOrder, geography } = world;
  const { list, followed, referred, protocolled } = world.physicians.columns;
  const { ipaKnown } = world.delegations.columns;
  const gp = willColumns(world);
  return Float64Array.from(geography.territories, (_, z) => {
    let sum = 0;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      const left = list[row] * eligible.all[z] - followed[row] - referred[row] - protocolled[row];
      if (left > 0) sum += left * willingnessOf(gp, row, referral);
    }
    return sum * ipaKnown[geography.departementOf[z]];
  });
}

/** The MSP of highest readiness of each territory that has one, lowest key first. */
function readiestMsp({ teams }: World): Map<number, number> {
  const { kind, state, readiness, territory, key } = teams.columns;
  const best = new Map<number, number>();
  for (let t = 0; t < TEAM_ROWS; t++) {
    if (state[t] !== OPEN || kind[t] !== MSP) continue;
    const rival = best.get(territory[t]);
    const isBetter =
      rival === undefined ||
      readiness[t] > readiness[rival] ||
      (readiness[t] === readiness[rival] && key[t] < key[rival]);
    if (isBetter) best.set(territory[t], t);
  }
  return best;
}
