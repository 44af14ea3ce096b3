/**
 * Depth and display of a signed CPTS: what it does together, and what its indicators show.
 *
 * *What happens.* Hours of coordinators, leaders and members, more where the treasury pays them, are split between joint work and indicators, the more
 * to indicators the more reviews, bonuses on numbers and the national target weigh, and the less the more depth is paid.
 * Depth follows joint hours per person within its missions, slowly; display follows indicator hours, fast. A team whose
 * supporter has left works as well as the method it learnt. *Evidence.* Ménard 2024 (time spent on indicators, exit of
 * supporters, evaluation after a year); seminar book M62. Sizes are assumptions. *Leaves out.* Which indicator.
 */
import { worthOf } from '../teams/hours-offered.js';
import { leaderHours, memberPaid } from '../teams/leadership.js';
import type { WillSettings } from '../teams/settings.js';
import type { DepthSettings, LifeSettings } from './life-settings.js';
import { meanMission } from './members.js';
import { type CptsMonth, leadersOf } from './month.js';

/** Share of the hours that goes to indicators, 0 to 1. */
export function indicatorShare(
  s: Pick<DepthSettings, 'review' | 'bonus' | 'reviewBonus' | 'reviewPressure' | 'payDepth'>,
  pressure: number,
): number {
  return Math.min(
    1,
    s.review * (1 + s.bonus * s.reviewBonus) * (1 + pressure * s.reviewPressure) * (1 - s.payDepth),
  );
}

/** Level that hours a month sustain: none without hours, at most the deployment of missions. */
export function sustained(hours: number, people: number, missions: number, hoursPerPerson: number): number {
  if (people <= 0 || hoursPerPerson <= 0) return 0;
  return missions * (1 - Math.exp(-hours / people / hoursPerPerson));
}

/** Hours, depth and display of a signed CPTS this month. */
export function deepen(
  m: CptsMonth & { readonly will: WillSettings },
  row: number,
  { members, depth: s, evaluation }: LifeSettings,
): void {
  const { world, month, will } = m;
  const p = world.projects.columns;
  let leading = p.otherLeaders[row] * will.otherLeader * will.dayHours * p.momentum[row];
  for (const d of leadersOf(world, row)) leading += leaderHours(world, d, row, will) * will.weeksAMonth;
  const active = members.activeOthers * (p.nurses[row] + p.others[row]);
  p.otherHours[row] = members.hours * active * worthOf(memberPaid(world, row, will), will.member);
  const coordinated = s.coordinatorHours * p.coordinator[row] * p.coordinatorSkill[row];
  const hours = coordinated + leading + p.memberHours[row] + p.otherHours[row];

  const gained = evaluation.gain * p.evaluated[row];
  const weight = indicatorShare(s, world.agencies.columns.pressure[p.region[row]]);
  const a = Math.max(0, weight - gained);
  const sinceSupport = month - p.supportEnded[row];
  const isOnItsOwn = p.supportEnded[row] > 0 && sinceSupport < s.afterSupport;
  const method = isOnItsOwn ? 1 - s.methodLoss + s.methodLoss * p.skill[row] : 1;
  const balanced = 1 - s.balanceLoss + s.balanceLoss * Math.min(1, p.balance[row] + gained);
  p.joint[row] = (1 - a) * hours * balanced * method;
  p.indicator[row] = a * hours;
  const missions = meanMission(p.missions, row);
  const deep = sustained(p.joint[row], p.people[row], missions, s.hours);
  const shown = sustained(p.indicator[row], p.people[row], missions, s.displayHours);
  p.depth[row] += (deep - p.depth[row]) * (1 - Math.exp(-1 / s.months));
  p.display[row] += (shown - p.display[row]) * (1 - Math.exp(-1 / s.displayMonths));
}
