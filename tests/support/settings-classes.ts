/** Prints, as JSON, whether what each settings function returns has the same hidden class in the last two months of many. */
import { setFlagsFromString } from 'node:v8';
import { monthOf } from '../../sim/base/calendar.js';
import { loadCatalogue } from '../../sim/parameters/catalogue.js';
import { parametersFromJSON } from '../../sim/parameters/resolved.js';
import type { Parameters } from '../../sim/parameters/types.js';
import { careerTables } from '../../sim/rules/career-tables.js';
import { agreementSettings } from '../../sim/rules/cpts/aci.js';
import { lifeSettings } from '../../sim/rules/cpts/life-settings.js';
import { coordinatorSettings, cptsSettings } from '../../sim/rules/cpts/settings.js';
import { protocolSettings } from '../../sim/rules/delegation/protocol-settings.js';
import {
  asaleeSettings,
  caseloadSettings,
  classSettings,
  delegatingSettings,
  feeSettings,
  ipaSettings,
  referralSettings,
  testSettings,
} from '../../sim/rules/delegation/settings.js';
import { agencySettings, supportSettings, unitySettings } from '../../sim/rules/institutions/settings.js';
import { teamSettings, willSettings } from '../../sim/rules/teams/settings.js';
import { resolveParameters } from '../../sim/scenario/apply.js';
import { loadScenario } from '../../sim/scenario/load.js';
import { hoursTables } from '../../sim/world/working-hours.js';
import { country } from './tiny-recording.js';

const world = country();
const ofParameters = [
  careerTables,
  hoursTables,
  agreementSettings,
  lifeSettings,
  cptsSettings,
  coordinatorSettings,
  asaleeSettings,
  caseloadSettings,
  classSettings,
  feeSettings,
  testSettings,
  agencySettings,
  unitySettings,
  supportSettings,
];
const ofWorld = [
  teamSettings,
  willSettings,
  delegatingSettings,
  referralSettings,
  protocolSettings,
  ipaSettings,
];
type Made = (parameters: Parameters, month: number) => object;
const settings: readonly { name: string; make: Made }[] = [
  ...ofParameters.map((make) => ({ name: make.name, make })),
  ...ofWorld.map((make) => ({
    name: make.name,
    make: (parameters: Parameters, month: number) => make(world, parameters, month),
  })),
];

setFlagsFromString('--allow-natives-syntax');
const sameClass = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (a: object, b: object) => boolean;

const catalogue = loadCatalogue();
const parameters = parametersFromJSON(
  resolveParameters(catalogue, loadScenario('baseline', catalogue)).toJSON(),
);
/** Months enough for V8 to make a function its own way, as in a study. */
const MONTHS = Array.from({ length: 300 }, (_, m) => monthOf(2014, 1) + m);

const told = settings.map(({ name, make }) => {
  const [last, before] = MONTHS.map((month) => make(parameters, month)).reverse();
  return [name, sameClass(last, before)];
});
const turning = (month: number) => (month % 2 === 0 ? { month, last: month } : { last: month, month });
const [last, before] = MONTHS.map(turning).reverse();
console.log(JSON.stringify({ ...Object.fromEntries(told), turning: sameClass(last, before) }));
