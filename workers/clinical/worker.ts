import { serve } from '../shared/serve';
import { adherenceByPerson, bleedingGroups, pkStudy, score, simulate } from './index';

serve({ simulate, score, pkStudy, bleedingGroups, adherenceByPerson });
