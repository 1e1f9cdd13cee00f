import { mkdirSync } from 'node:fs';
import { measure } from '../../scripts/acceptance/foundation/kill-the-tab.mjs';
import { expect, test } from './watched';

// `npm run acceptance -- foundation` does it 200 times.
test('after twenty kills at odd moments nothing older than 300 ms is lost and no store is broken', async ({
  baseURL
}, info) => {
  test.setTimeout(240_000);
  mkdirSync(info.outputDir, { recursive: true });
  const { measured, holds } = await measure(
    {
      host: async () => ({ siteUrl: baseURL ?? '' }),
      temporary: (name) => info.outputPath(name),
      log: () => {}
    },
    20
  );
  expect(measured.broken).toEqual([]);
  expect(measured.reopened).toBe(20);
  expect(measured.mostLostMs).toBeLessThanOrEqual(300);
  expect(holds).toBe(true);
});
