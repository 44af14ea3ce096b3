/**
 * Solidarity days: GPs outside the worst-served zones give some days there, asked of all (`settlement.solidarity.days`) or
 * promised by contract (CSTM).
 *
 * *What happens.* Each liberal GP outside ZIP of a département that has ZIP gives so many days a month, if among those who take
 * part; who has signed a contract of territorial solidarity gives its days. They are missing from the own week the month after
 * (`physicians.away`); their acts go to the ZIP of the département, by people times what accessibility lacks of the
 * country's, and serve there who has found nobody this month (care). A day asked is paid at a fixed price, by contract through
 * the aid.
 * *Evidence.* "Mission de solidarité" announced in April 2025, two days a month, 200 € a day, 151 zones (recalled): not in force
 * in the baseline. CSTM: 20 days a year of the convention of 2016 (recalled).
 * *Leaves out.* Travel, but that a day yields fewer useful hours; who goes where; what patients at home think of it.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, threshold } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { AIDS } from '../../world/delegation/delegation-counts.js';
import { keptTerritories } from '../../world/geography/restrict.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import * as physicians from '../../world/physicians.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import { ZIP } from '../../world/zones.js';
import { type AgendaParameters, actsPerMonth, agendaParameters } from '../agenda.js';
import type { Rule, RunningRule } from '../rule.js';
import { HELPERS } from './aid-table.js';

// Constants of this file, which V8 compiles in (`once-per-world.ts`).
const { CENTRE, practises } = physicians;

const SOLIDARITY = streamId('settlement.solidarity');
const SOLIDARITY_DAYS = instrumentOf('solidarityDays');
const CODES = Object.keys(AIDS).length + 1;

interface Settings {
  /** Days a month asked of each, share of GPs who give them, euros a day. */
  readonly days: number;
  readonly share: number;
  readonly price: number;
  /** Days a month that a contract promises, by what `physicians.aid` says. */
  readonly promised: Float64Array;
  /** Useful hours of a day. */
  readonly hours: number;
  readonly agenda: AgendaParameters;
}

export const solidarity: Rule = {
  name: 'solidarity',
  reads: ['territories.zone', 'territories.apl', 'physicians.aid', 'physicians.status', 'physicians.minutes'],
  writes: ['physicians.away', 'territories.visiting', 'territories.euros'],
  open: openSolidarity,
};

function openSolidarity(world: World, parameters: Parameters, run: DrawKey): RunningRule {
  const acts = new Float64Array(world.geography.departements.length);
  const need = new Float64Array(acts.length);
  const needHere = new Float64Array(world.geography.territories.length);
  const give = giving(world);
  return {
    serial(month) {
      const settings = settingsOf(parameters, month);
      measureNeed(world, needHere, need);
      give(settings, drawKey(run, SOLIDARITY, 0), need, acts);
      share(world, needHere, need, acts);
    },
  };
}

function settingsOf(parameters: Parameters, month: number): Settings {
  const read = (path: string) => parameters.number(`settlement.solidarity.${path}`, month);
  const promised = new Float64Array(CODES);
  const days = read('contractDays') / MONTHS_PER_YEAR;
  parameters.list('settlement.aid.target', month).forEach((target, aid) => {
    if (target === HELPERS) promised[aid + 1] = days;
  });
  return {
    days: read('days'),
    share: read('share'),
    price: read('price'),
    promised,
    hours: read('hours'),
    agenda: agendaParameters(parameters, month),
  };
}

/** People of each ZIP times what it lacks of the mean accessibility, and its sum by département. */
function measureNeed(world: World, needHere: Float64Array, need: Float64Array): void {
  const { departementOf, territories } = world.geography;
  const { zone, apl } = world.territories.columns;
  const mean = meanAccess(world);
  need.fill(0);
  for (let z = 0; z < territories.length; z++) {
    needHere[z] = zone[z] === ZIP ? territories[z].population * Math.max(0, 1 - apl[z] / mean) : 0;
    need[departementOf[z]] += needHere[z];
  }
}

/** Accessibility of the mean inhabitant of those who are simulated: elsewhere nobody is seen. */
function meanAccess({ geography, territories }: World): number {
  const { apl } = territories.columns;
  let access = 0;
  let people = 0;
  for (const { index, population } of keptTerritories(geography)) {
    access += apl[index] * population;
    people += population;
  }
  return people > 0 ? access / people : 0;
}

/** Writes what each GP gives, and the acts that visit each département. */
const giving = oncePerWorld((world) => {
  const { aid, away, form, id, marginal, minutes, status } = world.physicians.columns;
  const { zone } = world.territories.columns;
  const { gpOrder, gpStart, geography } = world;
  return (settings: Settings, { a, b }: DrawKey, need: Float64Array, acts: Float64Array): void => {
    const { promised } = settings;
    const takesPart = settings.days > 0 ? threshold(settings.share) : 0;
    acts.fill(0);
    for (let z = 0; z + 1 < gpStart.length; z++) {
      const departement = geography.departementOf[z];
      const isAsked = zone[z] !== ZIP && need[departement] > 0;
      let paid = 0;
      const end = gpStart[z + 1];
      for (let i = gpStart[z]; i < end; i++) {
        const row = gpOrder[i];
        // Nearly everybody gives nothing.
        if (promised[aid[row]] === 0 && away[row] === 0 && takesPart === 0) continue;
        const canGive = isAsked && practises(status[row]) && form[row] !== CENTRE && marginal[row] === 0;
        const asked = canGive && draw(a, b, id[row]) < takesPart ? settings.days : 0;
        const days = canGive ? asked + promised[aid[row]] : 0;
        away[row] = (days * settings.hours) / settings.agenda.weeksAMonth;
        if (days === 0) continue;
        acts[departement] += actsPerMonth(settings.agenda, away[row], minutes[row]);
        paid += asked;
      }
      if (paid > 0) payOutside(world, z, SOLIDARITY_DAYS, paid * settings.price);
    }
  };
});

/** Shares the visiting acts of each département among its ZIP. */
function share(world: World, needHere: Float64Array, need: Float64Array, acts: Float64Array): void {
  const { visiting } = world.territories.columns;
  const { departementOf } = world.geography;
  for (let z = 0; z < visiting.length; z++) {
    const departement = departementOf[z];
    visiting[z] = acts[departement] > 0 ? (acts[departement] * needHere[z]) / need[departement] : 0;
  }
}
