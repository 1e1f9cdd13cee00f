export { AGGREGATES, HOURLY_VARIABLES, MOST_HOURS, type Aggregate, type HourlyVariable } from './contract';
export { hourlyFailures } from './errors';
export { fillGrid } from './fill';
export {
  hourlyGrid,
  type HourlyOptions,
  type HourlyReport,
  type HourlyRoom,
  type HourlyTables,
  type VariableReport
} from './grid';
export type { FilledBlock, GridBlock, GridPlan } from './plan';
export { SOURCE_ROLES, type SourceRole } from './source';
