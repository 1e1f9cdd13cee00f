import { sqlTokens } from '$workers/shared/sql-tokens';

/** A column that tells persons apart: then groups are counted in persons, not in rows. */
const ofPersons = /^(person|patient|pat|subject|child|mrn)(_?(id|no|nr|number|key|source_value))?$/i;

/** Functions that hand out values as they are: what they are over is no aggregate, however large the group. */
const handsOut =
  /^(list|array_agg|string_agg|group_concat|listagg|first|last|any_value|arbitrary|arg_min|arg_max|argmin|argmax|min_by|max_by|arg_min_null|arg_max_null|histogram|map|mode|approx_top_k)$/i;

export const groupSize = 'phems_group_size';

/**
 * The query itself, then the subqueries that hold every place where a table with individual rows is read, from the outside
 * in: where one of them gives aggregates, so does all that is built on it.
 */
export function* partsThatRead(sql: string, uses: readonly { start: number; end: number }[]): Generator<string> {
  yield sql;
  const open: number[] = [];
  const inner: { start: number; end: number }[] = [];
  const tokens = sqlTokens(sql);
  tokens.forEach(({ type, text, start, end }, at) => {
    if (type !== 'symbol') return;
    if (text === '(') open.push(/^(select|with)$/i.test(tokens[at + 1]?.text ?? '') ? end : -1);
    else if (text === ')') {
      const from = open.pop() ?? -1;
      if (from >= 0 && uses.every((use) => use.start >= from && use.end <= start))
        inner.push({ start: from, end: start });
    }
  });
  for (const { start, end } of inner.toSorted((a, b) => a.start - b.start)) yield sql.slice(start, end);
}

/** The first column that tells persons apart. */
export function personColumn(columns: readonly { name: string }[]): string | undefined {
  return columns.find(({ name }) => ofPersons.test(name))?.name;
}

/**
 * The query with one column more: how many persons (or rows) each of its rows stands for. The engine takes it only where
 * the outermost SELECT groups; so that it runs at all, and gives as many rows, proves that the rows are aggregates.
 *
 * @returns undefined where the outermost query is no `SELECT … FROM`, nor several of them joined by UNION
 */
export function withGroupSize(sql: string, person: string | undefined): string | undefined {
  const tokens = sqlTokens(sql);
  if (tokens.some(({ type, text }, at) => type === 'word' && handsOut.test(text) && tokens[at + 1]?.text === '('))
    return undefined;
  const size = person === undefined ? 'count(*)' : `count(distinct "${person.replaceAll('"', '""')}")`;
  let depth = 0;
  let before: string | undefined;
  let listing = false;
  let written = 0;
  let probing = '';
  for (const token of tokens) {
    const word = token.type === 'word' ? token.text.toLowerCase() : token.text;
    if (token.type === 'symbol' && '([{'.includes(word)) depth++;
    else if (token.type === 'symbol' && ')]}'.includes(word)) depth--;
    else if (depth === 0 && token.type === 'word') {
      if (/^(intersect|except|qualify)$/.test(word) || (word === 'select' && listing)) return undefined;
      if (word === 'select') listing = true;
      // `a is distinct from b` begins no clause.
      else if (word === 'from' && before !== 'distinct' && listing) {
        probing += `${sql.slice(written, token.start)}, ${size} as ${groupSize}\n`;
        written = token.start;
        listing = false;
      }
    }
    before = word;
  }
  return listing || written === 0 ? undefined : probing + sql.slice(written);
}
