import { expect, type Locator, type Page } from '@playwright/test';

/** Goes on by Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if ((await target.count()) > 0 && (await target.first().evaluate((one) => one === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target.first(), `the focus comes to it within ${most} presses`).toBeFocused({ timeout: 1 });
}

/** A keyboard that counts what is pressed. A key with its modifiers is one. */
export class CountedKeys {
  /** Besides names: of tables, columns and cells, and the values that somebody types. */
  pressed = 0;
  /** The letters of names and values. */
  inNames = 0;

  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let pressed = 0; pressed < times; pressed++) await this.page.keyboard.press(key);
    this.pressed += times;
  }

  /** Each letter counts. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.pressed += text.length;
  }

  async name(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.inNames += text.length;
  }

  /** By Tab until it has the focus, the shorter way of the two not being looked for. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
    const isThere = () => target.evaluate((one) => one === document.activeElement);
    for (let presses = 0; presses < most; presses++) {
      if ((await target.count()) === 1 && (await isThere())) return;
      await this.press(key);
    }
    await expect(target, `the focus comes to it within ${most} presses`).toBeFocused({ timeout: 1 });
  }
}

/** The browser's own picker of files cannot be answered by a test: the older way stands in for it. */
export async function withoutPicker(page: Page): Promise<void> {
  // Only while somebody listens does the browser ask the test. A listener that begins with the key comes too late for it.
  page.on('filechooser', () => undefined);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
}

/** What a page told a screen reader, with the time: every text that appeared in a live region. */
export interface Told {
  text: string;
  at: number;
}

/** Begins to write down what live regions say. Call before the page is opened. */
export async function listen(page: Page): Promise<() => Promise<Told[]>> {
  await page.addInitScript(() => {
    const told: { text: string; at: number }[] = [];
    Object.assign(window, { phemsTold: told });
    const live =
      '[role="status"]:not([aria-live="off"]), [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region) regions.add(region);
      }
      for (const region of regions) {
        const text = region.textContent.trim();
        if (text !== '') told.push({ text, at: performance.now() });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { phemsTold: Told[] }).phemsTold);
}
