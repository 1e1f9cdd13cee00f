import { largestOf } from '../../../shared/extent';
import type { DateOrder, ImportColumn, ImportType, ProposedColumn, Remark } from '../contract';
import type { StagedColumn } from '../source';
import type { Family, Impression } from './families';
import type { Answer, Probe } from './probe';
import { remark } from '../remarks';
import { countText } from './words';

export interface Decision {
  column: Pick<ImportColumn, 'type' | 'missing' | 'dateOrder' | 'yearsFrom'>;
  proposed: Omit<ProposedColumn, 'name'>;
  /** The date could be day-first or month-first. */
  ambiguous: boolean;
  /** The years have two digits, and nobody has said of which hundred. */
  shortYears?: true;
  /** Nearly a number or a date: how many values are in the way. */
  spoiled?: { type: ImportType; count: number };
}

/** What to ask of every column, and what only of those that did not fit. */
export interface Probes {
  first: readonly Probe[];
  rest: readonly Probe[];
}

/** The questions that a first impression leads to. */
export function probesOf({ family, dotted, clocked, whole }: Impression, order: DateOrder | undefined): Probes {
  const at = (type: ImportType, dateOrder: DateOrder = 'ymd'): Probe => ({ type, dateOrder });
  const days = (...orders: DateOrder[]): Probes => ({
    first: orders.map((one) => at(clocked ? 'timestamp' : 'date', one)),
    rest: clocked ? [] : orders.map((one) => at('timestamp', one))
  });
  switch (family) {
    case 'text':
      return { first: [], rest: [] };
    case 'number':
      return whole ? { first: [at('bigint')], rest: [at('number')] } : { first: [at('number')], rest: [at('bigint')] };
    case 'iso':
      return days('ymd');
    case 'compact':
      return { first: [at('date')], rest: [at('bigint'), at('number')] };
    case 'day-first':
    case 'short-year':
      if (order === 'dmy' || order === 'mdy') return days(order);
      return dotted ? days('dmy') : days('dmy', 'mdy');
    case 'time':
      return { first: [at('time')], rest: [] };
    case 'word':
      return { first: [at('boolean')], rest: [] };
    case 'unknown':
      return { first: [at('bigint'), at('number'), at('timestamp'), at('date'), at('time')], rest: [] };
  }
}

/** Names of columns whose digits are no quantity. */
const identifier =
  /(^|[_\s.-])(id|ids|code|mrn|zip|zipcode|postcode|plz)$|^(patid|pid|caseid|hadm_?id|icustay_?id)$|[a-z]I[Dd]$/i;

export function isIdentifier(name: string): boolean {
  return identifier.test(name);
}

/** The narrowest type that every value of the whole file fits; text, if there is none or the digits are codes. */
export function decide(
  column: StagedColumn,
  impression: Impression,
  probes: readonly Probe[],
  answer: Answer,
  { rows, yearsFrom }: { rows: number; yearsFrom: number | undefined }
): Decision {
  const present = answer.filled - answer.blank;
  const fitting = probes.filter((_, nth) => answer.fits[nth] === present && present > 0);
  const fits = (type: ImportType, order: DateOrder = 'ymd') =>
    fitting.some((probe) => probe.type === type && probe.dateOrder === order);
  const settle = (type: ImportType, reason: Remark, more: More = {}): Decision => {
    const isText = type === 'text';
    const sentinel = !isText && answer.sentinels > 0 && answer.sentinels === answer.negatives ? answer.sentinels : 0;
    const missing = isText ? [] : [...answer.tokens, ...(sentinel > 0 ? answer.sentinelTexts : [])];
    const there = isText ? answer.filled : present - sentinel;
    const { dateOrder, misfits = 0, ...rest } = more;
    const ordered = dateOrder !== undefined && dateOrder !== 'ymd';
    return {
      column: {
        type,
        ...(missing.length > 0 && { missing }),
        ...(ordered && { dateOrder }),
        ...(ordered && yearsFrom !== undefined && { yearsFrom })
      },
      proposed: {
        reason,
        present: there,
        missing: rows - there,
        misfits,
        alternatives: alternatives(type, fitting, answer)
      },
      ambiguous: false,
      ...rest
    };
  };
  const all = (type: ImportType) => remark('type-all', { present: countText(present), type });

  if (present === 0) return settle('text', remark('type-none'));
  if (impression.family === 'text') return settle('text', remark('type-texts', { present: countText(present) }));
  if (impression.family === 'number' || fits('number') || fits('bigint')) {
    if (answer.leadingZeros > 0 && (fits('bigint') || fits('number'))) {
      return settle('text', remark('type-leading-zero'));
    }
    if (fits('bigint')) {
      const narrow = answer.lowest! >= -2147483648n && answer.highest! <= 2147483647n;
      const type = narrow && !isIdentifier(column.name) ? 'integer' : 'bigint';
      return settle(type, all(type));
    }
    if (fits('number')) {
      if (isIdentifier(column.name)) return settle('text', remark('type-identifier'));
      return settle('number', all('number'));
    }
  }
  for (const order of ['ymd', 'dmy', 'mdy'] as const) {
    const type = fits('date', order) ? 'date' : fits('timestamp', order) ? 'timestamp' : undefined;
    if (type === undefined) continue;
    const other = order === 'dmy' && (fits('date', 'mdy') || fits('timestamp', 'mdy'));
    const ambiguous = other && answer.sameDay < present;
    if (impression.family === 'short-year' && yearsFrom === undefined) {
      return settle('text', remark('type-two-digits'), { ambiguous, shortYears: true });
    }
    if (ambiguous) return settle('text', remark('type-day-or-month'), { ambiguous: true });
    return settle(type, all(type), { dateOrder: order });
  }
  for (const type of ['time', 'boolean'] as const) if (fits(type)) return settle(type, all(type));
  return spoiled(settle, { name: column.name, family: impression.family, yearsFrom }, probes, answer, present);
}

type More = Partial<Decision> & { dateOrder?: DateOrder; misfits?: number };

/** Up to one in a hundred (or a single one) is a slip in the file, and its place is told; more is another kind of column. */
const MOST_SLIPS = 0.01;

function spoiled(
  settle: (type: ImportType, reason: Remark, more?: More) => Decision,
  { name, family, yearsFrom }: { name: string; family: Family; yearsFrom: number | undefined },
  probes: readonly Probe[],
  answer: Answer,
  present: number
): Decision {
  const most = Math.max(0, largestOf(answer.fits));
  const nearest = probes[answer.fits.indexOf(most)];
  const counts = { present: countText(present), fits: countText(most) };
  if (!nearest || family === 'unknown' || most === 0) return settle('text', remark('type-texts', counts));
  const slips = present - most;
  const reason = remark('type-only', { ...counts, type: nearest.type });
  const both = probes.filter(({ type }, nth) => type === nearest.type && answer.fits[nth] === most).length > 1;
  const clear = !isIdentifier(name) && answer.leadingZeros === 0 && (!both || answer.sameDay >= most);
  const known = family !== 'short-year' || yearsFrom !== undefined;
  if (clear && known && slips < most && slips <= Math.max(1, present * MOST_SLIPS)) {
    const narrow = nearest.type === 'bigint' && answer.lowest! >= -2147483648n && answer.highest! <= 2147483647n;
    return settle(narrow ? 'integer' : nearest.type, reason, { dateOrder: nearest.dateOrder, misfits: slips });
  }
  return settle('text', reason, { spoiled: { type: nearest.type, count: slips } });
}

function alternatives(type: ImportType, fitting: readonly Probe[], answer: Answer): ImportType[] {
  const types = new Set<ImportType>(['text', ...fitting.map((probe) => probe.type)]);
  if (types.has('date')) types.add('timestamp');
  if (types.has('bigint') && answer.lowest !== undefined && answer.highest !== undefined) {
    const within = (limit: bigint) => answer.lowest! >= -limit && answer.highest! < limit;
    if (within(2n ** 31n)) types.add('integer');
    if (within(2n ** 53n)) types.add('number');
  }
  types.delete(type);
  return [...types];
}
