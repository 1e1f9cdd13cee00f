import type { JobOptions } from '../../shared/job';
import type { ColumnDetails, TableProfile } from '../../shared/profile';
import type { ColumnFilter } from '../../shared/table-view';

export interface ProfileRequest {
  name: string;
  /** At most 20: more are asked for when they are seen. */
  columns: readonly string[];
  /** Of the rows that are shown: counts then tell how many pass. */
  filters?: readonly ColumnFilter[] | undefined;
  /** Draws the sample of a table of more than a million rows; the same seed draws the same rows. */
  seed?: number;
}

export interface DetailsRequest extends Omit<ProfileRequest, 'columns'> {
  column: string;
  /** What day it is, as ISO text: dates after it lie in the future. */
  today: string;
}

/**
 * Profiles of tables, views and files. Lowest priority: every other call of the engine goes ahead, what runs for a
 * profile is broken off and done again afterwards.
 */
export interface Profiles {
  /**
   * What strips draw.
   * @throws `relation-unknown`, `sql-no-column`, `stopped`
   */
  profile(request: ProfileRequest, options?: JobOptions): Promise<TableProfile>;
  /** One column, with all the figures of its card. */
  details(request: DetailsRequest, options?: JobOptions): Promise<ColumnDetails>;
}
