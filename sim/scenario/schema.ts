/**
 * Help for people who write scenarios in an editor: the JSON Schema that gives completion, and a new file.
 */
import { z } from 'zod';
import { MaillageError } from '../base/errors.js';
import type { Catalogue } from '../parameters/catalogue.js';
import { PARAMETER_PATH, ScenarioFile } from './file.js';

/** File name of the JSON Schema beside the scenarios, as named in their first line. */
export const SCHEMA_FILE = 'scenario.schema.json';
const MODELINE = `# yaml-language-server: $schema=./${SCHEMA_FILE}`;

/** JSON Schema of scenario files, with every parameter path, its label and its unit. */
export function scenarioJsonSchema(catalogue: Catalogue): Record<string, unknown> {
  const schema = z.toJSONSchema(ScenarioFile, { target: 'draft-7', io: 'input' }) as Record<string, unknown>;
  nameParameters(schema, catalogue);
  return { ...schema, title: 'Scenario of Maillage' };
}

/** Fills the known parameter paths into a JSON Schema that refers to them, each with its label and unit. */
export function nameParameters(schema: Record<string, unknown>, catalogue: Catalogue): void {
  const definitions = schema.definitions as Record<string, Record<string, unknown>>;
  const parameters = [...catalogue.parameters.values()];
  const path = definitions[PARAMETER_PATH];
  definitions[PARAMETER_PATH] = {
    type: 'string',
    description: path.description,
    enum: parameters.map((parameter) => parameter.path),
    // Not part of the standard; read by the YAML and JSON servers of editors.
    enumDescriptions: parameters.map(({ label, unit, choices, by }) => {
      const detail = choices?.join(' | ') ?? unit;
      return `${label.en} · ${label.fr} [${detail}${by === undefined ? '' : `, by ${by}`}]`;
    }),
  };
}

/**
 * Text of a new scenario file, ready to fill in.
 * @throws MaillageError `bad-option` when the name cannot be that of a scenario.
 */
export function newScenario(name: string): string {
  const checked = ScenarioFile.shape.name.safeParse(name);
  if (!checked.success) {
    throw new MaillageError(
      'bad-option',
      `'${name}' cannot name a scenario, expected small ASCII letters, digits and hyphens, such as more-places`,
    );
  }
  return `${MODELINE}
# A scenario says what differs from the one it extends, from when, and why. See README.md in this folder.
name: ${name}
title:
  en: ${name}
  fr: ${name}
extends: baseline
reason: >
  Why somebody would simulate this.
# sources:
#   - "Title of a report, date"

# What you expect, written before looking: up, down, or none.
# expects:
#   - { indicator: indicator.id, direction: up, from: 2030 }

# Each change: one parameter (maillage params list), its months, and one of value, multiply, add.
# changes:
#   - parameter: some.parameter
#     from: 2026-01
#     to: 2031-01          # optional: the month in which the former values resume
#     multiply: 1.2
#     members: [11, 93]    # optional: only these, when the parameter runs over a domain
#     reason: Why this size.
changes: []
`;
}
