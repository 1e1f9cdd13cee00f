/**
 * Ways by which an unlocked DuckDB asks a host.
 * @param {string} at
 * @returns {import('./markup.mjs').Trick[]}
 */
export function sql(at) {
  /** @type {Record<string, (url: string) => string>} */
  const tricks = {
    read_csv: (url) => `select * from read_csv('${url}')`,
    read_csv_auto: (url) => `select * from read_csv_auto('${url}')`,
    from: (url) => `select * from '${url}.csv'`,
    name: (url) => `select * from "${url}.csv"`,
    read_text: (url) => `select * from read_text('${url}')`,
    read_blob: (url) => `select * from read_blob('${url}')`,
    sniff: (url) => `select * from sniff_csv('${url}')`,
    query: (url) => `select * from query('select * from read_csv(''${url}'')')`,
    joined: (url) => `select * from read_csv('ht' || 'tp' || '${url.slice(4)}')`,
    several: (url) => `select * from read_csv(['${url}', '${url}'])`,
    with: (url) => `with t as (from read_text('${url}')) select * from t`,
    subquery: (url) => `select (select count(*) from read_csv('${url}')) as n`,
    macro: (url) => `create macro m() as table select * from read_csv('${url}'); from m()`,
    copy: (url) => `copy (select 42) to '${url}'`,
    attach: (url) => `attach '${url}' as other`,
    load: (url) => `load '${url}'`
  };
  return Object.entries(tricks).map(([name, text]) => ({ name, text: text(at + name) }));
}
