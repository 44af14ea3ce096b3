/** The one door of the engine: what a program that uses Maillage as a library may import. */

export { type ErrorCode, MaillageError } from './base/errors.js';
export { loadPlan, planOfScenarios } from './batch/plan/load.js';
export type { Plan } from './batch/plan/types.js';
export { type BatchOptions, type BatchResult, runBatch } from './batch/run-batch.js';
export { extendStudy, studyOfPlan } from './batch/study-of-plan.js';
export type { ManyProgress } from './engine/many.js';
export { type ManyOptions, type SimulationOptions, simulate, simulateMany } from './engine/run-scenario.js';
export type { Progress, RunResult } from './engine/simulate.js';
export { type Catalogue, loadCatalogue } from './parameters/catalogue.js';
export type { Recording } from './recorder/recording.js';
export { type CellFilter, readCells, type StudyCells } from './results/study/cells.js';
export { loadScenario } from './scenario/load.js';
export type { Scenario } from './scenario/types.js';
export { buildGeography } from './world/geography/build.js';
export { readSupply, withSupply } from './world/geography/supply-dataset.js';
export type { Supply } from './world/supply.js';
export type { Geography, Territory } from './world/territory.js';
