/**
 * Institutions: regional health agencies (ARS), their départements with the local health insurance fund (CPAM), and the
 * supporters of projects. Three supporters a région are anonymous slots with attributes: what a slot is called (union,
 * federation, firms) is a matter of parameters, and no rule asks for it.
 */
import { type Table, table } from '../../base/columns.js';

/** Supporters of a région: row = région × SLOTS + slot. */
export const SLOTS = 3;
/** What parameters call the slots, in order: domain `supporter` and the words of their paths. */
export const SUPPORTER_WORDS = ['union', 'federation', 'firms'] as const;

export const AGENCY_SCHEMA = {
  /** Days of headquarters left this month. */
  staff: 'f32',
  /** Euros of the FIR for coordination left this year. */
  fir: 'f64',
  /** Pressure of the national target, 0 to 1. */
  pressure: 'f32',
  /** Stance towards teams, 0 gives orders to 1 works beside them. */
  stance: 'f32',
  /** Own skill: grows with cases that own staff follows, fades when others do all. */
  skill: 'f32',
  /** Living projects, signed ones, and perimeters that would cover the région. */
  projects: 'f32',
  signed: 'f32',
  planned: 'f32',
  /** Share of supported projects held by the slot that sits in the commission, smoothed over a year. */
  dominance: 'f32',
  /** Exclusivity that dominance adds in fact, 0 to 1. */
  drift: 'f32',
  /** Requests of a person without a GP over those of a listed one, smoothed. */
  askerUse: 'f32',
  /** Rights of IPA in force: access, then prescription, as one number that rises with them. */
  ipaRegime: 'u8',
} as const;

export const DELEGATION_SCHEMA = {
  /** Days of the ARS delegation and of the CPAM left this month. */
  staff: 'f32',
  cpam: 'f32',
  /** Days of the delegation for files and follow-up at the start of the month. */
  offered: 'f32',
  /** Days spent looking for leaders this month. */
  prospecting: 'f32',
  /** Letters and projects validated, and ACI signed, fading over ten years. */
  experience: 'f32',
  cpamExperience: 'f32',
  /** How well ARS and CPAM work as a pair, 0 to 1. */
  alignment: 'f32',
  /** GPs of MSP among GPs, and people under signed CPTS. */
  mspShare: 'f32',
  cptsShare: 'f32',
  /** People of areas without a project. */
  freePeople: 'f64',
  /** Months since the committee last sat. */
  sinceCommittee: 'u8',
  /** GPs with an Asalée nurse among GPs; share of GPs who know what an IPA does; opposition to new rights of IPA, 0 to 1. */
  asaleeShare: 'f32',
  ipaKnown: 'f32',
  opposition: 'f32',
} as const;

export const SUPPORTER_SCHEMA = {
  /** Legitimacy, 0.5 to 1.5: multiplies the days on offer. */
  strength: 'f32',
  /** Unity, 0 to 1, and the log-odds that the last election added to it. */
  unity: 'f32',
  election: 'f32',
  /** Days on offer this month, asked for and given. */
  days: 'f32',
  asked: 'f32',
  given: 'f32',
  /** Share of the days that own funds bear when nobody pays them by the day; a CPOM has bought the rest. */
  ownShare: 'f32',
  /** Own funds left this year, euros; euros received since 2013. */
  ownFunds: 'f64',
  account: 'f64',
  /** Projects carried, and signed in the last 12 months among those carried. */
  carried: 'f32',
  carriedSigned: 'f32',
  /** Months in a row of hardly any work. */
  idle: 'u8',
  /** 1 once it has left the région. */
  gone: 'u8',
} as const;

export type Agencies = Table<typeof AGENCY_SCHEMA>;
export type Delegations = Table<typeof DELEGATION_SCHEMA>;
export type Supporters = Table<typeof SUPPORTER_SCHEMA>;

export function agenciesTable(regions: number, buffer?: SharedArrayBuffer): Agencies {
  return table(AGENCY_SCHEMA, regions, buffer);
}

export function delegationsTable(departements: number, buffer?: SharedArrayBuffer): Delegations {
  return table(DELEGATION_SCHEMA, departements, buffer);
}

export function supportersTable(regions: number, buffer?: SharedArrayBuffer): Supporters {
  return table(SUPPORTER_SCHEMA, regions * SLOTS, buffer);
}
