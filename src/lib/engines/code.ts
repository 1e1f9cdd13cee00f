import type { ClinicalClient } from './clinical';
import type { DataClient } from './data';
import type { SandboxClient } from './sandbox';
import type { StatisticsClient } from './statistics';

/** Own code from the page: its client comes with the first cell of code. */
export class CodeEngine {
  #client: Promise<SandboxClient> | undefined;
  #closed = false;

  constructor(private readonly engines: { data: DataClient; clinical: ClinicalClient; statistics: StatisticsClient }) {}

  client(): Promise<SandboxClient> {
    return (this.#client ??= import('./sandbox').then(({ SandboxClient }) => {
      const client = new SandboxClient(this.engines);
      if (this.#closed) client.close();
      return client;
    }));
  }

  /** The client, where there is one. */
  started(): Promise<SandboxClient> | undefined {
    return this.#client;
  }

  close(): void {
    this.#closed = true;
    void this.#client?.then((client) => client.close());
  }
}
