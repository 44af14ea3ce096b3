/** The map on which runs start: synthetic inside régions, or imported with `--data`, and the sentence that says which. */
import type { Text } from '../analysis/wording/language.js';
import { percent } from '../analysis/wording/numbers.js';
import { RUN } from '../analysis/wording/run.js';
import { SUPPLY } from '../analysis/wording/supply.js';
import { buildGeography } from '../sim/world/geography/build.js';
import { readSupply, withSupply } from '../sim/world/geography/supply-dataset.js';
import type { Supply } from '../sim/world/supply.js';
import type { Geography } from '../sim/world/territory.js';
import type { Invocation } from './command.js';
import { wrap } from './terminal/table.js';
import type { Terminal } from './terminal/terminal.js';

/**
 * The geography of France with the supply of `--data`; says so before anything runs.
 * @throws MaillageError `bad-data` for a folder that is no dataset.
 */
export function geographyAsked(invocation: Invocation): Geography {
  const { terminal } = invocation;
  const geography = buildGeography();
  const dir = invocation.text('data');
  if (dir === undefined) return geography;
  const supply = readSupply(dir, geography);
  for (const line of wrap(importedText(supply, terminal))) terminal.say(line);
  return withSupply(geography, supply);
}

/** Where GPs and nurses practise at the start, as a note under results. */
export function supplyNotes({ supply }: Pick<Geography, 'supply'>, terminal: Terminal): string[] {
  if (supply === undefined) return [terminal.tell(RUN.notes.synthetic)];
  const synthetic = professionsOf(supply, false);
  const what = wordsOf(synthetic, terminal);
  return [
    importedText(supply, terminal),
    ...(synthetic.length > 0 ? [terminal.tell(SUPPLY.partly, { what })] : []),
  ];
}

function importedText(supply: Supply, terminal: Terminal): string {
  return terminal.tell(SUPPLY.used, {
    what: wordsOf(professionsOf(supply, true), terminal),
    name: supply.name,
    share: percent(supply.matched, terminal.language, 1),
  });
}

/** Professions whose places are imported, or are not. */
function professionsOf(supply: Supply, imported: boolean): Text[] {
  return (['gps', 'nurses'] as const)
    .filter((profession) => (supply[profession] !== undefined) === imported)
    .map((profession) => SUPPLY.professions[profession]);
}

function wordsOf(texts: readonly Text[], terminal: Terminal): string {
  return texts.map((text) => terminal.tell(text)).join(terminal.tell(SUPPLY.and));
}
