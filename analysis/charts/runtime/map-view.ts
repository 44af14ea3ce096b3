/** The map of one indicator, year and scenario, or of a difference: what the reader chose, as the plan of a chart. */
import type { Plan, PlanDataset } from './drawable.js';
import { shown } from './formats.js';
import type { Inset, Ring } from './marks.js';
import type { Language, Text } from './tree.js';

/** An indicator of the map, its values aside. */
export interface MapIndicator {
  readonly id: string;
  readonly label: Text;
  readonly unit: Text;
  readonly unitOfDifference: Text;
  /** Values are whole numbers of this. */
  readonly step: number;
  readonly digits: number;
  /** Edges between classes of values, and of differences that can be told from zero. */
  readonly edges: readonly number[];
  readonly differenceEdges: readonly number[];
}

/** What the map knows besides values. */
export interface MapFacts {
  readonly scenarios: readonly { readonly name: string; readonly label: Text }[];
  readonly baseline: number;
  readonly years: readonly number[];
  readonly names: readonly string[];
  readonly people: readonly number[];
  readonly points: readonly { readonly territory: number; readonly x: number; readonly y: number }[];
  readonly rings: readonly Ring[];
  readonly insets: readonly (Omit<Inset, 'name'> & { readonly name: Text })[];
  readonly frame: readonly [number, number, number, number];
  readonly indicators: readonly MapIndicator[];
  readonly words: Readonly<Record<MapWord, Text>>;
}

export type MapWord =
  | 'title'
  | 'differenceTitle'
  | 'summary'
  | 'differenceSummary'
  | 'below'
  | 'from'
  | 'between'
  | 'unclear'
  | 'territory'
  | 'people'
  | 'value'
  | 'halfWidth'
  | 'difference'
  | 'clear'
  | 'yes'
  | 'no'
  | 'about';

/** Values of an indicator at (scenario × years + year) × territories + territory, in steps. */
export interface MapValues {
  readonly level: ArrayLike<number>;
  /** 1 where the 95 % interval of the difference from the baseline leaves zero out. */
  readonly clear: ArrayLike<number>;
  /** Half-widths of means and of differences at scenario × territories + territory, in steps; -1 for none. */
  readonly halfWidth: ArrayLike<number>;
  readonly differenceHalfWidth: ArrayLike<number>;
}

export interface MapChoice {
  readonly indicator: number;
  readonly scenario: number;
  readonly year: number;
  readonly difference: boolean;
}

/** No value. */
export const MISSING = -1048576;

interface Seen {
  readonly value: number;
  readonly halfWidth: number;
  readonly clear: boolean;
}

/** What is seen of each territory; NaN where there is nothing. */
function seen(facts: MapFacts, values: MapValues, choice: MapChoice): Seen[] {
  const { step } = facts.indicators[choice.indicator];
  const territories = facts.names.length;
  const at = (scenario: number, z: number) => (scenario * facts.years.length + choice.year) * territories + z;
  const widths = choice.difference ? values.differenceHalfWidth : values.halfWidth;
  return facts.names.map((_, z) => {
    const own = values.level[at(choice.scenario, z)];
    const other = choice.difference ? values.level[at(facts.baseline, z)] : 0;
    const width = widths[choice.scenario * territories + z];
    const isMissing = own === MISSING || other === MISSING;
    return {
      value: isMissing ? Number.NaN : (own - other) * step,
      halfWidth: width < 0 ? Number.NaN : width * step,
      clear: !choice.difference || values.clear[at(choice.scenario, z)] === 1,
    };
  });
}

/** The plan of the map. */
export function mapPlan(facts: MapFacts, values: MapValues, choice: MapChoice): Plan {
  const indicator = facts.indicators[choice.indicator];
  const view = seen(facts, values, choice);
  const edges = choice.difference ? indicator.differenceEdges : indicator.edges;
  const classes = edges.length + 1;
  const members: number[][] = Array.from({ length: classes + 1 }, () => []);
  for (const [p, { territory }] of facts.points.entries()) {
    const { value, clear } = view[territory];
    if (Number.isNaN(value)) continue;
    const rank = edges.filter((edge) => value >= edge).length;
    members[clear ? rank : classes].push(p);
  }
  // Large bubbles first, so that small ones lie on them.
  const bySize = (a: number, b: number) =>
    facts.people[facts.points[b].territory] - facts.people[facts.points[a].territory] || a - b;
  const [left, bottom, right, top] = facts.frame;
  const dataset = (own: readonly number[], rank: number): PlanDataset => {
    const sorted = [...own].sort(bySize);
    const isUnclear = rank === classes;
    return {
      role: 'value',
      label: isUnclear ? facts.words.unclear : classWords(facts, indicator, edges, rank, choice.difference),
      data: sorted.map((p) => ({
        x: facts.points[p].x,
        y: facts.points[p].y,
        say: bubbleWords(
          facts,
          indicator,
          view[facts.points[p].territory],
          facts.points[p].territory,
          choice,
        ),
      })),
      pointRadius: sorted.map((p) => radiusOf(facts.people[facts.points[p].territory])),
      backgroundColor: isUnclear ? '@paper' : classColor(rank, classes, choice.difference),
      borderColor: isUnclear ? '@muted' : '@paper',
      borderWidth: isUnclear ? 0.8 : 0.5,
      pointStyle: 'circle',
    };
  };
  const shownClasses = members
    .map((own, rank) => ({ own, rank }))
    .filter(({ own, rank }) => rank < classes || own.length > 0);
  // What cannot be told lies under the rest.
  const order = [...shownClasses.slice(classes), ...shownClasses.slice(0, classes)];
  return {
    type: 'scatter',
    digits: indicator.digits,
    signed: choice.difference,
    aspect: (right - left) / (top - bottom),
    data: { datasets: order.map(({ own, rank }) => dataset(own, rank)) },
    axes: {
      x: { min: left, max: right, hidden: true },
      y: { min: bottom, max: top, hidden: true },
    },
    land: { rings: facts.rings, insets: facts.insets as unknown as readonly Inset[] },
  };
}

const LARGEST_RADIUS = 16;
/** People of a bubble of radius 1. */
const PEOPLE_OF_ONE = 5000;

function radiusOf(people: number): number {
  return Math.min(LARGEST_RADIUS, Math.sqrt(people / PEOPLE_OF_ONE));
}

function classColor(rank: number, classes: number, isDifference: boolean): string {
  const colours = isDifference ? 6 : 8;
  const place = classes < 2 ? 0 : Math.round((rank * (colours - 1)) / (classes - 1));
  return `@${isDifference ? 'diverging' : 'scale'}${place}`;
}

const LANGUAGES = ['en', 'fr'] as const;

function inBoth(tell: (language: Language) => string): Text {
  const [en, fr] = LANGUAGES.map(tell);
  return { en, fr };
}

function put(text: Text, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function classWords(
  { words }: MapFacts,
  { digits }: MapIndicator,
  edges: readonly number[],
  rank: number,
  signed: boolean,
): Text {
  return inBoth((language) => {
    const low = rank === 0 ? '' : shown(edges[rank - 1], language, digits, signed);
    const high = rank === edges.length ? '' : shown(edges[rank], language, digits, signed);
    const text = rank === 0 ? words.below : rank === edges.length ? words.from : words.between;
    return put(text, language, { low, high });
  });
}

/** `CC du Perche: 3.2 acts (± 0.1 a year)` */
function bubbleWords(
  { names, words }: MapFacts,
  { digits, unit, unitOfDifference }: MapIndicator,
  { value, halfWidth, clear }: Seen,
  territory: number,
  { difference }: MapChoice,
): Text {
  return inBoth((language) => {
    const number = shown(value, language, digits, difference);
    const range = Number.isNaN(halfWidth)
      ? ''
      : ` (${put(words.about, language, { halfWidth: shown(halfWidth, language, digits) })})`;
    const words_ = clear ? '' : `, ${words.unclear[language]}`;
    const colon = language === 'fr' ? '\u00a0: ' : ': ';
    return `${names[territory]}${colon}${number} ${(difference ? unitOfDifference : unit)[language]}${range}${words_}`;
  });
}

/** Title of the map. */
export function mapTitle(facts: MapFacts, choice: MapChoice): Text {
  const { label, unit, unitOfDifference } = facts.indicators[choice.indicator];
  const words = choice.difference ? facts.words.differenceTitle : facts.words.title;
  return inBoth((language) =>
    put(words, language, {
      indicator: label[language],
      unit: (choice.difference ? unitOfDifference : unit)[language],
      year: String(facts.years[choice.year]),
      scenario: facts.scenarios[choice.scenario].label[language],
      baseline: facts.scenarios[facts.baseline].label[language],
    }),
  );
}

/** What the map shows, in a sentence: quartiles over people, and the extremes; or how many territories differ. */
export function mapSummary(facts: MapFacts, values: MapValues, choice: MapChoice): Text {
  const { digits } = facts.indicators[choice.indicator];
  const view = seen(facts, values, choice);
  const known = view.map((_, z) => z).filter((z) => !Number.isNaN(view[z].value));
  const sorted = [...known].sort((a, b) => view[a].value - view[b].value || a - b);
  const total = known.reduce((sum, z) => sum + facts.people[z], 0);
  const quantile = (share: number) => {
    let reached = 0;
    const found = sorted.find((z) => {
      reached += facts.people[z];
      return reached >= share * total;
    });
    return found === undefined ? Number.NaN : view[found].value;
  };
  const clear = known.filter((z) => view[z].clear);
  return inBoth((language) => {
    const number = (value: number) => shown(value, language, digits);
    return put(choice.difference ? facts.words.differenceSummary : facts.words.summary, language, {
      territories: shown(known.length, language, 0),
      low: number(quantile(0.25)),
      middle: number(quantile(0.5)),
      high: number(quantile(0.75)),
      lowest: number(quantile(0.1)),
      highest: number(quantile(0.9)),
      higher: shown(clear.filter((z) => view[z].value > 0).length, language, 0),
      lower: shown(clear.filter((z) => view[z].value < 0).length, language, 0),
      unclear: shown(known.length - clear.length, language, 0),
      chance: shown(known.length * 0.05, language, 0),
    });
  });
}

/** The table of the map: headings, and a row a territory. */
export function mapTable(
  facts: MapFacts,
  values: MapValues,
  choice: MapChoice,
): { readonly headings: readonly Text[]; readonly rows: readonly (readonly (string | number | Text)[])[] } {
  const { words } = facts;
  const view = seen(facts, values, choice);
  const headings = [
    words.territory,
    words.people,
    choice.difference ? words.difference : words.value,
    words.halfWidth,
    ...(choice.difference ? [words.clear] : []),
  ];
  return {
    headings,
    rows: view.map(({ value, halfWidth, clear }, z) => [
      facts.names[z],
      facts.people[z],
      value,
      halfWidth,
      ...(choice.difference ? [clear ? words.yes : words.no] : []),
    ]),
  };
}
