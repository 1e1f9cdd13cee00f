import { sha256 } from '$workers/shared/sha256';
import type { FindingCode, PayloadKind, Severity } from '../checks';

export const ledgerFormat = 'phems-ledger/1';

/** Where something went, or would have gone. */
export type Way = 'file' | 'clipboard' | 'link' | 'printer' | 'network';

/** `kept`: the person kept it here. `refused`: a check or the policy did. `blocked`: something tried without asking. */
export type Outcome = 'left' | 'kept' | 'refused' | 'blocked';

export interface EntryCheck {
  code: FindingCode;
  severity: Severity;
  table?: string;
  column?: string;
  count: number;
}

/** What one thing that left, or did not, is told by. No values of the data. */
export interface Told {
  /** ISO, UTC, with milliseconds. */
  at: string;
  /** `blocked`: nothing that somebody meant to let out, but an attempt that was refused. */
  kind: PayloadKind | 'blocked';
  outcome: Outcome;
  way: Way;
  /** In plain words: the cell, the notebook, the format. */
  what: string;
  /** Name of the file, or of who gets it. */
  to: string;
  /** Of what was blocked: the rule that refused it, and how often within a minute. */
  rule?: string;
  times?: number;
  bytes: number;
  /** Individual rows in it; 0 where it has none. */
  rows: number;
  /** SHA-256 of exactly the bytes that left or would have; empty where nobody made any. */
  fingerprint: string;
  notebook: string;
  cell: string;
  /** `you`: at the gate. `limit`: too little to be asked about. `nobody`: it did not leave. */
  allowed: 'you' | 'limit' | 'nobody';
  /** The person's words, where a reason was asked for. */
  reason: string;
  /** What was mended before it left. */
  mended: readonly string[];
  /** How long the gate showed it. */
  shownSeconds: number;
  checks: readonly EntryCheck[];
  /** The least count that could be seen then. */
  minCell: number;
}

/** What is the same of everything that nobody looked at in the gate. */
export const ungated = {
  reason: '',
  mended: [],
  shownSeconds: 0,
  checks: []
} as const satisfies Partial<Told>;

export interface Entry extends Told {
  /** Counted from 1, without a gap. */
  number: number;
  /** Hash of the entry before; zeros for the first. */
  before: string;
  /** SHA-256 of the canonical JSON of everything above. */
  hash: string;
}

export const noEntry = '0'.repeat(64);

/** JSON with sorted keys and nothing between: the same entry is the same text everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
}

/** The next link of the chain. */
export function chained(told: Told, last: Pick<Entry, 'number' | 'hash'> | undefined): Entry {
  const open = { ...told, number: (last?.number ?? 0) + 1, before: last?.hash ?? noEntry };
  return { ...open, hash: hashOf(open) };
}

export function hashOf(entry: Omit<Entry, 'hash'>): string {
  return sha256(new TextEncoder().encode(canonical(entry)));
}

/** @returns the number of the first entry at which the chain is broken; undefined where it is whole */
export function brokenAt(entries: readonly Entry[]): number | undefined {
  let last: Entry | undefined;
  for (const entry of entries) {
    const { hash, ...open } = entry;
    const follows = entry.number === (last?.number ?? 0) + 1 && entry.before === (last?.hash ?? noEntry);
    if (!follows || hash !== hashOf(open)) return (last?.number ?? 0) + 1;
    last = entry;
  }
  return undefined;
}

/** The whole ledger as a file that anybody can verify without this page. */
export function exported(entries: readonly Entry[], at: Date): string {
  const head = { format: ledgerFormat, exported: at.toISOString(), count: entries.length };
  return `${JSON.stringify({ ...head, last: entries.at(-1)?.hash ?? noEntry, entries }, null, 2)}\n`;
}
