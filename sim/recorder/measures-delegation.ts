/** Measures of delegation and settlement: delegates and those they follow, hours freed, zones, aids and whom they moved. */
import {
  AIDS,
  DELEGATION_COUNTS,
  DELEGATION_FLOWS,
  FREED_HOURS,
} from '../world/delegation/delegation-counts.js';
import { inDecember, type Measure, state } from './measure.js';

type Aid = keyof typeof AIDS;

const stock = (entry: keyof typeof DELEGATION_COUNTS) =>
  state('stock', 'delegationCounts', DELEGATION_COUNTS[entry]);
const flow = (entry: keyof typeof DELEGATION_FLOWS) =>
  state('flow', 'delegationFlows', DELEGATION_FLOWS[entry]);
const hours = (entry: keyof typeof FREED_HOURS) => state('flow', 'freedHours', FREED_HOURS[entry]);

export type AidMeasure = `signed${Capitalize<Aid>}` | `deadweight${Capitalize<Aid>}`;

const capital = (aid: Aid) => `${aid.charAt(0).toUpperCase()}${aid.slice(1)}`;

/** The measure of who signed for an aid in the period. */
export function signedFor(aid: Aid): AidMeasure {
  return `signed${capital(aid)}` as AidMeasure;
}

/** The measure of those of them who would have come without it. */
export function deadweightOf(aid: Aid): AidMeasure {
  return `deadweight${capital(aid)}` as AidMeasure;
}

const aids = Object.fromEntries(
  (Object.keys(AIDS) as Aid[]).flatMap((aid) => [
    [signedFor(aid), state('flow', 'aidFlows', AIDS[aid])],
    [deadweightOf(aid), state('flow', 'aidDeadweight', AIDS[aid])],
  ]),
) as Record<AidMeasure, Measure>;

export const DELEGATION_MEASURES = {
  // delegates
  asaleeNurses: stock('asaleeNurses'),
  asaleeFte: stock('asaleeFte'),
  asaleeGps: stock('asaleeGps'),
  asaleePatients: stock('asaleePatients'),
  ipaTraining: stock('ipaTraining'),
  ipaHospital: stock('ipaHospital'),
  ipaLiberal: stock('ipaLiberal'),
  ipaSalaried: stock('ipaSalaried'),
  ipaPatients: stock('ipaPatients'),
  ipaGraduates: flow('ipaGraduates'),
  ipaLeft: flow('ipaLeft'),
  protocolTeams: stock('protocolTeams'),
  protocolPatients: stock('protocolPatients'),
  protocolsStarted: flow('protocolsStarted'),
  protocolsAuthorised: flow('protocolsAuthorised'),
  protocolsLapsed: flow('protocolsLapsed'),
  assistantGps: stock('assistantGps'),
  assistantFte: stock('assistantFte'),
  assistantsSigned: flow('assistantsSigned'),
  // what they did: requests answered, GP hours freed and what became of them, tests of diabetics
  delegated: state('flow', 'delegated'),
  freedByTeam: hours('team'),
  freedByNurse: hours('nurse'),
  freedByAssistant: hours('assistant'),
  freedRest: hours('rest'),
  freedCare: hours('care'),
  listed: inDecember(stock('listed')),
  listedTested: inDecember(stock('listedTested')),
  // settlement
  zipPeople: stock('zipPeople'),
  zacPeople: stock('zacPeople'),
  zonedGps: stock('zonedGps'),
  committedGps: stock('committedGps'),
  postsOpen: stock('posts'),
  visited: state('flow', 'visited'),
  ...aids,
} as const satisfies Record<string, Measure>;
