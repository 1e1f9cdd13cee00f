import { mkdirSync } from 'node:fs';
import { measure } from '../../scripts/acceptance/foundation/kill-the-tab.mjs';
import { expect, test } from './watched';

// `npm run acceptance -- foundation` does it 200 times.
// A single figure in milliseconds is the measurement's, which runs alone; here the middle one must hold.
test('walk 4: after twenty kills at odd moments no store is broken, versions are intact, and the loss is within 300 ms as a rule', async ({
  baseURL
}, info) => {
  test.setTimeout(240_000);
  mkdirSync(info.outputDir, { recursive: true });
  const { measured } = await measure(
    {
      host: async () => ({ siteUrl: baseURL ?? '' }),
      temporary: (name) => info.outputPath(name),
      log: () => {}
    },
    20
  );
  expect(measured.broken).toEqual([]);
  expect(measured.reopened).toBe(20);
  // Each sitting ran a cell with another text.
  expect(measured.versions).toBeGreaterThan(10);
  expect(measured.medianLostMs).toBeLessThanOrEqual(300);
});
