/**
 * Speed of the demography pass alone, run by hand and never asserted:
 * `node dist/tests/support/bench-demography.js [scale] [months] [région codes, comma-separated]`.
 * Processor time of one thread, not wall time, so that a busy machine counts less.
 */
import { runKey } from '../../sim/base/draws.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { demography } from '../../sim/rules/demography/demography.js';
import { migration } from '../../sim/rules/migration.js';
import { buildGeography } from '../../sim/world/geography/build.js';
import { restrictGeography } from '../../sim/world/geography/restrict.js';
import { opened } from './opened.js';
import { agents, parametersWith, peopleOf2013, START } from './people.js';

const scale = Number(process.argv[2] ?? 10);
const months = Number(process.argv[3] ?? 24);
const geography = restrictGeography(buildGeography(), process.argv[4]?.split(',') ?? []);
const parameters = parametersWith(loadCatalogue());

/** Processor seconds of `work`. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let world = peopleOf2013(geography, parameters, { scale: 1000 });
const setup = seconds(() => {
  world = peopleOf2013(geography, parameters, { scale });
});
const run = runKey('bench', 0);
const people = opened(demography, world, parameters, run);
const sorting = opened(migration, world, parameters, run);
let patientMonths = 0;
let begin = 0;
let pass = 0;
let sort = 0;
for (let month = START; month < START + months; month++) {
  patientMonths += agents(world);
  begin += seconds(() => people.begin?.(month));
  pass += seconds(() => {
    for (let z = 0; z < geography.territories.length; z++) people.territory?.(z, 0);
  });
  sort += seconds(() => sorting.serial?.(month));
}
console.log(`${agents(world)} agents, set up in ${setup.toFixed(2)} s`);
console.log(`demography ${(patientMonths / pass / 1e6).toFixed(1)} M patient-months a second`);
console.log(
  `begin ${((1000 * begin) / months).toFixed(2)} ms, migration ${((1000 * sort) / months).toFixed(2)} ms a month`,
);
