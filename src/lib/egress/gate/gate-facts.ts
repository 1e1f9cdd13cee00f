import { gate as words } from '$lib/messages/egress';
import { formatCount } from '$lib/messages/figures';
import type { GateState } from './gate-state.svelte';

export interface Tag {
  text: string;
  tone: 'plain' | 'ok' | 'stale';
}

export function whyOf({ leaving: { cell, notebook } }: GateState): string {
  if (cell !== undefined && notebook !== undefined) return words.fromCell(cell, notebook);
  return notebook === undefined ? words.youAsked : words.fromNotebook(notebook);
}

/** What it contains, in a few words each. */
export function containsOf(state: GateState): Tag[] {
  const { checked, rows, leaving } = state;
  if (leaving.kind === 'simulated') return [{ text: words.simulated, tone: 'ok' }];
  const { drawn } = leaving;
  const tables = checked?.tables ?? [];
  const tags: Tag[] = [
    rows > 0
      ? { text: drawn?.individual ? words.drawnRows : words.rows(rows), tone: 'stale' }
      : { text: tables.length === 0 && !drawn ? words.textOnly : words.noRows, tone: 'ok' }
  ];
  if (drawn) tags.push({ text: words.marks(drawn.marks), tone: 'plain' });
  const [only] = tables;
  if (only && tables.length === 1)
    tags.push({ text: words.size(only.table.of ?? only.table.rows, only.table.columns.length), tone: 'plain' });
  const counts = tables.flatMap(({ nature }) => (nature.is === 'counts' ? nature.counts.counts : []));
  const figures = counts.flatMap(({ values }) =>
    values.filter((value): value is number => typeof value === 'number' && value > 0)
  );
  if (figures.length > 0) {
    tags.push({ text: words.aggregates(figures.length), tone: 'plain' });
    tags.push({ text: words.smallest(figures.reduce((a, b) => Math.min(a, b))), tone: 'plain' });
  }
  if (tables.some(({ nature }) => nature.is === 'groups')) tags.push({ text: words.noCounts, tone: 'plain' });
  return tags;
}

/** What could come of it in the worst case that the checks know. */
export function worstOf({ leaving, stops, asks, rows, checked, policy }: GateState): string {
  if (leaving.kind === 'ledger') return words.worst.ledger;
  if (leaving.kind === 'simulated') return words.worst.simulated;
  if (leaving.kind === 'model') return words.worst.model;
  if (rows > 0) return words.worst.persons;
  if (stops.length + asks.length > 0) return words.worst.held;
  if (leaving.kind === 'backup') return words.worst.backup;
  const tables = checked?.tables ?? [];
  if (tables.length === 0) return leaving.drawn ? words.worst.drawing : words.worst.text;
  return tables.some(({ nature }) => nature.is === 'groups') ? words.worst.groups : words.worst.counts(policy.minCell);
}

/** What was looked for and not found. */
export function passedOf({ checked, rows, policy, leaving }: GateState): string[] {
  if (!checked) return [];
  if (leaving.kind === 'simulated') return [words.passed.simulated];
  const found = new Set(checked.findings.filter(({ severity }) => severity !== 'tell').map(({ code }) => code));
  const none = (...codes: Parameters<typeof found.has>[0][]) => codes.every((code) => !found.has(code));
  const passed: string[] = [];
  const hasTables = checked.tables.length > 0;
  if (!hasTables && leaving.kind !== 'ledger' && !leaving.drawn) passed.push(words.passed.own);
  if (rows === 0 && none('rows', 'rows-forbidden', 'drawn-rows')) passed.push(words.passed.rows);
  if (none('identifier-name', 'identifier-value', 'identifier-text')) passed.push(words.passed.identifiers);
  if (hasTables && none('birth-date')) passed.push(words.passed.dates);
  if (hasTables && none('free-text')) passed.push(words.passed.text);
  const isCounted = checked.tables.some(({ nature }) => nature.is === 'counts');
  if (isCounted && none('small-cells', 'open-cells', 'small-shares', 'small-groups', 'complements', 'difference'))
    passed.push(words.passed.cells(policy.minCell));
  return passed;
}

export const rowsLabel = ({ rows, leaving: { drawn } }: GateState): string =>
  words.rowsTab(rows === 0 || drawn?.individual ? words.none : formatCount(rows));
