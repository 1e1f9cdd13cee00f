import { formatBytes } from '$lib/messages/figures';
import { clock, dateLocale } from '$lib/messages/dates';
import { ledgerWords as words } from '$lib/messages/egress';
import { brokenAt, exported, type Entry } from '../entry';
import { ledger } from '../ledger.svelte';

export type LedgerFilter = 'all' | 'left' | 'not' | 'blocked' | 'light';

/** Clipboard and paper: listed, but in a lighter row, and not counted as bytes out. */
export const isLight = ({ way }: Pick<Entry, 'way'>): boolean => way === 'clipboard' || way === 'printer';

/** The ledger as it is read: filtered, searched, one entry chosen, the chain verified. */
export class LedgerView {
  readonly ledger = ledger;
  filter = $state<LedgerFilter>('all');
  text = $state('');
  today = $state(false);
  notebook = $state('');
  #chosen = $state<number>();
  /** Undefined while nobody has looked yet. */
  chain = $state.raw<{ of: number; broken: number | undefined }>();
  verifying = $state(false);

  /** The newest first. */
  readonly all = $derived((this.ledger.entries ?? []).toReversed());
  readonly notebooks = $derived([...new Set(this.all.map(({ notebook }) => notebook).filter(Boolean))].sort());
  readonly placed = $derived(
    this.all.filter((entry) => (!this.today || isToday(entry)) && (!this.notebook || entry.notebook === this.notebook))
  );
  readonly shown = $derived(
    this.placed.filter((entry) => matches(entry, this.filter) && holds(entry, this.text.trim().toLowerCase()))
  );
  readonly chosen = $derived(this.shown.find(({ number }) => number === this.#chosen) ?? this.shown[0]);
  readonly left = $derived(this.all.filter(({ outcome }) => outcome === 'left'));

  count(filter: LedgerFilter): number {
    return this.placed.filter((entry) => matches(entry, filter)).length;
  }

  choose(number: number): void {
    this.#chosen = number;
  }

  /** The head: how much left, in how many messages, since when. */
  get head(): string {
    const sent = this.left.filter((entry) => !isLight(entry));
    const first = sent.at(-1);
    if (!first) return words.nothing;
    const bytes = sent.reduce((sum, entry) => sum + entry.bytes, 0);
    return words.total(formatBytes(bytes), sent.length, isToday(first) ? clockOf(first) : dayOf(first));
  }

  /** Individual rows among what left. */
  get rows(): number {
    return this.left.reduce((sum, { rows }) => sum + rows, 0);
  }

  get notLet(): { refused: number; kept: number; blocked: number } {
    const of = (...outcomes: Entry['outcome'][]) => this.all.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const blocked = this.all
      .filter(({ outcome }) => outcome === 'blocked')
      .reduce((sum, { times = 1 }) => sum + times, 0);
    return { refused: of('refused'), kept: of('kept'), blocked };
  }

  /** The whole chain, hash by hash; the page draws in between. */
  async verify(): Promise<void> {
    const entries = this.ledger.entries ?? [];
    this.verifying = true;
    await new Promise((resume) => setTimeout(resume, 0));
    this.chain = { of: entries.length, broken: brokenAt(entries) };
    this.verifying = false;
  }

  isWhole(number: number): boolean {
    return this.chain === undefined || this.chain.broken === undefined || number < this.chain.broken;
  }

  /** Out of the gate like everything else, and an entry itself. */
  async export(): Promise<boolean> {
    const entries = this.ledger.entries ?? [];
    const [{ openGate }, { gate }] = await Promise.all([
      import('../../gate/open-gate'),
      import('$lib/messages/egress')
    ]);
    const now = new Date();
    return openGate({
      kind: 'ledger',
      name: `phems-ledger-${now.toISOString().slice(0, 10)}.json`,
      content: new Blob([exported(entries, now)], { type: 'application/json' }),
      what: gate.kinds.ledger(entries.length)
    });
  }
}

function matches(entry: Entry, filter: LedgerFilter): boolean {
  if (filter === 'left') return entry.outcome === 'left' && !isLight(entry);
  if (filter === 'blocked') return entry.outcome === 'blocked';
  if (filter === 'not') return entry.outcome !== 'left';
  return filter === 'all' || isLight(entry);
}

const holds = (entry: Entry, text: string): boolean =>
  text === '' ||
  [entry.what, entry.to, entry.notebook, entry.cell, entry.reason, entry.fingerprint, entry.hash, String(entry.number)]
    .join('\n')
    .toLowerCase()
    .includes(text);

export const isToday = ({ at }: Pick<Entry, 'at'>): boolean =>
  new Date(at).toDateString() === new Date().toDateString();

export const clockOf = ({ at }: Pick<Entry, 'at'>): string => clock(new Date(at).getTime());

export const dayOf = ({ at }: Pick<Entry, 'at'>): string =>
  new Date(at).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'long', year: 'numeric' });

export const momentOf = ({ at }: Pick<Entry, 'at'>): string =>
  new Date(at).toLocaleString(dateLocale(), { dateStyle: 'long', timeStyle: 'medium' });

/** As a row tells it: today by the clock, else with the day. */
export const timeOf = (entry: Pick<Entry, 'at'>): string =>
  isToday(entry)
    ? clockOf(entry)
    : new Date(entry.at).toLocaleString(dateLocale(), {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit'
      });
