export { byTable } from './by-table';
export { MOST_PERSONS, MOST_PERSONS_AT_ONCE, TABLES, USE_CASES, type TableName, type UseCase } from './contract';
export type { SimulationOptions } from './picu/options';
export type { Simulation } from './picu/simulate';
export type { FaultNumber, PlantedFault } from './shared/faults';
export { simulate, type AnySimulation, type AnySimulationOptions, type Counted } from './simulate';

export { makeFiles, packFiles, type FilePiece, type FilesRequest, type MadePart } from './files';

import { fillGrid, type FilledBlock, type GridBlock, type GridPlan } from './hourly';

export type { FilledBlock, GridBlock, GridPlan } from './hourly';

/** Puts the rows of some stays onto their hours: what `hourlyGrid` asks of a worker. */
export async function fillHours(plan: GridPlan, block: GridBlock): Promise<FilledBlock> {
  return fillGrid(plan, block);
}

export {
  score,
  scoreCourse,
  type AnyRemark as ScoreRemark,
  type InputSummary,
  type OnsetCounts,
  type ScoreCourse,
  type ScoredCourse,
  type VariableSummary,
  type ScoreInputs,
  type ScoreOptions,
  type ScoreResult
} from './scores';

export {
  adherenceByPerson,
  bleedingGroups,
  pkStudy,
  type BleedingGroup,
  type BleedingGroups,
  type PkFigure,
  type Person,
  type PkRequest,
  type PkStudy,
  type WhatIf
} from './pk';
export { checkEvents, findEvents, forgetEvents, mapEvents, openEvents, type OpenedEvents } from './events';
export type {
  Conformance,
  DroppedRows,
  Durations,
  EventColumns,
  PathFit,
  PathwayFilter,
  PathwayMap,
  PathwayRemark
} from './pathway';

export { warningStudy, type UtilityOptions, type WarningColumns, type WarningStudy } from './utility';
