import { quoteName, type Described } from './duck';
import { carrierOf, parseSqlType } from './sql-type';

/** A statement with ours around it; errors count without what stands before it. */
export interface Wrapped {
  text: string;
  before: number;
}

export function wrapped(opening: string, sql: string): Wrapped {
  return { text: `${opening}${sql}\n)`, before: opening.length };
}

/** The beginning of a SELECT of the same rows with every column in a type that Arrow carries exactly. */
export function carrying(described: readonly Described[]): string {
  const casts = described.map(({ name, sqlType }) => {
    const carrier = carrierOf(parseSqlType(sqlType));
    return carrier === undefined ? quoteName(name) : `CAST(${quoteName(name)} AS ${carrier}) AS ${quoteName(name)}`;
  });
  return `SELECT ${casts.join(', ')} FROM (\n`;
}
