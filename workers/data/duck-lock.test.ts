import { beforeAll, describe, expect, test } from 'vitest';
import type { Duck } from './duck';
import { openNodeDuck } from './duck-node';

let duck: Duck;
beforeAll(async () => {
  duck = await openNodeDuck();
  await duck.run('CREATE TABLE t AS SELECT 1 AS a');
});

describe('after the lock', () => {
  test.each([
    "COPY t TO '/tmp/out.csv'",
    "COPY t TO 'http://127.0.0.1:9/out.csv'",
    "EXPORT DATABASE '/tmp/out'",
    "ATTACH '/tmp/other.duckdb' AS other",
    "ATTACH 'http://127.0.0.1:9/other.duckdb' AS other",
    "LOAD 'http://127.0.0.1:9/x.duckdb_extension.wasm'",
    'LOAD httpfs',
    "SET memory_limit='1GB'",
    'SET enable_external_access=true',
    'RESET enable_external_access',
    "SET allowed_directories=['/']",
    "SET custom_extension_repository='http://127.0.0.1:9'",
    'SET autoload_known_extensions=true',
    'SET lock_configuration=false'
  ])('%s is refused', async (sql) => {
    await expect(duck.run(sql)).rejects.toMatchObject({ name: 'DuckError' });
  });

  test.each([
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "FROM 'http://127.0.0.1:9/x.parquet'",
    "FROM '/etc/passwd'",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_parquet('local/../../etc/passwd')",
    "SELECT * FROM read_text('local/../../../etc/passwd')"
  ])('%s is refused', async (sql) => {
    await expect(duck.query(sql)).rejects.toMatchObject({ name: 'DuckError' });
  });

  test('INSTALL changes nothing: loading stays refused', async () => {
    await duck.run("INSTALL x FROM 'http://127.0.0.1:9'").catch(() => undefined);
    await expect(duck.run('LOAD x')).rejects.toMatchObject({ name: 'DuckError' });
  });

  test('a registered file is read until it is dropped', async () => {
    const read =
      "SELECT count(*) AS n FROM read_csv('local/a.csv', header=true, columns={'x': 'INTEGER'}, auto_detect=false)";
    expect(await duck.registerFile('a.csv', new Blob(['x\n1\n2\n']))).toBe('local/a.csv');
    expect((await duck.query(read)).columns[0]?.values[0]).toBe(2n);
    await duck.dropFile('a.csv');
    await expect(duck.query(read)).rejects.toMatchObject({ name: 'DuckError' });
  });
});
