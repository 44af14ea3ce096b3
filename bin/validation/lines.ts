/** The tables of a validation, at most 80 columns wide: a line of numbers, then what it rests on. */
import type { Counts, Judgement } from '../../analysis/validation/judge.js';
import { lastYearOf } from '../../analysis/validation/measure.js';
import { SECTIONS, type Target } from '../../analysis/validation/target.js';
import type { Text } from '../../analysis/wording/language.js';
import { plainNumber } from '../../analysis/wording/numbers.js';
import { VALIDATION } from '../../analysis/wording/validation.js';
import { FRANCE } from '../../sim/recorder/cells.js';
import { UNITS } from '../../sim/recorder/indicator.js';
import { textWidth, wrap } from '../terminal/table.js';
import { type Terminal, WIDTH } from '../terminal/terminal.js';
import { observedText, simulatedText } from './numbers.js';

const SIMULATED = 17;
const OBSERVED = 11;
const VERDICT = 8;
const LABEL = WIDTH - SIMULATED - OBSERVED - VERDICT - 3;
const DETAIL = '    ';
/** Units that the label of a count says already. */
const SAID = ['people', 'gps', 'nurses', 'acts', 'percent', 'index', 'teams', 'projects'];

/** Names of régions by code, for figures by région. */
export type RegionNames = ReadonlyMap<string, Text>;

export function judgementLines(
  judgements: readonly Judgement[],
  regions: RegionNames,
  terminal: Terminal,
): string[] {
  const parts = [
    { title: VALIDATION.judgedPart, list: judgements.filter(({ target }) => target.judged) },
    { title: VALIDATION.checkPart, list: judgements.filter(({ target }) => !target.judged) },
  ];
  return parts
    .filter(({ list }) => list.length > 0)
    .flatMap(({ title, list }) => [
      terminal.strong(terminal.tell(title)),
      '',
      ...SECTIONS.flatMap((section) => {
        const inside = list.filter(({ target }) => target.section === section);
        return inside.length === 0 ? [] : sectionLines(section, inside, regions, terminal);
      }),
    ]);
}

function sectionLines(
  section: (typeof SECTIONS)[number],
  list: readonly Judgement[],
  regions: RegionNames,
  terminal: Terminal,
): string[] {
  const { columns, sections } = VALIDATION;
  // Rows that rest on the same share the lines that say so.
  const rests = list.map((judgement) => restText(judgement, terminal));
  const titles = [columns.simulated, columns.observed, columns.verdict].map((text) => terminal.tell(text));
  return [
    ...rowLines(terminal.tell(sections[section]), titles),
    '-'.repeat(WIDTH),
    ...list.flatMap((judgement, i) => {
      const { target } = judgement;
      const heads = target.place !== FRANCE && list[i - 1]?.target.entry !== target.entry;
      const label =
        target.place === FRANCE
          ? labelOf(target, terminal)
          : `  ${regions.get(target.place)?.[terminal.language] ?? target.place}`;
      return [
        ...(heads ? wrap(labelOf(target, terminal)) : []),
        ...rowLines(label, cells(judgement, terminal)),
        ...(rests[i] === rests[i + 1] ? [] : wrap(rests[i], WIDTH, DETAIL)),
      ];
    }),
    '',
  ];
}

function labelOf({ label, indicator, percentOf, dated }: Target, terminal: Terminal): string {
  const unit =
    SAID.includes(indicator.unit) || percentOf !== undefined
      ? ''
      : ` (${terminal.tell(UNITS[indicator.unit])})`;
  return `${terminal.tell(label)}${unit}, ${dated}`;
}

function cells(judgement: Judgement, terminal: Terminal): string[] {
  const { target, verdict } = judgement;
  const words = target.judged ? VALIDATION.verdicts : VALIDATION.informed;
  return [
    simulatedText(target, judgement, terminal.language),
    observedText(target, terminal.language),
    terminal.tell(words[verdict]),
  ];
}

/** A label that wraps, then the numbers on its first line, aligned to the right but the verdict. */
function rowLines(label: string, [simulated, observed, verdict]: readonly string[]): string[] {
  const indent = /^ */.exec(label)?.[0] ?? '';
  const [first, ...more] = wrap(label.trimStart(), LABEL, indent);
  const space = (text: string, width: number) => ' '.repeat(Math.max(0, width - textWidth(text)));
  const numbers = `${space(simulated, SIMULATED)}${simulated} ${space(observed, OBSERVED)}${observed}`;
  return [`${first}${space(first, LABEL)} ${numbers} ${verdict}`, ...more];
}

/** What the numbers rest on: tolerance, use, source, note. */
function restText({ target, scale, verdict }: Judgement, terminal: Terminal): string {
  const parts = [toleranceText(target, terminal), terminal.tell(VALIDATION.uses[target.use])];
  if (target.scale !== undefined && scale !== undefined)
    parts.push(terminal.tell(VALIDATION.readAt, { scale }));
  if (verdict === 'unread') parts.push(unreadReason(target, terminal));
  const source =
    target.status === 'V'
      ? target.source
      : `${target.source} (${terminal.tell(VALIDATION.statuses[target.status])})`;
  parts.push(source);
  if (target.note) parts.push(terminal.tell(target.note));
  return parts.join(terminal.tell(VALIDATION.separator));
}

function unreadReason(target: Target, terminal: Terminal): string {
  return target.scale === undefined
    ? terminal.tell(VALIDATION.needsYear, { year: lastYearOf(target) })
    : terminal.tell(VALIDATION.needsScale, { scale: target.scale });
}

function toleranceText({ tolerance }: Target, terminal: Terminal): string {
  const words = VALIDATION.tolerances;
  const number = (value: number) => plainNumber(value, terminal.language);
  if (tolerance === undefined) return terminal.tell(words.none);
  switch (tolerance.kind) {
    case 'share':
      return terminal.tell(words.share, { value: number(tolerance.value * 100) });
    case 'points':
      return terminal.tell(tolerance.value < 2 ? words.point : words.points, {
        value: number(tolerance.value),
      });
    case 'absolute':
      return terminal.tell(words.absolute, { value: number(tolerance.value) });
    case 'maxOf':
      return terminal.tell(words.maxOf, {
        share: number(tolerance.share * 100),
        roots: number(tolerance.roots),
      });
    case 'interval':
      return terminal.tell(words.interval);
    default:
      return tolerance satisfies never;
  }
}

/** The end of the answer: how many hit, how many missed, and which. */
export function countLines(counts: Counts, terminal: Terminal): string[] {
  const { judged, ok, unread, fitted, fittedOk, checks, checksOk, missed } = counts;
  const values = {
    judged,
    ok,
    fitted,
    fittedOk,
    checks,
    checksOk,
    other: judged - fitted,
    otherOk: ok - fittedOk,
  };
  return [
    ...wrap(terminal.tell(VALIDATION.legend)),
    '',
    ...wrap(terminal.tell(VALIDATION.counts, values)),
    ...(unread > 0 ? wrap(terminal.tell(VALIDATION.unreadCount, { unread })) : []),
    ...(missed.length > 0 ? wrap(terminal.tell(VALIDATION.missed, { names: missed.join(', ') })) : []),
  ];
}
