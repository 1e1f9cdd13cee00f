import { may, need, type Argument } from '../../../shared/call-arguments';
import { AppError, type Values } from '../../../shared/errors';
import type { Column } from '../../../shared/table';
import { float64Column, numbersOf } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import type { Fact } from '../contract';
import type { Given } from '../given';
import { remark } from '../tidy';

/** Keys of what was predicted and whose rows they are. */
export const outcomeTakes: readonly Argument[] = [
  need('outcome', 'column'),
  may('outcomeIs', 'text'),
  may('person', 'column')
];
export const resampleTakes: readonly Argument[] = [may('resamples', 'number'), may('seed', 'number')];

/**
 * The outcome as 1 and 0, missing also where one of the predictions is: curves and estimates are of the same rows.
 *
 * @throws `column-…`, `event-absent`
 */
export function outcomeOf(given: Given, ...predictions: readonly Column[]): Column {
  const truths = Float64Array.from(given.event('outcome', 'outcomeIs'), (one) => (one < 0 ? NaN : one));
  for (const one of predictions) numbersOf(one).forEach((value, row) => Number.isNaN(value) && (truths[row] = NaN));
  return float64Column(given.nameOf('outcome'), truths);
}

/** Whose rows they are, as a key of the rooms' columns. */
export const personOf = (given: Given) => (given.has('person') ? { person: given.column('person') } : {});

/** "died", "ended = dead": what was predicted, in the data's own words. */
export const outcomeName = (given: Given): string => given.eventText('outcome', 'outcomeIs');

export const resamplingOf = (given: Given) => ({
  resamples: given.option<number>('resamples') ?? 2000,
  seed: given.option<number>('seed') ?? 1,
  level: given.level
});

/** Where no column of persons is named, what that takes for granted. */
export const rowsAsPersons = (given: Given): StatisticsRemark[] =>
  given.has('person') ? [] : [remark('prediction-rows-as-persons')];

/** How often persons were drawn, and by which seed. */
export const drawnFacts = (drawn: { resamples: number; seed: number } | undefined): Fact[] =>
  drawn
    ? [
        { code: 'resamples', value: drawn.resamples, as: 'count' },
        { code: 'seed', value: drawn.seed, as: 'count' }
      ]
    : [];

/** How many had the outcome, and how many persons stand behind the rows. */
export function scoredFacts({ events, persons, n }: { events: number; persons: number; n: number }): Fact[] {
  return [
    { code: 'with-outcome', value: events, as: 'count' },
    ...(persons < n ? [{ code: 'persons', value: persons, as: 'count' } as const] : [])
  ];
}

/** Refusals of a part that leave the rest of a result standing. */
const partial: Readonly<Record<string, (values: Values) => StatisticsRemark>> = {
  'prediction-bootstrap-undefined': () => remark('prediction-no-interval'),
  'prediction-one-person': () => remark('prediction-no-interval'),
  'prediction-risk-certain': ({ rows = 0 }) => remark('prediction-no-slope-certain', { rows }),
  'prediction-risk-constant': () => remark('prediction-no-slope-constant'),
  'prediction-separation': () => remark('prediction-no-slope-separation'),
  'prediction-not-converged': () => remark('prediction-no-slope-converged'),
  'prediction-span-few': () => remark('prediction-no-curve')
};

/** A part of a result, or what is to be told where the data do not carry it; everything else is thrown on. */
export async function partOf<Part>(
  run: () => Part | Promise<Part>
): Promise<{ part?: Part; remarks: StatisticsRemark[] }> {
  try {
    return { part: await run(), remarks: [] };
  } catch (error) {
    const told = error instanceof AppError ? partial[error.code]?.(error.values) : undefined;
    if (told === undefined) throw error;
    return { remarks: [told] };
  }
}
