import { parseDocument } from 'yaml';
import { report as words } from '$lib/messages/report';
import type { Engines } from '$lib/engines';
import { readFront } from '../format/front';
import type { Notebook } from '../model';
import type { ReportHead } from './document';

interface Given {
  notebook: Notebook;
  /** The notebook as a file of ours: what the hash is of. */
  text: string;
  engines: Engines;
  appVersion: string;
  now: Date;
}

/** What stands over a report and at its end: as the notebook says it, and as it was made. */
export async function reportHead({ notebook, text, engines, appVersion, now }: Given): Promise<ReportHead> {
  const { front } = readFront(notebook.front);
  const said = entriesOf(notebook.front);
  const authors = listed(said['authors'] ?? said['author']);
  const date = listed(said['date']);
  const hash = await sha256(text);
  const versions = await enginesUsed(engines);
  return {
    title: front.title ?? words.untitled,
    facts: [
      ...(authors ? [[words.authors, authors] as const] : []),
      ...(date ? [[words.date, date] as const] : []),
      [words.made, `${isoMinutes(now)}, ${words.madeBy(appVersion)}`],
      ...(hash === undefined ? [] : [[words.notebookHash, hash.slice(0, 12)] as const])
    ],
    provenance: [
      [words.made, `${now.toISOString()}, ${words.madeBy(appVersion)}`],
      ...(versions === '' ? [] : [[words.engines, versions] as const]),
      ...(hash === undefined ? [] : [[words.notebookHash, hash] as const])
    ]
  };
}

function entriesOf(front: string): Record<string, unknown> {
  const document = parseDocument(front, { logLevel: 'silent' });
  if (document.errors.length > 0) return {};
  const entries: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof entries === 'object' && entries !== null ? (entries as Record<string, unknown>) : {};
}

function listed(value: unknown): string {
  const one = (entry: unknown): string => {
    if (typeof entry === 'object' && entry !== null && 'name' in entry) return String(entry.name);
    return entry instanceof Date ? entry.toISOString().slice(0, 10) : String(entry ?? '');
  };
  return (Array.isArray(value) ? value : [value]).map(one).filter(Boolean).join(', ');
}

/** Local date and time without a zone, as people write it on paper: 2026-11-27 14:02. */
function isoMinutes(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Only engines that run: no report starts one. */
async function enginesUsed({ data }: Engines): Promise<string> {
  return data.running ? `DuckDB ${await data.version()}` : '';
}

/** Undefined where the page is no secure context (a teacher's laptop over plain http). */
async function sha256(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
