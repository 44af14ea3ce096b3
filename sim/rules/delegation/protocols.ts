/**
 * Protocols of cooperation: nurses of a team follow patients in place of its GPs, once the authorities have said yes.
 *
 * *What happens.* An open team with nurses and without a protocol begins one by a monthly chance that grows with its
 * readiness (level) and with how willingly its GPs delegate. A local file comes back after the time that is the team's own,
 * from two months to years, and authorises the GP whom it names: it lapses when that GP is no longer a member. Since the
 * end of 2019 a national protocol can be joined instead, by declaration, whoever comes and goes; a team takes the quicker
 * way. The longer a file waits, the likelier it is given up. Under a protocol each nurse gives some hours a week, fewer
 * where the premium is not funded; caseloads turn them into people followed.
 * *Evidence.* Law HPST of 2009 (article 51) and its two months on paper; up to 58 months, named people, premium of 100 €
 * often not funded (HAS, Sénat 2014, IGAS 2021); law OTSS of 2019. Nobody has counted local protocols in town.
 * *Leaves out.* Protocols of hospitals, of pharmacists and physiotherapists; the acts of a protocol one by one; what has to
 * be reported; a file lodged before the national way exists keeps its time.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { DELEGATION_FLOWS } from '../../world/delegation/delegation-counts.js';
import { practises } from '../../world/physicians.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import {
  isAtWork,
  LOCAL_AUTHORISED,
  LOCAL_FILED,
  NATIONAL_JOINED,
  NO_PROTOCOL,
  PROTOCOL_LAPSED,
  TEAM_ROWS,
} from '../../world/teams/teams.js';
import type { World } from '../../world/world.js';
import type { Rule, RunningRule } from '../rule.js';
import { MOST_TRUST } from '../teams/msp-month.js';
import { type ProtocolSettings, protocolSettings } from './protocol-settings.js';
import { willColumns, willingnessOf } from './willingness.js';

const START = streamId('protocol.start');
const MONTHS = streamId('protocol.months');
const WAIT = streamId('protocol.wait');
const PREMIUM = streamId('protocol.premium');
const PAID = instrumentOf('protocolPremium');
const FLOWS = Object.keys(DELEGATION_FLOWS).length;
/** The key of draws that are a team's own for good names no month. */
const FOR_GOOD = 0;

export const protocols: Rule = {
  name: 'protocols',
  reads: [
    'physicians.status',
    'physicians.team',
    'physicians.openness',
    'physicians.trust',
    'physicians.wait',
    'physicians.covered',
    'teams.state',
    'teams.nurses',
    'teams.readiness',
    'teams.key',
    'tallies.ages',
    'tallies.followUpToDate',
    'territories.requestsPerPerson',
  ],
  writes: [
    ...['protocol', 'protocolSince', 'protocolDue', 'protocolGp', 'delegateHours'].map(
      (column) => `teams.${column}`,
    ),
    'territories.delegationFlows',
    'territories.euros',
  ],
  open: openProtocols,
};

function openProtocols(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const team = world.teams.columns;
  const gp = world.physicians.columns;
  const delegating = willColumns(world);
  const { gpOrder, gpStart } = world;
  let own = run;
  let premium = run;

  return {
    start() {
      own = drawKey(run, MONTHS, FOR_GOOD);
      premium = drawKey(run, PREMIUM, FOR_GOOD);
    },
    serial(month) {
      const settings = protocolSettings(world, parameters, month);
      const start = drawKey(run, START, month);
      const wait = drawKey(run, WAIT, month);
      for (let t = 0; t < TEAM_ROWS; t++) {
        if (!isAtWork(team, t)) {
          if (team.protocol[t] !== NO_PROTOCOL) close(t, month, NO_PROTOCOL);
          continue;
        }
        const { protocol } = team;
        if (protocol[t] === NO_PROTOCOL || protocol[t] === PROTOCOL_LAPSED) begin(t, month, settings, start);
        else if (protocol[t] === LOCAL_FILED) instruct(t, month, settings, wait);
        else if (protocol[t] === LOCAL_AUTHORISED && namedHasLeft(t)) {
          close(t, month, PROTOCOL_LAPSED);
          count(t, DELEGATION_FLOWS.protocolsLapsed);
        }
        work(t, settings);
      }
    },
  };

  function begin(t: number, month: number, settings: ProtocolSettings, key: DrawKey): void {
    const rate = settings.rate * team.readiness[t];
    if (rate <= 0 || team.nurses[t] === 0) return;
    const u = unit(draw(key.a, key.b, team.key[t]));
    // Few teams come near: their GPs need not be looked at. Nobody is more willing than who is open and trusts entirely.
    if (u >= rate * MOST_TRUST) return;
    const { mean, most } = willOf(t, settings);
    if (u >= rate * mean) return;
    const local = monthsOf(t, settings);
    const joins = settings.isNational && settings.nationalMonths <= local;
    team.protocol[t] = LOCAL_FILED;
    team.protocolSince[t] = month;
    team.protocolDue[t] = month + (joins ? settings.nationalMonths : local);
    team.protocolGp[t] = joins ? -1 : most;
    count(t, DELEGATION_FLOWS.protocolsStarted);
  }

  /** A file is answered, ends with the GP it names, or is given up. */
  function instruct(t: number, month: number, settings: ProtocolSettings, key: DrawKey): void {
    const isLocal = team.protocolGp[t] >= 0;
    if (isLocal && namedHasLeft(t)) close(t, month, NO_PROTOCOL);
    else if (month >= team.protocolDue[t]) {
      team.protocol[t] = isLocal ? LOCAL_AUTHORISED : NATIONAL_JOINED;
      team.protocolSince[t] = month;
      count(t, DELEGATION_FLOWS.protocolsAuthorised);
    } else {
      // What a month takes of the will, as often as years have gone by: no source tells how files are given up.
      const years = (month - team.protocolSince[t]) / MONTHS_PER_YEAR;
      const givenUp = 1 - Math.exp((-years * Math.LN2) / settings.halfLife);
      if (unit(draw(key.a, key.b, team.key[t])) < givenUp) close(t, month, NO_PROTOCOL);
    }
  }

  /** What the nurses of a team give this month, and what it is paid. */
  function work(t: number, { hours, premium: euros, funded, unfunded }: ProtocolSettings): void {
    const isAuthorised = team.protocol[t] === LOCAL_AUTHORISED || team.protocol[t] === NATIONAL_JOINED;
    if (!isAuthorised) {
      team.delegateHours[t] = 0;
      return;
    }
    const isFunded = euros > 0 && unit(draw(premium.a, premium.b, team.key[t])) < funded;
    team.delegateHours[t] = team.nurses[t] * hours * (isFunded ? 1 : unfunded);
    if (isFunded) payOutside(world, team.territory[t], PAID, team.nurses[t] * euros);
  }

  function close(t: number, month: number, state: number): void {
    team.protocol[t] = state;
    team.protocolSince[t] = month;
    team.protocolDue[t] = 0;
    team.protocolGp[t] = -1;
    team.delegateHours[t] = 0;
  }

  function namedHasLeft(t: number): boolean {
    const row = gp.rowOf[team.protocolGp[t]];
    return gp.team[row] !== t || !practises(gp.status[row]);
  }

  /** Months a local file of the team takes, the same at each attempt. */
  function monthsOf(t: number, { lowest, highest }: ProtocolSettings): number {
    const u = unit(draw(own.a, own.b, team.key[t]));
    const from = Math.log(lowest);
    return Math.round(Math.exp(from + u * (Math.log(highest) - from)));
  }

  /** Mean willingness of the team's GPs, and the id of the most willing (lowest id among equals), −1 without a GP. */
  function willOf(t: number, settings: ProtocolSettings): { mean: number; most: number } {
    const z = team.territory[t];
    let sum = 0;
    let gps = 0;
    let most = -1;
    let best = -1;
    for (let i = gpStart[z]; i < gpStart[z + 1]; i++) {
      const row = gpOrder[i];
      if (gp.team[row] !== t) continue;
      const will = willingnessOf(delegating, row, settings) * (1 - gp.covered[row]);
      sum += will;
      gps++;
      if (will < best || (will === best && gp.id[row] > most)) continue;
      best = will;
      most = gp.id[row];
    }
    return { mean: gps > 0 ? sum / gps : 0, most };
  }

  function count(t: number, flow: number): void {
    world.territories.columns.delegationFlows[team.territory[t] * FLOWS + flow]++;
  }
}
