/**
 * Settings of coordinated practice in one month, read at once: what GPs offer to collective work, and how teams are founded,
 * work, open, live and are paid. Lists are in the order of régions or of urban and rural classes.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { World } from '../../world/world.js';
import { weeksAMonthOf } from '../agenda.js';
import { AGENCY } from '../cpts/settings.js';
import type { OfferRules } from './hours-offered.js';
import { paymentMix, type WorthRules } from './payment-mix.js';
import type { MomentumRules } from './work.js';

/** Hours offered by who leads, and by a member. */
export interface Offers {
  readonly leader: OfferRules;
  readonly member: OfferRules;
}

/** Will and hours, for teams and projects alike. */
export interface WillSettings extends Offers {
  /** The same offers in a team that is paid for its patients (`isPaidAsTeam`). */
  readonly inTeam: Offers;
  /** What a paid hour of collective work is worth over an hour of consultations, at most 1. */
  readonly worthOfPaid: number;
  /** Weeks of practice in a month: collective hours are given, and lacking to patients, in the same weeks. */
  readonly weeksAMonth: number;
  /** Factor on the openness of all GPs, and the share of GPs open enough to build. */
  readonly openness: number;
  readonly builders: number;
  /** Part of the flat payments that depends on belonging to a signed CPTS. */
  readonly conditional: number;
  /** Share of hours of collective work that health insurance pays whatever the team. */
  readonly hourPaid: number;
  /** Euros of an hour, and of a day of a facilitator or coordinator. */
  readonly hourPrice: number;
  /** Euros of an hour of a member of a CPTS, all professions. */
  readonly memberPrice: number;
  readonly dayPrice: number;
  readonly dayHours: number;
  /** Days a month of a leader of another profession. */
  readonly otherLeader: number;
  /** Monthly paces of trust. */
  readonly trustRise: number;
  readonly trustFall: number;
  readonly institutionsPace: number;
  /** Monthly part of their trust that GPs of each région lose to coercion, 0 where nobody coerces. */
  readonly coercion: readonly number[];
  /** Monthly part of their trust that GPs who are not open lose where new rights of nurses are fought (`delegations.opposition`). */
  readonly opposition: number;
  /** Yearly rate at which leaders step down at the usual fatigue, and how fast it rises with fatigue. */
  readonly quitRate: number;
  readonly quitFatigue: number;
  readonly usualFatigue: number;
}

export interface TeamSettings extends WillSettings {
  readonly founding: FoundingSettings;
  readonly work: MomentumRules & {
    readonly days: number;
    readonly perMember: number;
    readonly usualMembers: number;
    readonly fileDays: number;
    readonly abandonBelow: number;
    readonly startMomentum: number;
    /** Days a month of facilitators in each région, and the most that one team gets. */
    readonly facilitators: readonly number[];
    readonly facilitatorMost: number;
  };
  readonly members: MemberSettings;
  readonly level: LevelSettings;
  readonly money: MoneySettings;
}

export interface FoundingSettings {
  /** Monthly rate of a builder before everything that raises it. */
  readonly rate: number;
  readonly contagion: number;
  readonly moneyPull: number;
  readonly habit: number;
  readonly scarcity: number;
  /** Commitment of communes, by urban or rural class. */
  readonly communes: readonly number[];
  readonly selection: number;
  readonly partnerJoins: number;
  readonly soloJoins: number;
  readonly soloAsked: number;
  readonly leastGps: number;
  readonly leastOthers: number;
  /** Teams without structure (ESP) exist. */
  readonly esp: boolean;
  readonly espWork: number;
  /** Monthly chance that an ESP with GPs enough begins the project of an MSP. */
  readonly espGrows: number;
}

export interface MemberSettings {
  /** GPs beyond which a team invites nobody. */
  readonly seats: number;
  readonly joinRate: number;
  /** Months of life after which a GP who works alone changes premises no more. */
  readonly movesUntil: number;
  readonly leaveRate: number;
  /** Members of other professions for one GP, and the share of nurses among them. */
  readonly othersPerGp: number;
  readonly nurseShare: number;
}

export interface LevelSettings {
  /** Joint hours a member and month at which two thirds of the highest level can be reached. */
  readonly hours: number;
  /** Months in which a level is built, below each whole one; months in which it is lost. */
  readonly months: readonly number[];
  readonly forget: number;
  readonly multiSite: number;
  readonly premises: number;
  readonly premisesCommunes: number;
  readonly leaderless: number;
  readonly tooFew: number;
  /** Levels above the first that each builder lets a team reach. */
  readonly perBuilder: number;
  readonly freed: number;
  readonly relief: number;
  readonly sharing: number;
  readonly pull: number;
}

export interface MoneySettings {
  /** Euros at the start of a project, by région, and months over which they are spent. */
  readonly aid: readonly number[];
  readonly aidMonths: number;
  readonly premisesAid: number;
  /** Monthly chance to sign the ACI, months of life and level asked for, days of the CPAM. */
  readonly signing: number;
  readonly aciMonths: number;
  readonly aciLevel: number;
  readonly aciDays: number;
  /** Euros a month for each listed person of the GPs of a team, whatever it has signed. */
  readonly perPatient: number;
  /** Share of it that the GPs of the team have as income. */
  readonly sharedOut: number;
  /** Euros a month, and the share that pays a coordinator. */
  readonly aci: number;
  readonly coordination: number;
}

/** Settings in force in a month: every parameter is read every month. */
export function teamSettings(world: World, parameters: Parameters, month: number): TeamSettings {
  const team = (path: string) => parameters.number(`teams.${path}`, month);
  const msp = (path: string) => parameters.number(`msp.${path}`, month);
  const list = (path: string) => parameters.list(`msp.${path}`, month);
  return {
    founding: {
      rate: msp('rate') / MONTHS_PER_YEAR,
      contagion: msp('contagion'),
      moneyPull: msp('moneyPull'),
      habit: msp('habit'),
      scarcity: msp('scarcity'),
      communes: list('communes'),
      selection: msp('selection'),
      partnerJoins: msp('partnerJoins'),
      soloJoins: msp('soloJoins'),
      soloAsked: msp('soloAsked'),
      leastGps: msp('leastGps'),
      leastOthers: msp('leastOthers'),
      esp: parameters.choice('msp.esp', month) === 'yes',
      espWork: msp('espWork'),
      espGrows: msp('espGrows') / MONTHS_PER_YEAR,
    },
    work: {
      days: msp('work.days'),
      perMember: msp('work.perMember'),
      usualMembers: msp('work.usualMembers'),
      fileDays: msp('work.fileDays'),
      abandonBelow: msp('work.abandonBelow'),
      startMomentum: team('momentum.start'),
      monthsAtPace: msp('work.months'),
      halfLife: team('momentum.halfLife'),
      facilitators: list('facilitators'),
      facilitatorMost: msp('facilitatorMost'),
    },
    members: {
      seats: msp('seats'),
      joinRate: msp('join') / MONTHS_PER_YEAR,
      movesUntil: msp('movesUntil') * MONTHS_PER_YEAR,
      leaveRate: msp('leave') / MONTHS_PER_YEAR,
      othersPerGp: msp('othersPerGp'),
      nurseShare: msp('nurseShare'),
    },
    level: {
      hours: msp('level.hours'),
      months: [msp('level.logistical'), msp('level.operational'), msp('level.collective')],
      forget: msp('level.forget'),
      multiSite: msp('multiSite'),
      premises: msp('premises.chance'),
      premisesCommunes: msp('premises.communes'),
      leaderless: msp('leaderless'),
      tooFew: msp('tooFew'),
      perBuilder: msp('level.perBuilder'),
      freed: msp('effect.freed'),
      relief: msp('effect.relief'),
      sharing: msp('effect.sharing'),
      pull: msp('effect.pull'),
    },
    money: {
      aid: list('aid'),
      aidMonths: msp('aidMonths'),
      premisesAid: msp('premises.aid'),
      signing: msp('aci.rate'),
      aciMonths: msp('aci.months'),
      aciLevel: msp('aci.level'),
      aciDays: msp('aci.days'),
      perPatient: parameters.number('payments.team', month) / MONTHS_PER_YEAR,
      sharedOut: parameters.number('payments.teamShare', month),
      aci: msp('aci.amount') / MONTHS_PER_YEAR,
      coordination: msp('aci.coordination'),
    },
    ...willSettings(world, parameters, month),
  };
}

/** The part that projects of territories share with teams. */
export function willSettings(world: World, parameters: Parameters, month: number): WillSettings {
  const read = (path: string) => parameters.number(`teams.${path}`, month);
  const { usual, inTeam } = paymentMix(world, parameters, month);
  const freedOffered = read('freedOffered');
  const offers = (mix: WorthRules): Offers => ({
    leader: { most: read('leaderHours'), freedOffered, ...mix },
    member: { most: read('memberHours'), freedOffered, ...mix },
  });
  return {
    inTeam: offers(inTeam),
    worthOfPaid: worthOfPaid(parameters, month),
    weeksAMonth: weeksAMonthOf(parameters, month),
    openness: read('openness'),
    builders: read('builders'),
    conditional: read('conditional'),
    hourPaid: read('hourPaid'),
    hourPrice: read('hourPrice'),
    memberPrice: read('memberPrice'),
    dayPrice: read('dayPrice'),
    dayHours: read('dayHours'),
    otherLeader: read('otherLeader'),
    trustRise: read('trust.rise') / MONTHS_PER_YEAR,
    trustFall: read('trust.fall') / MONTHS_PER_YEAR,
    institutionsPace: read('trust.institutionsPace') / MONTHS_PER_YEAR,
    coercion: coercionOf(parameters, month),
    opposition: parameters.number('ipa.opposition', month) / MONTHS_PER_YEAR,
    quitRate: read('quit.rate') / MONTHS_PER_YEAR,
    quitFatigue: read('quit.fatigue'),
    usualFatigue: parameters.number('careers.fatigue.reference', month),
    ...offers(usual),
  };
}

/** A dearer consultation makes a paid hour of collective work worth less beside an hour of them. */
function worthOfPaid(parameters: Parameters, month: number): number {
  const payment = (path: string) => parameters.number(`payments.${path}`, month);
  const hourOfActs = payment('actsPerHour') * payment('consultation');
  return hourOfActs > 0 ? Math.min(1, parameters.number('teams.hourPrice', month) / hourOfActs) : 1;
}

/** Coercion stands where the agency has the initiative of projects, and nowhere else. */
function coercionOf(parameters: Parameters, month: number): number[] {
  const rate = parameters.number('agencies.coercion', month) / MONTHS_PER_YEAR;
  return parameters.list('cpts.initiative', month).map((who) => (who === AGENCY ? rate : 0));
}

/**
 * Openness of a GP, and whether it makes a builder.
 * @param factor `teams.openness` of the month
 */
export function opennessOf(trait: number, factor: number): number {
  return Math.min(1, trait * factor);
}
export function isBuilder(
  trait: number,
  { openness, builders }: Pick<WillSettings, 'openness' | 'builders'>,
): boolean {
  return opennessOf(trait, openness) > 1 - builders;
}
