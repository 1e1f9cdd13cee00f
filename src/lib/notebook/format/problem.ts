import { fileProblems } from '$lib/messages/en/notebook';
import type { Values } from '$workers/shared/errors';

export type ProblemCode = keyof typeof fileProblems;

/** Something in a file that could not be taken as written. Lines count from 1 in the file. */
export interface Problem {
  code: ProblemCode;
  message: string;
  line: number;
  values: Values;
}

export function problem(code: ProblemCode, line: number, values: Values = {}): Problem {
  return { code, message: fileProblems[code](values), line, values };
}
