import { news as words } from '$lib/messages/news';
import type { CellKey } from '$lib/notebook/model';
import type { Look } from './cell-look';

/** What can be told of a cell at one moment. */
export interface Moment {
  key: CellKey;
  /** "hourly", or where a cell has no name "SQL, cell 3". */
  name: string;
  status: Look;
  /** When its last run began: tells a run from the one before. */
  startedAt: number | undefined;
  /** Size and time of the result: "1,204 rows", "0.8 s". */
  facts: readonly string[];
  after?: string | undefined;
  line?: number | undefined;
  why?: string | undefined;
  blocker?: string | undefined;
  /** Its success is told by its own control. */
  quiet?: boolean;
}

type Known = Pick<Moment, 'status' | 'startedAt'>;

/** What was told last of each cell. */
export type Told = ReadonlyMap<CellKey, Known>;

type Sort = keyof typeof words.many;

const order: readonly Sort[] = [
  'failed',
  'blocked',
  'stopped',
  'finished',
  'fresh',
  'running',
  'queued',
  'edited',
  'stale',
  'ask',
  'off'
];
const busy = new Set<Look>(['queued', 'running', 'stopping']);
/** What runs shorter is told by its end alone. */
const longMs = 1000;
const namedAtMost = 5;

/**
 * What changed since the last message, in sentences: of each cell only the outcome, however often it changed. What is
 * not in `before` is told of from now on.
 * @param now milliseconds since 1970
 * @returns the sentences, and what is told then
 */
export function newsOf(moments: readonly Moment[], before: Told, now: number): { text: string; told: Told } {
  const long = moments.some(({ status, startedAt }) => busy.has(status) && now - (startedAt ?? now) >= longMs);
  const told = new Map<CellKey, Known>();
  const groups = new Map<Sort, Moment[]>();
  for (const moment of moments) {
    const { key, status, startedAt } = moment;
    const known = before.get(key);
    const waits = busy.has(status) && !long;
    // While it is busy the run told last stays, so that the end of this one is news.
    told.set(key, {
      status: waits ? (known?.status ?? 'none') : status,
      startedAt: busy.has(status) ? known?.startedAt : startedAt
    });
    const sort = known && !waits ? sortOf(moment, known) : undefined;
    if (sort) groups.set(sort, [...(groups.get(sort) ?? []), moment]);
  }
  const sentences = order.flatMap((sort) => sentencesOf(sort, groups.get(sort) ?? [], before));
  return { text: sentences.join(' '), told };
}

function sortOf({ status, startedAt, quiet }: Moment, known: Known): Sort | undefined {
  if (status === 'none' || status === 'stopping') return undefined;
  const ended = !busy.has(status) && startedAt !== known.startedAt;
  if (!ended && status === known.status) return undefined;
  if (status !== 'fresh' || !ended) return status;
  return quiet ? undefined : 'finished';
}

function sentencesOf(sort: Sort, moments: readonly Moment[], before: Told): string[] {
  if (moments.length <= 2) return moments.map((moment) => sentenceOf(sort, moment, before.get(moment.key)));
  const names = moments.slice(0, namedAtMost).map(({ name }) => name);
  return [words.many[sort](moments.length, words.names(names, moments.length - names.length))];
}

function sentenceOf(sort: Sort, moment: Moment, known: Known | undefined): string {
  const { name } = moment;
  switch (sort) {
    case 'finished':
      return words.finished(name, moment.facts);
    case 'failed':
      return words.failed(name, moment.why ?? '', moment.line);
    case 'stopped':
      return words.stopped(name, moment.startedAt === known?.startedAt ? undefined : moment.after);
    case 'blocked':
      return words.blocked(name, moment.blocker ?? '');
    default:
      return words[sort](name);
  }
}
