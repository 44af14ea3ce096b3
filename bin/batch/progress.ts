/** Progress of a batch: runs done, rate, time left, failures, memory. */
import { BATCH } from '../../analysis/wording/batch.js';
import { decimal } from '../../analysis/wording/numbers.js';
import type { BatchProgress } from '../../sim/batch/run-batch.js';
import { progress } from '../terminal/progress.js';
import type { Terminal } from '../terminal/terminal.js';

const BYTES_PER_MB = 1048576;
const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;
/** The bar counts in thousandths, since runs under way count in part. */
const STEPS = 1000;

export interface BatchBar {
  update(progress: BatchProgress): void;
  stop(): void;
}

export function batchProgress(terminal: Terminal): BatchBar {
  const started = performance.now();
  let last: BatchProgress = { done: 0, total: 0, share: 0, failed: 0 };
  const bar = progress(terminal, (share, _rate, left) => {
    const minutes = Math.max(1, performance.now() - started) / 1000 / SECONDS_PER_MINUTE;
    return terminal.tell(BATCH.progress, {
      done: last.done,
      total: last.total,
      rate: decimal((share * last.total) / minutes, terminal.language, 1),
      left: duration(left, terminal),
      failed: last.failed,
      memory: bytes(process.memoryUsage.rss(), terminal),
    });
  });
  return {
    update(now) {
      last = now;
      bar.update(now.share * STEPS, STEPS);
    },
    stop: bar.stop,
  };
}

/** A time as a person says it: 45 s, 12 min, 3 h 05. */
export function duration(seconds: number, { language }: Terminal): string {
  if (seconds < 2 * SECONDS_PER_MINUTE) return `${decimal(seconds, language)} s`;
  const minutes = Math.round(seconds / SECONDS_PER_MINUTE);
  if (minutes < 2 * MINUTES_PER_HOUR) return `${minutes} min`;
  const rest = String(minutes % MINUTES_PER_HOUR).padStart(2, '0');
  return `${decimal(Math.floor(minutes / MINUTES_PER_HOUR), language)} h ${rest}`;
}

/** A size: 640 MB, 1.3 GB (French: Mo, Go). */
export function bytes(size: number, { language }: Terminal): string {
  const letter = language === 'fr' ? 'o' : 'B';
  const megabytes = size / BYTES_PER_MB;
  if (megabytes < 1000) return `${decimal(Math.max(1, megabytes), language)}\u00a0M${letter}`;
  return `${decimal(megabytes / 1024, language, 1)}\u00a0G${letter}`;
}
