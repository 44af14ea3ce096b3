/**
 * What the documents of a study (data package, crate, README.md) say about it: one plain description, from which
 * all three are written, so that they cannot disagree.
 */
import type { Catalogue } from '../../parameters/catalogue.js';
import { BASES, DATES, type Indicator, UNITS, type Words } from '../../recorder/indicator.js';
import { TABLE_NAMES, type TableName } from './names.js';
import { type DescribedDimension, type DescribedParameter, runColumns } from './run-columns.js';
import { resultColumns, type TableColumn, territoryColumns } from './tables.js';

export interface StudyDescription {
  /** ASCII slug. */
  readonly name: string;
  readonly title: Words;
  /** `YYYY-MM-DD`, from the plan or SOURCE_DATE_EPOCH. */
  readonly date: string;
  readonly maillageVersion: string;
  /** Version and digest of the simulator, as `codeVersion()` gives it. */
  readonly code: string;
  readonly scenarios: readonly { readonly name: string; readonly title: Words; readonly digest: string }[];
  readonly seed: string;
  /** Imported supply, by name. */
  readonly supply?: string;
  /** People that one simulated patient stands for. */
  readonly scale: number;
  /** First and last year. */
  readonly from: number;
  readonly to: number;
  readonly design: { readonly method: string; readonly points: number; readonly replicates: number };
  readonly dimensions: readonly DescribedDimension[];
  /** Every parameter of the table of runs, in the order of its columns. */
  readonly parameters: readonly DescribedParameter[];
  /** Indicators kept. */
  readonly indicators: readonly DescribedIndicator[];
  /** Codes of the places kept. */
  readonly places: readonly string[];
  /** True when monthly values are kept besides yearly ones. */
  readonly months: boolean;
  /** Files of the folder, by path; those of the tables say which. */
  readonly files: readonly DescribedFile[];
}

export interface DescribedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Absent for a file that is no part of a table. */
  readonly table?: TableName;
}

export interface DescribedIndicator {
  readonly id: string;
  readonly label: Words;
  readonly unit: Words;
  readonly definition: Words;
  /** Over whom and when it is measured; absent for a formula. */
  readonly base?: Words;
  readonly date?: Words;
}

export interface DescribedTable {
  readonly name: TableName;
  readonly columns: readonly TableColumn[];
  readonly files: readonly DescribedFile[];
}

/** The tables that a study has files of, with their columns. */
export function describedTables(study: StudyDescription): DescribedTable[] {
  const columns: Readonly<Record<TableName, () => readonly TableColumn[]>> = {
    results: () => resultColumns,
    territories: () => territoryColumns,
    runs: () => runColumns(study.dimensions, study.parameters),
  };
  return TABLE_NAMES.map((name) => ({
    name,
    columns: columns[name](),
    files: study.files.filter(({ table }) => table === name),
  })).filter(({ files }) => files.length > 0);
}

/** An indicator of the dictionary. */
export function describedIndicator({
  id,
  label,
  unit,
  definition,
  base,
  date,
}: Indicator): DescribedIndicator {
  return { id, label, unit: UNITS[unit], definition, base: BASES[base], date: DATES[date] };
}

/** An indicator that the plan defines by a formula over others. */
export function describedFormula(indicator: {
  readonly id: string;
  readonly formula: string;
  readonly unit: string;
  readonly label: Words;
}): DescribedIndicator {
  const { id, formula, unit, label } = indicator;
  return {
    id,
    label,
    unit: { en: unit, fr: unit },
    definition: {
      en: `Formula over the indicators of the same period, place and group: \`${formula}\`.`,
      fr: `Formule sur les indicateurs des mêmes période, lieu et groupe : \`${formula}\`.`,
    },
  };
}

/** Every parameter of the catalogue, in its order. */
export function describedParameters({ parameters, units }: Catalogue): DescribedParameter[] {
  return [...parameters.values()].map(({ path, label, unit }) => ({
    path,
    label,
    unit: units.get(unit) ?? { en: unit, fr: unit },
  }));
}
