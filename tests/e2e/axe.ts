import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './watched';

/** WCAG 2.2 AA, and what the library calls best practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const weighty = ['critical', 'serious', 'moderate'];

/** What is wrong with what the page shows now, in one theme: rule, weight and the elements. */
async function findings(page: Page, colorScheme: 'light' | 'dark', within?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // Colours go over in 90 ms: halfway they are nobody's. In cells out of view time stands still: waiting would not end.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one.effect?.getTiming().iterations !== Infinity) one.finish();
  });
  const axe = new AxeBuilder({ page }).withTags(rules);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => weighty.includes(impact ?? ''))
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, html, any }) =>
          `${id} (${impact}): ${target.join(' ')} – ${html.slice(0, 160)} ${any[0]?.message ?? ''}`
      )
    );
}

/** Both themes. @param what named in the message of a failure @param within a selector, where the rest is known */
export async function expectAccessible(page: Page, what: string, within?: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    expect.soft(await findings(page, scheme, within), `${what}, ${scheme}`).toEqual([]);
  }
}
