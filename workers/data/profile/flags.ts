import { plausibleOf, plausibleSource } from '../../shared/plausible';
import { smallGroup, type Figures, type ProfileFlag } from '../../shared/profile';
import { asDouble, isCountable, type Asked } from './classify';
import type { Ask, Known } from './columns';
import type { Result } from './results';

/** Values this many interquartile ranges beyond the quartiles are far out. */
const farOut = 3;
/** A unit is suspected from this share of the values, and this many. */
const mixed = { share: 0.005, rows: 5 };

/** What only a look at all the figures tells. */
export async function suspicions(known: Known, figures: Figures, ask: Ask): Promise<ProfileFlag[]> {
  switch (figures.of) {
    case 'number':
      return numberFlags(known, figures, ask);
    case 'time':
      return [
        ...(figures.future > 0 ? [{ flag: 'future-dates', n: figures.future } as const] : []),
        ...(isDefault(figures.onFirstOfJanuary, known)
          ? [{ flag: 'default-dates', n: figures.onFirstOfJanuary } as const]
          : [])
      ];
    default:
      return [];
  }
}

/** More first Januaries than chance would have: five times a 365th, and at least ten. */
function isDefault(n: number, { basics }: Known): boolean {
  return n >= 10 && n > ((basics.rows - basics.missing.n) * 5) / 365;
}

async function numberFlags(
  { column, kind, rows, basics }: Known,
  { p25, p75 }: Extract<Figures, { of: 'number' }>,
  ask: Ask
): Promise<ProfileFlag[]> {
  if (kind !== 'number' && kind !== 'whole') return [];
  const range = plausibleOf(column.name, column.unit);
  const spread = p75 - p25;
  if (range === undefined && !(spread > 0)) return [];
  const value = asDouble(column);
  const counts = [
    spread > 0
      ? `count(*) FILTER (${value} < ${p25 - farOut * spread} OR ${value} > ${p75 + farOut * spread})`
      : '0::BIGINT',
    range ? `count(*) FILTER (${value} < ${range.low} OR ${value} > ${range.high})` : '0::BIGINT',
    range?.other
      ? `count(*) FILTER (${value} BETWEEN ${range.other.low} AND ${range.other.high} AND NOT ${value} BETWEEN ${range.low} AND ${range.high})`
      : '0::BIGINT'
  ];
  const found = await ask(
    `SELECT ${counts.map((count, at) => `${count} AS c${at}`).join(', ')} FROM ${rows.from} WHERE ${isCountable(column)}`
  );
  const [outliers, implausible, other] = [0, 1, 2].map((at) => found.number(`c${at}`)) as [number, number, number];
  const present = basics.rows - basics.missing.n;
  const flags: ProfileFlag[] = [];
  if (outliers > 0) flags.push({ flag: 'outliers', n: outliers });
  if (range && implausible > 0) {
    const { low, high, unit } = range;
    flags.push({ flag: 'implausible', n: implausible, low, high, unit, source: plausibleSource });
  }
  if (range?.other && other >= mixed.rows && other >= mixed.share * present) {
    flags.push({ flag: 'mixed-units', n: other, unit: range.unit, other: range.other.unit });
  }
  return flags;
}

/** Columns of the same type whose every row is the same. */
export async function duplicateOf(
  { column, rows, basics }: Known,
  others: readonly Asked[],
  ask: Ask
): Promise<ProfileFlag[]> {
  if (others.length === 0 || basics.rows === 0 || basics.rows === basics.missing.n) return [];
  const counts = others.map(({ sql }, at) => `count(*) FILTER (${column.sql} IS DISTINCT FROM ${sql}) AS c${at}`);
  const result = await ask(`SELECT ${counts.join(', ')} FROM ${rows.from}`);
  const same = others.find((_, at) => result.number(`c${at}`) === 0);
  return same ? [{ flag: 'duplicate', of: same.name }] : [];
}

/** Values that few persons (or rows, where no column names persons) have. */
export async function smallGroups(
  { column, rows, kind }: Known,
  person: string | undefined,
  ask: Ask
): Promise<ProfileFlag[]> {
  if (kind !== 'category' && kind !== 'bool') return [];
  const n = person === undefined ? 'count(*)' : `count(DISTINCT ${person})`;
  const result: Result = await ask(
    `SELECT count(*) FILTER (n < ${smallGroup}) AS small FROM (SELECT ${n} AS n FROM ${rows.from} WHERE ${column.sql} IS NOT NULL GROUP BY ${column.sql})`
  );
  const groups = result.number('small');
  return groups > 0 ? [{ flag: 'small-groups', groups, below: smallGroup }] : [];
}
