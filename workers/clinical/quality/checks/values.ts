import type { Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, NOTHING_MAPPED, rawValue, valueOf, variables, type Variable } from '../measurements';
import type { ResolvedUnit } from '../units';

const SENTINELS = [0, -1, 999, 9999];

/** Bounded by what they are: one value beyond in ten thousand is a fault of the data. */
const BOUNDED = { variables: ['oxygen saturation', 'inspired oxygen', 'Glasgow Coma Scale'], threshold: 0.01 };
/** Signs at the bedside lie far within their ranges; values of a laboratory are skewed, and the sickest pass any limit. */
const BEDSIDE = {
  variables: [
    'heart rate',
    'respiratory rate',
    'mean arterial pressure',
    'systolic pressure',
    'diastolic pressure',
    'temperature',
    'weight'
  ],
  threshold: 0.05
};

function rangeThreshold(known: string): { threshold?: number } {
  const level = [BOUNDED, BEDSIDE].find(({ variables }) => variables.includes(known));
  return level ? { threshold: level.threshold } : {};
}

/** 16. A line a variable and unit as written: a missing or strange unit is where the strange values are. */
export function ranges(extract: Extract): Part[] {
  const units = extract.settings.units;
  if (units.length === 0) return [{ lacks: NOTHING_MAPPED }];
  const detailOf = ({ variable, unit }: ResolvedUnit) => `${variable}, ${unit === '' ? 'no unit' : unit}`;
  const known = units.filter(({ low }) => low !== undefined);
  // Concepts of one variable share a line.
  const details = [...new Set(known.map(detailOf))];
  const strange = units.filter(
    (unit, at) => !details.includes(detailOf(unit)) && units.findIndex((one) => detailOf(one) === detailOf(unit)) === at
  );
  const parts: Part[] = strange.map((unit) => ({
    lacks: {
      table: 'measurement',
      column: 'value_as_number',
      reason:
        unit.factor === undefined
          ? `The unit ${unit.unit} of ${unit.variable} is not in the variable map.`
          : `No range is known of ${unit.variable}.`
    },
    detail: detailOf(unit)
  }));
  if (details.length === 0) return parts;
  const from = mappedFrom(
    extract,
    details.map((detail) => ({ units: known.filter((unit) => detailOf(unit) === detail) }))
  );
  const value = valueOf(extract);
  const outside = `(${value} < v.low OR ${value} > v.high OR (v.whole AND ${value} <> trunc(${value})))`;
  parts.push({
    lines: details.map((detail, line) => ({
      table: 'measurement',
      column: 'value_as_number',
      detail,
      ...rangeThreshold(known.find((unit) => detailOf(unit) === detail)!.known),
      rowsSql: `SELECT m.* FROM ${from} WHERE v.line = ${line} AND ${outside}`
    })),
    sql: `SELECT v.line, count(${value}) AS checked, count(*) FILTER (WHERE ${outside}) AS failing FROM ${from} GROUP BY 1`
  });
  return parts;
}

/** 20. Missing values equal each other; of n equal rows n − 1 are too many. */
export function duplicates(extract: Extract): Part[] {
  return [
    {
      table: 'measurement',
      values: ['value_as_number', 'value_as_concept_id', 'value_source_value', 'unit_source_value', 'unit_concept_id']
    },
    {
      table: 'observation',
      values: ['value_as_number', 'value_as_string', 'value_as_concept_id', 'observation_source_value']
    }
  ].map(({ table, values }): Part => {
    const lacks = extract.lacking([{ table, columns: ['person_id', `${table}_concept_id`] }]);
    const at = lacks ? undefined : extract.moment(table, table, 't');
    if (lacks || at === undefined) {
      return {
        lacks: lacks ?? { table, column: `${table}_date`, reason: `The column ${table}.${table}_date is absent.` }
      };
    }
    const number = extract.column(table, 'value_as_number') && extract.number(table, 'value_as_number', 't');
    const same = values.flatMap((name) => {
      const column = extract.column(table, name);
      if (!column) return [];
      if (name === 'value_as_number') return [number!];
      const text = extract.text(table, name, 't');
      // The text of a number that was read is one of many ways to write it.
      return [name === 'value_source_value' && number ? `CASE WHEN ${number} IS NULL THEN ${text} END` : text];
    });
    const key = [
      extract.whole(table, 'person_id', 't'),
      extract.whole(table, `${table}_concept_id`, 't'),
      at,
      ...same
    ].join(', ');
    const from = `${extract.from(table)} t`;
    // Hashes first: a million of them are 8 MB, a million keys with texts are many times that. Equal hashes are then compared.
    const repeated = `SELECT hash(${key}) FROM ${from} GROUP BY 1 HAVING count(*) > 1`;
    const id = extract.column(table, `${table}_id`) ? extract.whole(table, `${table}_id`, 't') : '1';
    return {
      lines: [
        {
          table,
          ...(number && { column: 'value_as_number' }),
          rowsSql: `SELECT t.* FROM ${from} WHERE hash(${key}) IN (${repeated})
QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY ${id}) > 1`
        }
      ],
      sql: `SELECT 0 AS line, (SELECT count(*) FROM ${from}) AS checked, coalesce(sum(n - 1), 0) AS failing
FROM (SELECT count(*) AS n FROM ${from} WHERE hash(${key}) IN (${repeated}) GROUP BY ${key})`
    };
  });
}

/** 21. Of several values at one time any order that can be right passes. */
export function pressures(extract: Extract): Part[] {
  const of = (known: string) => variables(extract).find((variable) => variable.known === known);
  const found = { sbp: of('systolic pressure'), dbp: of('diastolic pressure'), map: of('mean arterial pressure') };
  const at = extract.moment('measurement', 'measurement', 'm');
  const lines = Object.values(found).filter((variable): variable is Variable => variable !== undefined);
  if (lines.length < 2)
    return [
      { lacks: { ...NOTHING_MAPPED, reason: 'Fewer than two of the arterial pressures are among the measurements.' } }
    ];
  if (at === undefined)
    return [{ lacks: { table: 'measurement', reason: 'The column measurement.measurement_datetime is absent.' } }];
  const value = valueOf(extract);
  const bounds = lines
    .map((variable, line) => {
      const name = Object.entries(found).find(([, one]) => one === variable)![0];
      const over = `FILTER (WHERE v.line = ${line} AND v.factor IS NOT NULL)`;
      return `min(${value}) ${over} AS ${name}_least, max(${value}) ${over} AS ${name}_most`;
    })
    .join(', ');
  const person = extract.whole('measurement', 'person_id', 'm');
  const moments = `SELECT ${person} AS person_id, ${at} AS "at", ${bounds} FROM ${mappedFrom(extract, lines)} WHERE ${at} IS NOT NULL GROUP BY 1, 2`;
  const pairs = (
    [
      ['dbp', 'sbp'],
      ['dbp', 'map'],
      ['map', 'sbp']
    ] as const
  ).filter((pair) => pair.every((name) => found[name]));
  const above = pairs.map(([low, high]) => `coalesce(${low}_least > ${high}_most, false)`).join(' OR ');
  const comparable = pairs.map(([low, high]) => `(${low}_least IS NOT NULL AND ${high}_most IS NOT NULL)`).join(' OR ');
  return [
    {
      lines: [
        {
          table: 'measurement',
          column: 'value_as_number',
          detail: 'diastolic ≤ mean ≤ systolic',
          unchecked: 'No two pressures have the same time.',
          rowsSql: `SELECT * FROM (${moments}) WHERE ${above}`
        }
      ],
      sql: `SELECT 0 AS line, count(*) FILTER (WHERE ${comparable}) AS checked, count(*) FILTER (WHERE ${above}) AS failing FROM (${moments})`
    }
  ];
}

/** 25. As written, before any factor. 0 is a value like others where the range of a variable begins there. */
export function sentinels(extract: Extract): Part[] {
  const found = variables(extract);
  if (found.length === 0) return [{ lacks: NOTHING_MAPPED }];
  const raw = rawValue(extract);
  const from = mappedFrom(extract, found);
  const zero = found.flatMap(({ units }, line) =>
    units.some(({ low }) => low !== undefined && low > 0) ? [line] : []
  );
  const others = SENTINELS.filter((sentinel) => sentinel !== 0).join(', ');
  const isSentinel = `(${raw} IN (${others})${zero.length > 0 ? ` OR (${raw} = 0 AND v.line IN (${zero.join(', ')}))` : ''})`;
  return [
    {
      lines: found.map(({ name }, line) => ({
        table: 'measurement',
        column: 'value_as_number',
        detail: name,
        rowsSql: `SELECT m.* FROM ${from} WHERE v.line = ${line} AND ${isSentinel}`
      })),
      sql: `SELECT v.line, count(${raw}) AS checked, count(*) FILTER (WHERE ${isSentinel}) AS failing FROM ${from} GROUP BY 1`
    }
  ];
}
