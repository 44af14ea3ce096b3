/** The head of a report: question, answer, cautions, scenarios, and the table of what differs. */
import { RUN_DEFAULTS } from '../../../sim/engine/settings.js';
import { HEADLINE } from '../../../sim/recorder/dictionary.js';
import type { ComparedRow } from '../../comparison/compare.js';
import type { Contrast } from '../../comparison/paired.js';
import { CAUTIONS } from '../../wording/cautions.js';
import { CHARTS } from '../../wording/charts.js';
import type { Language, Text } from '../../wording/language.js';
import { fill } from '../../wording/language.js';
import { decimal, digitsFor, signed } from '../../wording/numbers.js';
import { PAGE } from '../../wording/page.js';
import { listed, typeset } from '../../wording/said.js';
import type { ReportContent } from '../content.js';
import { answerOf, questionOf, verdictOf } from '../findings.js';
import { escaped, withCode } from '../html.js';

/** Runs below which a band of 95 % of them is nearly their whole range. */
const FEW_RUNS = 20;

/** Title, question, answer and cautions. */
export function answerPart(content: ReportContent, version: string, language: Language): string {
  const { manifest, frame, comparison } = content;
  const sentences = answerOf(frame, comparison).map((text) => `<p>${escaped(text[language])}</p>`);
  const cautions = cautionsOf(content, version, language).map((text) => `<li>${withCode(text)}</li>`);
  return (
    `<h1>${escaped(typeset(manifest.title)[language])}</h1>` +
    `<section id="answer" aria-labelledby="h-answer"><h2 id="h-answer">${escaped(PAGE.answer[language])}</h2>` +
    `<p class="question">${escaped(questionOf(frame)[language])}</p>` +
    `<div class="answer">${sentences.join('')}</div><ul class="cautions">${cautions.join('')}</ul></section>`
  );
}

function cautionsOf(
  { manifest, frame, runs, code }: ReportContent,
  version: string,
  language: Language,
): string[] {
  const tell = (text: Text, values: Readonly<Record<string, string | number>> = {}) =>
    fill(text, language, values);
  const simulator = manifest.identity.code.split('+')[0];
  const absent = frame.facts.scenarios.filter(
    ({ name }) => !frame.scenarios.some((one) => one.name === name),
  );
  const observations = new Set(frame.units.map((unit) => unit[frame.sampling])).size;
  const failed = manifest.failures.length;
  const missing = HEADLINE.filter(({ id }) => frame.indicator(id) === undefined);
  return [
    tell(CAUTIONS.instrument, { uncertainty: CHARTS.uncertainty[frame.uncertainty][language] }),
    ...(runs.done < runs.asked ? [tell(CAUTIONS.partial, runs)] : []),
    ...(failed > 0 ? [tell(CAUTIONS.failed, { count: failed })] : []),
    ...(absent.length > 0
      ? [tell(CAUTIONS.absent, { names: absent.map(({ name }) => name).join(', ') })]
      : []),
    ...(frame.others.length === 0 ? [tell(CAUTIONS.alone)] : []),
    ...(manifest.identity.scale > RUN_DEFAULTS.scale
      ? [tell(CAUTIONS.coarse, { scale: manifest.identity.scale, fine: RUN_DEFAULTS.scale })]
      : []),
    ...(observations < 2 ? [tell(CAUTIONS.oneRun)] : []),
    ...(observations > 1 && observations < FEW_RUNS ? [tell(CAUTIONS.fewRuns, { runs: observations })] : []),
    ...(missing.length > 0
      ? [tell(CAUTIONS.notKept, { names: listed(missing.map(({ label }) => typeset(label)))[language] })]
      : []),
    ...(simulator === version ? [] : [tell(CAUTIONS.otherVersion, { study: simulator, program: version })]),
    ...(simulator === version && manifest.identity.code !== code
      ? [tell(CAUTIONS.otherCode, { study: manifest.identity.code, program: code })]
      : []),
  ];
}

/** The key of scenarios, whose boxes hide them in all charts. */
export function scenarioPart({ frame }: ReportContent, language: Language): string {
  const items = frame.scenarios.map((scenario) => {
    const { name, title, label, rank } = scenario;
    const mark =
      name === frame.baseline.name ? ` <span class="tag">${escaped(PAGE.baseline[language])}</span>` : '';
    return (
      `<li><label><input type="checkbox" checked data-scenario="${escaped(name)}">` +
      `<span class="swatch s${rank % 8}" aria-hidden="true"></span><strong>${escaped(label[language])}</strong>${mark}</label> ` +
      `<span class="title">${escaped(title[language])}</span> <code>${escaped(name)}</code></li>`
    );
  });
  return (
    `<section id="scenarios" aria-labelledby="h-scenarios"><h2 id="h-scenarios">${escaped(PAGE.scenarios[language])}</h2>` +
    `<ul class="key">${items.join('')}</ul><p class="hint">${escaped(PAGE.scenariosHint[language])}</p></section>`
  );
}

/** The table of headline indicators; nothing where nothing is compared. */
export function headlinePart({ frame, comparison }: ReportContent, language: Language): string {
  if (comparison === undefined) return '';
  const { rows, family } = comparison;
  const indicators = [...new Map(rows.map((row) => [row.indicator.id, row.indicator])).values()];
  const words = {
    place: frame.placeWords[language],
    year: frame.last,
    baseline: frame.baseline.label[language],
    pairs: Math.max(...rows.map(({ contrast }) => contrast.pairs)),
    uncertainty: CHARTS.uncertainty[frame.uncertainty][language],
    tests: family.size,
    significant: family.significant,
  };
  const caption = fill(PAGE.headlineCaption, language, words);
  const lines = indicators.map((indicator) => {
    const own = frame.others.map(({ name }) =>
      rows.find((row) => row.scenario === name && row.indicator.id === indicator.id),
    );
    const known = own.find((row) => row !== undefined && row.contrast.pairs > 0)?.contrast;
    const level = known === undefined ? '' : levelText(known, language);
    return (
      `<tr><th scope="row">${escaped(typeset(indicator.label)[language])} <span class="unit">(${escaped(indicator.unit[language])})</span></th>` +
      `<td class="n">${level}</td>${own.map((row) => differenceCell(row, language)).join('')}</tr>`
    );
  });
  const heads = [
    `<th scope="col">${escaped(CHARTS.indicator[language])}</th>`,
    `<th scope="col" class="n">${escaped(fill(PAGE.level, language, words))}</th>`,
    ...frame.others.map(({ label }) => `<th scope="col" class="n">${escaped(label[language])}</th>`),
  ];
  return (
    `<section id="headline" aria-labelledby="h-headline"><h2 id="h-headline">${escaped(PAGE.headline[language])}</h2>` +
    `<div class="scroll whole" tabindex="0" role="group" aria-label="${escaped(caption)}"><table class="headline"><caption><span>${escaped(caption)}</span></caption>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>` +
    `<p class="note">${escaped(fill(PAGE.headlineNote, language, words))}</p></section>`
  );
}

function levelText({ baseline, difference, halfWidth }: Contrast, language: Language): string {
  return escaped(decimal(baseline, language, digitsFor(halfWidth, difference === 0 ? baseline : difference)));
}

/** `+6.58 ± 0.54 *, better`, in words where nothing can be told. */
function differenceCell(row: ComparedRow | undefined, language: Language): string {
  const plain = (text: Text) => `<td class="n"><span class="verdict">${escaped(text[language])}</span></td>`;
  if (row === undefined) return plain(PAGE.noValue);
  const verdict = verdictOf(row);
  if (verdict === 'missing') return plain(PAGE.noValue);
  if (verdict === 'same') return plain(PAGE.noDifference);
  const { difference, halfWidth } = row.contrast;
  const digits = digitsFor(halfWidth, difference);
  const value = signed(difference, language, digits);
  if (verdict === 'alone') return numberCell(value, '', PAGE.noInterval, 'unclear', language);
  const interval = `\u00a0±\u00a0${decimal(halfWidth, language, digits)}${row.significant ? '\u00a0*' : ''}`;
  if (verdict === 'unclear' || verdict === 'manyTests')
    return numberCell(value, interval, PAGE.notTold, 'unclear', language);
  const { better } = row.indicator;
  if (better === undefined) {
    return numberCell(value, interval, verdict === 'above' ? PAGE.higher : PAGE.lower, 'told', language);
  }
  const isBetter = (better === 'more') === (verdict === 'above');
  return numberCell(
    value,
    interval,
    isBetter ? PAGE.better : PAGE.worse,
    isBetter ? 'good' : 'bad',
    language,
  );
}

function numberCell(
  value: string,
  interval: string,
  verdict: Text,
  kind: string,
  language: Language,
): string {
  return (
    `<td class="n ${kind}">${escaped(value + interval)} ` +
    `<span class="verdict">${escaped(verdict[language])}</span></td>`
  );
}
