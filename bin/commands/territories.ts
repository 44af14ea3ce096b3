/** `maillage territories`: the real places that the model runs on. */
import { REFUSALS } from '../../analysis/wording/command-line.js';
import type { Text } from '../../analysis/wording/language.js';
import { decimal } from '../../analysis/wording/numbers.js';
import { TERRITORIES } from '../../analysis/wording/territories.js';
import { MaillageError, nearestName } from '../../sim/base/errors.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import type { Geography, Place, Territory } from '../../sim/world/territory.js';
import type { Command, Invocation } from '../command.js';
import { printJson } from '../json.js';
import { JSON_OPTION } from '../options.js';
import { tableLines } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const SHOWN_COMMUNES = 10;
const SHOWN_NEIGHBOURS = 8;

export const territories: Command = {
  name: 'territories',
  describe: TERRITORIES.group,
  commands: [
    {
      name: 'list',
      describe: TERRITORIES.list,
      options: [
        { name: 'region', describe: TERRITORIES.region },
        { name: 'departement', describe: TERRITORIES.departement },
        JSON_OPTION,
      ],
      examples: ['maillage territories list --region Bretagne'],
      run: list,
    },
    {
      name: 'show',
      describe: TERRITORIES.show,
      positionals: [{ name: 'territory', describe: TERRITORIES.territory }],
      options: [JSON_OPTION],
      run: show,
    },
  ],
};

function list(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const geography = buildGeography();
  const { regions, departements } = geography;
  const region = placeAsked(invocation, 'region', regions, TERRITORIES.unknownRegion);
  const departement = placeAsked(invocation, 'departement', departements, TERRITORIES.unknownDepartement);
  const chosen = geography.territories.filter(
    (territory) =>
      (region === undefined || territory.region === region.code) &&
      (departement === undefined || territory.departement === departement.code),
  );
  if (invocation.flag('json')) {
    const lines = chosen.map(({ blocks, ...territory }) => ({ ...territory, communes: blocks.length }));
    printJson(terminal, 'territories-list', { territories: lines });
    return;
  }
  const { columns } = TERRITORIES;
  const rows = chosen.map((territory) => [
    territory.code,
    territory.name,
    territory.departement,
    territory.region,
    decimal(territory.population, terminal.language),
    terminal.tell(TERRITORIES.classes[territory.ruralClass]),
  ]);
  const layout = [
    { title: terminal.tell(columns.code) },
    { title: terminal.tell(columns.name), wraps: true },
    { title: terminal.tell(columns.departement) },
    { title: terminal.tell(columns.region) },
    { title: terminal.tell(columns.people), align: 'right' as const },
    { title: terminal.tell(columns.class) },
  ];
  for (const line of tableLines(layout, rows)) terminal.print(line);
  const people = chosen.reduce((sum, territory) => sum + territory.population, 0);
  terminal.print('');
  terminal.print(
    terminal.tell(TERRITORIES.total, { count: chosen.length, people: decimal(people, terminal.language) }),
  );
  return;
}

function placeAsked(
  invocation: Invocation,
  option: string,
  places: readonly Place[],
  unknown: Text,
): Place | undefined {
  const asked = invocation.text(option);
  if (asked === undefined) return undefined;
  const found = places.find((place) => place.code === asked || folded(place.name) === folded(asked));
  return found ?? refuse(asked, unknown, places, invocation.terminal);
}

function show(invocation: Invocation): undefined {
  const { terminal } = invocation;
  const geography = buildGeography();
  const territory = territoryAsked(invocation.text('territory') ?? '', geography, terminal);
  const neighbours = neighboursOf(territory, geography);
  if (invocation.flag('json')) {
    const near = neighbours.map(({ territory: { code, name }, minutes }) => ({ code, name, minutes }));
    printJson(terminal, 'territories-show', { territory, neighbours: near });
    return;
  }
  const number = (value: number, digits = 0) => decimal(value, terminal.language, digits);
  const nameOf = (places: readonly Place[], code: string) =>
    places.find((place) => place.code === code)?.name ?? code;
  terminal.print(terminal.strong(`${territory.name} (${territory.code})`));
  terminal.print(
    terminal.tell(TERRITORIES.where, {
      departement: nameOf(geography.departements, territory.departement),
      departementCode: territory.departement,
      region: nameOf(geography.regions, territory.region),
      regionCode: territory.region,
    }),
  );
  terminal.print(
    terminal.tell(TERRITORIES.people, {
      people: number(territory.population),
      class: terminal.tell(TERRITORIES.classes[territory.ruralClass]),
      communes: territory.blocks.length,
    }),
  );
  if (territory.epciPopulation !== territory.population) {
    const values = { epci: territory.epci, people: number(territory.epciPopulation) };
    terminal.print(terminal.tell(TERRITORIES.part, values));
  }
  terminal.print(
    terminal.tell(TERRITORIES.centre, {
      latitude: number(territory.latitude, 2),
      longitude: number(territory.longitude, 2),
      minutes: number(geography.innerMinutes[territory.index]),
    }),
  );
  const { columns } = TERRITORIES;
  const largest = [...territory.blocks]
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN_COMMUNES);
  const code = { title: terminal.tell(columns.code) };
  terminal.print('');
  const communes = [
    code,
    { title: terminal.tell(TERRITORIES.communes), wraps: true },
    { title: terminal.tell(columns.people), align: 'right' as const },
  ];
  const communeRows = largest.map((block) => [block.code, block.name, number(block.population)]);
  for (const line of tableLines(communes, communeRows)) terminal.print(line);
  terminal.print('');
  const near = [
    code,
    { title: terminal.tell(TERRITORIES.neighbours), wraps: true },
    { title: terminal.tell(columns.minutes), align: 'right' as const },
  ];
  const nearRows = neighbours
    .slice(0, SHOWN_NEIGHBOURS)
    .map(({ territory: other, minutes }) => [other.code, other.name, number(minutes)]);
  for (const line of tableLines(near, nearRows)) terminal.print(line);
  return;
}

function territoryAsked(asked: string, { territories: all }: Geography, terminal: Terminal): Territory {
  const byCode = all.find(({ code }) => code === asked);
  if (byCode !== undefined) return byCode;
  const named = all.filter(({ name }) => folded(name) === folded(asked));
  const matches = named.length > 0 ? named : all.filter(({ name }) => folded(name).includes(folded(asked)));
  if (matches.length === 1) return matches[0];
  if (matches.length === 0 || asked.trim() === '') return refuse(asked, TERRITORIES.unknown, all, terminal);
  const list = matches
    .slice(0, SHOWN_NEIGHBOURS)
    .map(({ code, name }) => `${code} (${name})`)
    .join(', ');
  const more = matches.length > SHOWN_NEIGHBOURS ? '…' : '';
  const values = { name: asked, count: matches.length, list: list + more };
  throw new MaillageError('unknown-name', terminal.tell(TERRITORIES.several, values));
}

function refuse(asked: string, text: Text, places: readonly Place[], terminal: Terminal): never {
  // A word of a name is enough: Marsaille → Marseille, though no territory has that name alone.
  const near = nearestName(
    asked,
    places.flatMap(({ code, name }) => [name, code, ...name.split(/[^\p{Letter}\d]+/u)]),
  );
  const hint =
    near === undefined
      ? terminal.tell(TERRITORIES.listHint)
      : terminal.tell(REFUSALS.didYouMean, { name: near });
  throw new MaillageError('unknown-name', terminal.tell(text, { name: asked, hint }));
}

function neighboursOf({ index }: Territory, { territories: all, neighbours }: Geography) {
  const { start, territory, minutes } = neighbours;
  return Array.from({ length: start[index + 1] - start[index] }, (_, i) => ({
    territory: all[territory[start[index] + i]],
    minutes: minutes[start[index] + i],
  }));
}

/** Without accents, capitals and hyphens, as people type names. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
