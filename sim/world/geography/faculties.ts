/** Towns with a medical faculty that trains interns of general practice, each with the territory it lies in. */
import type { Geography } from '../territory.js';
import { readDataFile, type SourceFile, yamlOf } from './files.js';
import { badData, fieldsOf, numberOf, rowsOf, shown, textOf } from './refusal.js';

export interface Faculty {
  /** Stable ASCII id. */
  readonly code: string;
  readonly name: string;
  /** Internship subdivision to which the faculty belongs. */
  readonly subdivision: string;
  /** Insee code of the commune or arrondissement. */
  readonly commune: string;
  /** Région code. */
  readonly region: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** Index of the territory the town lies in. */
  readonly territory: number;
  /** Year of opening, where it opened after 2012. */
  readonly opened: number | undefined;
}

/**
 * The faculties of `scenarios/data/faculties.yaml`, in the file's order.
 * @throws MaillageError `bad-data` with the file and the faculty; `broken-yaml`.
 */
export function loadFaculties(geography: Geography): readonly Faculty[] {
  const file = readDataFile('faculties.yaml');
  return readFaculties(yamlOf(file), file, geography);
}

/**
 * Faculties from the parsed file.
 * @throws MaillageError `bad-data` naming the faculty, when a field is missing, its commune is in no territory,
 * its région is not that of its territory, or its code is used twice.
 */
export function readFaculties(parsed: unknown, file: SourceFile, geography: Geography): readonly Faculty[] {
  const territoryOf = new Map<string, number>();
  for (const { index, blocks } of geography.territories) {
    for (const block of blocks) territoryOf.set(block.code, index);
  }
  const codes = new Set<string>();
  const root = fieldsOf(parsed, file, 'the file');
  return rowsOf(root.faculties, file, 'faculties').map((row) => {
    const code = textOf(row, 'code', file, `faculty ${shown(row.name)}`);
    const subject = `faculty ${code}`;
    if (codes.has(code)) throw badData(file, subject, 'its code is used twice');
    codes.add(code);
    const commune = textOf(row, 'commune', file, subject);
    const territory = territoryOf.get(commune);
    if (territory === undefined) {
      throw badData(
        file,
        subject,
        `commune ${commune} is in no territory; Paris, Lyon and Marseille go by arrondissement`,
      );
    }
    const region = textOf(row, 'region', file, subject);
    const expected = geography.territories[territory].region;
    if (region !== expected) throw badData(file, subject, `region is "${region}", expected "${expected}"`);
    return {
      code,
      name: textOf(row, 'name', file, subject),
      subdivision: textOf(row, 'subdivision', file, subject),
      commune,
      region,
      latitude: numberOf(row, 'latitude', file, subject),
      longitude: numberOf(row, 'longitude', file, subject),
      territory,
      opened: row.opened === undefined ? undefined : numberOf(row, 'opened', file, subject),
    };
  });
}
