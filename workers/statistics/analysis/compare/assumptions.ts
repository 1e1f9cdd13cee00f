import { AppError } from '../../../shared/errors';
import type { StatisticsRemark } from '../../estimate';
import { leveneTest, shapiroWilkTest, type TestResult } from '../../tests';
import { remark } from '../tidy';

/** Means of so many values are nearly normal, whatever the values are. */
const MANY = 30;
const REJECTED = 0.05;

/** A check that the data do not carry says nothing: it never stops the analysis. */
function tried(test: () => TestResult): TestResult | undefined {
  try {
    return test();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/**
 * What Levene's test says of the variances. Where each group has its own variance anyway, it is only told.
 *
 * @param equal whether the analysis takes them as equal
 */
export function variancesChecked(of: string, samples: readonly Float64Array[], equal: boolean): StatisticsRemark[] {
  const test = tried(() => leveneTest(samples));
  if (!test) return [];
  const values = { of, p: test.p };
  if (!equal) return [remark('test-variances-free', values)];
  return [test.p < REJECTED ? remark('test-variances-rejected', values) : remark('test-variances-checked', values)];
}

/**
 * What Shapiro and Wilk's test says of the least normal of some groups. With many values in a group the mean is nearly
 * normal also where they are not: that is another remark.
 */
export function normalityChecked(
  of: string,
  samples: readonly Float64Array[],
  labels: readonly string[]
): StatisticsRemark[] {
  const tested = samples.flatMap((sample, group) => {
    const test = tried(() => shapiroWilkTest(sample));
    return test ? [{ p: test.p, n: test.n, group: labels[group] ?? '' }] : [];
  });
  const worst = tested.reduce<(typeof tested)[number] | undefined>((least, one) => (!least || one.p < least.p ? one : least), undefined); // prettier-ignore
  if (!worst) return [];
  const rejected = tested.filter(({ p }) => p < REJECTED);
  const few = rejected.find(({ n }) => n < MANY);
  if (few) return [remark('test-normal-rejected', { of, ...few })];
  const values = { of, ...worst };
  return [rejected.length > 0 ? remark('test-normal-rejected-many', values) : remark('test-normal-checked', values)];
}
