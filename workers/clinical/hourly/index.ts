export {
  AGGREGATES,
  HOURLY_VARIABLES,
  MOST_HOURS,
  SOURCE_ROLES,
  type Aggregate,
  type HourlyVariable,
  type SourceRole
} from './contract';
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
