/** Flows of the month of delegation, counted where they happen. */
import { DELEGATION_FLOWS } from '../../world/delegation/delegation-counts.js';
import type { World } from '../../world/world.js';

const FLOWS = Object.keys(DELEGATION_FLOWS).length;

/** Adds one to a flow (`DELEGATION_FLOWS`) of territory z. */
export function countDelegation({ territories }: World, z: number, flow: number): void {
  territories.columns.delegationFlows[z * FLOWS + flow] += 1;
}
