/**
 * Contracts of those who settle: the aid that a newcomer takes, the commitment of a student, the post of communes; and whether
 * the same doctor, choosing without aids and bonds on the same market, would have come to such a place anyway (deadweight).
 */
import { MONTHS_PER_YEAR } from '../../base/calendar.js';
import { type DrawKey, draw, drawKey, streamId, unit } from '../../base/draws.js';
import type { Parameters } from '../../parameters/types.js';
import { CENTRE } from '../../world/physicians.js';
import type { World } from '../../world/world.js';
import {
  type Aid,
  aidTaken,
  HEIRS,
  isForNewcomer,
  openAids,
  type PlaceForAid,
} from '../settlement/aid-table.js';
import { monthsBound } from '../settlement/commitments.js';
import { countDeadweight, countSigned, signAid } from '../settlement/contract.js';
import { territoriesWithSenior } from '../settlement/seniors.js';
import { FORMS } from './supply.js';

const TAKE_UP = streamId('settlement.takeUp');

/** What a doctor brings to the choice: what `physicians.aid` says of a student's contract, and where it lets settle. */
export interface Bond {
  readonly holder: number;
  readonly zones: Uint8Array;
}

export interface NewcomerContracts {
  /** Takes the aids and places of a month. */
  begin(month: number): void;
  /**
   * Signs for the doctor who has just settled in `row`. `freely` gives the option that the doctor would have chosen without
   * aids and bonds, −1 none; it is asked only of who signs.
   */
  sign(row: number, form: number, bond: Bond | undefined, freely: () => number): void;
}

/** Contracts of those who settle in a run. */
export function newcomerContracts(world: World, parameters: Parameters, run: DrawKey): NewcomerContracts {
  const gp = world.physicians.columns;
  const { zone, teamPull, posts } = world.territories.columns;
  const { salaried } = world.collectivities.columns;
  let now = 0;
  let takeUp = run;
  let aids: readonly Aid[] = [];
  let hasSenior: Uint8Array | undefined;
  let bound: ReadonlyMap<number, number> = new Map();

  return {
    begin(month) {
      now = month;
      takeUp = drawKey(run, TAKE_UP, 0);
      aids = openAids(parameters, month);
      bound = monthsBound(parameters, month);
      const senior = parameters.number('settlement.senior', month) * MONTHS_PER_YEAR;
      hasSenior = aids.some(({ target }) => target === HEIRS)
        ? territoriesWithSenior(world, month - senior)
        : undefined;
    },
    sign(row, form, bond, freely) {
      const z = gp.territory[row];
      if (form === CENTRE && posts[z] > 0) takePost(row, z);
      if (bond !== undefined) {
        bind(row, bond, freely());
        return;
      }
      const aid = aidTaken(aids, placeOf(z), form, unit(draw(takeUp.a, takeUp.b, gp.id[row])));
      if (aid === undefined || (aid.team && gp.team[row] < 0)) return;
      signAid(world, now, row, aid);
      const option = freely();
      if (option >= 0 && isForNewcomer(aid, placeOf(Math.floor(option / FORMS)), option % FORMS))
        countDeadweight(world, z, aid.row);
    },
  };

  function placeOf(z: number): PlaceForAid {
    return { zone: zone[z], hasSeat: teamPull[z] > 0, hasSenior: hasSenior?.[z] === 1 };
  }

  /** The post of salaried GP that the communes offer. */
  function takePost(row: number, z: number): void {
    gp.post[row] = 1;
    posts[z] -= 1;
    salaried[z] += 1;
  }

  /** The commitment of a student begins. */
  function bind(row: number, { holder, zones }: Bond, option: number): void {
    const z = gp.territory[row];
    gp.aid[row] = holder;
    gp.aidSince[row] = now;
    gp.commitment[row] = now + (bound.get(holder) ?? 0);
    countSigned(world, z, holder - 1);
    if (option >= 0 && zones[Math.floor(option / FORMS)] === 1) countDeadweight(world, z, holder - 1);
  }
}
