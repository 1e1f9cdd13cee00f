import { browserTests } from '../browser-tests.mjs';
import { harmless } from './gate-harmless.mjs';
import { hostile } from './gate-hostile.mjs';

export const line = 'gate';
export const asked =
  '30 hostile exports (names in column values, counts of 1–4 recoverable by subtraction from margins, dates of birth, nested JSON with rows): all stopped or mended; 30 harmless ones pass with one click';

/**
 * Each case goes through the page's own checks, is mended as proposed and looked through again; the gate itself is
 * walked in the browser.
 * @type {import('../measure.mjs').Line['measure']}
 */
export async function measure(context) {
  const cases = await context.vitest(['src/lib/egress/checks/cases.test.ts']);
  const bounds = await context.vitest(['src/lib/egress/checks/protect.test.ts']);
  const walked = await browserTests(context, { files: ['tests/e2e/gate.spec.ts'] });
  const titled = (/** @type {RegExp} */ of) => cases.tests.filter((title) => of.test(title)).length;
  const held = titled(/(?<!still) held: /);
  const mended = titled(/mended or still held: /);
  const passed = titled(/ pass: /);
  return {
    measured: {
      hostile: hostile.length,
      held,
      mendedOrStillHeld: mended,
      harmless: harmless.length,
      passed,
      boundsAsByLinearPrograms: bounds.passed,
      inTheBrowser: walked.passed,
      problems: [...cases.problems, ...bounds.problems, ...walked.problems]
    },
    holds:
      cases.holds &&
      bounds.holds &&
      walked.holds &&
      [held, mended, hostile.length].every((count) => count === 30) &&
      [passed, harmless.length].every((count) => count === 30)
  };
}
