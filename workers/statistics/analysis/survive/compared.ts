import { AppError } from '../../../shared/errors';

const NOT_COMPARABLE = new Set(['survival-not-comparable', 'competing-not-comparable']);

/**
 * A test of groups; undefined where they were not observed side by side, which takes nothing from their curves.
 *
 * @throws what else the test throws
 */
export function comparedOrNot<Test>(test: () => Test): Test | undefined {
  try {
    return test();
  } catch (error) {
    if (error instanceof AppError && NOT_COMPARABLE.has(error.code)) return undefined;
    throw error;
  }
}
