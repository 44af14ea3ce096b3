/** What can happen in the life of a traced project. */
import { WAITS } from '../../sim/world/teams/projects.js';

/** Why a project froze: what it waited for, nobody to lead it, or too little time for the work. */
export const CAUSES = [...WAITS, 'nobody', 'tooSlow'] as const;
export type Cause = (typeof CAUSES)[number];

export type EventId =
  | 'founded'
  | 'leadersJoined'
  | 'leadersLeft'
  | 'nobodyLeads'
  | 'grew'
  | 'shrank'
  | 'overlap'
  | 'overlapEnded'
  | 'letterFiled'
  | 'letterReturned'
  | 'letterValidated'
  | 'queued'
  | 'supporterCame'
  | 'supporterLeft'
  | 'coordinatorHired'
  | 'coordinatorGone'
  | 'projectFiled'
  | 'projectReturned'
  | 'projectValidated'
  | 'blocked'
  | 'drafted'
  | 'signed'
  | 'missionStarted'
  | 'missionDeployed'
  | 'frozen'
  | 'revived'
  | 'cashGap'
  | 'weakened'
  | 'recovered'
  | 'hollow'
  | 'filled'
  | 'merged'
  | 'ended'
  | 'worked'
  | 'momentum'
  | 'waited'
  | 'received'
  | 'spent'
  | 'yearAfter';

/** One thing that happened, with numbers and ids to tell it by. */
export interface TraceEvent {
  readonly month: number;
  readonly id: EventId;
  readonly values: Readonly<Record<string, number | string>>;
}
