import { gate as words } from '$lib/messages/egress';
import type { Table } from '$workers/shared/table';
import {
  check,
  mended,
  publishedOf,
  type Checked,
  type Finding,
  type LookedTable,
  type Mend,
  type Payload,
  type PublishedCounts
} from '../checks';
import type { Leaving } from '../leaving';
import type { Told } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger.svelte';
import { policies } from '../policy/policy.svelte';
import type { Policy } from '../policy/policy';
import { fingerprintOf } from './fingerprint';
import { mendWords } from './finding-words';
import { engineTable, lookedTable } from './looked';

/** Letters that a reason has to have. */
const leastReason = 10;

/** A frame for the page, and for whoever presses Esc meanwhile. */
const breathe = () => new Promise<void>((resume) => setTimeout(resume, 0));

/** One thing at the gate: looked through, mended, let out or kept. */
export class GateState {
  /** What would leave now: made anew with each mend. */
  content = $state.raw<Blob>(new Blob());
  checked = $state.raw<Checked>();
  fingerprint = $state.raw('');
  mends = $state.raw<readonly Mend[]>([]);
  /** Somebody has seen exactly what. */
  shown = $state(false);
  reason = $state('');
  working = $state(true);
  problem = $state.raw<unknown>();
  policy = $state.raw<Policy>(policies.now);

  readonly stops = $derived((this.checked?.findings ?? []).filter(({ severity }) => severity === 'stop'));
  readonly asks = $derived((this.checked?.findings ?? []).filter(({ severity }) => severity === 'mend'));
  readonly needsReason = $derived(this.stops.length === 0 && this.asks.length > 0);
  readonly hasReason = $derived(!this.needsReason || this.reason.trim().length >= leastReason);
  readonly opens = $derived(
    !this.working && this.checked !== undefined && this.stops.length === 0 && this.shown && this.hasReason
  );
  /** The first mends of what stops or asks, none twice. */
  readonly offered = $derived.by(() => {
    if (!this.leaving.remake) return [];
    const all = [...this.stops, ...this.asks].flatMap(({ mends }) => mends);
    return [...new Map(all.map((mend) => [JSON.stringify(mend), mend])).values()];
  });
  /** Individual rows in it. */
  readonly rows = $derived.by(() =>
    (this.checked?.tables ?? []).reduce(
      (sum, { table, nature }) => sum + (nature.is === 'persons' ? (table.of ?? table.rows) : 0),
      this.leaving.drawn?.individual ? this.leaving.drawn.marks : 0
    )
  );

  #first: Payload | undefined;
  #now: Payload | undefined;
  #published: PublishedCounts[] = [];
  readonly #since = performance.now();
  #decided = false;

  constructor(
    readonly leaving: Leaving,
    private readonly ledger: Ledger,
    private readonly done: (left: boolean) => void
  ) {
    this.content = leaving.content;
  }

  async start(policy: Promise<Policy>): Promise<void> {
    try {
      this.policy = await policy;
      this.#published = await this.ledger.published();
      const tables: LookedTable[] = [];
      for (const table of this.leaving.tables ?? []) tables.push(await lookedTable(table, breathe));
      const { kind, texts = [], drawn, cell, name } = this.leaving;
      this.#first = { kind, tables, texts, ...(drawn && { drawn: { name: cell ?? name, ...drawn } }) };
      await this.#look(this.#first);
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Mends, makes the file anew and looks through it again. */
  async mend(mend: Mend): Promise<void> {
    const { remake, tables = [] } = this.leaving;
    if (this.working || !remake || !this.#now || !this.#first) return;
    this.working = true;
    this.problem = undefined;
    try {
      const now = mended(this.#now, mend);
      const made = now.tables.map((table, at) =>
        engineTable(table, this.#first?.tables[at] as LookedTable, tables[at]?.table as Table)
      );
      this.content = await remake(made);
      this.mends = [...this.mends, mend];
      await this.#look(now);
    } catch (problem) {
      this.problem = problem;
      this.working = false;
    }
  }

  async undoMends(): Promise<void> {
    if (this.working || !this.#first) return;
    this.mends = [];
    this.content = this.leaving.content;
    await this.#look(this.#first);
  }

  async #look(payload: Payload): Promise<void> {
    this.working = true;
    this.shown = false;
    const { minCell, rows } = this.policy;
    const checked = await check(payload, { minCell, rows, before: this.#published, breathe });
    this.fingerprint = await fingerprintOf(this.content, breathe);
    this.#now = payload;
    this.checked = checked;
    this.working = false;
  }

  /** Kept by the person; refused where nothing else could be done. */
  async keep(): Promise<void> {
    if (this.#decided) return;
    this.#decided = true;
    const outcome = this.stops.length > 0 ? 'refused' : 'kept';
    this.done(false);
    await this.ledger.add({ ...this.#told(outcome), reason: '' }, { name: this.leaving.name, content: this.content });
  }

  /** In the ledger first: nothing leaves that is not told there. */
  async letOut(release: (content: Blob) => boolean | Promise<boolean>): Promise<void> {
    if (this.#decided || !this.opens) return;
    this.#decided = true;
    try {
      const published = (this.checked?.tables ?? []).flatMap(({ table, nature }) =>
        nature.is === 'counts' ? [publishedOf(table, nature.counts)] : []
      );
      const beside = { name: this.leaving.name, content: this.content, published };
      await this.ledger.add(this.#told('left'), beside);
      await release(this.content);
      this.done(true);
    } catch (problem) {
      this.problem = problem;
      this.#decided = false;
    }
  }

  #told(outcome: 'left' | 'kept' | 'refused'): Told {
    const { kind, way = 'file', what, name, notebook = '', cell = '' } = this.leaving;
    return {
      at: new Date().toISOString(),
      kind,
      outcome,
      way,
      what,
      to: name,
      bytes: this.content.size,
      rows: this.rows,
      fingerprint: this.fingerprint,
      notebook,
      cell,
      allowed: outcome === 'left' ? 'you' : 'nobody',
      reason: this.needsReason ? this.reason.trim() : '',
      mended: this.mends.map((mend) => mendWords(mend)),
      shownSeconds: Math.round((performance.now() - this.#since) / 100) / 10,
      checks: (this.checked?.findings ?? []).map(toldFinding),
      minCell: this.policy.minCell
    };
  }

  /** What is asked for before the button opens. */
  get waitsFor(): string {
    if (this.working) return words.looking;
    if (!this.hasReason) return words.reasonMissing;
    return this.shown ? '' : words.lookFirst;
  }
}

const toldFinding = ({ code, severity, table, column, count }: Finding) => ({
  code,
  severity,
  ...(table === undefined ? {} : { table }),
  ...(column === undefined ? {} : { column }),
  count
});
