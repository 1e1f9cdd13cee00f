import { AppError, type Place } from '../shared/errors';
import { nearNames } from '../shared/near-names';
import { DuckError } from './duck';
import { fail } from './errors';

/** What a failure is explained with: the names there are, and where the statement came from. */
export interface Explaining {
  columns?: readonly string[];
  tables?: readonly string[];
  functions?: readonly string[];
  /** From an offset in the statement that ran to a place in the text that a person wrote. */
  placeOf?: (offset: number) => Place | undefined;
  /** Where the person's text ends in the statement that ran. */
  end?: number;
  memoryLimit?: string;
  /** Tables that are files read in place, with the place where the statement names them (or what reads them). */
  files?: readonly { name: string; place?: Place }[];
}

/** Any failure of the engine as one that people can act on. What is not the engine's comes back as it is. */
export function explain(error: unknown, explaining: Explaining = {}): unknown {
  if (error instanceof AppError) return error;
  const failure = error instanceof DuckError ? fileFailure(error, explaining) : undefined;
  if (failure) return failure;
  if (!(error instanceof DuckError)) return error;
  const { position } = error.about;
  const place = position === undefined ? undefined : explaining.placeOf?.(position);
  const { code, values } = sentenceOf(error, explaining);
  return fail(code, values, { details: error.message, cause: error, ...(place && { place }) });
}

type Sentence = { code: Parameters<typeof fail>[0]; values: Record<string, string | undefined> };

function fileFailure(error: DuckError, { files = [] }: Explaining): AppError | undefined {
  const text = `${error.message} ${error.cause instanceof Error ? error.cause.name : ''}`;
  if (!/NotReadableError|NotFoundError|could not be read|requested file could not|A requested file/i.test(text))
    return undefined;
  const file = /local\/([^"'\n]+)/.exec(text)?.[1];
  const table = files.map(({ name }) => name).join(', ') || undefined;
  const place = files.find((one) => one.place)?.place;
  return fail('file-changed', { file, table }, { details: error.message, cause: error, ...(place && { place }) });
}

function sentenceOf(error: DuckError, explaining: Explaining): Sentence {
  switch (error.kind) {
    case 'Interrupt':
      return { code: 'stopped', values: {} };
    case 'Crash':
      return { code: 'engine-crashed', values: {} };
    case 'Out of Memory':
      return { code: 'sql-out-of-memory', values: { limit: explaining.memoryLimit ?? '3.1 GiB' } };
    case 'Permission':
      return { code: 'sql-forbidden', values: {} };
    case 'Parser':
    case 'Syntax':
      return parserSentence(error, explaining);
    case 'Catalog':
      return catalogSentence(error, explaining);
    case 'Binder':
      return binderSentence(error, explaining);
    case 'Conversion':
      return conversionSentence(error.message);
    case 'Out of Range':
      return { code: 'sql-range', values: { type: typeWord(error.message) } };
    case 'IO':
    case 'Missing Extension':
    case 'HTTP':
    case 'Autoload':
      return { code: 'sql-forbidden', values: {} };
    default:
      if (/Cannot prepare multiple statements/.test(error.message)) return { code: 'sql-pivot', values: {} };
      return { code: 'sql-failed', values: {} };
  }
}

function conversionSentence(message: string): Sentence {
  const [, from, to] = /^Unimplemented type for cast \((.+) -> (.+)\)/.exec(message) ?? [];
  if (from && to && from.endsWith(']') !== to.endsWith(']')) {
    return { code: 'sql-list', values: { list: from.endsWith(']') ? from : to } };
  }
  if (from && to) return { code: 'sql-cast', values: { from, to } };
  const field = /(date|timestamp|time) field (?:format|value)/i.exec(message)?.[1]?.toUpperCase();
  return { code: 'sql-conversion', values: { type: field ?? typeWord(message) } };
}

/** Names of types are no data: `Could not convert string '…' to INT32 when …`. */
function typeWord(message: string): string | undefined {
  const word = /(?:to|type) ([A-Z][A-Z0-9_]+(?:\(\d+,\s*\d+\))?)(?=$|[\s.,;!)])/.exec(message)?.[1];
  return word && (plainType[word] ?? word);
}

const plainType: Readonly<Record<string, string>> = {
  INT8: 'TINYINT',
  INT16: 'SMALLINT',
  INT32: 'INTEGER',
  INT64: 'BIGINT',
  INT128: 'HUGEINT'
};

function parserSentence(error: DuckError, { end = Infinity }: Explaining): Sentence {
  if (/^unterminated/.test(error.message)) return { code: 'sql-quote-open', values: {} };
  const word = /at or near "([\s\S]*)"$/.exec(error.message.trim())?.[1];
  const isBehind = (error.about.position ?? 0) >= end;
  return { code: 'sql-syntax', values: { word: word === undefined || isBehind ? undefined : word.slice(0, 60) } };
}

function catalogSentence({ about, message }: DuckError, { tables, functions }: Explaining): Sentence {
  const name = about.subject ?? /name "?([^"\s]+)"? does not exist/.exec(message)?.[1];
  const isTable = /^(Table|View)/i.test(message);
  const candidates = isTable ? (tables ?? []) : (functions ?? about.candidates ?? []);
  const near = nearText(name, candidates);
  if (isTable) return { code: 'sql-no-table', values: { name, near } };
  if (/Function/.test(message)) return { code: 'sql-no-function', values: { name, near } };
  if (/is not in the catalog|extension/i.test(message)) return { code: 'sql-forbidden', values: {} };
  return refused(message);
}

function binderSentence({ about, message }: DuckError, { columns }: Explaining): Sentence {
  if (about.subtype === 'COLUMN_NOT_FOUND' || /^Referenced column|does not have a column/.test(message)) {
    const name = about.subject ?? /column (?:named )?"([^"]+)"/.exec(message)?.[1];
    const theirs = (about.candidates ?? []).map((candidate) => candidate.replace(/^.*\.|"/g, ''));
    return { code: 'sql-no-column', values: { name, near: nearText(name, [...(columns ?? []), ...theirs]) } };
  }
  const table = /Referenced table "([^"]+)" not found/.exec(message)?.[1];
  if (table !== undefined) {
    const theirs = [...message.matchAll(/"([^"]+)"/g)].slice(1).map((match) => match[1]!);
    return { code: 'sql-no-table', values: { name: table, near: nearText(table, theirs) } };
  }
  const ambiguous = /^Ambiguous reference to column name "([^"]+)"(?: \(use: (.*)\))?/.exec(message);
  if (ambiguous) {
    const near = [...(ambiguous[2] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]).join(', ');
    return { code: 'sql-ambiguous', values: { name: ambiguous[1], near: near || undefined } };
  }
  const ungrouped = /^column "?([^"]+?)"? must appear in the GROUP BY/.exec(message);
  if (ungrouped) return { code: 'sql-group', values: { name: ungrouped[1] } };
  const compared = /^Cannot compare values of type (.+?) and (?:values of )?type (.+?)(?: - | in )/.exec(message);
  if (compared) return { code: 'sql-compare', values: { left: compared[1], right: compared[2] } };
  const given = /function call "(.+?)\((.*?)\)"|argument types '(.+?)\((.*?)\)'/.exec(message);
  if (given) return { code: 'sql-arguments', values: { name: given[1] ?? given[3], types: given[2] ?? given[4] } };
  if (/types don't match|Contents of view were altered/.test(message)) return { code: 'sql-outdated', values: {} };
  if (/Cannot prepare multiple/.test(message)) return { code: 'sql-pivot', values: {} };
  return refused(message);
}

/** DuckDB's first sentence, where it is fit to be shown. A plan is made without data, so its words hold none. */
function refused(message: string): Sentence {
  const words = message.split('\n')[0]!.replace(/!/g, '.').trim();
  return { code: 'sql-refused', values: { words: /invalid|failed to|please|oops/i.test(words) ? undefined : words } };
}

function nearText(name: string | undefined, candidates: readonly string[]): string | undefined {
  return (name && nearNames(name, candidates).join(', ')) || undefined;
}
