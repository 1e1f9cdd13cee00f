import type { Relation } from '$workers/data/contract';
import type { DataClient } from './data';
import type { ClinicalClient } from './clinical';

/** All engines of one open notebook. Each starts on first use and can be restarted. */
export interface Engines {
  readonly data: DataClient;
  readonly clinical: ClinicalClient;
  /** Ends every worker. */
  close(): void;
}

export type { Relation };
