import { serve } from '../shared/serve';
import { adherenceByPerson, bleedingGroups, byTable, fillHours, pkStudy, score, simulate } from './index';

serve({ byTable, simulate, score, pkStudy, bleedingGroups, adherenceByPerson, fillHours });
