import { serve } from '../shared/serve';
import {
  adherenceByPerson,
  bleedingGroups,
  byTable,
  checkEvents,
  fillHours,
  findEvents,
  forgetEvents,
  makeFiles,
  mapEvents,
  openEvents,
  packFiles,
  pkStudy,
  score,
  scoreCourse,
  simulate,
  warningStudy
} from './index';

const events = { findEvents, openEvents, mapEvents, checkEvents, forgetEvents };
const files = { makeFiles, packFiles };

serve({
  byTable,
  simulate,
  score,
  scoreCourse,
  pkStudy,
  bleedingGroups,
  adherenceByPerson,
  fillHours,
  warningStudy,
  ...events,
  ...files
});
