/** The last part of a path: `extract.zip/PERSON.csv` → `PERSON.csv`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lower-case ending without the dot; that of a compressed file is the inner one: `labs.csv.gz` → `csv`. */
export function ending(path: string): string {
  const name = fileName(path).replace(/\.gz$/i, '');
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

const endings =
  /\.(csv|tsv|tab|txt|data|dat|parquet|pq|json|ndjson|jsonl|xlsx|xlsm|arrow|feather|arrows|ipc|duckdb|db|ddb)$/i;

/** Name of the table a file becomes: its stem in lower case, `_` for other characters, `t_` before a leading digit. */
export function tableName(path: string): string {
  let stem = fileName(path);
  stem = stem.replace(/\.gz$/i, '').replace(endings, '');
  const name = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'table_1';
  return /^[0-9]/.test(name) ? `t_${name}` : name;
}

/**
 * Names of columns as a table can hold them: trimmed, none empty, no two equal in any case (SQL does not tell them apart).
 * @returns the names and how many had to be changed
 */
export function columnNames(found: readonly (string | null)[]): { names: string[]; changed: number } {
  const taken = new Set<string>();
  let changed = 0;
  const names = found.map((given, at) => {
    const trimmed = (given ?? '').trim();
    const base = trimmed === '' ? `column${at + 1}` : trimmed;
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}_${count}`;
    taken.add(name.toLowerCase());
    if (name !== trimmed) changed++;
    return name;
  });
  return { names, changed };
}
