/** The one door of the engine: what a program that uses Maillage as a library may import. */
export { type ErrorCode, MaillageError } from './base/errors.js';
export type { ManyProgress } from './engine/many.js';
export { type ManyOptions, type SimulationOptions, simulate, simulateMany } from './engine/run-scenario.js';
export type { Progress, RunResult } from './engine/simulate.js';
export { type Catalogue, loadCatalogue } from './parameters/catalogue.js';
export type { Recording } from './recorder/recording.js';
export { loadScenario } from './scenario/load.js';
export type { Scenario } from './scenario/types.js';
export { buildGeography } from './world/geography/build.js';
export type { Geography, Territory } from './world/territory.js';
