/**
 * What a territory is: a real piece of France (an EPCI, a part of a large one, an arrondissement) with its
 * communes as blocks. Built once from public data packages (`geography/`), never changed by a run.
 */

import type { Supply } from './supply.js';

/** A commune (or municipal arrondissement): the block from which institutions draw their perimeters. */
export interface Block {
  /** INSEE code of the commune or arrondissement. */
  readonly code: string;
  readonly name: string;
  readonly population: number;
  /** Degrees, WGS 84; the territory's own point where the commune has no sourced coordinates. */
  readonly latitude: number;
  readonly longitude: number;
  /** False where the point is the territory's, for want of the commune's own. */
  readonly located: boolean;
}

/** Legal kind of the intercommunality the territory comes from. */
export type TerritoryKind = 'CC' | 'CA' | 'CU' | 'METRO' | 'EPT' | 'ARM';

/** Rural/urban class, from the people within 10 km of the centre and the largest commune (geography/groups, ODD). */
export const RURAL_CLASSES = ['metropolis', 'city', 'town', 'rural'] as const;
export type RuralClass = (typeof RURAL_CLASSES)[number];

export interface Territory {
  /** Row number, 0 … n−1, ordered by région code, then département code, then code. */
  readonly index: number;
  /** Stable code: the EPCI's SIREN, SIREN-1, SIREN-2 … for its parts, EPT code, or arrondissement code. */
  readonly code: string;
  readonly name: string;
  readonly kind: TerritoryKind;
  /** SIREN of the EPCI the territory is, or is a part of. */
  readonly epci: string;
  /** Population of the whole EPCI (the size class of ST§16 reads it). */
  readonly epciPopulation: number;
  /** Département code (of most of its people). */
  readonly departement: string;
  /** Région code. */
  readonly region: string;
  /** Inhabitants in the package's census year. */
  readonly population: number;
  /** Population-weighted centre, degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly ruralClass: RuralClass;
  readonly blocks: readonly Block[];
}

/** Neighbours of every territory within reach, in compressed rows: row z is `start[z]` … `start[z+1]`. */
export interface Neighbours {
  readonly start: Int32Array;
  /** Territory index, nearest first; the territory itself is not listed. */
  readonly territory: Int32Array;
  /** Minutes by road between centres. */
  readonly minutes: Float32Array;
}

export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface Geography {
  readonly territories: readonly Territory[];
  readonly regions: readonly Place[];
  readonly departements: readonly (Place & { readonly region: string })[];
  /** Region row (in `regions`) of each territory. */
  readonly regionOf: Int32Array;
  readonly departementOf: Int32Array;
  /** Territories within 60 minutes (at least the 3 nearest), nearest first. */
  readonly neighbours: Neighbours;
  /** Mean minutes needed inside the territory to reach a practice. */
  readonly innerMinutes: Float32Array;
  /** 1 for the territories whose people are simulated; absent when all are. */
  readonly kept?: Uint8Array;
  /** GPs and nurses by territory from official files; absent where the synthetic spread stands. */
  readonly supply?: Supply;
  /** SHA-256 of the inputs, for the manifest. */
  readonly digest: string;
}
