import type { JobOptions } from '../../shared/job';
import type { TableProfile } from '../../shared/profile';

export interface ProfileRequest {
  name: string;
  /** At most 20: more are asked for when they are seen. */
  columns: readonly string[];
  /** A condition of our own making over the table's columns, as SQL. Counts then tell how many rows pass it. */
  filter?: string | undefined;
  /** Draws the sample of a table of more than a million rows; the same seed draws the same rows. */
  seed?: number;
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
}
