/** The cost-effectiveness tables of a comparison: increments, frontier, and the quadrants of the plane. */
import type { ComparedCosts } from '../../analysis/comparison/compare.js';
import type { CostedOption, Increment } from '../../analysis/comparison/costs.js';
import type { StudyFacts } from '../../analysis/comparison/study.js';
import { COSTS } from '../../analysis/wording/costs.js';
import { decimal, digitsFor, percent, rough, signed, withInterval } from '../../analysis/wording/numbers.js';
import { UNITS } from '../../sim/recorder/indicator.js';
import type { Interval } from '../../sim/recorder/statistics.js';
import { type Column, dashed, tableLines, wrap } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const { columns, notes, standings } = COSTS;

/** Money counted in millions makes ratios that nobody can read: they are told in euros. */
const MILLION_EUROS: readonly string[] = [UNITS.millionEuros.en, 'M€'];
const MILLION = 1_000_000;
/** Letters of an increment beyond which its interval goes under it. */
const WIDEST = 16;

/** Tables of one place, group and period; `where` names them. */
export function costLines(
  costs: ComparedCosts,
  where: string,
  facts: StudyFacts,
  terminal: Terminal,
): string[] {
  const { pair, options, observations } = costs;
  const { language } = terminal;
  const isMillions = MILLION_EUROS.includes(pair.cost.unit.en);
  const money: Money = { factor: isMillions ? MILLION : 1, terminal };
  const names = options.map(
    ({ scenario }) => facts.scenarios.find(({ name }) => name === scenario)?.title[language] ?? scenario,
  );
  const labels = { cost: pair.cost.label[language], effect: pair.effect.label[language], where };
  const units = {
    cost: pair.cost.unit[language],
    effect: pair.effect.unit[language],
    unit: `${isMillions ? '€' : pair.cost.unit[language]} / ${pair.effect.unit[language]}`,
    observations,
  };
  return [
    '',
    ...wrap(terminal.tell(COSTS.heading, labels)).map(terminal.strong),
    '',
    ...table(
      ['scenario', 'cost', 'effect', 'moreCost', 'gain'],
      options,
      (option, i) => [names[i], ...incrementCells(option, terminal)],
      terminal,
    ),
    '',
    ...table(
      ['scenario', 'standing', 'icer', 'ratio'],
      options,
      (option, i) => [names[i], ...standingCells(option, names, money)],
      terminal,
    ),
    '',
    ...wrap(terminal.tell(notes.plane)),
    '',
    ...table(
      ['scenario', ...QUADRANTS],
      options.slice(1),
      (option, i) => [names[i + 1], ...quadrantCells(option, terminal)],
      terminal,
    ),
    '',
    ...[pair.effect.better === 'less' ? notes.less : notes.more, notes.frontier, notes.ratio].flatMap(
      (note) => dashed(terminal.tell(note, units)),
    ),
  ];
}

const QUADRANTS = ['dearerAndBetter', 'cheaperAndBetter', 'cheaperAndWorse', 'dearerAndWorse'] as const;

interface Money {
  readonly factor: number;
  readonly terminal: Terminal;
}

function table(
  titles: readonly (keyof typeof columns)[],
  options: readonly CostedOption[],
  cells: (option: CostedOption, i: number) => string[],
  terminal: Terminal,
): string[] {
  const layout = titles.map((name): Column => {
    const isText = name === 'scenario' || name === 'standing';
    return { title: terminal.tell(columns[name]), wraps: isText, align: isText ? 'left' : 'right' };
  });
  return tableLines(layout, options.map(cells));
}

function incrementCells({ cost, effect, increment }: CostedOption, { language }: Terminal): string[] {
  const plain = (value: number) => decimal(value, language, digitsFor(Number.NaN, value));
  if (increment === undefined) return [plain(cost), plain(effect), '', ''];
  const text = ({ mean, halfWidth }: Interval) => {
    const digits = digitsFor(halfWidth, mean);
    return withInterval(signed(mean, language, digits), halfWidth, digits, WIDEST, language);
  };
  return [plain(cost), plain(effect), text(increment.cost), text(increment.gain)];
}

function standingCells(
  { standing, after, icer, increment }: CostedOption,
  names: readonly string[],
  money: Money,
): string[] {
  const { terminal } = money;
  const words = standing === 'frontier' && after === undefined ? standings.first : standings[standing];
  return [
    terminal.tell(words, { after: after === undefined ? '' : names[after] }),
    Number.isNaN(icer) ? '' : rough(icer * money.factor, terminal.language),
    increment === undefined ? terminal.tell(COSTS.reference) : ratioText(increment, money),
  ];
}

/** Cost of a unit gained, or saved by a unit lost; words where one of the two is better in both. */
function ratioText({ cost, gain, ratio }: Increment, { factor, terminal }: Money): string {
  if (cost.mean <= 0 && gain.mean >= 0) {
    const isSame = cost.mean === 0 && gain.mean === 0;
    return isSame ? '' : terminal.tell(COSTS.dominates);
  }
  if (cost.mean >= 0 && gain.mean <= 0) return terminal.tell(COSTS.dominatedByBaseline);
  const number = (value: number) => rough(value * factor, terminal.language);
  const values = { ratio: number(ratio.ratio), low: number(ratio.low), high: number(ratio.high) };
  const text = terminal.tell(Number.isNaN(ratio.low) ? COSTS.unbounded : COSTS.bounds, values);
  return gain.mean < 0 ? terminal.tell(COSTS.saving, { text }) : text;
}

function quadrantCells({ increment }: CostedOption, { language }: Terminal): string[] {
  return QUADRANTS.map((name) => percent(increment?.quadrants[name] ?? 0, language, 0));
}
