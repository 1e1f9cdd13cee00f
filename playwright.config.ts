import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const executablePath = await findBrowser();
const port = Number(process.env['PHEMS_TEST_PORT'] ?? 4174);

// A project's own list stands in place of this one, and repeats it.
const slow = process.env['PHEMS_FULL'] ? [] : ['**/*.slow.spec.ts'];

/** Runs on the built site: `npm test` builds it before. Slow walks (`*.slow.spec.ts`) only with `npm run test:full`. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'attacks/**/*.spec.ts'],
  testIgnore: slow,
  outputDir: 'test-results',
  fullyParallel: true,
  // The engine takes a whole core: two at a time on the two cores of a small machine.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/e2e/screens/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A fresh browser would bring the whole site into its cache, for every test: only those of that cache let it.
    serviceWorkers: 'block',
    // A trace takes as long as the test itself (three times, with the engine's large files): only on wish.
    trace: process.env['PHEMS_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) }
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' }, testIgnore: [...slow, 'e2e/kill.spec.ts'] },
    // Milliseconds are counted there: nothing else may run beside it.
    { name: 'alone', use: { browserName: 'chromium' }, testMatch: 'e2e/kill.spec.ts', dependencies: ['chromium'] }
  ],
  webServer: {
    command: `node scripts/serve.mjs --strict-port --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    // A server of another checkout on that port would make us test its pages.
    reuseExistingServer: false
  }
});
