import { may } from '../../../shared/call-arguments';
import { limitsOfAgreement, repeatedLimits, type LimitsOfAgreement } from '../../agreement';
import { float64Column } from '../../columns';
import type { AnalysisTest, Fact, Measure, MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { PointsFigure } from '../figures';
import type { Given } from '../given';
import { remark, saysEstimate } from '../tidy';
import { levelTake, measurementsOf, measurementTakes } from './measurements';

const shownAs: Readonly<Record<string, readonly [code: string, measure: Measure]>> = {
  bias: ['bias', 'bias'],
  'lower limit of agreement': ['lower-limit', 'limit-of-agreement'],
  'upper limit of agreement': ['upper-limit', 'limit-of-agreement']
};

export const blandAltmanAnalysis = defineAnalysis({
  name: 'bland-altman',
  question: 'agree',
  source:
    'Bland and Altman 1986, Lancet 327:307; Bland and Altman 1999, Stat Methods Med Res 8:135; Zou 2013, Stat Methods Med Res 22:630',
  takes: [...measurementTakes, may('person', 'column'), may('coverage', 'number'), levelTake],
  async run(given) {
    const { names, first, second } = measurementsOf(given);
    const options = { level: given.level, coverage: given.option<number>('coverage') ?? 0.95 };
    const person = given.classes('person');
    const isRepeated = person !== undefined && hasRepeats(person.codes, first, second);
    const found = isRepeated ? repeatedLimits(first, second, person.codes, options) : limitsOfAgreement(first, second, options); // prettier-ignore
    const estimates = found.estimates.map((one): MeasuredEstimate => {
      const [, measure] = shownAs[one.name] as (typeof shownAs)[string];
      return { ...one, named: 'code', measure };
    });
    return {
      name: found.method,
      says: saidOf(estimates, { ...names, ...unitOf(given) }, options.coverage),
      estimates,
      tests: testsOf(found),
      facts: factsOf(found),
      more: [{ name: 'points', table: { ...found.points, columns: found.points.columns.map((one) => float64Column(one.name, one.values as Float64Array)) } }], // prettier-ignore
      figures: [figureOf(found, names)],
      remarks: [
        ...found.remarks,
        ...(found.remarks.length === 0 && found.checks.bias ? [remark('agreement-dependence-checked', { p: found.checks.bias.p })] : []), // prettier-ignore
        remark('agreement-normal-assumed'),
        ...(isRepeated ? [remark('agreement-repeated', { pairs: found.n })] : [])
      ],
      counted: 'pairs',
      n: found.n,
      nDropped: first.length - found.n
    };
  }
});

/** The unit of both measurements, where they have the same. */
function unitOf(given: Given): { unit?: string } {
  const [first, second] = [given.column('first').unit, given.column('second').unit];
  return first !== undefined && first === second ? { unit: first } : {};
}

/** Whether a person has two pairs that can be used. */
function hasRepeats(codes: Int32Array, first: Float64Array, second: Float64Array): boolean {
  const seen = new Set<number>();
  return codes.some((code, row) => {
    if (code < 0 || Number.isNaN(first[row]) || Number.isNaN(second[row])) return false;
    if (seen.has(code)) return true;
    seen.add(code);
    return false;
  });
}

/** "On average a is 2.1 lower than b": whose measurement is higher is told, not only a sign. */
function saidOf(
  [bias, low, high]: readonly MeasuredEstimate[],
  names: { first: string; second: string; unit?: string },
  share: number
): Said[] {
  // prettier-ignore
  if (!bias || !low || !high) return [];
  const side = bias.lower !== null && bias.lower > 0 ? 1 : bias.upper !== null && bias.upper < 0 ? -1 : 0;
  return [
    {
      code: side > 0 ? 'agreement-first-higher' : side < 0 ? 'agreement-first-lower' : 'agreement-no-bias',
      values: { ...saysEstimate(bias).values, ...names }
    },
    {
      // Written as one measure, so that both limits have the same decimals.
      code: 'agreement-limits',
      values: { measure: 'limit-of-agreement', ...names, share, estimate: high.estimate - low.estimate, lower: low.estimate, upper: high.estimate } // prettier-ignore
    }
  ];
}

function testsOf({ checks, n }: LimitsOfAgreement): AnalysisTest[] {
  return [
    ...(checks.bias ? [{ code: 'bias-by-size', statistic: { name: 'r', value: checks.bias.r }, df: [], p: checks.bias.p }] : []), // prettier-ignore
    ...(checks.spread ? [{ code: 'spread-by-size', statistic: { name: 'r', value: checks.spread.r }, df: [], p: checks.spread.p }] : []) // prettier-ignore
  ].filter(() => n > 2);
}

function factsOf(found: LimitsOfAgreement | ReturnType<typeof repeatedLimits>): Fact[] {
  return [
    { code: 'sd-of-differences', value: found.sd, as: 'number' },
    ...('persons' in found
      ? ([
          { code: 'sd-between', value: found.sdBetween, as: 'number' },
          { code: 'sd-within', value: found.sdWithin, as: 'number' },
          { code: 'persons', value: found.persons, as: 'count' }
        ] as const)
      : [])
  ];
}

function figureOf({ points, estimates }: LimitsOfAgreement, names: { first: string; second: string }): PointsFigure {
  const [x, y] = points.columns.map(({ values }) => values as Float64Array) as [Float64Array, Float64Array];
  return {
    kind: 'points',
    what: 'bland-altman',
    individual: true,
    x,
    y,
    xName: `(${names.first} + ${names.second}) / 2`,
    yName: `${names.first} − ${names.second}`,
    lines: estimates.map(({ name, estimate, lower, upper }) => ({
      code: (shownAs[name] as (typeof shownAs)[string])[0],
      value: estimate,
      lower,
      upper
    }))
  };
}
