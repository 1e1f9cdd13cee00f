import type { Part } from '../check';
import type { Extract } from '../extract';
import {
  double,
  filledText,
  isReal,
  isText,
  isTimed,
  isWhole,
  numberOf,
  quoteName,
  textOf,
  timeOf,
  type FoundColumn
} from '../sql';

/** Texts with more values are names or notes: their rates would tell the label by heart. */
const MOST_VALUES = 50;
/** With fewer positive hours a column tells the label by chance. */
const FEWEST_POSITIVE = 10;
/** Fewer values after the first positive hour may be there by chance. */
const FEWEST_PRESENT = 5;

/** Beside the columns of the table: names that none of them has. */
const POSITIVE = '"label of check 26"';
const EARLY = '"early of check 26"';

interface Hours {
  from: string;
  /** 1, 0 or missing, of row `h`. */
  label: string;
  stay: string | undefined;
  time: string | undefined;
}

/** 26. Every column of the flat table by its values and by whether it is there. Rows without a label are left out. */
export function leaks(extract: Extract): Part[] {
  const { table, label, stay, time } = extract.settings.hours;
  const lacks = extract.lacking([{ table, columns: [label] }]);
  if (lacks) return [{ lacks }];
  const first = (names: readonly string[]) =>
    names.map((name) => extract.column(table, name)).find((column) => column !== undefined);
  const [stays, times] = [first(stay), first(time)];
  const hours: Hours = {
    from: `${extract.from(table)} h`,
    label: labelOf(extract.column(table, label)!),
    stay: stays && textOf(stays, 'h'),
    time: times && (isTimed(times) ? timeOf(times, 'h') : isText(times) ? timeOf(times, 'h') : numberOf(times, 'h'))
  };
  const keys = [label, ...stay, ...time, 'person_id', 'visit_occurrence_id'].map((name) => name.toLowerCase());
  const columns = extract
    .columns(table)
    .filter((column) => !keys.includes(column.name.toLowerCase()) && isFeature(column));
  return [
    ...columns.map((column) => byValue(extract, table, hours, column)),
    ...byPresence(extract, table, hours, columns)
  ];
}

/** Flags as written: 1, true. */
function labelOf(column: FoundColumn): string {
  if (column.type === 'BOOLEAN') return `CAST(h.${quoteName(column.name)} AS INTEGER)`;
  if (isText(column)) {
    const text = `lower(trim(${textOf(column, 'h')}))`;
    return `CASE WHEN ${text} IN ('1', 'true', 'yes') THEN 1 WHEN ${text} IN ('0', 'false', 'no') THEN 0 END`;
  }
  return `CAST(${numberOf(column, 'h')} > 0 AS INTEGER)`;
}

const isFeature = (column: FoundColumn) =>
  isWhole(column) || isReal(column) || isText(column) || column.type === 'BOOLEAN';

function featureOf(column: FoundColumn): string {
  if (isText(column)) return filledText(column, 'h');
  if (column.type === 'BOOLEAN') return `CAST(h.${quoteName(column.name)} AS INTEGER)`;
  return numberOf(column, 'h');
}

/** Beside the limit a precision must be twice that of chance: with a label in half of the hours 0.6 says nothing. */
const tells = ({ settings: { limits } }: Extract) =>
  `coalesce(positives >= ${FEWEST_POSITIVE} AND (auroc > ${double(limits.auroc)} OR (ap > ${double(limits.averagePrecision)} AND ap >= 2 * positives / (positives + negatives))), false)`;

/**
 * Exact, ties by their groups: AUROC = Σ p·(q below + q/2) / (P·Q) with p positive and q negative hours of a value (Mann
 * and Whitney), average precision = Σ p/P · precision at the value. A column may tell by low values: the better direction
 * counts. A text counts by the rate of its values.
 */
function byValue(extract: Extract, table: string, { from, label }: Hours, column: FoundColumn): Part {
  const value = featureOf(column);
  const groups = `SELECT ${value} AS v, CAST(count(*) AS DOUBLE) AS n, CAST(sum(${label}) AS DOUBLE) AS p FROM ${from} WHERE ${label} IS NOT NULL AND ${value} IS NOT NULL GROUP BY 1`;
  const ordered = isText(column)
    ? `SELECT p / n AS v, sum(n) AS n, sum(p) AS p FROM (${groups}) WHERE (SELECT count(*) FROM (${groups})) <= ${MOST_VALUES} GROUP BY 1`
    : groups;
  const sum = (what: string, order: string) => `sum(${what}) OVER (ORDER BY v ${order})`;
  return {
    measures: ['AUROC', 'average precision'],
    lines: [
      {
        table,
        column: column.name,
        detail: 'value',
        threshold: 0,
        unchecked: `No value, more than ${MOST_VALUES} different texts, or a label with fewer than ${FEWEST_POSITIVE} positive or with no other hours.`,
        rowsSql: `SELECT h.* FROM ${from} WHERE ${label} = 1 AND ${value} IS NOT NULL`
      }
    ],
    sql: `SELECT 0 AS line, CASE WHEN auroc IS NULL OR positives < ${FEWEST_POSITIVE} THEN 0 ELSE positives + negatives END AS checked, CASE WHEN ${tells(extract)} THEN positives ELSE 0 END AS failing, auroc AS measure0, ap AS measure1
FROM (SELECT positives, negatives, greatest(area, 1 - area) AS auroc, greatest(up, down) AS ap FROM (
  SELECT sum(p) AS positives, sum(n - p) AS negatives,
    sum(p * (below - (n - p) / 2)) / nullif(sum(p) * sum(n - p), 0) AS area,
    sum(p * hits_up / n_up) / nullif(sum(p), 0) AS up, sum(p * hits_down / n_down) / nullif(sum(p), 0) AS down
  FROM (SELECT n, p, ${sum('n - p', 'ASC')} AS below, ${sum('p', 'DESC')} AS hits_up, ${sum('n', 'DESC')} AS n_up, ${sum('p', 'ASC')} AS hits_down, ${sum('n', 'ASC')} AS n_down FROM (${ordered}))))`
  };
}

/** Whether a column is filled (a flag: set) may tell too; and one that never is before the first positive hour was written later. */
function byPresence(
  extract: Extract,
  table: string,
  { from, label, stay, time }: Hours,
  columns: readonly FoundColumn[]
): Part[] {
  if (columns.length === 0) return [];
  const firsts =
    stay && time
      ? `LEFT JOIN (SELECT ${stay} AS stay, min(${time}) AS first FROM ${from} WHERE ${label} = 1 GROUP BY 1) f ON f.stay = ${stay}`
      : '';
  const early = firsts ? `(f.first IS NULL OR ${time} < f.first)` : 'true';
  const present = columns.map((column) => {
    const value = featureOf(column);
    return isText(column) ? `(${value} IS NOT NULL)` : `coalesce(${value} <> 0, false)`;
  });
  const counts = present.map(
    (there, at) =>
      `count(*) FILTER (WHERE ${there} AND ${POSITIVE} = 1) AS p${at}, count(*) FILTER (WHERE ${there} AND ${POSITIVE} = 0) AS q${at}, count(*) FILTER (WHERE ${there} AND ${EARLY}) AS e${at}`
  );
  const list = (letter: string) => `unnest([${columns.map((_, at) => `${letter}${at}`).join(', ')}])`;
  const rows = `SELECT h.*, ${label} AS ${POSITIVE}, ${early} AS ${EARLY} FROM ${from} ${firsts} WHERE ${label} IS NOT NULL`;
  return [
    {
      measures: ['AUROC', 'average precision'],
      lines: columns.map((column, at) => ({
        table,
        column: column.name,
        detail: 'presence',
        threshold: 0,
        unchecked: 'The column is never filled, always, or the label is always the same.',
        rowsSql: `SELECT h.* FROM ${from} WHERE ${label} = 1 AND ${present[at]}`
      })),
      // With p of P positive and q of Q negative hours present the ROC curve has one corner.
      sql: `SELECT line, CASE WHEN auroc IS NULL OR p + q IN (0, positives + negatives) THEN 0 ELSE positives + negatives END AS checked,
  CASE WHEN p + q IN (0, positives + negatives) THEN 0 WHEN ${tells(extract)} OR (early = 0 AND p + q >= ${FEWEST_PRESENT} AND positives > 0) THEN p ELSE 0 END AS failing,
  auroc AS measure0, ap AS measure1
FROM (SELECT line, positives, negatives, p, q, early, 0.5 + abs(p / nullif(positives, 0) - q / nullif(negatives, 0)) / 2 AS auroc,
  greatest(p / nullif(positives, 0) * p / nullif(p + q, 0) + (1 - p / nullif(positives, 0)) * share,
    (positives - p) / nullif(positives, 0) * (positives - p) / nullif(positives + negatives - p - q, 0) + p / nullif(positives, 0) * share) AS ap
FROM (SELECT *, positives / nullif(positives + negatives, 0) AS share FROM (SELECT unnest(range(${columns.length})) AS line, CAST(positives AS DOUBLE) AS positives, CAST(negatives AS DOUBLE) AS negatives,
  CAST(${list('p')} AS DOUBLE) AS p, CAST(${list('q')} AS DOUBLE) AS q, ${list('e')} AS early
FROM (SELECT count(*) FILTER (WHERE ${POSITIVE} = 1) AS positives, count(*) FILTER (WHERE ${POSITIVE} = 0) AS negatives, ${counts.join(',\n  ')} FROM (${rows}) h))))`
    }
  ];
}
