/**
 * A GP who stops, or goes elsewhere, leaves what is tied to the place: team, project, roles, hours, delegates, assistant,
 * aid, commitment and post.
 */
import type { World } from '../world.js';

/** The GP in `row` leaves: column by column, since names in a list took a hundredth of a study's time to look up. */
export function leaveCollective({ physicians: { columns: gp } }: World, row: number): void {
  gp.team[row] = -1;
  gp.project[row] = -1;
  gp.asalee[row] = -1;
  gp.ipa[row] = -1;
  gp.roles[row] = 0;
  gp.coordination[row] = 0;
  gp.unpaid[row] = 0;
  gp.relief[row] = 0;
  gp.sharing[row] = 0;
  gp.extraPlaces[row] = 0;
  gp.placedPeople[row] = 0;
  gp.reserve[row] = 0;
  gp.freed[row] = 0;
  gp.freedTeam[row] = 0;
  gp.freedNurse[row] = 0;
  gp.freedAssistant[row] = 0;
  gp.rest[row] = 0;
  gp.toCare[row] = 0;
  gp.extra[row] = 0;
  gp.assistant[row] = 0;
  gp.assistantSince[row] = 0;
  gp.assistantList[row] = 0;
  gp.followed[row] = 0;
  gp.referred[row] = 0;
  gp.protocolled[row] = 0;
  gp.diabetics[row] = 0;
  gp.covered[row] = 0;
  gp.moved[row] = 0;
  gp.away[row] = 0;
  gp.aid[row] = 0;
  gp.aidPay[row] = 0;
  gp.aidSince[row] = 0;
  gp.aidUntil[row] = 0;
  gp.commitment[row] = 0;
  gp.post[row] = 0;
}
