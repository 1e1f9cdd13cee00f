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
  simulate
} from './index';

const events = { findEvents, openEvents, mapEvents, checkEvents, forgetEvents };

serve({ byTable, simulate, score, pkStudy, bleedingGroups, adherenceByPerson, fillHours, ...events });
