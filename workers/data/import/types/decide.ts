import type { DateOrder, ImportColumn, ImportType, ProposedColumn, Remark } from '../contract';
import type { StagedColumn } from '../source';
import type { Family, Impression } from './families';
import type { Answer, Probe } from './probe';
import { remark } from '../remarks';
import { countText } from './words';

export interface Decision {
  column: Pick<ImportColumn, 'type' | 'missing' | 'dateOrder'>;
  proposed: Omit<ProposedColumn, 'name'>;
  /** The date could be day-first or month-first. */
  ambiguous: boolean;
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
  rows: number
): Decision {
  const present = answer.filled - answer.blank;
  const fitting = probes.filter((_, nth) => answer.fits[nth] === present && present > 0);
  const fits = (type: ImportType, order: DateOrder = 'ymd') =>
    fitting.some((probe) => probe.type === type && probe.dateOrder === order);
  const settle = (
    type: ImportType,
    reason: Remark,
    more: Partial<Decision> & { dateOrder?: DateOrder } = {}
  ): Decision => {
    const isText = type === 'text';
    const sentinel = !isText && answer.sentinels > 0 && answer.sentinels === answer.negatives ? answer.sentinels : 0;
    const missing = isText ? [] : [...answer.tokens, ...(sentinel > 0 ? answer.sentinelTexts : [])];
    const there = isText ? answer.filled : present - sentinel;
    const { dateOrder, ...rest } = more;
    return {
      column: {
        type,
        ...(missing.length > 0 && { missing }),
        ...(dateOrder !== undefined && dateOrder !== 'ymd' && { dateOrder })
      },
      proposed: {
        reason,
        present: there,
        missing: rows - there,
        misfits: 0,
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
    if (other && answer.sameDay < present) {
      return settle('text', remark('type-day-or-month'), { ambiguous: true });
    }
    return settle(type, all(type), { dateOrder: order });
  }
  for (const type of ['time', 'boolean'] as const) if (fits(type)) return settle(type, all(type));
  return spoiled(settle, impression.family, probes, answer, present);
}

function spoiled(
  settle: (type: ImportType, reason: Remark, more?: Partial<Decision>) => Decision,
  family: Family,
  probes: readonly Probe[],
  answer: Answer,
  present: number
): Decision {
  const most = Math.max(0, ...answer.fits);
  const nearest = probes[answer.fits.indexOf(most)];
  const counts = { present: countText(present), fits: countText(most) };
  if (!nearest || family === 'unknown' || most === 0) return settle('text', remark('type-texts', counts));
  const reason = remark('type-only', { ...counts, type: nearest.type });
  return settle('text', reason, { spoiled: { type: nearest.type, count: present - most } });
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
