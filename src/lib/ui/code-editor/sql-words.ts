/**
 * Words of DuckDB 1.4's grammar that are set as keywords: those of its `duckdb_keywords()` that cannot be a column, and
 * the few others that shape a SELECT. `hour`, `value`, `name` and their like stay plain, since they are columns here.
 */
export const sqlKeywords = new Set(
  `all analyse analyze and anti any array as asc asof asymmetric between both by case cast check collate column columns
  constraint create cross cube default deferrable desc describe distinct do else end escape except exclude exists extract
  false fetch filter following for foreign freeze from full glob group grouping having ilike in inner intersect
  interval into is isnull join lambda lateral leading left like limit materialized natural not notnull null nulls offset
  on only or order ordinality outer over overlaps partition pivot pivot_longer pivot_wider placing positional preceding
  primary qualify recursive references respect returning right rollup sample select semi sets show similar some struct
  summarize symmetric table tablesample then ties to trailing true try_cast unbounded union unique unpivot using values
  variadic when where window with within without`.split(/\s+/)
);

/** Types; set as such only where a type is expected, since `date` and `text` are columns too. */
export const sqlTypes = new Set(
  `bigint bignum bit blob bool boolean char date datetime decimal double enum float hugeint int integer int2 int4 int8
  interval list map numeric real smallint string struct text time timestamp timestamp_ms timestamp_ns timestamp_s
  timestamptz tinyint ubigint uhugeint uinteger union usmallint utinyint uuid varchar`.split(/\s+/)
);
