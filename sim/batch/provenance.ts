/**
 * Who simulated what, where and when: `provenance.json`, the one file of a study that two equal studies may write
 * differently. While a batch works it is a log beside the pending runs, one line of JSON for each event, which loses
 * nothing when the batch is killed.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomic } from '../base/files.js';
import { type RunId, runName } from '../results/study/manifest.js';
import { STUDY_PROVENANCE } from '../results/study/names.js';

const LOG = 'log.jsonl';

/** One call of a command that simulated runs of the study. */
export interface Session {
  readonly started: string;
  readonly host: string;
  readonly pid: number;
  readonly node: string;
  readonly platform: string;
  readonly threads: number;
  readonly shard?: string;
  /** Runs executed, as scenario/point/replicate, in the order in which they ended. */
  readonly runs: string[];
  readonly failed: string[];
  /** ISO time of the last event. */
  ended: string;
}

export interface SessionLog {
  run(run: RunId, failed: boolean): void;
}

type Line =
  | { readonly session: Omit<Session, 'runs' | 'failed' | 'ended'> }
  | { readonly run: string; readonly failed?: true; readonly at: string };

/** Begins the log of a session in a folder of pending runs. */
export function beginLog(
  folder: string,
  session: { readonly threads: number; readonly shard?: string },
): SessionLog {
  mkdirSync(folder, { recursive: true });
  const write = (line: Line) => appendFileSync(join(folder, LOG), `${JSON.stringify(line)}\n`);
  // The line before may have been cut short by a full disk: it must not swallow this one.
  appendFileSync(join(folder, LOG), '\n');
  write({
    session: {
      started: new Date().toISOString(),
      host: hostname(),
      pid: process.pid,
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      ...session,
    },
  });
  return {
    run: (run, failed) =>
      write({ run: runName(run), ...(failed ? { failed: true } : {}), at: new Date().toISOString() }),
  };
}

/** Sessions of a log; a last line cut short by a kill is left out. */
export function readLog(folder: string): Session[] {
  const file = join(folder, LOG);
  if (!existsSync(file)) return [];
  const sessions: Session[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = lineOf(text);
    if (line === undefined) continue;
    if ('session' in line)
      sessions.push({ ...line.session, runs: [], failed: [], ended: line.session.started });
    else {
      const last = sessions.at(-1);
      if (last === undefined) continue;
      last.runs.push(line.run);
      if (line.failed) last.failed.push(line.run);
      last.ended = line.at;
    }
  }
  return sessions;
}

function lineOf(text: string): Line | undefined {
  try {
    return text === '' ? undefined : (JSON.parse(text) as Line);
  } catch {
    return undefined;
  }
}

/** Adds sessions to those of a study, each once. */
export function writeProvenance(dir: string, added: readonly Session[]): void {
  const all = [...readProvenance(dir), ...added];
  // Killed after this was written and before the logs were removed, it is written again.
  const sessions = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  sessions.sort((a, b) => (a.started < b.started ? -1 : a.started > b.started ? 1 : a.pid - b.pid));
  writeFileAtomic(join(dir, STUDY_PROVENANCE), `${JSON.stringify({ sessions }, null, 1)}\n`);
}

/** Sessions that `provenance.json` tells of; none when it is absent or damaged. */
export function readProvenance(dir: string): Session[] {
  try {
    const { sessions } = JSON.parse(readFileSync(join(dir, STUDY_PROVENANCE), 'utf8')) as {
      sessions: Session[];
    };
    return sessions;
  } catch {
    return [];
  }
}
