import { AppError } from '../../../shared/errors';
import { fail } from '../../errors';
import type { AnalysisTest, MeasuredEstimate, Measure, Said } from '../contract';
import type { Adjusting } from '../adjusted';
import { clearest, isClear } from '../clear';
import { saidP } from '../adjusted';
import type { TestResult } from '../../tests';
import { forestOf, measured, shown } from '../tidy';
import type { ForestFigure } from '../figures';
import { pairsOf } from '../groups';
import { differenceName, testOf, type Outcome, type Outcomes } from './by-group';

/** How two groups, and more than two, are compared. */
export interface Comparing {
  measure: Measure;
  /** Begins the codes of its sentences: `means`. */
  says: string;
  two: { code: string; test: (later: Float64Array, earlier: Float64Array) => TestResult };
  more: { code: string; test: (samples: readonly Float64Array[]) => TestResult };
}

export interface Compared {
  name: string;
  says: Said[];
  estimates: MeasuredEstimate[];
  tests: AnalysisTest[];
  figures: ForestFigure[];
  remarks: TestResult['remarks'];
}

/** More pairs than that are in the table, not in the drawing. */
const MOST_ROWS = 40;

/** Compares each outcome between the groups: differences of every two with intervals, and one test of all. */
export function compareOutcomes({ groups, all }: Outcomes, how: Comparing, adjusting: Adjusting): Compared {
  const several = all.length > 1;
  const isTwo = groups.names.length === 2;
  const overall = all.map((outcome) => {
    const { samples } = outcome;
    return placed(outcome, groups.labels, () => (isTwo ? how.two.test(samples[1]!, samples[0]!) : how.more.test(samples))); // prettier-ignore
  });
  const { code } = isTwo ? how.two : how.more;
  const tests = adjusting.family(overall.map((test, at) => testOf(code, test, several ? nameOf(all[at]!) : undefined)));
  const pairs = all.map((outcome, at) => {
    if (isTwo) return [pairOf(overall[at]!, { reference: 0, group: 1 })];
    return pairsOf(groups.names.length).map((pair) => {
      const [group, reference] = [pair.group, pair.reference].map((code) => outcome.samples[code]!) as [Float64Array, Float64Array]; // prettier-ignore
      const labels = [groups.labels[pair.reference]!, groups.labels[pair.group]!];
      return pairOf(
        placed(outcome, labels, () => how.two.test(group, reference)),
        pair
      );
    });
  });
  const named = pairs.map((ofOutcome, at) =>
    ofOutcome.flatMap(({ test, reference, group }) => {
      const name = differenceName(groups.labels[group]!, groups.labels[reference]!, several ? nameOf(all[at]!) : undefined); // prettier-ignore
      return measured(test.estimates, how.measure).map((one) => ({ ...one, name }));
    })
  );
  // Of two groups the outcomes are the family; of more, the pairs of each outcome.
  const estimates = isTwo ? adjusting.family(named.flat()) : named.flatMap((ofOutcome) => adjusting.family(ofOutcome));
  const { by, level } = adjusting;
  const labels = { reference: groups.labels[0]!, group: groups.labels[1]!, groups: groups.names.length, column: groups.column }; // prettier-ignore
  const says = isTwo
    ? all.flatMap((outcome, at) => {
        const one = estimates[at];
        return one ? [saysDifference(how.says, outcome, one, labels, by)] : [];
      })
    : all.flatMap((outcome, at): Said[] => {
        const test = tests[at]!;
        return [
          {
            code: `${how.says}-groups-${isClear({ ...test, level }) ? 'differ' : 'alike'}`,
            values: { of: nameOf(outcome), groups: labels.groups, column: groups.column, ...saidP(test, by) }
          },
          ...(several ? [] : saysClearest(how.says, outcome, estimates, by))
        ];
      });
  const first = overall[0]!;
  return {
    name: [first.method, ...(isTwo ? [] : [pairs[0]?.[0]?.test.method ?? '']), ...(by === undefined ? [] : [`p adjusted by ${by}`])].join('; '), // prettier-ignore
    says: says.slice(0, 4),
    estimates,
    tests,
    figures: several || isTwo ? [] : forestOf(estimates.slice(0, MOST_ROWS), how.measure),
    remarks: remarksOf([...overall, ...(isTwo ? [] : pairs.flat().map(({ test }) => test))])
  };
}

/**
 * A test of an outcome: what does not vary is told by its column and groups.
 *
 * @throws `outcome-constant`, what the test throws
 */
function placed(outcome: Pick<Outcome, 'column'>, labels: readonly string[], test: () => TestResult): TestResult {
  try {
    return test();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'test-constant') throw error;
    const { test: of, group } = error.values;
    const groups = group === undefined ? labels.join(', ') : labels[Number(group) - 1];
    throw fail('outcome-constant', { column: nameOf(outcome), groups, test: of }, { cause: error });
  }
}

const nameOf = ({ column }: Pick<Outcome, 'column'>): string => column.name;
const pairOf = (test: TestResult, pair: { reference: number; group: number }) => ({ test, ...pair });

/** Pairs may all say the same. */
function remarksOf(tests: readonly TestResult[]): TestResult['remarks'] {
  const found = new Map(tests.flatMap(({ remarks }) => remarks).map((one) => [JSON.stringify(one), one]));
  return [...found.values()];
}

function saysDifference(
  code: string,
  outcome: Pick<Outcome, 'column'>,
  one: MeasuredEstimate,
  { group, reference }: { group: string; reference: string },
  by: string | undefined
): Said {
  return {
    code: `${code}-${isClear(one) ? 'differ' : 'alike'}`,
    values: { of: nameOf(outcome), ...unitOf(outcome), group, reference, ...figuresOf(one), ...saidP(one, by) }
  };
}

export const unitOf = ({ column: { unit } }: Pick<Outcome, 'column'>): { unit?: string } =>
  unit === undefined ? {} : { unit };

/** Estimate and limits as a sentence takes them. */
export function figuresOf(one: MeasuredEstimate): Record<string, string | number> {
  const { estimate, lower, upper } = shown(one);
  return {
    measure: one.measure,
    estimate,
    level: one.level,
    ...(lower !== null && { lower }),
    ...(upper !== null && { upper })
  };
}

/** The pairs that differ most clearly, a sentence each. */
function saysClearest(
  code: string,
  outcome: Pick<Outcome, 'column'>,
  estimates: readonly MeasuredEstimate[],
  by: string | undefined
): Said[] {
  return clearest(estimates).map((one) => ({
    code: `${code}-pair`,
    values: { pair: one.name, ...unitOf(outcome), ...figuresOf(one), ...saidP(one, by) }
  }));
}
