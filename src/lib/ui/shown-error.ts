import { AppError } from '$workers/shared/errors';
import { ui } from '$lib/messages/en/ui';
import type { ShownError } from './error-report';

/** Anything thrown, as an ErrorBlock shows it: what a person can act on as it is, a mistake of ours as such. */
export function shownError(error: unknown): ShownError {
  if (error instanceof AppError) return error;
  return {
    code: 'mistake',
    message: ui.error.mistake,
    hint: ui.error.mistakeHint,
    details: error instanceof Error ? (error.stack ?? error.message) : String(error)
  };
}
