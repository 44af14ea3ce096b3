/**
 * A GP who stops, or goes elsewhere, leaves what is tied to the place: team, project, roles, hours, delegates, assistant,
 * aid, commitment and post.
 */
import type { PhysicianColumns } from '../physicians.js';
import type { World } from '../world.js';

const NOBODY = ['team', 'project', 'asalee', 'ipa'] as const satisfies readonly (keyof PhysicianColumns)[];
const NOTHING = [
  'roles',
  'coordination',
  'unpaid',
  'relief',
  'sharing',
  'extraPlaces',
  'placedPeople',
  'reserve',
  'freed',
  'freedTeam',
  'freedNurse',
  'freedAssistant',
  'rest',
  'toCare',
  'extra',
  'assistant',
  'assistantSince',
  'assistantList',
  'followed',
  'referred',
  'protocolled',
  'diabetics',
  'covered',
  'moved',
  'away',
  'aid',
  'aidPay',
  'aidSince',
  'aidUntil',
  'commitment',
  'post',
] as const satisfies readonly (keyof PhysicianColumns)[];

export function leaveCollective({ physicians: { columns } }: World, row: number): void {
  for (const name of NOBODY) columns[name][row] = -1;
  for (const name of NOTHING) columns[name][row] = 0;
}
