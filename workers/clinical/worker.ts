import { serve } from '../shared/serve';
import {
  adherenceByPerson,
  bleedingGroups,
  byTable,
  checkEvents,
  fillHours,
  findEvents,
  forgetEvents,
  mapEvents,
  openEvents,
  pkStudy,
  score,
  scoreCourse,
  simulate,
  warningStudy
} from './index';

const events = { findEvents, openEvents, mapEvents, checkEvents, forgetEvents };

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
  ...events
});
