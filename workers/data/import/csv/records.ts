/**
 * The first records of a text, for looking at only: what is loaded is read by DuckDB and counted by the scanner.
 * `null` is an empty field, `''` a quoted empty one. A record that the text cuts off is left out unless it is the only one.
 */
export function sampleRecords(
  text: string,
  dialect: { delimiter: string; quote: string },
  options: { most: number; whole: boolean }
): (string | null)[][] {
  const { delimiter, quote } = dialect;
  const records: (string | null)[][] = [];
  let record: (string | null)[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length && records.length < options.most) {
    let field: string | null;
    if (quote !== '' && text[at] === quote) {
      const end = closingQuote(text, at + 1, quote);
      if (end < 0) break;
      field = text.slice(at + 1, end).replaceAll(quote + quote, quote);
      at = end + 1;
      while (text[at] === ' ' && delimiter !== ' ') at++;
      // Text behind a closing quote: this quote is not the dialect's. The field goes on to its end.
      const stray = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      field += text.slice(stray, at);
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      field = at > from ? text.slice(from, at) : null;
    }
    const next = text[at];
    if (next === undefined && !options.whole && records.length > 0) break;
    if (next === delimiter) {
      record.push(field);
      at++;
      if (at < text.length) continue;
      record.push(null);
    } else {
      if (field !== null || record.length > 0) record.push(field);
      at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    }
    if (record.length > 0) records.push(record);
    record = [];
  }
  return records;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) return at;
  }
  return -1;
}
