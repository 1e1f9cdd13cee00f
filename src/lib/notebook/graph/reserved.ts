import { standardNames } from '$workers/sandbox/contract';

/** Reserved words of DuckDB 1.4 (`duckdb_keywords()`, category reserved): `from order` would need quotes. */
const sql = new Set(
  (
    'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default ' +
    'deferrable desc describe distinct do else end except false fetch for foreign from grant group having in initially ' +
    'intersect into lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary ' +
    'qualify references returning select show some summarize symmetric table then to trailing true union unique unpivot ' +
    'using variadic when where window with'
  ).split(' ')
);

/** Names that no cell can have; compared exactly (`plot` is free, `Plot` is not). */
const notebook = new Set('display view invalidation visibility width now Inputs Plot'.split(' '));

/**
 * What own code finds under these names, and so cannot make. Cells of other kinds may be called so, as new queries were from
 * the first version on (`sql`): in own code the standard library's name counts.
 */
const code = new Set<string>([...standardNames, ...notebook]);

/** Schemas of the engine itself: their tables are nobody's cell. */
const systemSchemas = /^(information_schema|pg_catalog|system|temp)\./i;

/** @returns the language that has this word for itself, or undefined */
export function reservedBy(name: string, { code: inCode = false } = {}): 'SQL' | 'the notebook' | undefined {
  if (!inCode && sql.has(name.toLowerCase())) return 'SQL';
  return (inCode ? code : notebook).has(name) ? 'the notebook' : undefined;
}

export function isSystemTable(name: string): boolean {
  return systemSchemas.test(name) || /^(sqlite_master|duckdb_\w+|pragma_\w+)$/i.test(name);
}
