export type { Durations } from './durations';
export type { EdgeFilter } from './edges';
export { pathwayFailures } from './errors';
export type { EventColumns } from './event-columns';
export { readEventLog, type DroppedRows, type EventLog } from './event-log';
export { mapPathways, type PathwayMap, type PathwayRemark } from './pathway-map';
export { writeStep } from './reference-path/write';
export type { LeftOutCases, PathwayFilter } from './selection';
export type { Traces } from './variants';
