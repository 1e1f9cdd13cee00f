import { places, type Judged, type Place } from './attempt';
import { attempts, statements, untold } from './attempts';
import type { Places } from './places';

export interface Row {
  readonly name: string;
  readonly place: Place;
  /** Undefined while it waits for its turn. */
  judged: Judged | undefined;
}

type Tried = Pick<Places, 'attempt' | 'statement'>;

export interface Counts {
  blocked: number;
  open: number;
  unclear: number;
  waiting: number;
}

/** All rows of a run, in the order in which they are tried. */
function rowsOf(place: Place): Row[] {
  const names =
    place === 'sql'
      ? statements.map(({ name }) => name)
      : attempts.filter((one) => one.places.includes(place)).map(({ name }) => name);
  const said = untold
    .filter((one) => one.place === place)
    .map(({ name, how }): Row => ({ name, place, judged: { verdict: 'unclear', how, what: '' } }));
  return [...names.map((name): Row => ({ name, place, judged: undefined })), ...said];
}

const count = (rows: readonly Row[]): Counts => {
  const of = (verdict: Judged['verdict'] | undefined) =>
    rows.filter(({ judged }) => judged?.verdict === verdict).length;
  return { blocked: of('blocked'), open: of('open'), unclear: of('unclear'), waiting: of(undefined) };
};

/** The attack list, run live where the person is: from every place at once. */
export class SelfTest {
  state = $state<'before' | 'running' | 'stopped' | 'done'>('before');
  rows = $state.raw<readonly Row[]>([]);
  readonly counts = $derived(count(this.rows));
  #stop: AbortController | undefined;

  constructor(
    private readonly open: () => Promise<Tried & Pick<Places, 'close'>> = async () =>
      new (await import('./places')).Places()
  ) {}

  of(place: Place): { rows: readonly Row[]; counts: Counts } {
    const rows = this.rows.filter((row) => row.place === place);
    return { rows, counts: count(rows) };
  }

  /** From the beginning. A run that is under way goes on instead. */
  async run(): Promise<void> {
    if (this.state === 'running') return;
    this.state = 'running';
    this.rows = places.flatMap(rowsOf);
    const stop = (this.#stop = new AbortController());
    const where = await this.open();
    try {
      await Promise.all(places.map((place) => this.#runFrom(place, where, stop.signal)));
    } finally {
      where.close();
      this.state = stop.signal.aborted ? 'stopped' : 'done';
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** From one place one after the other: each refusal is its own. */
  async #runFrom(place: Place, where: Tried, signal: AbortSignal): Promise<void> {
    for (const row of this.of(place).rows) {
      if (row.judged || signal.aborted) continue;
      const attempt = attempts.find(({ name }) => name === row.name);
      const tried =
        place === 'sql' || !attempt ? where.statement(row.name, signal) : where.attempt(attempt, place, signal);
      const judged = await Promise.race([tried, aborted(signal)]);
      // What was cut short says nothing.
      if (!judged || signal.aborted) return;
      this.rows = this.rows.map((one) => (one.name === row.name && one.place === place ? { ...one, judged } : one));
    }
  }
}

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
