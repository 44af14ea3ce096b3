/** The work of `maillage compare`: choose, read, compare, answer. */
import { compareScenarios } from '../../analysis/comparison/compare.js';
import { type Asked, filterOf, ROWS_BY, selectCells } from '../../analysis/comparison/selection.js';
import type { StudySource } from '../../analysis/comparison/study.js';
import { checkComparable, refuse } from '../../analysis/comparison/unlike.js';
import { placeCode, placeNames } from '../../analysis/wording/places.js';
import type { Invocation } from '../command.js';
import { printJson } from '../json.js';
import { csvOf, jsonOf } from './answer.js';
import { comparisonLines } from './lines.js';

/**
 * Compares the scenarios of the study in `dir` as asked and prints the answer.
 * @throws MaillageError for a folder that holds no study, names it does not know, and runs that cannot be compared.
 */
export async function compareStudy(
  invocation: Invocation,
  open: (dir: string) => Promise<StudySource>,
): Promise<undefined> {
  const { terminal } = invocation;
  const { language } = terminal;
  if (invocation.flag('json') && invocation.flag('csv')) refuse('twoForms', {}, language);
  const { facts, cells: read } = await open(invocation.text('dir') ?? '');
  const typed = listed(invocation, 'places');
  // Names are looked up only where a person reads or types them.
  const places = typed === undefined ? undefined : placeNames(facts.places);
  const asked: Asked = {
    baseline: invocation.text('baseline'),
    scenarios: listed(invocation, 'scenarios'),
    indicators: listed(invocation, 'indicators'),
    years: listed(invocation, 'years'),
    places: places && typed && unique(typed.map((place) => placeCode(places, place))),
    groups: listed(invocation, 'groups'),
    by: ROWS_BY.find((axis) => axis === invocation.text('by')),
    cost: invocation.text('cost'),
    effect: invocation.text('effect'),
  };
  const selection = selectCells(facts, asked, language);
  const cells = await read(filterOf(selection));
  checkComparable(cells, selection.baseline, language);
  if (invocation.flag('json')) {
    printJson(terminal, 'compare', jsonOf(facts.name, compareScenarios(cells, selection, facts)));
  } else if (invocation.flag('csv')) {
    terminal.print(csvOf(compareScenarios(cells, selection, facts)));
  } else {
    for (const line of comparisonLines(cells, { facts, selection, places }, terminal)) terminal.print(line);
  }
  return;
}

/** The names of an option, given as `a,b` or by repeating it; `undefined` when it is not given. */
function listed(invocation: Invocation, option: string): readonly string[] | undefined {
  const names = invocation
    .texts(option)
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length > 0 ? unique(names) : undefined;
}

/** What is named twice is compared once: a difference shown twice would count twice among those tested together. */
function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
