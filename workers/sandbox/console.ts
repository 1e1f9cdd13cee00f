import type { CodePlace, ConsoleLine, ConsoleOutput } from './contract';
import { oneLine } from './describe';

/** Of more than this only the first and the last lines cross to the page. */
const mostLines = 2_000;
const mostBytes = 256 * 1024;
const firstKept = 1_000;
const lastKept = 200;
const longestLine = 10_000;

/** What a cell prints, limited while it prints: a loop of a million lines keeps 1,200. */
export class ConsoleLines {
  #first: ConsoleLine[] = [];
  /** Once too many: a ring of the last lines. */
  #last: ConsoleLine[] | undefined;
  #next = 0;
  #bytes = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(level: ConsoleLine['level'], values: readonly unknown[], place: () => CodePlace | undefined): void {
    const whole = values.map((value) => oneLine(value)).join(' ');
    // Looking at a stack takes longer than the rest: lines of a long run go without.
    const at = this.#last ? undefined : place();
    const cut = whole.length > longestLine ? whole.length : undefined;
    const line: ConsoleLine = {
      level,
      text: whole.slice(0, longestLine),
      ...(at && { place: at }),
      ...(cut !== undefined && { cut })
    };
    this.#count++;
    if (this.#last) {
      this.#last[this.#next++ % lastKept] = line;
      return;
    }
    this.#first.push(line);
    this.#bytes += line.text.length;
    if (this.#first.length <= mostLines && this.#bytes <= mostBytes) return;
    const kept = this.#first.slice(0, firstKept);
    const rest = this.#first.slice(Math.max(kept.length, this.#first.length - lastKept));
    // Few but long lines: the first half of the room stays.
    while (size(kept) > mostBytes / 2) kept.pop();
    this.#first = kept;
    this.#last = rest;
    this.#next = rest.length;
  }

  output(): ConsoleOutput {
    if (!this.#last) return { lines: [...this.#first], left: 0 };
    const ring = this.#last;
    const turned =
      ring.length < lastKept ? ring : [...ring.slice(this.#next % lastKept), ...ring.slice(0, this.#next % lastKept)];
    let last = turned;
    while (last.length > 1 && size(last) > mostBytes / 2) last = last.slice(1);
    const lines = [...this.#first, ...last];
    return { lines, left: this.#count - lines.length };
  }
}

const size = (lines: readonly ConsoleLine[]) => lines.reduce((sum, line) => sum + line.text.length, 0);

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * The `console` that a cell finds.
 * @param place where in the cell it was called
 */
export function cellConsole(lines: ConsoleLines, place: () => CodePlace | undefined, told: () => void): Console {
  const made: Record<string, (...values: unknown[]) => void> = {};
  for (const level of levels) {
    made[level] = (...values) => {
      lines.add(level, values, place);
      told();
    };
  }
  made.table = (value) => made.log?.(value);
  made.dir = (value) => made.log?.(value);
  made.trace = (...values) => made.debug?.(...values);
  made.assert = (holds, ...values) => {
    if (!holds) made.error?.('Assertion failed', ...values);
  };
  const starts = new Map<unknown, number>();
  made.time = (name = 'default') => void starts.set(name, performance.now());
  made.timeEnd = (name = 'default') => {
    const start = starts.get(name);
    if (start !== undefined) made.log?.(`${String(name)}: ${(performance.now() - start).toFixed(1)} ms`);
  };
  const counts = new Map<unknown, number>();
  made.count = (name = 'default') => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    made.log?.(`${String(name)}: ${counts.get(name)}`);
  };
  for (const name of ['group', 'groupCollapsed', 'groupEnd', 'clear', 'countReset']) made[name] ??= () => undefined;
  return made as unknown as Console;
}
