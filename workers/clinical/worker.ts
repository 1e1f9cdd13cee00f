import { serve } from '../shared/serve';
import { simulate } from './index';

serve({ simulate });
