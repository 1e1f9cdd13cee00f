/** Where a failure lies. Lines and columns count from 1; in a cell they count in the cell's own text. */
export interface Place {
  cell?: string;
  file?: string;
  line?: number;
  column?: number;
}

/** What fills a sentence, so that it can be said in another language. Never row data. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** A failure a person can act on. Everything else is a bug and stays a plain `Error`. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: string,
    message: string,
    readonly hint?: string,
    readonly place?: Place,
    readonly values: Values = {},
    /** Folded under "Details": an engine's own words. May hold values of the data, so it never leaves the page. */
    readonly details?: string,
    cause?: unknown
  ) {
    super(message, { cause });
  }
}

/** The sentences of one room: what happened, and how to mend it. */
export type Catalogue<Code extends string> = Readonly<
  Record<Code, { message: (values: Values) => string; hint?: (values: Values) => string }>
>;

export interface FailMore {
  place?: Place;
  details?: string;
  cause?: unknown;
}

/** Makes the thrower of one room. Values hold no row data: messages are shown, logged and copied into reports. */
export function failures<Code extends string>(catalogue: Catalogue<Code>) {
  return (code: Code, values: Values = {}, more: FailMore = {}): AppError =>
    new AppError(
      code,
      catalogue[code].message(values),
      catalogue[code].hint?.(values),
      more.place,
      values,
      more.details,
      more.cause
    );
}

/** The same failure with a place (parts already known are kept). */
export function at(error: AppError, place: Place): AppError {
  return new AppError(
    error.code,
    error.message,
    error.hint,
    { ...place, ...error.place },
    error.values,
    error.details,
    error.cause
  );
}
