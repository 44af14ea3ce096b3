/** Progress: a bar redrawn in place on a screen, a line now and then elsewhere, nothing with `--quiet`. */
import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

export interface Progress {
  /** `done` of `total` steps are behind us; calls may come often. */
  update(done: number, total: number): void;
  /** Takes the bar away; may be called twice. */
  stop(): void;
}

/** Words of a line, from the share done (0–1), steps a second, and seconds left. */
export type ProgressWords = (share: number, rate: number, left: number) => string;

/** Seconds between two lines where there is no screen. */
const LINE_SECONDS = 10;

export function progress(terminal: Terminal, words: ProgressWords): Progress {
  const started = performance.now();
  const wordsAt = (done: number, total: number) => {
    const rate = (done * 1000) / Math.max(1, performance.now() - started);
    return words(done / total, rate, rate > 0 ? (total - done) / rate : 0);
  };
  if (terminal.quiet) return { update: () => undefined, stop: () => undefined };
  return terminal.live ? bar(wordsAt) : lines(terminal, wordsAt);
}

type WordsAt = (done: number, total: number) => string;

function bar(wordsAt: WordsAt): Progress {
  const single = new SingleBar(
    {
      format: '[{bar}] {words}',
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      fps: 5,
    },
    Presets.legacy,
  );
  return {
    update(done, total) {
      if (!single.isActive) single.start(total, 0, { words: '' });
      single.setTotal(total);
      single.update(done, { words: wordsAt(done, total) });
    },
    stop() {
      if (single.isActive) single.stop();
    },
  };
}

function lines(terminal: Terminal, wordsAt: WordsAt): Progress {
  let told = performance.now();
  return {
    update(done, total) {
      if (performance.now() - told < LINE_SECONDS * 1000) return;
      told = performance.now();
      terminal.say(wordsAt(done, total));
    },
    stop: () => undefined,
  };
}
