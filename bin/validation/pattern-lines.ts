/** The table of patterns of a validation, and its JSON. */
import type { PatternJudgement } from '../../analysis/validation/judge-patterns.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import { percent } from '../terminal/numbers.js';
import { tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

export function patternLines(
  judgements: readonly PatternJudgement[],
  { runs, draws }: { readonly runs: number; readonly draws: number },
  terminal: Terminal,
): string[] {
  const { patternColumns: columns, patterns } = VALIDATION;
  const shareText = (share: number, told: number) =>
    told === 0
      ? terminal.tell(VALIDATION.patternNone)
      : terminal.tell(VALIDATION.patternShare, { share: percent(share, terminal.language, 0), runs: told });
  const rows = judgements.map((one) => [
    `${terminal.tell(one.pattern.label)} (${one.pattern.source})`,
    shareText(one.share, one.runs),
    ...(draws > 0 ? [shareText(one.drawsShare, one.draws)] : []),
    terminal.tell(patterns[one.verdict]),
  ]);
  const part = draws > 0 ? VALIDATION.patternsDrawn : VALIDATION.patternsPart;
  return [
    ...wrap(terminal.tell(part, { runs, draws })).map(terminal.strong),
    '',
    ...tableLines(
      [
        { title: terminal.tell(columns.pattern), wraps: true },
        { title: terminal.tell(columns.share), align: 'right' },
        ...(draws > 0 ? [{ title: terminal.tell(columns.draws), align: 'right' as const }] : []),
        { title: terminal.tell(columns.verdict) },
      ],
      rows,
    ),
    '',
  ];
}

export function patternJson({ pattern, runs, share, draws, drawsShare, verdict }: PatternJudgement) {
  const { id, label, source } = pattern;
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return { id, label, source, runs, share: known(share), draws, drawsShare: known(drawsShare), verdict };
}
