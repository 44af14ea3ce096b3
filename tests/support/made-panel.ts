/** A panel of made-up GPs whose every doctor is known: who joins when, and what that does to the list. */
import { monthOf } from '../../sim/base/calendar.js';
import { runKey, streamId, uniformsOf } from '../../sim/base/draws.js';
import { type GpPanel, type PanelYear, schemeBit } from '../../sim/recorder/gp-panel.js';
import { NO_ZONE, ZIP } from '../../sim/world/zones.js';

export const MADE_FROM = 2013;
export const MADE_TO = 2019;
const GPS = 6000;

export interface MadeGp {
  readonly id: number;
  /** First December in the scheme; none without it. */
  readonly joins?: number;
  /** Last December in the scheme. */
  readonly leaves?: number;
  /** Month of settling in the present practice, and last December in practice. */
  readonly since?: number;
  readonly stops?: number;
  readonly age: number;
  readonly female: number;
  readonly form: number;
  readonly zone: number;
  /** Adults on the list in a December. */
  readonly list: (year: number) => number;
}

/**
 * GPs of all kinds; one in ten joins in 2014–2016, those of long lists rather. Lists grow by 2 % a year, and differ from
 * year to year by chance.
 * @param effect relative growth of the list of who has joined
 * @param everybody the same growth of everybody's list, from 2014
 */
export function madeGps({ effect = 0, everybody = 0 } = {}): MadeGp[] {
  const of = (name: string, year = 0) => uniformsOf(runKey('made', 0), streamId(name), year);
  const [size, joining, when, age, sex, form, zone] = [
    'size',
    'joins',
    'when',
    'age',
    'sex',
    'form',
    'zone',
  ].map((name) => of(name));
  const chances = Array.from({ length: MADE_TO - MADE_FROM + 1 }, (_, i) => of('chance', MADE_FROM + i));
  return Array.from({ length: GPS }, (_, id) => {
    const level = 400 + 1200 * size(id);
    const joins = joining(id) < 0.2 * size(id) ? MADE_FROM + 1 + Math.floor(when(id) * 3) : undefined;
    return {
      id,
      joins,
      age: 32 + Math.floor(age(id) * 33),
      female: sex(id) < 0.5 ? 1 : 0,
      form: form(id) < 0.6 ? 1 : 0,
      zone: zone(id) < 0.2 ? ZIP : NO_ZONE,
      list: (year) => {
        const trend = 1 + 0.02 * (year - MADE_FROM);
        const chance = 1 + 0.1 * (chances[year - MADE_FROM](id) - 0.5);
        const treated = joins !== undefined && year >= joins ? 1 + effect : 1;
        return level * trend * chance * treated * (year > MADE_FROM ? 1 + everybody : 1);
      },
    };
  });
}

/** The panel of these GPs, in the scheme Asalée; acts are flat, a third of everybody's diabetics are tested. */
export function panelOf(gps: readonly MadeGp[]): GpPanel {
  const years = Array.from({ length: MADE_TO - MADE_FROM + 1 }, (_, i) => december(gps, MADE_FROM + i));
  return { years, settlers: [] };
}

function december(gps: readonly MadeGp[], year: number): PanelYear {
  const there = gps.filter(({ stops = MADE_TO }) => year <= stops);
  const isIn = ({ joins, leaves = MADE_TO }: MadeGp) =>
    joins !== undefined && year >= joins && year <= leaves;
  const each = (value: (gp: MadeGp) => number) => there.map(value);
  return {
    year,
    id: Int32Array.from(each(({ id }) => id)),
    birth: Int16Array.from(each(({ age }) => monthOf(MADE_FROM - age, 6))),
    since: Int16Array.from(each(({ since = monthOf(2010, 1) }) => since)),
    female: Uint8Array.from(each(({ female }) => female)),
    form: Uint8Array.from(each(({ form }) => form)),
    zone: Uint8Array.from(each(({ zone }) => zone)),
    schemes: Uint8Array.from(each((gp) => (isIn(gp) ? schemeBit('asalee') : 0))),
    adultList: Float32Array.from(each(({ list }) => list(year))),
    seenYear: Float32Array.from(each(({ list }) => list(year) * 1.5)),
    actsYear: Float32Array.from(each(() => 5000)),
    hours: Float32Array.from(each(() => 45)),
    tested: Float32Array.from(each((gp) => (isIn(gp) ? 0.4 : 0.3))),
  };
}
