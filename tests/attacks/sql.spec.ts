import { gridRow, runnerPath, waitForRunner } from '../../scripts/acceptance/page.mjs';
import { cells, named, openText } from '../e2e/watched';
import { expect, test } from './attack';

/** Ways by which DuckDB reads or writes what lies outside of it. */
const exits = (host: string): [name: string, sql: string][] => [
  ['copy out', `copy (select 42) to '${host}/copy.csv'`],
  ['copy out, hidden in a comment', `/* select */ copy (select 42) to '/tmp/out.csv'`],
  ['copy after a select', `select 1; copy (select 42) to '${host}/second.csv'`],
  ['export', `export database '/tmp/out'`],
  ['read csv', `select * from read_csv('${host}/read.csv')`],
  ['read csv, guessed', `select * from read_csv_auto('${host}/auto.csv')`],
  ['from an address', `select * from '${host}/from.csv'`],
  ['from an address, quoted as a name', `select * from "${host}/name.csv"`],
  ['from a Parquet address', `select * from '${host}/from.parquet'`],
  ['read Parquet', `select * from read_parquet('${host}/read.parquet')`],
  ['Parquet metadata', `select * from parquet_metadata('${host}/meta.parquet')`],
  ['read JSON', `select * from read_json('${host}/read.json')`],
  ['read text', `select * from read_text('${host}/text')`],
  ['read bytes', `select * from read_blob('/etc/passwd')`],
  ['list files', `select * from glob('/*')`],
  ['list files of a host', `select * from glob('${host}/*')`],
  ['sniff', `select * from sniff_csv('${host}/sniff.csv')`],
  ['by query()', `select * from query('select * from read_csv(''${host}/query.csv'')')`],
  ['by query_table()', `select * from query_table('${host}/query_table.csv')`],
  ['an address put together', `select * from read_csv('ht' || 'tp' || '${host.slice(4)}/joined.csv')`],
  ['an address from a column', `select t.* from (select '${host}/lateral.csv' as a) as x, read_csv(x.a) as t`],
  ['an address from an input', `select * from read_csv(\${address})`],
  ['several addresses', `select * from read_csv(['${host}/one.csv', '${host}/two.csv'])`],
  ['another protocol', `select * from read_text('s3://bucket/${host.slice(7)}')`],
  ['in a subquery', `select (select count(*) from read_csv('${host}/sub.csv')) as n`],
  ['in a with', `with t as (from read_text('${host}/with')) select * from t`],
  ['attach', `attach '${host}/attach.db' as other`],
  ['install', 'install httpfs'],
  ['install from a host', `install thing from '${host}'`],
  ['load', 'load httpfs'],
  ['set', `set custom_extension_repository = '${host}'`],
  ['open the lock', 'set lock_configuration = false'],
  ['open the outside', 'set enable_external_access = true'],
  ['pragma', 'pragma database_list'],
  ['call', `call pragma_version()`],
  ['create a secret', `create secret s (type http, bearer_token 'x')`],
  ['create a macro', `create macro m() as table select * from read_csv('${host}/macro.csv')`],
  ['environment', `select getenv('HOME') as home`],
  ['import a database', `import database '${host}/import'`]
];

test('every way out of SQL is refused with a reason, and the engine answers afterwards', async ({ page, honeypot }) => {
  await page.goto(runnerPath);
  await waitForRunner(page);
  const list = exits(honeypot.url);
  const input = `\`\`\`input id=address\ntype: text\nvalue: "${honeypot.url}/bound.csv"\n\`\`\`\n\n`;
  const text = input + list.map(([, sql], index) => `\`\`\`sql id=exit_${index}\n${sql}\n\`\`\`\n`).join('\n');
  const outcome = await page.evaluate(async (source) => {
    await window.phemsRunner?.open(`${source}\n\`\`\`sql id=after\nselect 41 + 1 as n\n\`\`\`\n`);
    return window.phemsRunner?.run({ rows: 5 });
  }, text);
  const got = outcome?.cells ?? [];
  expect(got.at(-1)?.table?.rows).toEqual([[42]]);
  const through = list
    .map(([name], index) => ({ name, cell: got.find(({ id }) => id === `exit_${index}`) }))
    .filter(({ cell }) => cell?.status !== 'error')
    .map(({ name }) => name);
  expect(through).toEqual([]);
  // Each refusal is ours or the engine's lock: none is an attempt that came to nothing.
  const codes = new Set(got.flatMap(({ error }) => error?.code ?? []));
  expect([...codes].sort()).toEqual([
    'name-unknown',
    'sql-file',
    'sql-forbidden',
    'sql-no-function',
    'sql-not-a-select',
    // A path taken from a column: DuckDB cannot plan that.
    'sql-refused',
    'sql-several'
  ]);
  expect(honeypot.caught).toEqual([]);
});

test('SQL that is refused on the page reads as an error with a hint', async ({ page, honeypot }) => {
  await openText(
    page,
    `\`\`\`sql id=out\nselect * from read_csv('${honeypot.url}/x.csv')\n\`\`\`\n\n\`\`\`sql id=fine\nselect 42 as n\n\`\`\`\n`
  );
  await expect(named(page, 'fine').locator(gridRow).first()).toHaveText('42');
  await expect(named(page, 'out').locator('.error-block')).toContainText(/SQL cannot open the file .* by its name/);
  await expect(cells(page)).toHaveCount(2);
  expect(honeypot.caught).toEqual([]);
});
