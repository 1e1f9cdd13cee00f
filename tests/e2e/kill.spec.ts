import { mkdirSync } from 'node:fs';
import { measure } from '../../scripts/acceptance/foundation/kill-the-tab.mjs';
import { expect, full, test } from './watched';

const kills = full ? 20 : 5;

// `npm run acceptance -- foundation` does it 200 times, `-- notebook` twenty times.
// A single figure in milliseconds is the measurement's, which runs alone; here the middle one must hold.
test(`walk 4: after ${kills} kills at odd moments no store is broken, versions are intact, and the loss is within 300 ms as a rule`, async ({
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
    kills
  );
  expect(measured.broken).toEqual([]);
  expect(measured.reopened).toBe(kills);
  // Each sitting ran a cell with another text.
  expect(measured.versions).toBeGreaterThan(kills / 2);
  expect(measured.medianLostMs).toBeLessThanOrEqual(300);
});
