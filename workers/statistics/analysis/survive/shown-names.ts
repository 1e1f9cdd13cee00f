import { AppError } from '../../../shared/errors';
import type { StatisticsRemark } from '../../estimate';
import type { WholeDesign } from '../formula-design';

type Named = Pick<WholeDesign, 'names' | 'parts'>;

/** A failure of a model, its coefficients called as people read them: `site: H2` and not `siteH2`. */
export function failureAsShown(error: unknown, { names, parts }: Named): unknown {
  if (!(error instanceof AppError) || typeof error.values.term !== 'string') return error;
  const { code, message, hint, place, values, details } = error;
  const term = values.term as string;
  const shown = parts[names.indexOf(term)]?.shown ?? term;
  return new AppError(code, message.replace(term, shown), hint, place, { ...values, term: shown }, details, error);
}

/** Remarks of a model, their coefficients called likewise. */
export function remarksAsShown(remarks: readonly StatisticsRemark[], { names, parts }: Named): StatisticsRemark[] {
  return remarks.map((one) => {
    const { terms } = one.values;
    if (typeof terms !== 'string') return one;
    const shown = terms.split(', ').map((term) => parts[names.indexOf(term)]?.shown ?? term);
    return { ...one, values: { ...one.values, terms: shown.join(', ') } };
  });
}
