import { comparing } from './remarks/comparing';
import { models } from './remarks/models';
import { predicting } from './remarks/predicting';
import { studies } from './remarks/studies';

/** What a result of statistics says beside its numbers: the remarks of the engine by their codes. */
export const statisticsRemarks = { ...comparing, ...models, ...predicting, ...studies };
