import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scanSql } from './sql-scan';

interface Case {
  input: string;
  expected: { tables: string[]; files: string[]; params: string[] };
}
const oracle = JSON.parse(
  readFileSync(new URL('../../tests/oracles/notebook/sql-names.json', import.meta.url), 'utf8')
) as { cases: Case[] };

describe('scanSql', () => {
  test.each(oracle.cases.map((one) => [one.input, one.expected] as const))('oracle: %s', (input, expected) => {
    const { tables, files, params } = scanSql(input);
    expect({ tables, files, params }).toEqual(expected);
  });

  test.each([
    // sql, tables, files
    ['with a as (select * from a) select * from a', ['a'], []],
    ['with a as (select 1), b as (select * from a) from b join A using (x)', [], []],
    ['with recursive r(i) using key (i) as (select 1 union from r join t on true) from r', ['t'], []],
    ['from a join b on a.x = b.x, c', ['a', 'b', 'c'], []],
    ['from b : births, d : deaths select b.x', ['births', 'deaths'], []],
    ['pivot cities on year, name using sum(pop), max(x) group by country', ['cities'], []],
    ['from (pivot cities on year using sum(pop)) p join q on true', ['cities', 'q'], []],
    ['from t pivot (sum(x) for year in (2000, 2010)), u', ['t', 'u'], []],
    ['from (describe t)', ['t'], []],
    ['show tables', [], []],
    ['table t', ['t'], []],
    ['from t select "from" , x.from', ['t'], []],
    ["select e'it\\'s from b' from a", ['a'], []],
    ["from read_csv('a.csv', delim=',', nullstr=['x','y'], columns={'a': 'INT'})", [], ['a.csv']],
    ["from query_table(['p', 'q'])", ['p', 'q'], []],
    ["from query('select * from hidden')", ['hidden'], []],
    ['from memory.main.t', ['t'], []],
    ['select x from t where exists (from u) and y = any(from v)', ['t', 'u', 'v'], []],
    ['select trim(from x) from a', ['a'], []],
    ['from values (1), (2) t(x)', [], []],
    ["from (values ('a.csv', 1)) t(x, y)", [], []],
    ['select 1::timestamp with time zone from a', ['a'], []],
    ['from unnest([1]) with ordinality, b', ['b'], []],
    ['from a; from b', ['a', 'b'], []],
    ['select * from Hourly h join HOURLY i on true', ['Hourly'], []],
    ["from a -- ${no}\nwhere x = '${no}'", ['a'], []]
  ])('%s', (sql, tables, files) => {
    expect(scanSql(sql)).toMatchObject({ tables, files, params: [] });
  });

  test('a parameter is given with its place, its expression and its leading name', () => {
    const sql = "select * from t where a < ${lo + 1} and b in ${list} and c = ${ m['}'] } and d = ${1 + x}";
    const { parameters, params } = scanSql(sql);
    expect(params).toEqual(['lo', 'list', 'm']);
    expect(parameters.map((one) => sql.slice(one.start, one.end))).toEqual([
      '${lo + 1}',
      '${list}',
      "${ m['}'] }",
      '${1 + x}'
    ]);
    expect(parameters.map((one) => one.expression)).toEqual(['lo + 1', 'list', " m['}'] ", '1 + x']);
  });

  test('each use of a table is given with its place', () => {
    const sql = 'select * from main."Heart Rate" h join main.beds on true';
    expect(scanSql(sql).uses.map(({ name, start, end }) => [name, sql.slice(start, end)])).toEqual([
      ['Heart Rate', 'main."Heart Rate"'],
      ['beds', 'main.beds']
    ]);
  });

  test('any text is read without an exception', () => {
    const piece = fc.constantFrom(
      ..."select from join with as ( ) [ ] { } , ; ' \" $$ ${ } -- /* */ a b.c e' . :: union".split(' ')
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        scanSql(pieces.join(' '));
        scanSql(pieces.join(''));
      }),
      { seed: 1, numRuns: 3000 }
    );
  });
});
