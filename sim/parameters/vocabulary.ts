/**
 * The two closed lists that parameter files draw from: units (units.yaml) and domains (domains.yaml).
 * A domain is an ordered list of members, such as the régions or five age classes, over which a list runs.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../base/problems.js';
import { bilingual, checkShape, text } from '../base/shape.js';
import { readYaml } from '../base/yaml.js';

export interface Unit {
  readonly id: string;
  readonly en: string;
  readonly fr: string;
  /** No value of this unit may lie outside; infinite where the unit has no bound of its own. */
  readonly limits: readonly [number, number];
}

export interface Member {
  readonly id: string;
  readonly en: string;
  readonly fr: string;
}

export interface Domain {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly members: readonly Member[];
}

export interface Vocabulary {
  readonly units: ReadonlyMap<string, Unit>;
  readonly domains: ReadonlyMap<string, Domain>;
  readonly problems: readonly Problem[];
}

export const UNITS_FILE = 'units.yaml';
export const DOMAINS_FILE = 'domains.yaml';

const bound = z.number({ error: 'a number, or null for no bound' }).nullable();
const UnitsFile = z.record(
  text,
  z.strictObject({
    en: text,
    fr: text,
    limits: z.tuple([bound, bound], { error: 'two bounds, [lowest, highest]' }).optional(),
  }),
);

const word = z.union([text, z.number()], { error: 'a word or a code' });
const DomainsFile = z.record(
  text,
  z.strictObject({
    label: bilingual,
    members: z
      .array(
        z.union([word, z.strictObject({ id: word, en: text, fr: text })], {
          error: 'a word, or { id, en, fr }',
        }),
      )
      .min(1, { error: 'at least one member' }),
  }),
);

/** Reads units.yaml and domains.yaml of a folder; mistakes come back in `problems`. */
export function readVocabulary(folder: string): Vocabulary {
  const units = shapeFile(join(folder, UNITS_FILE), UnitsFile);
  const domains = shapeFile(join(folder, DOMAINS_FILE), DomainsFile);
  return {
    units: new Map(
      Object.entries(units.value ?? {}).map(([id, unit]) => [
        id,
        { id, en: unit.en, fr: unit.fr, limits: limitsOf(unit.limits) },
      ]),
    ),
    domains: new Map(
      Object.entries(domains.value ?? {}).map(([id, domain]) => [
        id,
        { id, label: domain.label, members: domain.members.map(memberOf) },
      ]),
    ),
    problems: [...units.problems, ...domains.problems],
  };
}

function shapeFile<S extends z.ZodType>(
  file: string,
  schema: S,
): { value?: z.output<S>; problems: readonly Problem[] } {
  const read = readYaml(file);
  if (read.root === undefined || read.problems.length > 0) return { problems: read.problems };
  return checkShape(schema, read.root);
}

function limitsOf(limits: readonly [number | null, number | null] | undefined): readonly [number, number] {
  return [limits?.[0] ?? -Infinity, limits?.[1] ?? Infinity];
}

function memberOf(member: string | number | { id: string | number; en: string; fr: string }): Member {
  if (typeof member !== 'object') return { id: String(member), en: String(member), fr: String(member) };
  return { id: String(member.id), en: member.en, fr: member.fr };
}
