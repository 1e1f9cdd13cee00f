import { EVENTS, PERIOD, type EventTable } from '../cdm';
import { rowsWhere, type Part } from '../check';
import type { Extract, Lack } from '../extract';
import { quoteText, timeOf } from '../sql';

const DEATH_GRACE_DAYS = 30;

/** Tables that are absent say so once: a line a table. */
export function eachEvent(
  extract: Extract,
  events: readonly EventTable[],
  parts: (event: EventTable) => readonly Part[]
): Part[] {
  return events.flatMap((event) => {
    const lacks = extract.lacking([{ table: event.table, columns: [] }]);
    return lacks ? [{ lacks }] : parts(event);
  });
}

export const noTime = ({ table, start }: EventTable): Lack => ({
  table,
  column: `${start}_date`,
  reason: `The column ${table}.${start}_date is absent.`
});

/** 13. Time stamps are compared with time stamps, else dates with dates: midnight of the last day is no early end. */
export function order(extract: Extract): Part[] {
  return eachEvent(
    extract,
    [...EVENTS, PERIOD].filter(({ end }) => end !== undefined),
    (event) => {
      const { table, start, end = '' } = event;
      const days = [extract.day(table, start, 't'), extract.day(table, end, 't')];
      if (days[0] === undefined) return [{ lacks: noTime(event) }];
      if (days[1] === undefined)
        return [{ lacks: { table, column: `${end}_date`, reason: `The column ${table}.${end}_date is absent.` } }];
      const stamps = [start, end].map((base) => extract.column(table, `${base}_datetime`));
      const [from, to] = stamps.map((column) => column && timeOf(column, 't'));
      const both = `${days[0]} IS NOT NULL AND ${days[1]} IS NOT NULL`;
      const reversed = from && to ? `coalesce(${to} < ${from}, ${days[1]} < ${days[0]})` : `${days[1]} < ${days[0]}`;
      return [
        {
          lines: [
            {
              table,
              column: extract.timeColumn(table, { start: end }),
              rowsSql: rowsWhere(extract, table, `${both} AND ${reversed}`)
            }
          ],
          sql: `SELECT 0 AS line, count(*) FILTER (WHERE ${both}) AS checked, count(*) FILTER (WHERE ${both} AND ${reversed}) AS failing FROM ${extract.from(table)} t`
        }
      ];
    }
  );
}

/** 14. Births and deaths are known to the day, so days are compared. */
export function lifetime(extract: Extract): Part[] {
  return eachEvent(extract, EVENTS, (event) => {
    const { table, start } = event;
    const day = extract.day(table, start, 't');
    if (day === undefined) return [{ lacks: noTime(event) }];
    const column = extract.timeColumn(table, event);
    return [
      withPerson(extract, { table, column, day, detail: 'before birth', ...beforeBirth(extract) }),
      withPerson(extract, {
        table,
        column,
        day,
        detail: `later than ${DEATH_GRACE_DAYS} days after death`,
        ...afterDeath(extract)
      }),
      afterExtract(extract, { table, column, day })
    ];
  });
}

interface Compared {
  /** Rows `(person, limit)`. */
  persons: string | undefined;
  lacks: Lack | undefined;
  failing: (day: string) => string;
}

function beforeBirth(extract: Extract): Compared {
  const births = extract.births();
  const lacks = extract.lacking([{ table: 'person', columns: ['person_id', 'year_of_birth'] }]);
  return {
    persons: births && `SELECT person, birth AS "limit" FROM ${births}`,
    lacks,
    failing: (day) => `${day} < x."limit"`
  };
}

function afterDeath(extract: Extract): Compared {
  const lacks = extract.lacking([{ table: 'death', columns: ['person_id'] }]);
  const day = lacks ? undefined : extract.day('death', 'death', 'd');
  return {
    persons:
      day &&
      `SELECT ${extract.whole('death', 'person_id', 'd')} AS person, max(${day}) AS "limit" FROM ${extract.from('death')} d GROUP BY 1`,
    lacks: lacks ?? { table: 'death', column: 'death_date', reason: 'The column death.death_date is absent.' },
    failing: (day) => `${day} > x."limit" + ${DEATH_GRACE_DAYS}`
  };
}

function withPerson(
  extract: Extract,
  {
    table,
    column,
    day,
    detail,
    persons,
    lacks,
    failing
  }: Compared & { table: string; column: string; day: string; detail: string }
): Part {
  const absent = extract.lacking([{ table, columns: ['person_id'] }]) ?? (persons === undefined ? lacks : undefined);
  if (absent || persons === undefined) return { lacks: { ...(absent as Lack), table, column }, detail };
  const from = `${extract.from(table)} t JOIN (${persons}) x ON x.person = ${extract.whole(table, 'person_id', 't')}`;
  return {
    lines: [
      {
        table,
        column,
        detail,
        unchecked: 'No row belongs to a person of whom this is known.',
        rowsSql: `SELECT t.* FROM ${from} WHERE ${failing(day)}`
      }
    ],
    sql: `SELECT 0 AS line, count(${day}) AS checked, count(*) FILTER (WHERE ${failing(day)}) AS failing FROM ${from}`
  };
}

function afterExtract(extract: Extract, { table, column, day }: { table: string; column: string; day: string }): Part {
  const detail = 'after the extract';
  const date = extract.settings.extractDate;
  if (date === undefined) {
    return {
      lacks: { table, column, reason: 'The date of the extract is not known (cdm_source.source_release_date).' },
      detail
    };
  }
  const late = `${day} > CAST(${quoteText(date)} AS DATE)`;
  return {
    lines: [{ table, column, detail, rowsSql: rowsWhere(extract, table, late) }],
    sql: `SELECT 0 AS line, count(${day}) AS checked, count(*) FILTER (WHERE ${late}) AS failing FROM ${extract.from(table)} t`
  };
}
