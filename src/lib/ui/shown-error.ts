import { AppError } from '$workers/shared/errors';
import { pages } from '$lib/messages/pages';
import type { ShownError } from './error-report';

/** Anything thrown, as an ErrorBlock shows it: what a person can act on as it is, a mistake of ours as such. */
export function shownError(error: unknown): ShownError {
  if (error instanceof AppError) return error;
  return {
    code: 'mistake',
    message: pages.mistake,
    hint: pages.mistakeHint,
    details: error instanceof Error ? (error.stack ?? error.message) : String(error)
  };
}
