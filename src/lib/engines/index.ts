import type { Relation } from '$workers/data/contract';
import { ClinicalClient } from './clinical';
import { CodeEngine } from './code';
import { DataClient } from './data';
import { StatisticsClient } from './statistics';
import { LayoutClient } from './layout';

/** What the page may do about an engine that does not answer. */
export interface Answering {
  onsilence(listener: (silent: boolean) => void): () => void;
  wait(): void;
  restart(): void;
}

/** All engines of one open notebook. Each starts on first use and can be restarted. */
export interface Engines {
  readonly data: DataClient;
  readonly clinical: ClinicalClient;
  readonly statistics: StatisticsClient;
  readonly code: CodeEngine;
  readonly layout: LayoutClient;
  /** Ends every worker. */
  close(): void;
}

/** One set for one open notebook: nothing starts before its first call. */
export function createEngines(): Engines {
  const data = new DataClient();
  const clinical = new ClinicalClient();
  const statistics = new StatisticsClient();
  const layout = new LayoutClient();
  const code = new CodeEngine({ data, clinical, statistics });
  return {
    data,
    clinical,
    statistics,
    code,
    layout,
    close: () => {
      code.close();
      data.close();
      clinical.close();
      statistics.close();
      layout.close();
    }
  };
}

export { silenceSeconds } from './watchdog';
export type { Relation };
