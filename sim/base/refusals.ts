/**
 * Sentences that refuse a folder, a study or an option: as data too, so that the command line says them in the reader's
 * language. English ones stand here; `analysis/wording/refusals.ts` holds the French ones.
 */
import { type ErrorCode, MaillageError, type Refusal } from './errors.js';
import { filled } from './filled.js';

export const REFUSAL_SENTENCES = {
  // Locks.
  lockAlive:
    '{folder} is in use: process {pid} on {host} works there since {started}; wait until it ends, stop it with `kill {pid}`, or choose another folder with --out',
  lockElsewhere:
    '{folder} was locked by process {pid} on {host} at {started}, which cannot be seen from here: when you are sure that it has ended, take the folder over with --steal',
  lockBroken:
    '{file} does not say who works in {folder} (it is empty or damaged, as after a full disk): when you are sure that nobody does, take the folder over with --steal',
  lockWanted: '{folder}: too many at once want its lock; try again',
  lockNotWritable:
    'the lock of {folder} cannot be written ({code}): choose a folder that you may write in, with room left',

  // Folders to write to.
  notWritable: 'results cannot be written to {folder}: {reason}; choose another folder with --out',
  isFile: '{file} is a file, not a folder',
  noFolderIn: 'no folder can be made in {folder}',
  fullDisk: 'the disk of {folder} is full: nothing was written; choose another folder with --out',
  insideExport: '{folder} is part of the folder to export: choose another folder with --out',
  somethingElse: '{file} holds something else: choose another folder with --out, or replace it with --force',
  notRunFiles:
    '{folder} holds files that are not a run of maillage: choose an empty or new folder with --out',

  // What a folder holds, and what was asked.
  otherRun:
    '{folder} holds another run ({differences}): choose another folder with --out, or replace it with --force',
  otherStudy:
    '{folder} holds another study of {runs} {runs|run|runs} ({differences}): choose another folder with --out, or replace it with --force',
  changedTables: 'its tables were changed since they were written',
  differentValue: '{name} {there} there, {asked} asked',
  differentNames: '{name}: only there {there}, only asked {asked}',
  differentMeaning: '{name}: {ids} defined otherwise there',
  differentScenario: 'scenario "{name}" has other parameters than the one of that name there',
  nothing: 'none',

  // Results to read.
  noRun: '{folder} holds no results of maillage: give a folder written by `maillage run --out`',
  noResults:
    '{folder} holds no results of maillage: give a folder written by `maillage batch` or `maillage run --out`{hint}',
  runsInside: ' (each run has its own there: {folder})',
  noStudy: '{folder} holds no study of maillage: give a folder written by `maillage batch`',
  otherFormat:
    'this study was written in version {found} of its format, and this maillage reads version {version}: use the maillage that made it',
  manifestDamaged: '{file} is damaged: `maillage repair {folder}` restores it',
  manifestLost:
    '{file} and its copy {copy} are damaged: run `maillage batch` again with the plan, into a new folder',
  damagedTable: '{file} of {folder} is damaged or absent: `maillage repair {folder}` restores it',
  unreadableTable:
    'a table of {folder} cannot be read, it is damaged or absent: `maillage status {folder}` names it, `maillage repair {folder}` restores it',
  damagedStudyFile:
    '{file} cannot be read as a Parquet file, it is damaged: `maillage status` names every damaged file of a study',
  damagedRunFile: '{file} cannot be read as a Parquet file, it is damaged: make the run again',
  unknownIndicator:
    "the study keeps the indicator '{id}', which this version of maillage does not know: use the maillage that simulated it ({code})",

  // Repairs and shards.
  otherVersion:
    '{folder} was made by maillage {made}, and this is {present}: its runs cannot be made again as they were; use that version',
  notRestored:
    '{files} could not be restored: made again, it differs from what the manifest tells, and the file was left as it was; take it from a copy of the study, or make a sound study with `maillage batch` into a new folder',
  noShard: "'{text}' is no shard: expected i/n, the i-th of n parts counted from 1, such as 3/8",

  // Imported supply.
  noDataset:
    'this is no dataset: {file} cannot be read; make it again with `maillage import supply FILE… --out FOLDER`',
  otherDataset:
    '{file} is not that of an imported supply of version {version}; make it again with `maillage import supply FILE… --out FOLDER`',
  changedDataset:
    '{file} is not what was imported; make it again with `maillage import supply FILE… --out FOLDER`',
  otherTerritories:
    'its territories are not those of this version of the program; make it again with `maillage import supply FILE… --out FOLDER`',
} as const;

export type RefusalId = keyof typeof REFUSAL_SENTENCES;

/** A refusal of one of the sentences above. */
export function refusal(id: RefusalId, values: Refusal['values'] = {}): Refusal {
  return { id, values };
}

/** The error that says a refusal, in English; who catches it finds the parts in `refusal`. */
export function refused(
  code: ErrorCode,
  what: Refusal,
  options: { where?: string; exitCode?: 1 | 2; cause?: unknown } = {},
): MaillageError {
  return new MaillageError(code, refusalText(what, REFUSAL_SENTENCES, 'en'), { ...options, refusal: what });
}

/** What stands between refusals that are a value of another. */
const BETWEEN = { en: '; ', fr: '\u00a0; ' } as const;

/** A refusal in the language of `sentences`. */
export function refusalText(
  { id, values }: Refusal,
  sentences: Readonly<Record<RefusalId, string>>,
  language: keyof typeof BETWEEN,
): string {
  return filled(sentences[id as RefusalId], language, (name) => {
    const value = values[name];
    if (typeof value !== 'object') return value;
    return value.map((inner) => refusalText(inner, sentences, language)).join(BETWEEN[language]);
  });
}
