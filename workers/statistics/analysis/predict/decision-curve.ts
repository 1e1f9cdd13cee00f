import { may, need } from '../../../shared/call-arguments';
import type { Column, Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import { fail } from '../../errors';
import { decisionCurve, type DecisionCurve } from '../../prediction';
import type { MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { LinesFigure, LinesSeries } from '../figures';
import { remark } from '../tidy';
import { numbersIn } from './curve-points';
import { outcomeName, outcomeOf, outcomeTakes, personOf, rowsAsPersons, scoredFacts } from './scored';

/** More net benefit than this above acting on all and on none is more. */
const ALIKE = 1e-12;
const STEPS = 200;

export const decisionCurveAnalysis = defineAnalysis({
  name: 'decision-curve',
  question: 'predict',
  source: 'Vickers and Elkin 2006, Med Decis Making 26:565; Sande et al. 2020, Med Decis Making 40:314',
  takes: [
    ...outcomeTakes,
    need('risk', 'column'),
    may('second', 'column'),
    may('at', 'numbers'),
    may('until', 'number'),
    may('level', 'number')
  ],
  async run(given) {
    const risks = ['risk', ...(given.has('second') ? ['second'] : [])].map((key) => given.column(key));
    const [first, second] = risks as [Column, Column | undefined];
    if (second && second.name === first.name) throw fail('columns-same', { column: first.name });
    const outcome = outcomeOf(given, ...risks);
    const person = personOf(given);
    const at = [...new Set(given.option<readonly number[]>('at') ?? [0.1])];
    const until = given.option<number>('until') ?? 0.99;
    const thresholds = Array.from({ length: STEPS }, (_, step) => (until * (step + 1)) / STEPS);
    const found = risks.map((risk) => ({
      name: risk.name,
      ...decisionCurve({ outcome, risk, ...person }, { thresholds, at, level: given.level })
    }));
    const [main] = found as [DecisionCurve & { name: string }];
    return {
      name: main.method,
      says: [
        ...found.map(({ name, curve }) => rangeSaid(name, outcomeName(given), curve)),
        ...found.flatMap(({ name, estimates }) => at.map((threshold) => benefitSaid(name, threshold, estimates)))
      ],
      estimates: found.flatMap(({ name, estimates }) => estimates.map((one) => measuredBenefit(name, one))),
      facts: scoredFacts(main),
      more: [{ name: 'curve', table: curveTable(found) }],
      figures: [figureOf(found)],
      remarks: [...main.remarks, ...rowsAsPersons(given), remark('prediction-net-benefit-odds')],
      counted: 'rows',
      n: main.n,
      nDropped: outcome.values.length - main.n
    };
  }
});

type Named = DecisionCurve & { name: string };
type Made = DecisionCurve['estimates'][number];

function measuredBenefit(risk: string, one: Made): MeasuredEstimate {
  const [kind, threshold] = one.name.split(' ') as [string, string];
  const isOverAll = kind === 'net-benefit-over-all';
  return {
    ...one,
    // Nobody tests whether a net benefit is 0.
    p: isOverAll ? one.p : null,
    name: `${risk} ≥ ${threshold}${isOverAll ? ' − all' : ''}`,
    of: risk,
    at: Number(threshold),
    measure: isOverAll ? 'net-benefit-difference' : 'net-benefit'
  };
}

/** Where acting by the risk is worth more than acting on all and on none. */
function rangeSaid(risk: string, outcome: string, curve: Table): Said {
  const [threshold, benefit, all] = ['threshold', 'net_benefit', 'treat_all'].map((name) => numbersIn(curve, name)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const isUseful = Array.from(threshold, (_, at) => benefit[at]! > Math.max(0, all[at]!) + ALIKE);
  // Single thresholds far off, where a few rows decide, are no range: the longest stretch is told.
  let [from, to, stretches] = [0, -1, 0];
  for (let start = 0; start < isUseful.length; start++) {
    if (!isUseful[start]) continue;
    let end = start;
    while (isUseful[end + 1]) end += 1;
    if (end - start > to - from) [from, to] = [start, end];
    stretches += 1;
    start = end;
  }
  if (stretches === 0) return { code: 'net-benefit-never', values: { risk, outcome } };
  return {
    code: stretches === 1 ? 'net-benefit-between' : 'net-benefit-mostly',
    values: { risk, outcome, fromShare: threshold[from]!, toShare: threshold[to]! }
  };
}

function benefitSaid(risk: string, threshold: number, estimates: readonly Made[]): Said {
  const [one, over] = ['net-benefit', 'net-benefit-over-all'].map((kind) => estimates.find(({ name }) => name === `${kind} ${threshold}`)) as [Made, Made]; // prettier-ignore
  const { estimate, lower, upper, level } = one;
  return {
    code: estimate > Math.max(0, estimate - over.estimate) + ALIKE ? 'net-benefit-at-more' : 'net-benefit-at-not-more',
    values: {
      measure: 'net-benefit',
      risk,
      thresholdShare: threshold,
      estimate,
      // That of acting on all.
      estimate2: estimate - over.estimate,
      level,
      ...(lower !== null && { lower }),
      ...(upper !== null && { upper })
    }
  };
}

function curveTable(found: readonly Named[]): Table {
  const names = found.flatMap(({ name, curve }) => new Array<string>(curve.rows).fill(name));
  const columns = (found[0] as Named).curve.columns.map(({ name }) =>
    float64Column(name, Float64Array.from(found.flatMap(({ curve }) => [...numbersIn(curve, name)])))
  );
  return { rows: names.length, columns: [textColumn('risk', names), ...columns] };
}

function figureOf(found: readonly Named[]): LinesFigure {
  const [{ curve }] = found as [Named];
  const x = numbersIn(curve, 'threshold');
  const all = numbersIn(curve, 'treat_all');
  const series = [
    ...found.map(({ name, curve: own }): LinesSeries => ({ name, look: 'line', x, y: numbersIn(own, 'net_benefit') })),
    { name: 'treat-all', look: 'dashed', x, y: all } as const,
    { name: 'treat-none', look: 'line', x, y: new Float64Array(x.length) } as const
  ];
  const top = series.reduce((high, { y }) => y.reduce((most, one) => Math.max(most, one), high), 0) || 0.01;
  // Acting on all soon falls far below nothing: what lies deep is left out of the drawing.
  return {
    kind: 'lines',
    what: 'net-benefit',
    series,
    domainX: [0, x.at(-1) ?? 1],
    domainY: [-0.3 * top, 1.08 * top]
  };
}
