import { serve } from '../shared/serve';
import { analyse, benchmark, byTable, columnsOf } from './index';

serve({
  analyse,
  benchmark,
  byTable,
  columnsOf: async (...asked: Parameters<typeof columnsOf>) => columnsOf(...asked)
});
