import { may, need } from '../../../shared/call-arguments';
import type { StatisticsRemark } from '../../estimate';
import type { Table } from '../../../shared/table';
import type { FollowUp } from '../../survival';
import type { Said } from '../contract';
import { wholeDesignOf, type WholeDesign } from '../formula-design';
import type { Given } from '../given';
import { withFormula } from '../model-formula';
import { fewOf } from '../shown-table';

/** Keys of who was followed for how long, and how it ended. */
export const followUpTakes = [
  need('time', 'column'),
  need('event', 'column'),
  may('eventIs', 'text'),
  may('start', 'column')
];

/** @throws `column-…`, `event-absent` */
export function followUpOf(given: Given): FollowUp {
  return {
    time: given.numbers('time'),
    status: given.event('event', 'eventIs'),
    ...(given.has('start') && { start: given.numbers('start') })
  };
}

/**
 * What the hazard depends on. A mistake in the formula is told with its place in what was written.
 *
 * @throws `predictors-…`, `formula-…`, `rows-none`
 */
export function survivalDesign(given: Given, table: Table): Promise<WholeDesign> {
  return withFormula(given, given.nameOf('time'), (formula) =>
    wholeDesignOf(formula, table, {
      ...(given.has('references') && { references: given.option<Readonly<Record<string, string>>>('references')! })
    })
  );
}

/** The event as sentences name it: `died`, `how: dead`. */
export function eventName(given: Given, is = 'eventIs'): string {
  const value = given.option<string>(is);
  return value === undefined ? given.nameOf('event') : `${given.nameOf('event')}: ${value}`;
}

/** A file has no units but in its names: `days`, `stay_days`, `follow-up (months)`. */
const UNIT_NAMED = /(?:^|[ _(])(minutes|hours|days|weeks|months|years)\)?$/i;

/** How sentences and axes name a time: its unit, or else its column. */
export function timeWords(given: Given): { unit: string } | { time: string } {
  const { name, unit = UNIT_NAMED.exec(name)?.[1] } = given.column('time');
  return unit === undefined ? { time: given.nameOf('time') } : { unit };
}

/** How many had the event; where persons enter more than once, rows are intervals and not persons. */
export const saysEvents = (given: Given, events: number, n: number): Said => ({
  code: given.has('start') ? 'survival-events-of-rows' : 'survival-events',
  values: { events, n, event: eventName(given) },
  ...fewOf([events, n - events])
});

/** From this share of rows on a gap may change what is found. */
const MANY = 0.1;

export function manyMissing({ n, nDropped }: { n: number; nDropped: number }): StatisticsRemark[] {
  const share = nDropped / (n + nDropped || 1);
  return share < MANY ? [] : [{ code: 'survival-rows-missing', values: { share, rows: nDropped } }];
}

/** What every method that follows people until they are censored takes for granted. */
export const censoringAssumed: StatisticsRemark = { code: 'survival-censoring-assumed', values: {} };
