/**
 * Advanced practice nurses (IPA) in town: where they work, which GPs refer, who leaves, what they may do.
 *
 * *What happens.* New liberal IPA settle where GPs would refer; each quarter paid posts of teams and CPTS are filled. GPs get
 * to know the role where colleagues work together or refer (`delegations.ipaKnown`), and begin to refer by willingness,
 * knowledge and nearness (`ipa-referral.ts`). A liberal IPA who earns less than a living leaves, the sooner the less. Where the
 * law gives direct access, hours that patients of GPs leave free answer requests of people without GP (`territories.direct`,
 * served in care). When IPA are given a right, doctors' unions oppose it for a while (`delegations.opposition`, taken from
 * trust in `engagement`).
 * *Evidence.* Cour des comptes 2023; IGAS 2021; conventions of nurses; law of 19 May 2023; Terra Nova 2022 on opposition.
 * *Leaves out.* IPA of hospital and their patients, specialists who refer, nursing acts beside, moves, fees of direct access.
 */
import { beginsQuarter, MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, streamId, uniformsOf } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { DELEGATION_FLOWS } from '../../world/delegation/delegation-counts.js';
import { GONE, LIBERAL_IPA, SALARIED_IPA } from '../../world/delegation/paramedics.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { eligibleShares } from './eligible.js';
import { countDelegation } from './flows.js';
import { endPosts, fillPosts, settleLiberal } from './ipa-places.js';
import { beginReferrals } from './ipa-referral.js';
import { ipaRows, townIpa, worksInTown } from './ipa-town.js';
import {
  BY_IPA,
  COORDINATED,
  caseloadSettings,
  type IpaSettings,
  ipaSettings,
  REFERRAL,
} from './settings.js';

const LEAVE = streamId('ipa.leave');
const POSTS = instrumentOf('ipaPosts');
/** A liberal IPA gives it half a year at least. */
const HALF_YEAR = 6;

export const ipa: Rule = {
  name: 'ipa',
  reads: [
    ...[
      'openness',
      'trust',
      'wait',
      'list',
      'covered',
      'followed',
      'referred',
      'protocolled',
      'team',
      'project',
    ].map((column) => `physicians.${column}`),
    ...['capacity', 'asked', 'caseload', 'income', 'field'].map((column) => `paramedics.${column}`),
    ...['kind', 'state', 'level', 'readiness', 'territory'].map((column) => `teams.${column}`),
    'projects.stage',
    'territories.cptsShare',
    'tallies.ages',
    'tallies.ald',
  ],
  writes: [
    'physicians.ipa',
    ...['state', 'since', 'territory', 'team', 'project', 'income'].map((column) => `paramedics.${column}`),
    'delegations.ipaKnown',
    'delegations.opposition',
    'agencies.ipaRegime',
    'territories.direct',
    'territories.delegationFlows',
    'territories.euros',
  ],
  open: openIpa,
};

function openIpa(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const { territory, state, since, team, income, key } = world.paramedics.columns;
  const eligible = eligibleShares(world);

  return {
    serial(month) {
      const settings = ipaSettings(world, parameters, month);
      const caseloads = caseloadSettings(parameters, month);
      oppose(world, settings);
      const before = ipaRows(world, worksInTown);
      const gone = endPosts(world, run, before, settings, month) + leave(before, month, settings);
      if (gone > 0) forgetThoseGone(world);
      eligible.recount(caseloads.eligible);
      if (beginsQuarter(month)) fillPosts(world, run, settings, month);
      settleLiberal(world, run, eligible, settings, month);
      if (beginsQuarter(month)) {
        learn(world, settings);
        beginReferrals(world, run, townIpa(world, caseloads), eligible, settings);
      }
      const inTown = ipaRows(world, worksInTown);
      offerDirectAccess(world, inTown, settings, caseloads.visits[BY_IPA]);
      for (const row of inTown)
        if (state[row] === SALARIED_IPA) payOutside(world, territory[row], POSTS, settings.postCost);
    },
  };

  /** Liberal IPA who earn less than a living go back to hospital or plain nursing, and count no more; how many. */
  function leave(inTown: readonly number[], month: number, { leave: rate, livelihood }: IpaSettings): number {
    const u = uniformsOf(run, LEAVE, month);
    let gone = 0;
    for (const row of inTown) {
      if (state[row] !== LIBERAL_IPA || month - since[row] <= HALF_YEAR) continue;
      if (u(key[row]) >= rate * Math.max(0, 1 - income[row] / livelihood)) continue;
      state[row] = GONE;
      since[row] = month;
      team[row] = -1;
      income[row] = 0;
      countDelegation(world, territory[row], DELEGATION_FLOWS.ipaLeft);
      gone++;
    }
    return gone;
  }
}

/** Opposition is whole in the month in which IPA get a right, and fades. */
function oppose({ agencies, delegations }: World, { regime, fading }: IpaSettings): void {
  const { ipaRegime } = agencies.columns;
  const { opposition } = delegations.columns;
  if (regime > ipaRegime[0]) opposition.fill(1);
  else for (let dep = 0; dep < opposition.length; dep++) opposition[dep] -= opposition[dep] * fading;
  ipaRegime.fill(regime);
}

/** A GP whose IPA works in town no more refers to nobody. */
function forgetThoseGone({ physicians, paramedics, gpOrder, gpStart }: World): void {
  const { ipa: ipaOf } = physicians.columns;
  const { state } = paramedics.columns;
  const practising = gpStart[gpStart.length - 1];
  for (let i = 0; i < practising; i++) {
    const row = gpOrder[i];
    if (ipaOf[row] >= 0 && !worksInTown(state[ipaOf[row]])) ipaOf[row] = -1;
  }
}

/** Knowledge of the role in each département grows with GPs in teams and CPTS, and with those who refer. */
function learn({ geography, gpStart, gpOrder, physicians, delegations }: World, settings: IpaSettings): void {
  const { knownStart, learn: pace } = settings;
  if (knownStart <= 0) return;
  const { ipaKnown } = delegations.columns;
  const { team, project, ipa: ipaOf } = physicians.columns;
  const gps = new Int32Array(ipaKnown.length);
  const teachers = new Int32Array(ipaKnown.length);
  for (let z = 0; z + 1 < gpStart.length; z++) {
    const dep = geography.departementOf[z];
    gps[dep] += gpStart[z + 1] - gpStart[z];
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (team[row] >= 0 || project[row] >= 0) teachers[dep]++;
      if (ipaOf[row] >= 0) teachers[dep]++;
    }
  }
  for (let dep = 0; dep < gps.length; dep++) {
    const known = Math.max(ipaKnown[dep], knownStart);
    const met = gps[dep] > 0 ? teachers[dep] / gps[dep] : 0;
    ipaKnown[dep] = Math.min(1, known + pace * met * (1 - known));
  }
}

/**
 * Acts a month that IPA have free for people who come without a GP's word: all of them where access is open everywhere; else
 * those of a team or CPTS, and of the part of the territory under a signed CPTS.
 */
function offerDirectAccess(
  world: World,
  inTown: readonly number[],
  { access }: IpaSettings,
  visits: number,
): void {
  const { direct, cptsShare } = world.territories.columns;
  direct.fill(0);
  if (access === REFERRAL) return;
  const { territory, team, project, capacity, caseload } = world.paramedics.columns;
  for (const row of inTown) {
    const isInStructure = team[row] >= 0 || project[row] >= 0;
    const open = access > COORDINATED || isInStructure ? 1 : cptsShare[territory[row]];
    direct[territory[row]] += (open * Math.max(0, capacity[row] - caseload[row]) * visits) / MONTHS_PER_YEAR;
  }
}
