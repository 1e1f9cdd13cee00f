export type { FaultNumber, PlantedFault } from '../shared/faults';
