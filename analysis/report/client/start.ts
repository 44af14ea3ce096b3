/** The script of a report: language, theme, scenarios, charts, map, downloads. It asks nothing of any network. */
import type { MapChoice } from '../../charts/runtime/map-view.js';
import type { ThemeName } from '../../charts/runtime/theme.js';
import type { Language } from '../../charts/runtime/tree.js';
import { inflatedJson, inflatedText } from './blobs.js';
import { offerDownloads } from './downloads.js';
import { drawFigure, drawInSight, figuresOf, redraw, reserveRoom } from './figures.js';
import { type PageMap, readMap } from './map.js';
import type { PageChart, PageState, PageTable } from './state.js';

interface PageData {
  readonly source: Readonly<Record<Language, string>>;
  readonly charts: readonly PageChart[];
  /** Tables that no chart draws, by name. */
  readonly tables: Readonly<Record<string, PageTable>>;
}

/** Ms without a change of size before charts are drawn anew. */
const SETTLED = 150;

const root = document.documentElement;
const main = document.getElementById('main') as HTMLElement;

async function start(): Promise<void> {
  const data = await inflatedJson<PageData>('data-charts');
  const charts = new Map(data.charts.map((chart) => [chart.id, chart]));
  const drawn: PageState['drawn'] = new Map();
  const bodies: Partial<Record<Language, string>> = { [languageNow()]: main.innerHTML };
  const heads: Partial<Record<Language, string>> = {};
  const state = (): PageState => ({
    language: languageNow(),
    theme: themeNow(),
    hidden: hiddenNow(),
    source: data.source[languageNow()],
    charts,
    drawn,
  });
  let drawRest = drawInSight(state);
  let map: PageMap | undefined;

  async function showMap(): Promise<void> {
    const figure = document.querySelector<HTMLElement>('figure[data-chart="map"]');
    const usual = charts.get('map');
    if (figure === null || usual === undefined) return;
    map ??= await readMap();
    const { language } = state();
    const { chart, summary } = await map.chart(choiceNow(figure), usual.note);
    charts.set('map', chart);
    put(figure, 'h3', chart.title[language]);
    put(figure, '[id^="t-"]', chart.title[language]);
    put(figure, '.summary', summary[language]);
    put(figure, '.table', '');
    drawFigure(figure, state());
    if (figure.querySelector('details')?.open) await fillTable(figure);
  }

  async function fillTable(figure: HTMLElement): Promise<void> {
    const place = figure.querySelector('.table');
    if (figure.dataset.chart !== 'map' || place === null || place.innerHTML !== '') return;
    map ??= await readMap();
    place.innerHTML = await map.tableHtml(choiceNow(figure), languageNow());
  }

  async function changeLanguage(): Promise<void> {
    const next: Language = languageNow() === 'fr' ? 'en' : 'fr';
    const hidden = hiddenNow();
    const place = firstInSight();
    if (bodies[next] === undefined) {
      const other = JSON.parse(await inflatedText('data-other')) as {
        main: string;
        head: string;
        title: string;
      };
      bodies[next] = other.main;
      heads[next] = other.head;
    }
    const head = document.getElementById('head') as HTMLElement;
    heads[languageNow()] ??= head.innerHTML;
    root.lang = next;
    main.innerHTML = bodies[next] ?? '';
    head.innerHTML = heads[next] ?? '';
    document.title = main.querySelector('h1')?.textContent ?? document.title;
    for (const box of boxes()) box.checked = !hidden.includes(box.dataset.scenario ?? '');
    themeWords();
    reserveRoom(state());
    drawRest = drawInSight(state);
    await showMap();
    drawRest();
    document.getElementById(place)?.scrollIntoView();
    document.querySelector<HTMLElement>('[data-act="language"]')?.focus();
  }

  document.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act;
    if (act === 'language') void changeLanguage();
    if (act === 'print') window.print();
    if (act === 'theme') {
      root.dataset.theme = themeNow() === 'dark' ? 'light' : 'dark';
      themeWords();
      redraw(state());
    }
  });
  document.addEventListener('change', (event) => {
    const target = event.target as HTMLElement;
    if (target.dataset.scenario !== undefined) redraw(state());
    if (target.dataset.map !== undefined) void showMap();
  });
  main.addEventListener(
    'toggle',
    (event) => {
      const figure = (event.target as Element).closest<HTMLElement>('figure[data-chart]');
      if (figure !== null) void fillTable(figure);
    },
    true,
  );
  offerDownloads(main, state, async (figure) => {
    const { table } = figure.dataset;
    if (table !== undefined) return data.tables[table];
    if (figure.dataset.chart !== 'map') return charts.get(figure.dataset.chart ?? '')?.table;
    map ??= await readMap();
    return map.table(choiceNow(figure));
  });
  window.addEventListener('beforeprint', () => {
    drawRest();
    root.dataset.printing = 'yes';
    redraw(state());
  });
  window.addEventListener('afterprint', () => {
    delete root.dataset.printing;
    redraw(state());
  });
  let width = root.clientWidth;
  let timer = 0;
  window.addEventListener('resize', () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    clearTimeout(timer);
    timer = window.setTimeout(() => redraw(state()), SETTLED);
  });
  themeWords();
  reserveRoom(state());
  // Fonts travel in the page: they are there at once, but not before they are asked for.
  await Promise.all(['400 16px', '600 16px'].map((font) => document.fonts.load(`${font} "Source Sans 3"`)));
  redraw(state());
  const [first] = figuresOf(document);
  if (first !== undefined) drawFigure(first, state());
  performance.mark('first-chart');
  root.dataset.ready = 'yes';
  await showMap();
  await quiet();
  drawRest();
  root.dataset.complete = 'yes';
}

/** When the browser has nothing better to do. */
function quiet(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => done(), { timeout: 1500 });
    else setTimeout(done, SETTLED);
  });
}

function languageNow(): Language {
  return root.lang === 'fr' ? 'fr' : 'en';
}

/** Chosen, or that of the system; paper is light. */
function themeNow(): ThemeName {
  if (root.dataset.printing === 'yes') return 'light';
  const chosen = root.dataset.theme;
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The button says what it would change to; the theme of the system is written down so that styles follow. */
function themeWords(): void {
  root.dataset.theme = themeNow();
  const button = document.querySelector<HTMLElement>('[data-act="theme"]');
  if (button !== null)
    button.textContent = (themeNow() === 'dark' ? button.dataset.light : button.dataset.dark) ?? '';
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-scenario]')];
}

function hiddenNow(): string[] {
  return boxes().flatMap((box) => (box.checked ? [] : [box.dataset.scenario ?? '']));
}

function choiceNow(figure: HTMLElement): MapChoice {
  const chosen = (name: string) =>
    Number(figure.querySelector<HTMLSelectElement>(`[data-map="${name}"]`)?.value ?? 0);
  return {
    indicator: chosen('indicator'),
    year: chosen('year'),
    scenario: chosen('scenario'),
    difference: chosen('difference') === 1,
  };
}

function put(parent: HTMLElement, selector: string, text: string): void {
  const found = parent.querySelector(selector);
  if (found !== null) found.textContent = text;
}

/** The section being read, to come back to it in the other language. */
function firstInSight(): string {
  const sections = [...main.querySelectorAll('section')];
  const found = sections.find((section) => section.getBoundingClientRect().bottom > 0);
  return window.scrollY < 40 || found === undefined ? 'main' : found.id;
}

void start();
