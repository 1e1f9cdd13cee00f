import type { Failure } from '../words';

/** Errors that workers throw, by code. Their English stands with them, in the `errors.ts` of its room. */
export const workerFailures: Readonly<Record<string, Failure>> = {};
