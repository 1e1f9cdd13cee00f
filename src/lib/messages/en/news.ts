import { counted } from './pages';

/** What a screen reader is told when cells change: one sentence for one cell, one for three or more. */
export const news = {
  cell: (kind: string, place: number) => `${kind}, cell ${place}`,
  rows: (n: number) => counted(n, 'row', 'rows'),
  finished: (name: string, facts: readonly string[]) => `${[`${name} finished`, ...facts].join(', ')}.`,
  failed: (name: string, why: string, line?: number) =>
    line === undefined ? `${name} stopped by an error: ${why}` : `${name} stopped at line ${line}: ${why}`,
  stopped: (name: string, after?: string) =>
    after === undefined ? `${name} stopped before it began.` : `${name} stopped after ${after}.`,
  blocked: (name: string, blocker: string) => `${name} waits for ${blocker}.`,
  stale: (name: string) => `${name} is stale.`,
  edited: (name: string) => `${name} is edited, not run yet.`,
  running: (name: string) => `${name} is running.`,
  queued: (name: string) => `${name} is queued.`,
  ask: (name: string) => `${name} runs when you ask for it.`,
  off: (name: string) => `${name} is off.`,
  fresh: (name: string) => `${name} is up to date.`,
  many: {
    finished: (n: number, names: string) => `${counted(n, 'cell', 'cells')} finished: ${names}.`,
    failed: (n: number, names: string) => `${counted(n, 'cell', 'cells')} stopped by an error: ${names}.`,
    stopped: (n: number, names: string) => `${counted(n, 'cell', 'cells')} stopped: ${names}.`,
    blocked: (n: number, names: string) => `${counted(n, 'cell waits', 'cells wait')}: ${names}.`,
    stale: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} stale: ${names}.`,
    edited: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} edited, not run yet: ${names}.`,
    running: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} running: ${names}.`,
    queued: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} queued: ${names}.`,
    ask: (n: number, names: string) => `${counted(n, 'cell runs', 'cells run')} when you ask for it: ${names}.`,
    off: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} off: ${names}.`,
    fresh: (n: number, names: string) => `${counted(n, 'cell is', 'cells are')} up to date: ${names}.`
  },
  names: (names: readonly string[], more: number) =>
    more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`
};
