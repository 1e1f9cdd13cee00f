import { serve } from '../shared/serve';
import { benchmark, byTable } from './index';

serve({ benchmark, byTable });
