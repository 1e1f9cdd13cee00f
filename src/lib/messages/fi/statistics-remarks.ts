import type * as en from '../en/statistics-remarks';
import type { Words } from '../words';
import { comparing } from './remarks/comparing';
import { models } from './remarks/models';
import { predicting } from './remarks/predicting';
import { studies } from './remarks/studies';

export const statisticsRemarks: Words<typeof en.statisticsRemarks> = {
  ...comparing,
  ...models,
  ...predicting,
  ...studies
};
