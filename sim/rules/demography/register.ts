/**
 * The civil register: who was born, came, fell ill, left or died in each month and territory, and how many people of each
 * group were there at its end.
 *
 * Scenarios of a family meet the same chance, and few of them change demography: what befalls people is then the same in
 * all of them, row by row. The first writes the register, the others read it instead of drawing everybody's month again
 * (a twelfth of a month at 1:100). Who loses a GP by moving is no part of it, since GPs differ. Kept outside the state of
 * the world: a scenario that reads no register comes to the same bytes.
 */
import { CLASSES } from '../../world/demography/ages.js';
import { oncePerWorld } from '../../world/once-per-world.js';
import type { World } from '../../world/world.js';

/** First words of the parameters on which demography depends: scenarios that agree on them live through the same. */
export const DEMOGRAPHIC_PARAMETERS = ['births', 'chronic', 'migration', 'mortality', 'population'];

/** What the months of a span do with the register; it is read in months before `until`. */
export type RegisterUse = 'none' | 'write' | { readonly until: number };

export interface CivilRegister {
  /** Forgets what is written, and tells what the next spans do. */
  clear(): void;
  use(use: RegisterUse): void;
  /** Opens a month; true when it is to be read. */
  begin(month: number): boolean;
  readonly isWriting: () => boolean;
  /** Writing: territory z follows, with the rows of its newcomers; what befalls row `i`; arrivals and census of z. */
  open(z: number, firstNewcomer: number, afterNewcomers: number): void;
  note(i: number, fate: number): void;
  close(z: number, arrived: Arrived): void;
  /** Reading: hands newcomers and fates of z over in order, fills `arrived`, and writes the census of z. */
  read(z: number, newcomer: Newcomer, fate: (i: number, fate: number) => void, arrived: Arrived): void;
}

/** Takes somebody who was born in z or came from abroad. */
export type Newcomer = (z: number, id: number, bornIn: number, bits: number, needClass: number) => void;

/** Who came to a territory otherwise than by moving there, by income row. */
export interface Arrived {
  readonly births: Int32Array;
  readonly immigrants: Int32Array;
}

/** The register of a world, empty and unused until a family uses it. */
export const registerOf: (world: World) => CivilRegister = oncePerWorld((world) => {
  const territories = world.geography.territories.length;
  const { key, birth, flags, need } = world.patients.columns;
  const { ages, women15to49, adults, ald, aldAdults } = world.tallies.columns;
  const perIncome = [women15to49, adults, ald, aldAdults];
  /** Where each territory of a month begins in the log. */
  const months = new Map<number, Int32Array>();
  let log = new Int32Array(0);
  let used = 0;
  let plan: RegisterUse = 'none';
  /** The month being written: a run may fail in the middle of it, so it counts once the next one begins. */
  let unfinished: number | undefined;
  let starts: Int32Array = new Int32Array(0);
  let counted = 0;

  function add(value: number): void {
    if (used === log.length) {
      const longer = new Int32Array(Math.max(1, log.length + log.length));
      longer.set(log);
      log = longer;
    }
    log[used++] = value;
  }

  /** Passes the census of z through `at`, value by value. */
  function census(z: number, at: (columns: Census, index: number) => void): void {
    for (let index = 2 * z * CLASSES; index < 2 * (z + 1) * CLASSES; index++) at(ages, index);
    for (const column of perIncome) {
      at(column, 2 * z);
      at(column, 2 * z + 1);
    }
  }

  return {
    clear() {
      months.clear();
      used = 0;
    },
    use(use) {
      plan = use;
      unfinished = undefined;
    },
    begin(month) {
      if (plan === 'none') return false;
      if (plan === 'write') {
        if (unfinished !== undefined) months.set(unfinished, starts);
        unfinished = month;
        starts = new Int32Array(territories);
        return false;
      }
      const found = months.get(month);
      if (found === undefined || month >= plan.until) return false;
      starts = found;
      return true;
    },
    isWriting: () => plan === 'write',
    open(z, firstNewcomer, afterNewcomers) {
      starts[z] = used;
      add(afterNewcomers - firstNewcomer);
      for (let i = firstNewcomer; i < afterNewcomers; i++) {
        add(key[i]);
        add(birth[i]);
        add(flags[i]);
        add(need[i]);
      }
      counted = used;
      add(0);
    },
    note(i, fate) {
      log[counted]++;
      add(i);
      add(fate);
    },
    close(z, { births, immigrants }) {
      for (const count of births) add(count);
      for (const count of immigrants) add(count);
      census(z, (column, index) => add(column[index]));
    },
    read(z, newcomer, fate, { births, immigrants }) {
      let at = starts[z];
      for (let left = log[at++]; left > 0; left--) newcomer(z, log[at++], log[at++], log[at++], log[at++]);
      for (let left = log[at++]; left > 0; left--) fate(log[at++], log[at++]);
      for (let income = 0; income < births.length; income++) births[income] = log[at++];
      for (let income = 0; income < immigrants.length; income++) immigrants[income] = log[at++];
      census(z, (column, index) => {
        column[index] = log[at++];
      });
    },
  };
});

type Census = World['tallies']['columns']['ages'];
