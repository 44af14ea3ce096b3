/**
 * What a liberal IPA earns: fees for patients who begin and for those she follows, aid in her first months, less costs.
 * Convention of nurses, amendments 7 (2019) and 9 (2023); net share of FNI 2019. Acts of direct access are not paid here:
 * their fee is left out.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import type { FeeSettings } from './settings.js';

export interface IpaMoney {
  /** Paid by health insurance this month, euros. */
  readonly fees: number;
  readonly aid: number;
  /** Left to live on this month, euros. */
  readonly income: number;
}

/**
 * A month of a liberal IPA.
 * @param caseload people she follows
 * @param begun people who began this month
 * @param visits a year of one of them: the first is paid by the yearly fee where there is one, else by the start in the first year
 * @param months since she began
 */
export function ipaMoney(
  { caseload, begun, visits, months }: Readonly<Record<'caseload' | 'begun' | 'visits' | 'months', number>>,
  settings: FeeSettings,
): IpaMoney {
  const isFirstInYearlyFee = settings.yearly > 0;
  const contacts = isFirstInYearlyFee ? Math.max(0, visits - 1) : visits;
  const firstInStart = isFirstInYearlyFee ? 0 : Math.min(1, visits) * settings.contact;
  const yearly = settings.yearly + settings.contact * contacts;
  const fees = (caseload * yearly) / MONTHS_PER_YEAR + begun * Math.max(0, settings.start - firstInStart);
  const aid = months < settings.startMonths ? settings.startAid : 0;
  return { fees, aid, income: settings.netShare * fees + aid };
}
