import type { CellKey } from '$lib/notebook/model';
import type { PageState } from '../page-state.svelte';

interface Known {
  /** It shows individual rows, or nobody can say that it does not. */
  individual: boolean;
  /** How many rows its table has. */
  rows: number | undefined;
}

/** What is known of outputs. A cell that runs again has another output, and so have those that read it. */
const known = new WeakMap<object, Promise<Known>>();

/** What of a cell's output may be shown to an audience. Until that is known, nothing of it. */
export class RowWatch {
  /** Undefined while nobody knows; of the output before this one while `asking`. */
  individual = $state.raw<boolean>();
  asking = $state(true);
  rows = $state.raw<number>();

  constructor(
    private readonly page: PageState,
    private readonly key: CellKey
  ) {}

  /** Looks again: the output is another. @returns ends the look */
  look(): () => void {
    let current = true;
    this.asking = true;
    void knownOf(this.page, this.key).then((found) => {
      if (!current) return;
      this.rows = found.rows;
      this.individual = found.individual;
      this.asking = false;
    });
    return () => {
      current = false;
    };
  }
}

/** Looks at all cells in turn, so that a slide need not wait. */
export async function lookAhead(page: PageState, keys: readonly CellKey[]): Promise<void> {
  for (const key of keys) if (page.presenting.on && page.session.state(key)?.output) await knownOf(page, key);
}

function knownOf(page: PageState, key: CellKey): Promise<Known> {
  const output = page.session.state(key)?.output;
  if (typeof output !== 'object' || output === null) return askFor(page, key);
  const found = known.get(output) ?? askFor(page, key);
  known.set(output, found);
  return found;
}

async function askFor(page: PageState, key: CellKey): Promise<Known> {
  const { session, registry, engines } = page;
  const cell = session.cell(key);
  try {
    const { reportedOf } = await import('$lib/notebook/report');
    const { signal } = new AbortController();
    const reported = cell && (await reportedOf({ session, registry, engines, most: 1, signal }, cell));
    const table = reported?.blocks.find((block) => block.type === 'table');
    // A kind that says nothing of itself is taken for one that shows rows.
    return { individual: reported?.individual ?? true, rows: table?.of };
  } catch {
    return { individual: true, rows: undefined };
  }
}
