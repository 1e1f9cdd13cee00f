import { expect, test } from 'vitest';
import { mapPathways, readEventLog } from './index';
import { inventedEvents } from './testing/event-tables';

const columns = { case: 'case', activity: 'activity', time: 'time', hospital: 'hospital' };

/** The least of five runs: what the machine does besides is not measured. */
function milliseconds(run: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    })
  );
}

test('200,000 events: a filtered map in 300 ms, and time that grows with the events, not with their square', () => {
  const small = readEventLog(inventedEvents(20_000), columns);
  const log = readEventLog(inventedEvents(200_000), columns);
  const filter = { hospitals: ['H1', 'H2', 'H3'], variantShare: 0.95, edges: { share: 0.95 } };
  const whole = milliseconds(() => mapPathways(log));
  const filtered = milliseconds(() => mapPathways(log, filter));
  const before = milliseconds(() => mapPathways(small));
  expect(log.activity).toHaveLength(200_000);
  expect(filtered).toBeLessThan(300);
  // The square would be 100.
  expect(whole / before).toBeLessThan(50);
});
