import type { Int64Column, Table } from '../../../shared/table';
import { quoteText, type Duck, type StatementOptions } from '../../duck';
import type { DateOrder, ImportType } from '../contract';
import { fail } from '../errors';
import type { Staged } from '../source';
import { castSql, missingSql, type Reading } from './cast';
import { missingTokens } from './shapes';

/** One question to the whole file: how many values of a column read as this type in this way. */
export interface Probe {
  type: ImportType;
  dateOrder: DateOrder;
}

export interface Question {
  key: string;
  probes: readonly Probe[];
  /** Fixed by a person; undefined: the usual tokens are looked for. */
  missing: readonly string[] | undefined;
  reading: Omit<Reading, 'missing' | 'dateOrder'>;
}

export interface Answer {
  /** Not NULL in the file. */
  filled: number;
  /** Blank, or a token that means missing. */
  blank: number;
  /** The tokens met. */
  tokens: readonly string[];
  fits: readonly number[];
  /** Of a bigint probe. */
  lowest?: bigint;
  highest?: bigint;
  leadingZeros: number;
  negatives: number;
  sentinels: number;
  sentinelTexts: readonly string[];
  /** Values that are the same day under day-first and month-first. */
  sameDay: number;
}

const BATCH = 150;
/** Numbers that mean "not recorded" where no other value is negative. */
const sentinels = ['-999', '-9999', '-99999', '-999.0', '-9999.0', '-99999.0', '-999.00', '-9999.00'];

/** Asks about all columns in as few passes over the file as there are batches of 150 columns. */
export async function probe(
  duck: Duck,
  staged: Staged,
  questions: readonly Question[],
  options: StatementOptions & { file: string; asked?: (columns: number) => void }
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < questions.length; from += BATCH) {
    options.asked?.(from);
    const batch = questions.slice(from, from + BATCH);
    const inner = batch.flatMap((question, at) => [
      `${question.key} AS v${at}`,
      ...question.probes.map(
        ({ type, dateOrder }, nth) =>
          `${castSql(question.key, type, { ...question.reading, dateOrder, missing: [] })} AS v${at}p${nth}`
      )
    ]);
    const outer = batch.flatMap((question, at) => aggregates(question, `v${at}`));
    const sql = `SELECT ${['count(*)', ...outer].join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${staged.from})`;
    const table = await duck.query(sql, [], options);
    const counted = Number((table.columns[0] as Int64Column).values[0]);
    if (counted !== staged.rows)
      throw fail('count-differs', { records: staged.rows, rows: counted, file: options.file });
    let column = 1;
    for (const question of batch) {
      const width = aggregates(question, 'v0').length;
      answers.push(answerOf(question, table, column));
      column += width;
    }
  }
  return answers;
}

function aggregates({ probes, missing }: Question, value: string): string[] {
  const blank = missingSql(value, missing ?? missingTokens);
  // Branches and no AND: else the plan of many columns takes longer than their values (`cast.ts`).
  const read = probes.map((_, nth) => `WHEN ${value}p${nth} IS NOT NULL THEN NULL `).join('');
  const token = `CASE WHEN ${value} IS NULL THEN NULL ${read}WHEN ${blank} THEN trim(${value}) END`;
  const whole = probes.findIndex(({ type }) => type === 'bigint');
  const number = numberOf(probes);
  const listed = `${value} IN (${sentinels.map(quoteText).join(', ')})`;
  const sentinel = `CASE WHEN ${value}p${number} < 0 THEN ${listed} END`;
  return [
    `count(${value})`,
    ...probes.map((_, nth) => `count(${value}p${nth})`),
    ...(probes.length > 0 ? [`count(${token})`, met(token, missing ?? missingTokens)] : []),
    ...(whole >= 0 ? [`min(${value}p${whole})`, `max(${value}p${whole})`] : []),
    ...(number >= 0
      ? [
          `count(CASE WHEN ${value} < '00' THEN NULL WHEN ${value} < '0:' THEN 1 END)`,
          `count(CASE WHEN ${value}p${number} < 0 THEN 1 END)`,
          `count(CASE WHEN ${sentinel} THEN 1 END)`,
          met(`CASE WHEN ${sentinel} THEN ${value} END`, sentinels)
        ]
      : []),
    ...(bothOrders(probes) ? [`count(CASE WHEN ${sameDaySql(probes, value)} THEN 1 END)`] : [])
  ];
}

/** Which of the first 62 texts are met, as bits: distinct aggregates cost a hash table each. */
function met(text: string, list: readonly string[]): string {
  const few = list.slice(0, 62);
  if (few.length === 0) return '0::BIGINT';
  const position = `list_position([${few.map(quoteText).join(', ')}], ${text})`;
  return `coalesce(bit_or(CASE WHEN ${text} IS NOT NULL THEN 1::BIGINT << (coalesce(${position}, 63) - 1)::INTEGER END), 0)`;
}

function bothOrders(probes: readonly Probe[]): boolean {
  return probes.some(({ dateOrder }) => dateOrder === 'dmy') && probes.some(({ dateOrder }) => dateOrder === 'mdy');
}

function numberOf(probes: readonly Probe[]): number {
  return probes.findIndex(({ type }) => type === 'bigint' || type === 'number');
}

function sameDaySql(probes: readonly Probe[], value: string): string {
  const at = (order: DateOrder) => probes.findIndex(({ dateOrder }) => dateOrder === order);
  return `${value}p${at('dmy')} = ${value}p${at('mdy')}`;
}

function answerOf({ probes, missing }: Question, table: Table, first: number): Answer {
  let column = first;
  const number = () => Number((table.columns[column++] as Int64Column).values[0]);
  const texts = (list: readonly string[]) => {
    const bits = (table.columns[column++] as Int64Column).values[0]!;
    return list.slice(0, 62).filter((_, at) => (bits >> BigInt(at)) & 1n);
  };
  const big = () => {
    const { values, validity } = table.columns[column++] as Int64Column;
    return validity && !(validity[0]! & 1) ? undefined : values[0];
  };
  const filled = number();
  const fits = probes.map(number);
  const blank = probes.length > 0 ? number() : 0;
  const tokens = probes.length > 0 ? texts(missing ?? missingTokens) : [];
  const isWhole = probes.some(({ type }) => type === 'bigint');
  const lowest = isWhole ? big() : undefined;
  const highest = isWhole ? big() : undefined;
  const isNumber = numberOf(probes) >= 0;
  const leadingZeros = isNumber ? number() : 0;
  const negatives = isNumber ? number() : 0;
  const sentinelCount = isNumber ? number() : 0;
  const sentinelTexts = isNumber ? texts(sentinels) : [];
  const sameDay = bothOrders(probes) ? number() : 0;
  return {
    filled,
    blank,
    tokens,
    fits,
    ...(lowest !== undefined && { lowest }),
    ...(highest !== undefined && { highest }),
    leadingZeros,
    negatives,
    sentinels: sentinelCount,
    sentinelTexts,
    sameDay
  };
}

/** A place where several values of a column do not fit: SQL over the staged relation, rows counted from 1. */
export function rowsSql(staged: Staged): string {
  const keys = staged.columns.map(({ key }) => key).join(', ');
  return `(SELECT row_number() OVER () AS row_, ${keys} FROM ${staged.from})`;
}
