import { may, need } from '../../../shared/call-arguments';
import type { FollowUp } from '../../survival';
import type { Given } from '../given';

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

/** Unit of the time axis, where the column has one. */
export function timeUnit(given: Given): { unit?: string } {
  const { unit } = given.column('time');
  return unit === undefined ? {} : { unit };
}
