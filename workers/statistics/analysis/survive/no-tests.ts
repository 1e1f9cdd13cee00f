import type { Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';

/** The table of tests of proportional hazards where there are none. */
export const NO_TESTS: Table = {
  rows: 0,
  columns: [textColumn('term', []), ...['statistic', 'df', 'p'].map((name) => float64Column(name, new Float64Array(0)))]
};
