/** Names of the files and folders of a study. */

/** The manifest: plan, scenarios, additions, SHA-256 of every file. */
export const STUDY_MANIFEST = 'study.json';
/** The same bytes, for a manifest that was damaged. */
export const SPARE_MANIFEST = 'study.spare.json';
export const DATA_PACKAGE = 'datapackage.json';
export const CRATE = 'ro-crate-metadata.json';
export const README = 'README.md';
/** What is said about a study, for people and for other programs. */
export const DOCUMENTS = [README, DATA_PACKAGE, CRATE] as const;
/** Hosts, threads, times: the one file that two equal studies may write differently. */
export const STUDY_PROVENANCE = 'provenance.json';

/** The tables, in the order in which they are listed; each is a folder of Parquet files in a study. */
export const TABLE_NAMES = ['results', 'territories', 'runs'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const PARQUET = '.parquet';
