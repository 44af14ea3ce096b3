/**
 * Imported supply: how many GPs and nurses practise in each territory at the start, from official files, in place of the
 * synthetic spread. The file gives the shape, the parameters the national level: registers count sites and modes that
 * differ from the GPs simulated. Made by `maillage import supply`, read by `--data`, plain data that crosses threads.
 */

/** First ages of the classes in which GPs may be given: under 40, 40–49, 50–59, 60 and over. */
export const SUPPLY_AGES = [0, 40, 50, 60] as const;

export interface Supply {
  /** What the numbers are, as shown: the files of the dataset. */
  readonly name: string;
  /** SHA-256 of the numbers. */
  readonly digest: string;
  /** Share of the GPs and nurses of the files that found their territory. */
  readonly matched: number;
  /** By territory; absent when the files give none. */
  readonly gps?: Float64Array;
  readonly nurses?: Float64Array;
  /** Zoning class (`zones.ts`) by territory, 255 where the files give none. */
  readonly zone?: Uint8Array;
  /** GPs by class of age: that of territory z and class c at `z × 4 + c`; all 0 where the files give none. */
  readonly ages?: Float64Array;
}

/** Of `Supply.zone`: no file says. */
export const UNKNOWN_ZONE = 255;

/** Writes the imported classes over those of `zones`; where the files give none, they stay. */
export function keepImportedZones(zones: Float64Array | Uint8Array, { zone }: Pick<Supply, 'zone'>): void {
  zone?.forEach((imported, z) => {
    if (imported !== UNKNOWN_ZONE) zones[z] = imported;
  });
}

/**
 * Weights of age bands in a territory: those of the pyramid, scaled so that the classes have the shares of the files.
 * @param bands first ages of the bands of `pyramid`
 */
export function pyramidIn(
  z: number,
  ages: Float64Array,
  pyramid: readonly number[],
  bands: readonly number[],
): readonly number[] {
  const classes = SUPPLY_AGES.length;
  const own = ages.subarray(z * classes, (z + 1) * classes);
  const all = own.reduce((sum, count) => sum + count, 0);
  if (all === 0) return pyramid;
  const classOf = bands.map((age) => SUPPLY_AGES.filter((from) => age >= from).length - 1);
  const weightOf = Array.from(own, (_, c) =>
    pyramid.reduce((sum, weight, band) => (classOf[band] === c ? sum + weight : sum), 0),
  );
  return pyramid.map((weight, band) => {
    const c = classOf[band];
    return weightOf[c] > 0 ? (weight * own[c]) / weightOf[c] : 0;
  });
}
