import { may, need } from '../../../shared/call-arguments';
import { AppError } from '../../../shared/errors';
import type { Table } from '../../../shared/table';
import { fleissKappa, kappa, ratingTable, readRatings, type KappaWeights, type Ratings } from '../../agreement';
import { float64Column, textColumn } from '../../columns';
import type { Estimate } from '../../estimate';
import { fail } from '../../errors';
import type { MeasuredEstimate } from '../contract';
import { defineAnalysis } from '../define';
import type { BarsFigure, ForestFigure } from '../figures';
import { hiddenBar } from '../shown-table';
import { forestOf, remark, saysEstimate } from '../tidy';
import { levelTake } from './measurements';

export const kappaAnalysis = defineAnalysis({
  name: 'kappa',
  question: 'agree',
  source:
    'Cohen 1960, Educ Psychol Meas 20:37; Cohen 1968, Psychol Bull 70:213; Fleiss 1971, Psychol Bull 76:378; Gwet 2021, Educ Psychol Meas 81:781',
  takes: [need('raters', 'columns'), may('weights', 'text'), may('order', 'list'), levelTake],
  async run(given) {
    const raters = given.columns('raters');
    const names = raters.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw fail('columns-same', { column: twice });
    const weights = given.choice<KappaWeights>('weights', ['none', 'linear', 'quadratic'], 'none');
    if (raters.length > 2 && weights !== 'none') throw fail('kappa-weights', { raters: raters.length });
    const order = given.option<readonly unknown[]>('order')?.map(String);
    const ratings = readRatings(raters, order && order.length > 0 ? { order } : {});
    // By the alphabet, high comes before low: weights by such distances would be wrong.
    const isWorded = raters.some(({ type }) => type === 'text');
    if (weights !== 'none' && isWorded && ratings.levels.length > 2 && !(order && order.length > 0)) {
      throw fail('kappa-order', { levels: ratings.levels.slice(0, 6).join(', ') });
    }
    const level = given.level;
    const pairs = pairsOf(ratings, names, { weights, level });
    const isPair = raters.length === 2;
    const found = isPair
      ? kappa(ratingTable(ratings), { weights, level, nDropped: ratings.nDropped })
      : fleissKappa(ratings, { level });
    const [whole, ...single] = found.estimates as [Estimate, ...Estimate[]];
    const all = names.join(', ');
    const main: MeasuredEstimate = { ...whole, name: all, measure: 'kappa' };
    const agreed = shareAgreed(ratings);
    return {
      name: found.method,
      says: [
        {
          code: !isPair ? 'kappa-several' : weights === 'none' ? 'kappa-two' : 'kappa-weighted',
          values: {
            ...saysEstimate(main).values,
            share: agreed,
            ...(isPair && { first: names[0]!, second: names[1]! })
          }
        },
        { code: 'kappa-chance', values: { share: expectedShare(whole, agreed, weights) } }
      ].slice(0, weights === 'none' ? 2 : 1),
      estimates: [main, ...single.map((one): MeasuredEstimate => ({ ...one, measure: 'kappa' }))],
      facts: [
        { code: 'agreed', value: agreed, as: 'share' },
        { code: 'raters', value: raters.length, as: 'count' },
        { code: 'levels', value: ratings.levels.length, as: 'count' }
      ],
      more: [
        { name: 'pairs', table: pairTable(pairs) },
        { name: 'ratings', table: isPair ? crossTable(ratings) : crossTable(undefined) }
      ],
      figures: isPair ? [barsOf(ratings, names)] : forestOfPairs(pairs, main),
      remarks: [
        ...found.remarks,
        ...(weights === 'none' ? [] : [remark('agreement-order', { levels: ratings.levels.join(' < ') })])
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

interface Pair {
  first: string;
  second: string;
  /** Undefined where both gave all the same rating. */
  found: MeasuredEstimate | undefined;
  agreed: number;
}

/** Cohen's kappa of every two raters, over the persons whom all rated. */
function pairsOf(
  ratings: Ratings,
  names: readonly string[],
  options: { weights: KappaWeights; level: number }
): Pair[] {
  return names.flatMap((first, one) =>
    names.slice(one + 1).map((second, further): Pair => {
      const codes = [ratings.codes[one]!, ratings.codes[one + 1 + further]!];
      const two = { ...ratings, codes };
      return { first, second, agreed: shareAgreed(two), found: kappaOf(two, `${first}, ${second}`, options) };
    })
  );
}

function kappaOf(two: Ratings, name: string, options: { weights: KappaWeights; level: number }) {
  try {
    const [found] = kappa(ratingTable(two), { ...options, nDropped: two.nDropped }).estimates;
    return found && ({ ...found, name, measure: 'kappa' } satisfies MeasuredEstimate);
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('agreement-')) return undefined;
    throw error;
  }
}

/** Share of pairs of ratings of the same person that are equal. */
function shareAgreed({ codes, n }: Ratings): number {
  let [equal, pairs] = [0, 0];
  codes.forEach((one, at) =>
    codes.slice(at + 1).forEach((other) => {
      for (let person = 0; person < n; person++) equal += Number(one[person] === other[person]);
      pairs += n;
    })
  );
  return pairs === 0 ? 0 : equal / pairs;
}

/** Agreement that chance alone would give, of kappa = (observed − expected) / (1 − expected). */
function expectedShare({ estimate }: Estimate, agreed: number, weights: KappaWeights): number {
  if (weights !== 'none') return 0;
  return estimate === 1 ? 0 : (agreed - estimate) / (1 - estimate);
}

function pairTable(pairs: readonly Pair[]): Table {
  const number = (name: string, of: (pair: Pair) => number | null | undefined) =>
    float64Column(
      name,
      Float64Array.from(pairs, (pair) => of(pair) ?? NaN)
    );
  return {
    rows: pairs.length,
    columns: [
      textColumn('first', pairs.map(({ first }) => first)), // prettier-ignore
      textColumn('second', pairs.map(({ second }) => second)), // prettier-ignore
      number('kappa', ({ found }) => found?.estimate),
      number('lower', ({ found }) => found?.lower),
      number('upper', ({ found }) => found?.upper),
      number('p', ({ found }) => found?.p),
      number('agreed', ({ agreed }) => agreed)
    ]
  };
}

/** How often the first rater gave one level and the second another; empty of more than two raters. */
function crossTable(ratings: Ratings | undefined): Table {
  const levels = ratings?.levels ?? [];
  const counts = ratings ? ratingTable(ratings) : [];
  const cells = levels.flatMap((first, row) => levels.map((second, column) => ({ first, second, n: counts[row]![column]! }))); // prettier-ignore
  return {
    rows: cells.length,
    columns: [
      textColumn('first', cells.map(({ first }) => first)), // prettier-ignore
      textColumn('second', cells.map(({ second }) => second)), // prettier-ignore
      float64Column(
        'n',
        Float64Array.from(cells, ({ n }) => n)
      )
    ]
  };
}

/** Of each level of the first rater, what the second said. */
function barsOf(ratings: Ratings, [first = '', second = '']: readonly string[]): BarsFigure {
  const counts = ratingTable(ratings);
  return {
    kind: 'bars',
    value: second,
    parts: ratings.levels.map((level) => `${second}: ${level}`),
    rows: ratings.levels.map((level, at) => ({
      name: `${first}: ${level}`,
      counts: counts[at]!,
      ...hiddenBar(counts[at]!)
    }))
  };
}

function forestOfPairs(pairs: readonly Pair[], whole: MeasuredEstimate): ForestFigure[] {
  const found = pairs.flatMap((pair) => (pair.found ? [pair.found] : []));
  return forestOf([...found, whole], 'kappa', (row, one) => (one === whole ? { ...row, look: 'pooled' } : row));
}
