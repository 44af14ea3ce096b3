/**
 * Students bound to settle in a zone: the contrat d'engagement de service public (CESP), and grants of conseils régionaux.
 *
 * *What happens.* Of each class of residents so many doctors have a contract: those of the lowest draw, so that one more
 * contract changes one doctor. A grant of a région goes to doctors born there, régions sharing grants by their people. The
 * allowance is paid during residency; who holds the contract is drawn when the class ends it, as all else about a doctor is.
 * When settling, the holder chooses among the zones in force only (those of the région of birth, for a grant); then the
 * commitment runs. Where there is no such zone, the holder is free.
 * *Evidence.* CESP since 2010 (loi HPST); Mecklenburg's grants, one for 16,000 people (Schweyer, seminar book).
 * *Leaves out.* Allowance before residency; breach, and buying oneself out (no count); contracts signed by classes that had
 * ended residency by 2013.
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { AIDS } from '../../world/delegation/delegation-counts.js';
import { isKept } from '../../world/geography/restrict.js';
import { councilOf } from '../../world/settlement/collectivities.js';
import {
  classMonth,
  classSize,
  cohortLayout,
  graduation,
  isClassMonth,
} from '../../world/synthesis/cohorts.js';
import { largestRemainder } from '../../world/synthesis/spread.js';
import { instrumentOf } from '../../world/teams/instruments.js';
import { payOutside } from '../../world/teams/ledger.js';
import type { World } from '../../world/world.js';
import { NO_ZONE } from '../../world/zones.js';
import { officesOf } from '../institutions/offices.js';

const CESP = streamId('settlement.cesp');
const LOCAL = streamId('settlement.local');
const CESP_ALLOWANCE = instrumentOf('cespAllowance');
const LOCAL_GRANTS = instrumentOf('localGrants');

/** What `physicians.aid` says of a doctor under contract, before and after settling. */
export const CESP_HOLDER = AIDS.cesp + 1;
export const GRANT_HOLDER = AIDS.local + 1;

export interface StudentContracts {
  /** Allowances of the classes in residency. */
  pay(month: number): void;
  /** In the month in which a class ends residency, marks its doctors under contract. */
  sign(month: number): void;
}

/** Contracts of a class: of the State, and of each région. */
interface Contracts {
  readonly cesp: number;
  readonly local: readonly number[];
}

/** Contracts of the students of a run. */
export function studentContracts(world: World, parameters: Parameters, run: DrawKey): StudentContracts {
  const { geography, size } = world;
  const { regionPeople, regionSeat } = officesOf(geography);
  const layout = cohortLayout(parameters, size.startMonth, size.endMonth);
  const { aid, id, rowOf, origin } = world.physicians.columns;
  const { money } = world.collectivities.columns;
  const known = new Map<number, Contracts>();
  const years = Array.from({ length: layout.classes }, (_, i) => layout.firstClass + i);

  return {
    pay(month) {
      const allowance = parameters.number('settlement.cesp.allowance', month);
      const grant = parameters.number('settlement.local.allowance', month);
      for (const year of years) {
        const entry = classMonth(year);
        if (entry > month || graduation(parameters, year) <= month) continue;
        const { cesp, local } = contractsOf(year);
        const trained = parameters.list('training.shareByRegion', entry);
        regionSeat.forEach((seat, region) => {
          payOutside(world, seat, CESP_ALLOWANCE, cesp * trained[region] * allowance);
          const owed = local[region] * grant;
          const paid = Math.min(owed, Math.max(0, money[councilOf(geography, region)]));
          if (paid > 0) payOutside(world, seat, LOCAL_GRANTS, paid);
        });
      }
    },
    sign(month) {
      if (!isClassMonth(month)) return;
      for (const year of years) {
        if (classMonth(year) > month || graduation(parameters, year) !== month) continue;
        const { cesp, local } = contractsOf(year);
        const first = layout.classStart + (year - layout.firstClass) * layout.classRows;
        const doctors = [...rowOf.slice(first, first + classSize(parameters, layout, year))];
        const holders = lowest(doctors, CESP).slice(0, cesp);
        for (const row of holders) aid[row] = CESP_HOLDER;
        const free = lowest(
          doctors.filter((row) => aid[row] === 0),
          LOCAL,
        );
        local.forEach((grants, region) => {
          const natives = free.filter((row) => geography.regionOf[origin[row]] === region);
          for (const row of natives.slice(0, grants)) aid[row] = GRANT_HOLDER;
        });
      }
    },
  };

  /** Contracts of the class of a year; they are fixed by the numbers of its month of entry. */
  function contractsOf(year: number): Contracts {
    const found = known.get(year) ?? countContracts(year);
    known.set(year, found);
    return found;
  }

  function countContracts(year: number): Contracts {
    const read = (path: string) => Math.round(parameters.number(`settlement.${path}`, classMonth(year)));
    const all = classSize(parameters, layout, year);
    const cesp = Math.min(all, read('cesp.perClass'));
    const local = Math.min(all - cesp, read('local.perClass'));
    return { cesp, local: largestRemainder(Array.from(regionPeople), local) };
  }

  /** Rows of doctors by rising draw. */
  function lowest(doctors: readonly number[], stream: number): number[] {
    const { a, b } = drawKey(run, stream, 0);
    return doctors
      .map((row) => ({ row, u: draw(a, b, id[row]), who: id[row] }))
      .sort((x, y) => x.u - y.u || x.who - y.who)
      .map(({ row }) => row);
  }
}

/**
 * Where doctors under contract may settle: for each a mark by territory, undefined for who is free. Zones are those in force
 * when it is made. A run on a part of France knows no zones outside, where holders may then settle anywhere.
 */
export function zonesForHolders(world: World): (row: number) => Uint8Array | undefined {
  const { aid, origin } = world.physicians.columns;
  const { zone } = world.territories.columns;
  const { regionOf } = world.geography;
  const made = new Map<number, Uint8Array | undefined>();
  const everywhere = -1;

  return (row) => {
    if (aid[row] !== CESP_HOLDER && aid[row] !== GRANT_HOLDER) return undefined;
    const region = aid[row] === CESP_HOLDER ? everywhere : regionOf[origin[row]];
    if (!made.has(region)) made.set(region, zonesOf(region));
    return made.get(region);
  };

  function zonesOf(region: number): Uint8Array | undefined {
    const isOpen = (z: number) =>
      (zone[z] !== NO_ZONE || !isKept(world.geography, z)) &&
      (region === everywhere || regionOf[z] === region);
    const marks = Uint8Array.from(zone, (_, z) => (isOpen(z) ? 1 : 0));
    return marks.includes(1) ? marks : undefined;
  }
}

/** Months for which the contracts of students bind once settled, by what `physicians.aid` says of the holder. */
export function monthsBound(parameters: Parameters, month: number): ReadonlyMap<number, number> {
  const months = (path: string) => Math.round(parameters.number(path, month) * MONTHS_PER_YEAR);
  return new Map([
    [CESP_HOLDER, months('settlement.cesp.years')],
    [GRANT_HOLDER, months('settlement.local.years')],
  ]);
}
