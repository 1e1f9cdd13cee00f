import { serve } from '../shared/serve';
import { layOut } from './index';

serve({ layOut });
