/**
 * Opens the month's books of coordinated practice, delegation and settlement: what was paid, worked and counted last month is cleared, so that each
 * rule of the month adds what it does.
 */
import type { World } from '../world/world.js';
import type { Rule, RunningRule } from './rule.js';

const PROJECT_ACCOUNTS = [
  'paid',
  'daysLeaders',
  'daysCoordinator',
  'daysSupporter',
  'daysAgency',
  'waitCause',
] as const;
const TERRITORY_ACCOUNTS = [
  'euros',
  'meetingHours',
  'teamFlows',
  'cptsFlows',
  'welcomed',
  'freedHours',
  'delegationFlows',
  'aidFlows',
  'aidDeadweight',
  'delegated',
  'visited',
] as const;

export const collectiveBooks: Rule = {
  name: 'collectiveBooks',
  reads: [],
  writes: [
    ...PROJECT_ACCOUNTS.map((column) => `projects.${column}`),
    ...TERRITORY_ACCOUNTS.map((column) => `territories.${column}`),
  ],
  open: (world) => openBooks(world),
};

function openBooks({ projects, territories }: World): RunningRule {
  return {
    serial() {
      for (const column of PROJECT_ACCOUNTS) projects.columns[column].fill(0);
      for (const column of TERRITORY_ACCOUNTS) territories.columns[column].fill(0);
    },
  };
}
