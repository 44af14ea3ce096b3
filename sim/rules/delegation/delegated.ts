/**
 * The two passes of caseloads over GPs who have a delegate: what they ask of each, then what they get, the requests answered
 * in their place and the hours spared. Sums over GPs run by territory and id, so that rows do not matter.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { ACTIVE_POST, PARAMEDIC_ROWS } from '../../world/delegation/paramedics.js';
import { TEAM_ROWS } from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Eligible } from './eligible.js';
import { referredShare } from './ipa-referral.js';
import { worksInTown } from './ipa-town.js';
import {
  BY_ASALEE,
  BY_IPA,
  BY_PROTOCOL,
  type CaseloadSettings,
  capacityOf,
  type ReferralSettings,
} from './settings.js';
import { willColumns } from './willingness.js';

export interface Delegated {
  /** First pass: people asked for, by GP and by delegate, and the share of them that a delegate can follow. */
  ask(settings: CaseloadSettings, referral: ReferralSettings): void;
  /** Second pass: caseloads of GPs move towards what delegates give. */
  give(settings: CaseloadSettings): void;
  /** People who have begun with a delegate this month, less those who ended. */
  begun(nurse: number): number;
}

export function delegatedBy(world: World, eligible: Eligible): Delegated {
  const { gpStart, gpOrder, geography } = world;
  const gp = world.physicians.columns;
  const { asalee, ipa, team, list, territory } = gp;
  const { followed, referred, protocolled, diabetics, covered, moved, freedNurse } = gp;
  const { delegateHours, readiness, delegated: askedOfTeam } = world.teams.columns;
  const { ipaKnown } = world.delegations.columns;
  const { kind, state, fte, capacity, asked, caseload, visits: visitsOf, gps } = world.paramedics.columns;
  const { all: eligibleOf, diabetes, chronic } = eligible;
  const will = willColumns(world);
  /** GPs with a delegate, and the people asked of each kind. */
  const rows = new Int32Array(gpOrder.length);
  const ofAsalee = new Float64Array(rows.length);
  const ofIpa = new Float64Array(rows.length);
  const ofProtocol = new Float64Array(rows.length);
  let found = 0;
  /** Rows of delegates in use: the first ones. */
  let posts = 0;
  /** Sums by delegate, the share that she can follow, and the people of last month. */
  const ofNurse = new Float64Array(PARAMEDIC_ROWS);
  const ofTeam = new Float64Array(TEAM_ROWS);
  const nurseShare = new Float64Array(PARAMEDIC_ROWS);
  const teamShare = new Float64Array(TEAM_ROWS);
  const before = new Float32Array(PARAMEDIC_ROWS);

  /** True for a GP whose team has nurses at work under a protocol. */
  function hasProtocol(row: number): boolean {
    return team[row] >= 0 && delegateHours[team[row]] > 0;
  }

  function clear(row: number): void {
    followed[row] = 0;
    referred[row] = 0;
    protocolled[row] = 0;
    diabetics[row] = 0;
    covered[row] = 0;
    moved[row] = 0;
    freedNurse[row] = 0;
  }

  /** GPs who have a delegate; who has none any more is followed by nobody at once. */
  function findGps(): void {
    const practising = gpStart[gpStart.length - 1];
    found = 0;
    for (let i = 0; i < practising; i++) {
      const row = gpOrder[i];
      if (asalee[row] >= 0 || ipa[row] >= 0 || hasProtocol(row)) rows[found++] = row;
      else if (followed[row] + referred[row] + protocolled[row] > 0) clear(row);
    }
  }

  function shareOut(settings: CaseloadSettings): void {
    for (let row = 0; row < posts; row++) {
      const hours = fte[row] * settings.hours;
      if (state[row] === ACTIVE_POST) capacity[row] = capacityOf(BY_ASALEE, hours, settings);
      else capacity[row] = worksInTown(state[row]) ? capacityOf(BY_IPA, hours, settings) : 0;
      asked[row] = ofNurse[row];
      nurseShare[row] = partOf(capacity[row], ofNurse[row]);
    }
    for (let t = 0; t < TEAM_ROWS; t++) {
      askedOfTeam[t] = ofTeam[t];
      const hours = delegateHours[t] * settings.weeks;
      teamShare[t] = partOf(capacityOf(BY_PROTOCOL, hours, settings), ofTeam[t]);
    }
  }

  return {
    ask(settings, referral) {
      posts = 0;
      while (posts < PARAMEDIC_ROWS && kind[posts] !== 0) posts++;
      ofNurse.fill(0, 0, posts);
      ofTeam.fill(0);
      gps.fill(0, 0, posts);
      findGps();
      const { takeUp } = settings;
      for (let k = 0; k < found; k++) {
        const row = rows[k];
        const z = territory[row];
        const a = asalee[row];
        const i = ipa[row];
        const all = list[row] * eligibleOf[z];
        const known = i < 0 ? 0 : ipaKnown[geography.departementOf[z]];
        const x = a < 0 ? 0 : all * takeUp;
        const y = i < 0 ? 0 : all * referredShare(will, row, known, referral);
        const w = hasProtocol(row) ? all * takeUp * readiness[team[row]] : 0;
        const part = partOf(all, x + y + w);
        ofAsalee[k] = x * part;
        ofIpa[k] = y * part;
        ofProtocol[k] = w * part;
        if (a >= 0) {
          ofNurse[a] += ofAsalee[k];
          gps[a]++;
        }
        if (i >= 0) {
          ofNurse[i] += ofIpa[k];
          gps[i]++;
        }
        if (w > 0) ofTeam[team[row]] += ofProtocol[k];
      }
      shareOut(settings);
    },

    give({ visits, pace, replaces, hoursSpared, weeks, chronicShare, diabetics: diabeticShare }) {
      const monthly = visits.map((yearly) => yearly / MONTHS_PER_YEAR);
      const hoursOfVisit = (MONTHS_PER_YEAR * hoursSpared) / weeks;
      before.set(caseload.subarray(0, posts));
      caseload.fill(0, 0, posts);
      visitsOf.fill(0, 0, posts);
      for (let k = 0; k < found; k++) {
        const row = rows[k];
        const z = territory[row];
        const a = asalee[row];
        const i = ipa[row];
        const x = a < 0 ? 0 : towards(followed[row], ofAsalee[k] * nurseShare[a], pace);
        const y = i < 0 ? 0 : towards(referred[row], ofIpa[k] * nurseShare[i], pace);
        const w = hasProtocol(row)
          ? towards(protocolled[row], ofProtocol[k] * teamShare[team[row]], pace)
          : 0;
        // A list that has shrunk since has fewer to follow.
        const part = partOf(list[row] * eligibleOf[z], x + y + w);
        followed[row] = x * part;
        referred[row] = y * part;
        protocolled[row] = w * part;
        const seenByAsalee = followed[row] * monthly[BY_ASALEE];
        const seenByIpa = referred[row] * monthly[BY_IPA];
        const seen = seenByAsalee + seenByIpa + protocolled[row] * monthly[BY_PROTOCOL];
        if (a >= 0) {
          caseload[a] += followed[row];
          visitsOf[a] += seenByAsalee;
        }
        if (i >= 0) {
          caseload[i] += referred[row];
          visitsOf[i] += seenByIpa;
        }
        moved[row] = seen * replaces;
        freedNurse[row] = seen * hoursOfVisit;
        const others = referred[row] + protocolled[row];
        const people = followed[row] + others;
        const ill = list[row] * chronic[z];
        covered[row] = ill > 0 ? Math.min(1, (people * chronicShare) / ill) : 0;
        const diabeticEligible = eligibleOf[z] > 0 ? diabetes[z] / eligibleOf[z] : 0;
        diabetics[row] = followed[row] * diabeticShare + others * diabeticEligible;
      }
    },

    begun: (nurse) => Math.max(0, caseload[nurse] - before[nurse]),
  };
}

/** The part of what is asked that can be given, all of it where it is enough. */
function partOf(available: number, asked: number): number {
  return asked > available ? available / asked : 1;
}

/** A number of people a part of the way from what it was to what it tends to. */
function towards(was: number, level: number, pace: number): number {
  return was + (level - was) * pace;
}
