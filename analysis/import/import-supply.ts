/** The import of a supply: files in, a dataset and a report out. */

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf } from '../../sim/base/digest.js';
import { writeFolderAtomic } from '../../sim/base/files.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { type Communes, readCommunes } from '../../sim/world/geography/administrative.js';
import { buildGeography, readGeographySources } from '../../sim/world/geography/build.js';
import { jsonOf } from '../../sim/world/geography/files.js';
import {
  DATASET_FILE,
  DATASET_VERSION,
  SUPPLY_FILE,
  supplyCsv,
} from '../../sim/world/geography/supply-dataset.js';
import { cohortLayout } from '../../sim/world/synthesis/cohorts.js';
import { DATA_SEED } from '../../sim/world/synthesis/data-seed.js';
import { HISTORY_START } from '../../sim/world/synthesis/history.js';
import { nursesByTerritory } from '../../sim/world/synthesis/nurses.js';
import { liberalByTerritory } from '../../sim/world/synthesis/physicians.js';
import type { Geography } from '../../sim/world/territory.js';
import { type Assembled, assembleSupply, type SyntheticSpread } from './assemble.js';
import { placeFinder } from './places.js';
import { readSupplyFile } from './supply-files.js';
import type { Profession } from './supply-format.js';

export interface Imported extends Assembled {
  readonly geography: Geography;
  readonly name: string;
  /** National numbers to which a run brings those of the files. */
  readonly national: Readonly<Record<Profession, number>>;
}

/**
 * Reads and matches supply files; writes nothing.
 * @param parameters of the scenario whose synthetic spread fills what files leave open
 * @throws MaillageError as `readSupplyFile` and `assembleSupply`.
 */
export async function importSupply(
  paths: readonly string[],
  year: number,
  parameters: Parameters,
  { geography, communes }: PlaceMap = readPlaceMap(),
): Promise<Imported> {
  const files = [];
  for (const path of paths) files.push(await readSupplyFile(path, year));
  const synthetic = syntheticSpread(geography, parameters);
  const assembled = assembleSupply(files, placeFinder(geography, communes), synthetic);
  const name = files.map(({ publisher, file }) => `${publisher} (${basename(file)})`).join(' + ');
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
  return {
    ...assembled,
    geography,
    name,
    national: { gps: sum(synthetic.gps), nurses: sum(synthetic.nurses) },
  };
}

/** Territories, and the communes that they are made of or were. */
export interface PlaceMap {
  readonly geography: Geography;
  readonly communes: Communes;
}

export function readPlaceMap(): PlaceMap {
  const sources = readGeographySources();
  return {
    geography: buildGeography(sources),
    communes: readCommunes(jsonOf(sources.communes), sources.communes),
  };
}

function syntheticSpread(geography: Geography, parameters: Parameters): SyntheticSpread {
  const { liberal } = cohortLayout(parameters, HISTORY_START, HISTORY_START);
  return {
    gps: liberalByTerritory(geography, liberal, parameters, HISTORY_START, DATA_SEED),
    nurses: nursesByTerritory(geography, parameters, HISTORY_START, DATA_SEED),
  };
}

/** Writes the dataset, whole or not at all; the same files give the same bytes. */
export async function writeSupply(dir: string, imported: Imported, year: number): Promise<void> {
  const { geography, supply, name, files, professions, national } = imported;
  const csv = supplyCsv(geography, supply);
  const about = {
    version: DATASET_VERSION,
    kind: 'supply',
    name,
    year,
    matched: supply.matched,
    digest: digestOf(csv),
    geography: geography.digest,
    sources: files.map((report) => ({
      ...report,
      file: basename(report.file),
      unmatched: report.unmatched.map(({ place, gps, nurses }) => ({ place, gps, nurses })),
    })),
    professions,
    national,
  };
  await writeFolderAtomic(dir, async (folder) => {
    writeFileSync(join(folder, SUPPLY_FILE), csv);
    writeFileSync(join(folder, DATASET_FILE), `${JSON.stringify(about, null, 2)}\n`);
  });
}
