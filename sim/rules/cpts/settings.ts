/**
 * What CPTS are set to in a month, before the signature: every parameter of founding, perimeters, work, files and money, read
 * eagerly. Lists are by région or by size class; words by région arrive as positions in their `choices`, named below (a test
 * holds them against the catalogue).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { Parameters } from '../../parameters/types.js';
import type { MomentumRules } from '../teams/work.js';

type List = readonly number[];

/** Positions of the words of `cpts.validation.mode`. */
export const COMMISSION = 0;
export const ROLLING = 1;

/** Who opens projects (`cpts.initiative`). */
export const PROFESSIONALS = 0;
export const AGENCY = 1;

export interface FoundingSettings {
  readonly open: boolean;
  /** Monthly rate of a free builder before everything that raises it. */
  readonly rate: number;
  readonly moneyPull: number;
  readonly push: number;
  readonly pushMost: number;
  readonly peer: number;
  readonly habit: number;
  readonly overlapChance: number;
  /** Money of the ARS at the start, by région, euros. */
  readonly envelope: List;
  readonly othersPerNurse: number;
  readonly mostOthers: number;
  readonly balanceRule: number;
  /** Share of first meetings at which institutions sit, by région, and what their absence adds to trust in them. */
  readonly presence: List;
  readonly absence: number;
  /** Who opens projects, by région, and days of staff that one opened by the agency takes. */
  readonly initiative: List;
  readonly initiativeDays: number;
}

export interface PerimeterSettings {
  readonly people: number;
  readonly spread: number;
  readonly reach: number;
  readonly overshoot: number;
  readonly least: number;
  readonly chase: number;
  readonly planned: number;
  readonly subcommune: List;
  readonly whiteFrom: number;
  readonly whiteMost: number;
  readonly whiteChance: number;
  readonly whiteDays: number;
  /** Liberal professionals other than GPs and nurses per person. */
  readonly professionals: number;
}

export interface WorkSettings extends MomentumRules {
  /** Days of the letter, the project and the agreement before friction. */
  readonly days: List;
  readonly learning: number;
  readonly professionals: number;
  readonly usual: number;
  readonly bigCommune: number;
  readonly imbalance: number;
  readonly rigidity: number;
  readonly spread: number;
  readonly msp: number;
  readonly start: number;
  readonly freeze: number;
  readonly revived: number;
  readonly conflict: number;
  readonly reopen: number;
  readonly frozenMonths: number;
  readonly covidLeaders: number;
  readonly covidBond: number;
}

export interface LeaderSettings {
  readonly weariness: number;
  readonly replace: number;
  readonly expires: number;
}

export interface FileSettings {
  readonly mode: List;
  readonly every: number;
  readonly days: number;
  readonly cpamDays: number;
  readonly harshness: number;
  readonly seatBias: number;
  readonly returned: number;
  readonly followUp: number;
  /** Share of the negotiation that may be done before the validation, by région. */
  readonly early: List;
  readonly requiredMembers: number;
  readonly blockedAfter: number;
  readonly acceleratorPlaces: number;
  readonly acceleratorDays: number;
  readonly acceleratorPrice: number;
  readonly mediationDays: number;
  readonly mediationMost: number;
  /** Slot that sits in the commission of each région + 1, 0 nobody; and neutrality by slot. */
  readonly seat: List;
}

export interface CoordinatorSettings {
  readonly from: number;
  /** Euros a month of one full-time equivalent. */
  readonly wage: number;
  readonly market: number;
  readonly before: number;
  readonly after: List;
  readonly hours: number;
  readonly skillStart: number;
  readonly skillMonths: number;
  /** Part of a coordinator's days lost without skill; part of the treasury kept for wages. */
  readonly unskilled: number;
  readonly reserve: number;
  readonly employers: List;
  /** Months for which a group of employers keeps a coordinator whom a project cannot pay. */
  readonly employersMonths: number;
}

export interface CptsSettings {
  readonly founding: FoundingSettings;
  readonly perimeter: PerimeterSettings;
  readonly work: WorkSettings;
  readonly leaders: LeaderSettings;
  readonly files: FileSettings;
  readonly coordinator: CoordinatorSettings;
}

/** Everything but the agreement (`aci.ts`) and life under it (`life-settings.ts`). */
export function cptsSettings(parameters: Parameters, month: number): CptsSettings {
  const read = (path: string) => parameters.number(`cpts.${path}`, month);
  const list = (path: string) => parameters.list(`cpts.${path}`, month);
  const unit = read('work.unit');
  return {
    founding: {
      open: read('open') > 0,
      rate: read('rate') / MONTHS_PER_YEAR,
      moneyPull: read('moneyPull'),
      push: read('push'),
      pushMost: read('pushMost'),
      peer: read('peer'),
      habit: read('habit'),
      overlapChance: read('overlap.chance'),
      envelope: list('envelope.amount'),
      othersPerNurse: read('leaders.others'),
      mostOthers: read('leaders.mostOthers'),
      balanceRule: read('balanceRule'),
      presence: parameters.list('agencies.presence', month),
      absence: parameters.number('agencies.presence.effect', month),
      initiative: list('initiative'),
      initiativeDays: read('initiative.days'),
    },
    perimeter: {
      people: read('perimeter.people'),
      spread: read('perimeter.spread'),
      reach: read('perimeter.reach'),
      overshoot: read('perimeter.overshoot'),
      least: read('perimeter.least'),
      chase: read('perimeter.chase'),
      planned: read('perimeter.planned'),
      subcommune: list('perimeter.subcommune'),
      whiteFrom: read('white.from'),
      whiteMost: read('white.most'),
      whiteChance: read('white.chance'),
      whiteDays: read('white.days'),
      professionals: read('professionals'),
    },
    work: {
      days: [unit * read('work.letter'), unit * read('work.project'), unit * read('work.agreement')],
      learning: read('work.learning'),
      monthsAtPace: read('work.months'),
      halfLife: read('momentum.halfLife'),
      professionals: read('friction.professionals'),
      usual: read('friction.usual'),
      bigCommune: read('friction.bigCommune'),
      imbalance: read('friction.imbalance'),
      rigidity: read('friction.rigidity'),
      spread: read('friction.spread'),
      msp: read('friction.msp'),
      start: read('momentum.start'),
      freeze: read('momentum.freeze'),
      revived: read('momentum.revived'),
      conflict: read('momentum.conflict'),
      reopen: read('frozen.reopen'),
      frozenMonths: read('frozen.expires'),
      covidLeaders: read('covid.leaders'),
      covidBond: read('covid.bond'),
    },
    leaders: {
      weariness: read('leaders.weariness'),
      replace: read('leaders.replace'),
      expires: read('leaders.expires'),
    },
    files: {
      mode: list('validation.mode'),
      every: read('validation.every'),
      days: read('validation.days'),
      cpamDays: read('validation.cpamDays'),
      harshness: read('validation.harshness'),
      seatBias: read('validation.seatBias'),
      returned: read('validation.returned'),
      followUp: read('validation.followUp'),
      early: list('early'),
      requiredMembers: read('requiredMembers'),
      blockedAfter: read('blockedAfter'),
      acceleratorPlaces: read('accelerator.places'),
      acceleratorDays: read('accelerator.days'),
      acceleratorPrice: read('accelerator.price'),
      mediationDays: read('mediation.days'),
      mediationMost: read('mediation.most'),
      seat: parameters.list('supporters.seat', month),
    },
    coordinator: coordinatorSettings(parameters, month),
  };
}

/** Coordinators, before and after the signature. */
export function coordinatorSettings(parameters: Parameters, month: number): CoordinatorSettings {
  const read = (path: string) => parameters.number(`cpts.coordinator.${path}`, month);
  return {
    from: read('from'),
    wage: read('wage') / MONTHS_PER_YEAR,
    market: read('market'),
    before: read('before'),
    after: parameters.list('cpts.coordinator.after', month),
    hours: read('hours'),
    skillStart: read('skillStart'),
    skillMonths: read('skillMonths'),
    unskilled: read('unskilled'),
    reserve: read('reserve'),
    employers: parameters.list('cpts.employers', month),
    employersMonths: parameters.number('cpts.employers.months', month),
  };
}
