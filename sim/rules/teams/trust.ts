/** Trust of GPs: in institutions as their agency stands, in collective work by meetings and conflicts; what takes it away. */
import type { PhysicianColumns } from '../../world/physicians.js';
import type { TeamSettings } from './settings.js';

type TrustColumns = Pick<PhysicianColumns, 'trust' | 'trustInstitutions' | 'openness'>;

/**
 * Trust in institutions goes towards the stance of the agency. Coercion takes its part of all trust; opposition to new
 * rights of nurses takes more, the less open a GP is.
 * @param coercion part of trust lost this month
 * @param opposition part of trust lost this month by a GP who is not open at all
 */
export function trustAgency(
  gp: TrustColumns,
  row: number,
  stance: number,
  pace: number,
  coercion: number,
  opposition: number,
): void {
  const { trustInstitutions: inAgency, trust: inWork } = gp;
  inAgency[row] += (stance - inAgency[row]) * pace;
  if (coercion <= 0 && opposition <= 0) return;
  const lost = Math.min(1, coercion + opposition * (1 - gp.openness[row]));
  inAgency[row] -= lost * inAgency[row];
  inWork[row] -= lost * inWork[row];
}

/** Trust in collective work after `met` weekly hours of meetings, and a month of conflict where there is one. */
export function trustWork(
  gp: TrustColumns,
  row: number,
  met: number,
  isConflict: boolean,
  { member, trustRise, trustFall }: TeamSettings,
): void {
  const rise = member.most > 0 ? trustRise * Math.min(1, met / member.most) * (1 - gp.trust[row]) : 0;
  gp.trust[row] += rise - (isConflict ? trustFall * gp.trust[row] : 0);
}
