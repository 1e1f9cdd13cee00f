import type { Values } from '$workers/shared/errors';

/** Texts in the shape of the English ones: what another language has to give, and what code reads. */
export type Words<T> = T extends string
  ? string
  : T extends { message: (values: Values) => string }
    ? { message: (values: Values) => string } & ('hint' extends keyof T
        ? { hint: (values: Values) => string }
        : unknown)
    : T extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Key in keyof T]: Words<T[Key]> };

/** A failure in words: what happened, and how to mend it. */
export interface Failure {
  message: (values: Values) => string;
  hint?: (values: Values) => string;
}
