import { serve } from '../shared/serve';
import { score, simulate } from './index';

serve({ simulate, score });
