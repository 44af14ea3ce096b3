/** How sure: chance, parameters, the effects of depth, and what the model leaves out. */
import { auditCatalogue } from '../../../sim/parameters/audit.js';
import { CAUTIONS, SUPPLY_ORIGIN } from '../../wording/cautions.js';
import { fill, type Language, type Text } from '../../wording/language.js';
import type { ReportContent } from '../content.js';
import { withCode } from '../html.js';

/** Sentences about each doubt, before the charts that show it. */
export function certaintyPart(content: ReportContent, language: Language): string {
  const { manifest, frame, catalogue, varies } = content;
  const { design } = manifest.identity;
  const runs = new Set(frame.units.map((unit) => unit[frame.sampling])).size;
  const points = new Set(frame.units.map(({ point }) => point)).size;
  const { total, byStatus } = auditCatalogue(catalogue, { now: '', maxAgeYears: 0 });
  const names = design.dimensions.map(({ name }) => name).join(', ');
  const { method } = design;
  const parameters = varies.parameters
    ? CAUTIONS.parameters.varied
    : points > 1
      ? CAUTIONS.parameters.grid
      : CAUTIONS.parameters.fixed;
  const values = { runs, points, total, assumptions: byStatus.assumption, names, method };
  const part = (title: Text, text: Text) =>
    `<h3>${withCode(title[language])}</h3><p>${withCode(fill(text, language, values))}</p>`;
  return (
    part(CAUTIONS.chance.title, runs > 1 ? CAUTIONS.chance.text : CAUTIONS.oneRun) +
    part(CAUTIONS.parameters.title, parameters) +
    part(CAUTIONS.depth.title, varies.depth ? CAUTIONS.depth.varied : CAUTIONS.depth.fixed)
  );
}

/** What no number on the page tells. */
export function omittedPart({ manifest }: ReportContent, language: Language): string {
  const supply = supplyWords(manifest.identity, 'caution', language);
  const items = [supply, ...Object.values(CAUTIONS.omitted.items).map((text) => text[language])].map(
    (text) => `<li>${withCode(text)}</li>`,
  );
  return `<h3>${withCode(CAUTIONS.omitted.title[language])}</h3><ul>${items.join('')}</ul>`;
}

/** Where professionals practise at the start: drawn by the program, or imported and from which files. */
export function supplyWords(
  { supply }: ReportContent['manifest']['identity'],
  what: keyof typeof SUPPLY_ORIGIN.synthetic,
  language: Language,
): string {
  if (supply === undefined) return SUPPLY_ORIGIN.synthetic[what][language];
  return fill(SUPPLY_ORIGIN.imported[what], language, { name: supply });
}
