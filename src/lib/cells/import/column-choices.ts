import { importWords as words } from '$lib/messages/import';
import { worded } from '$lib/messages/worded';
import type { ImportColumn, ImportType, Proposal, ProposedColumn } from '$workers/data/import/contract';

const everyType: readonly ImportType[] = [
  'text',
  'integer',
  'bigint',
  'number',
  'boolean',
  'date',
  'timestamp',
  'time'
];

/** Types that a column can be read as. Text can be tried as anything (what does not fit is shown); a typed file says what it holds. */
export function typeChoices({ plan }: Proposal, column: ImportColumn, about: ProposedColumn | undefined) {
  const isText = ['csv', 'excel', 'json', 'ndjson'].includes(plan.format);
  const others: readonly string[] = isText ? everyType : ['text'];
  const all = new Set<string>([column.type, ...(about?.alternatives ?? []), ...others]);
  return [...all].map((value) => ({ value, label: words.types[value] ?? value }));
}

export function reasonOf(about: ProposedColumn | undefined): string | undefined {
  return about && worded(about.reason).message;
}

/** Tokens as a person writes them in one line, and back. A token never holds a blank but `k. A.`. */
export function tokensText(tokens: readonly string[] = []): string {
  return tokens.map((token) => (/\s/.test(token) ? `"${token}"` : token)).join(' ');
}

export function readTokens(text: string): string[] {
  const found = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return [...new Set(found)];
}
