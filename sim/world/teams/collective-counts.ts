/**
 * The numbered entries of the accounts of coordinated practice in `territories`: `teamCounts` and `cptsCounts` are stocks,
 * `teamFlows`, `cptsFlows` and `meetingHours` flows of the month. A team counts where it is, a project at its seat, people
 * where they live.
 */
import { PROFESSIONS } from './professions.js';

/** Names → their positions, in the order given. */
export function numbered<const K extends string>(...names: K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<K, number>;
}

export const TEAM_COUNTS = numbered(
  'mspOpen',
  'mspAci',
  'mspPreparing',
  'espOpen',
  'centres',
  'mspLogistical',
  'mspOperational',
  'mspCollective',
  'gpsMsp',
  'gpsAci',
  'gpsEsp',
  'nursesMsp',
  'othersMsp',
  /** Σ level over open MSP. */
  'levelSum',
  // Of the others of open MSP: last, in the order of PROFESSIONS.
  ...PROFESSIONS,
);

export const TEAM_FLOWS = numbered(
  'founded',
  'opened',
  'closed',
  'abandoned',
  /** Months of preparation of those opened. */
  'preparationMonths',
  'aciSigned',
  'leadersLost',
  /** GPs who joined: from the same territory, from within the catchment of 30 minutes, from farther or new. */
  'joinedLocal',
  'joinedNear',
  'joinedFar',
  /** People seen and adults listed, last December, of the GPs of the territory who joined this month. */
  'joinersSeen',
  'joinersList',
);

export const CPTS_COUNTS = numbered(
  'preProject',
  'writing',
  'negotiating',
  'signed',
  'frozen',
  'overlap',
  'blocked',
  'weakened',
  'hollow',
  /** Signed for two years or more, and those of them with missions at work. */
  'signedTwoYears',
  'activeTwoYears',
  'leaderless',
  /** People by stage of the project that holds their area, as above; in no project. */
  'peoplePre',
  'peopleWriting',
  'peopleNegotiating',
  'peopleSigned',
  'peopleWhite',
  /** People × depth, people × display, of signed ones. */
  'peopleDepth',
  'peopleDisplay',
  'memberGps',
  'memberOthers',
  /** Liberal professionals in signed perimeters, and GPs among them. */
  'professionals',
  'perimeterGps',
);

export const CPTS_FLOWS = numbered(
  'founded',
  'letters',
  'validated',
  'signed',
  'ended',
  'merged',
  /** Months spent on the letter, on the project, on the ACI by those who leave each this month. */
  'letterMonths',
  'writingMonths',
  'negotiationMonths',
  'returned',
  'frozen',
  'revived',
  'leadersLost',
  'supportersLeft',
  /** Projects whose supporter left two years ago, and those of them that live. */
  'leftTwoYears',
  'survivedTwoYears',
  'blockedFoundings',
  /** Person-months: effective at the thresholds, at half and at twice them, weighted by depth, deep. */
  'effective',
  'effectiveHalf',
  'effectiveDouble',
  'effectiveDepth',
  'effectiveDeep',
);

export const MEETING_HOURS = numbered('joint', 'indicators', 'leadership', 'unpaid', 'freed');
