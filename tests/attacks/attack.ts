import { test as watched } from '../e2e/watched';
import { Honeypot } from './honeypot.mjs';

/** A test with a foreign host that listens. */
export const test = watched.extend<{ honeypot: Honeypot }>({
  // eslint-disable-next-line no-empty-pattern -- the runner wants the pattern
  honeypot: async ({}, use) => {
    const honeypot = await Honeypot.open();
    await use(honeypot);
    await honeypot.close();
  }
});

export { expect } from '../e2e/watched';
