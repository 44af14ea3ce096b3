/**
 * Accounts of coordinated practice: at the end of the phase, counts what teams and projects have become, by territory, for
 * the recorder. No rule reads them.
 *
 * A team counts where it is and a project at its seat; people count where they live, in proportion to the census of the
 * areas that a project holds. Coverage that matters is more than a signature (Ménard 2024; seminar book of the project,
 * V3): a month of a person is *effective* when the project was signed long enough ago and did enough for patients in the
 * last twelve months; the thresholds are counted at half and twice their value too, since nobody has measured them.
 * Members of MSP are told apart by profession (`world/teams/professions.ts`). Leaves out: what each does inside a mission.
 */
import { runningSums } from '../base/cumulated.js';
import type { DrawKey } from '../base/draws.js';
import type { Parameters } from '../parameters/types.js';
import { practises } from '../world/physicians.js';
import { type Areas, areasOf } from '../world/teams/areas.js';
import {
  CPTS_COUNTS as CPTS,
  CPTS_FLOWS as FLOW,
  TEAM_COUNTS as TEAM,
} from '../world/teams/collective-counts.js';
import { PROFESSIONS, professionsOf } from '../world/teams/professions.js';
import {
  BLOCKED,
  FROZEN,
  HOLLOW,
  LETTER_FILED,
  lives,
  MERGED,
  MOST_LEADERS,
  NEGOTIATING,
  OVERLAP,
  PROJECT_ROWS,
  SIGNED,
  SUBMITTED,
  WEAKENED,
} from '../world/teams/projects.js';
import {
  AWAITING,
  CENTRE_TEAM,
  COLLECTIVE,
  ESP,
  MSP,
  OPEN,
  OPERATIONAL,
  PREPARING,
  TEAM_ROWS,
} from '../world/teams/teams.js';
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

const TEAM_WIDTH = Object.keys(TEAM).length;
const FIRST_PROFESSION = TEAM[PROFESSIONS[0]];
const CPTS_WIDTH = Object.keys(CPTS).length;
const FLOW_WIDTH = Object.keys(FLOW).length;

export const collectiveAccounts: Rule = {
  name: 'collectiveAccounts',
  reads: [
    ...['key', 'kind', 'state', 'territory', 'aciSince', 'gps', 'nurses', 'others', 'level'].map(
      (column) => `teams.${column}`,
    ),
    ...['stage', 'side', 'seat', 'signedAt', 'supportEnded', 'leaders', 'otherLeaders', 'gps', 'nurses'].map(
      (column) => `projects.${column}`,
    ),
    ...['others', 'professionals', 'depth', 'display', 'placements12', 'slots12'].map(
      (column) => `projects.${column}`,
    ),
    'physicians.status',
    'physicians.area',
  ],
  writes: ['territories.teamCounts', 'territories.cptsCounts', 'territories.cptsFlows'],
  open: openAccounts,
};

/** What a signed project must have done for its people's months to be effective. */
export interface EffectiveRules {
  /** Placements and unscheduled acts of the last twelve months per 1,000 people. */
  readonly placements: number;
  readonly slots: number;
  /** Months since signature. */
  readonly months: number;
  /** Depth from which a month counts as deep. */
  readonly deep: number;
  /** Months after which a project, or life without a supporter, is said to last. */
  readonly lasting: number;
}

function openAccounts(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const areas = areasOf(world.geography);
  return {
    serial(month) {
      const rules: EffectiveRules = {
        placements: parameters.number('coverage.effective.placements', month),
        slots: parameters.number('coverage.effective.slots', month),
        months: parameters.number('coverage.effective.months', month),
        deep: parameters.number('coverage.deep', month),
        lasting: Math.round(parameters.number('coverage.lasting', month)),
      };
      const { teamCounts, cptsCounts } = world.territories.columns;
      for (const column of [teamCounts, cptsCounts]) column.fill(0);
      const shares = runningSums(parameters.list('msp.professions', month));
      countTeams(world, shares, professionsOf(run));
      countProjects(world, areas, rules, month);
      countPeople(world, areas, rules, month);
      countGps(world, areas);
    },
  };
}

function countTeams(
  { teams, territories }: World,
  shares: Float64Array,
  professionOf: ReturnType<typeof professionsOf>,
): void {
  const { key, kind, state, territory, aciSince, gps, nurses, others, level } = teams.columns;
  const counts = territories.columns.teamCounts;
  for (let row = 0; row < TEAM_ROWS; row++) {
    const at = territory[row] * TEAM_WIDTH;
    if (kind[row] === MSP && (state[row] === PREPARING || state[row] === AWAITING))
      counts[at + TEAM.mspPreparing]++;
    if (state[row] !== OPEN) continue;
    if (kind[row] === CENTRE_TEAM) counts[at + TEAM.centres]++;
    else if (kind[row] === ESP) {
      counts[at + TEAM.espOpen]++;
      counts[at + TEAM.gpsEsp] += gps[row];
    } else {
      counts[at + TEAM.mspOpen]++;
      counts[at + TEAM.gpsMsp] += gps[row];
      counts[at + TEAM.nursesMsp] += nurses[row];
      counts[at + TEAM.othersMsp] += others[row];
      for (let rank = 0; rank < others[row]; rank++)
        counts[at + FIRST_PROFESSION + professionOf(shares, key[row], rank)]++;
      counts[at + TEAM.levelSum] += level[row];
      counts[at + classOfLevel(level[row])]++;
      if (aciSince[row] > 0) {
        counts[at + TEAM.mspAci]++;
        counts[at + TEAM.gpsAci] += gps[row];
      }
    }
  }
}

function classOfLevel(level: number): number {
  if (level < OPERATIONAL) return TEAM.mspLogistical;
  return level > COLLECTIVE ? TEAM.mspCollective : TEAM.mspOperational;
}

function countProjects(world: World, { territory }: Areas, rules: EffectiveRules, month: number): void {
  const project = world.projects.columns;
  const { cptsCounts: counts, cptsFlows } = world.territories.columns;
  for (let row = 0; row < PROJECT_ROWS; row++) {
    const stage = project.stage[row];
    const z = territory[project.seat[row]];
    const exit = project.supportEnded[row];
    if (exit > 0 && month - exit === rules.lasting) {
      cptsFlows[z * FLOW_WIDTH + FLOW.leftTwoYears]++;
      if (lives(stage) || stage === MERGED) cptsFlows[z * FLOW_WIDTH + FLOW.survivedTwoYears]++;
    }
    if (!lives(stage)) continue;
    const at = z * CPTS_WIDTH;
    const side = project.side[row];
    counts[at + stageClass(stage)]++;
    if (side & FROZEN) counts[at + CPTS.frozen]++;
    if (side & OVERLAP) counts[at + CPTS.overlap]++;
    if (side & BLOCKED) counts[at + CPTS.blocked]++;
    if (side & WEAKENED) counts[at + CPTS.weakened]++;
    if (side & HOLLOW) counts[at + CPTS.hollow]++;
    if (!hasLeader(world, row)) counts[at + CPTS.leaderless]++;
    if (stage !== SIGNED) continue;
    if (month - project.signedAt[row] >= rules.lasting) {
      counts[at + CPTS.signedTwoYears]++;
      if ((side & (WEAKENED | HOLLOW)) === 0) counts[at + CPTS.activeTwoYears]++;
    }
    counts[at + CPTS.memberGps] += project.gps[row];
    counts[at + CPTS.memberOthers] += project.nurses[row] + project.others[row];
    counts[at + CPTS.professionals] += project.professionals[row];
  }
}

/** Entry of a living project's stage: frozen ones stay where they froze, as the federation of CPTS counted them. */
function stageClass(stage: number): number {
  if (stage <= LETTER_FILED) return CPTS.preProject;
  if (stage <= SUBMITTED) return CPTS.writing;
  return stage === NEGOTIATING ? CPTS.negotiating : CPTS.signed;
}

/** The people of a project's stage stand as far after those of the pre-project as the stages do. */
function peopleClass(stage: number): number {
  return CPTS.peoplePre + stageClass(stage) - CPTS.preProject;
}

function hasLeader({ projects }: World, row: number): boolean {
  const { leaders, otherLeaders } = projects.columns;
  if (otherLeaders[row] > 0) return true;
  for (let i = 0; i < MOST_LEADERS; i++) if (leaders[row * MOST_LEADERS + i] >= 0) return true;
  return false;
}

/** People under each stage: those who live in a territory now, shared as the census of its areas. */
function countPeople(world: World, areas: Areas, rules: EffectiveRules, month: number): void {
  const { projects, areaOwner, patients, size } = world;
  const { stage, depth, display } = projects.columns;
  const { cptsCounts: counts } = world.territories.columns;
  for (let z = 0; z + 1 < areas.start.length; z++) {
    let census = 0;
    for (let area = areas.start[z]; area < areas.start[z + 1]; area++) census += areas.people[area];
    if (census === 0) continue;
    const scale = (patients.count[z] * size.scale) / census;
    const at = z * CPTS_WIDTH;
    for (let area = areas.start[z]; area < areas.start[z + 1]; area++) {
      const people = areas.people[area] * scale;
      const row = areaOwner[area];
      if (row < 0 || !lives(stage[row])) {
        counts[at + CPTS.peopleWhite] += people;
        continue;
      }
      counts[at + peopleClass(stage[row])] += people;
      if (stage[row] !== SIGNED) continue;
      counts[at + CPTS.peopleDepth] += people * depth[row];
      counts[at + CPTS.peopleDisplay] += people * display[row];
      countEffective(world, row, z, people, rules, month);
    }
  }
}

/** Person-months of signed projects that did something for their people. */
function countEffective(
  { projects, territories }: World,
  row: number,
  z: number,
  people: number,
  { placements, slots, months, deep }: EffectiveRules,
  month: number,
): void {
  const { depth, signedAt, placements12, slots12 } = projects.columns;
  const flows = territories.columns.cptsFlows;
  const at = z * FLOW_WIDTH;
  flows[at + FLOW.effectiveDepth] += people * depth[row];
  if (depth[row] >= deep) flows[at + FLOW.effectiveDeep] += people;
  if (month - signedAt[row] < months) return;
  const reaches = (factor: number) =>
    placements12[row] >= placements * factor && slots12[row] >= slots * factor;
  if (reaches(1)) flows[at + FLOW.effective] += people;
  if (reaches(0.5)) flows[at + FLOW.effectiveHalf] += people;
  if (reaches(2)) flows[at + FLOW.effectiveDouble] += people;
}

/** GPs of signed perimeters, at the seat. */
function countGps(world: World, { territory }: Areas): void {
  const { gpOrder, gpStart, areaOwner } = world;
  const { status, area } = world.physicians.columns;
  const { stage, seat } = world.projects.columns;
  const counts = world.territories.columns.cptsCounts;
  const practising = gpStart[gpStart.length - 1];
  for (let i = 0; i < practising; i++) {
    const row = gpOrder[i];
    if (!practises(status[row]) || area[row] < 0) continue;
    const owner = areaOwner[area[row]];
    if (owner >= 0 && stage[owner] === SIGNED)
      counts[territory[seat[owner]] * CPTS_WIDTH + CPTS.perimeterGps]++;
  }
}
