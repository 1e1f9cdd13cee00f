import type { Table } from '../shared/table';
import type { DataEngine, Memory } from './contract';
import type { Duck } from './duck';

const units: Readonly<Record<string, number>> = { bytes: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

export async function readMemory(duck: Duck): Promise<Memory> {
  const used = await duck.query('SELECT sum(memory_usage_bytes)::BIGINT AS n FROM duckdb_memory()');
  const limit = await duck.query("SELECT current_setting('memory_limit') AS words");
  const [, amount, unit] = /^([\d.]+) (\w+)$/.exec(textAt(limit, 0, 0)) ?? [];
  return {
    usedBytes: Number((used.columns[0]!.values as BigInt64Array)[0]),
    wasmBytes: duck.wasmBytes(),
    limitBytes: Math.round(Number(amount) * (units[unit ?? ''] ?? NaN))
  };
}

/** Functions that can be written as `name(…)`, each once, with the first of its parameter lists. */
export async function readFunctions(duck: Duck): ReturnType<DataEngine['functions']> {
  const table = await duck.query(
    `SELECT function_name, list_aggregate(first(parameters ORDER BY len(parameters)), 'string_agg', ', '),
            coalesce(first(return_type ORDER BY len(parameters)), 'TABLE')
     FROM duckdb_functions()
     WHERE regexp_full_match(function_name, '[a-z][a-z0-9_]*') AND function_type IN ('scalar', 'aggregate', 'macro', 'table')
       AND NOT (function_type = 'table' AND function_name SIMILAR TO '(read|parquet|sniff|arrow|pragma|seq|pandas|python|duckdb|force|test|repeat|icu).*')
     GROUP BY function_name ORDER BY function_name`
  );
  return Array.from({ length: table.rows }, (_, row) => ({
    name: textAt(table, 0, row),
    parameters: textAt(table, 1, row),
    returns: textAt(table, 2, row)
  }));
}

function textAt(table: Table, column: number, row: number): string {
  const texts = table.columns[column];
  if (texts?.type !== 'text') throw new Error('A text column was expected.');
  return texts.validity && !((texts.validity[row >> 3]! >> (row & 7)) & 1) ? '' : texts.dictionary[texts.values[row]!]!;
}
