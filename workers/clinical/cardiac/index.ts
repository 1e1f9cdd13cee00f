export { CARDIAC_TABLES, MOST_OPERATIONS, MOST_OPERATIONS_AT_ONCE, type CardiacTable } from './contract';
export type { CardiacOptions } from './options';
export { simulateCardiac, type CardiacSimulation } from './simulate';
