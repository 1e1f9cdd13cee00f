import type { Failure } from '../../words';
import { comparing } from './comparing';
import { mixed } from './mixed';
import { predicting } from './predicting';
import { regression } from './regression';
import { studies } from './studies';
import { survival } from './survival';

/** Failures of the rooms of the statistics engine. */
export const analysing: Record<string, Failure> = {
  ...comparing,
  ...regression,
  ...mixed,
  ...survival,
  ...predicting,
  ...studies
};
