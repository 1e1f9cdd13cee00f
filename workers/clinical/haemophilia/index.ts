export { HAEMOPHILIA_TABLES, MOST_PATIENTS, MOST_PATIENTS_AT_ONCE, type HaemophiliaTable } from './contract';
export type { HaemophiliaOptions } from './options';
export { simulateHaemophilia, type HaemophiliaSimulation } from './simulate';
