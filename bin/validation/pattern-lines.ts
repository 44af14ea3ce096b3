/** The table of patterns of a validation, and its JSON. */
import type { PatternJudgement } from '../../analysis/validation/judge-patterns.js';
import { percent } from '../../analysis/wording/numbers.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

export function patternLines(
  judgements: readonly PatternJudgement[],
  runs: number,
  terminal: Terminal,
): string[] {
  const { patternColumns: columns, patterns } = VALIDATION;
  const rows = judgements.map(({ pattern, runs: told, share, verdict }) => [
    `${terminal.tell(pattern.label)} (${pattern.source})`,
    told === 0
      ? terminal.tell(VALIDATION.patternNone)
      : terminal.tell(VALIDATION.patternShare, { share: percent(share, terminal.language, 0), runs: told }),
    terminal.tell(patterns[verdict]),
  ]);
  return [
    ...wrap(terminal.tell(VALIDATION.patternsPart, { runs })).map(terminal.strong),
    '',
    ...tableLines(
      [
        { title: terminal.tell(columns.pattern), wraps: true },
        { title: terminal.tell(columns.share), align: 'right' },
        { title: terminal.tell(columns.verdict) },
      ],
      rows,
    ),
    '',
  ];
}

export function patternJson({ pattern, runs, share, verdict }: PatternJudgement) {
  const { id, label, source } = pattern;
  return { id, label, source, runs, share: Number.isFinite(share) ? share : null, verdict };
}
