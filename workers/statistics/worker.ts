import { serve } from '../shared/serve';
import { benchmark } from './index';

serve({ benchmark });
