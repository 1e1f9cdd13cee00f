/**
 * `npm run build && node scripts/thumbnails.mjs`: draws the gallery's pictures afresh, each from its notebook's own chart.
 * A notebook names the cell in its front matter (`thumbnail: climb`); the drawing is written beside it as `<notebook>.svg`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { cell, waitUntilAllOk } from './acceptance/page.mjs';
import { openHost } from './runner/host.mjs';
import { root } from './site/places.mjs';
import { thumbnailOf } from './site/thumbnail.mjs';

const room = join(root, 'notebooks');
const most = 6_000;

/** @returns {{file: string, chart: string}[]} notebooks that have a picture, with the cell that it is drawn from */
function wanted() {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const file = join(room, name);
      const front = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8'))?.[1];
      const chart = front && parse(front).thumbnail;
      return chart ? [{ file, chart: String(chart) }] : [];
    });
}

/**
 * The marks of a chart as they are drawn: what is coloured by the palette, without axes, words and tips.
 * @param {SVGElement} svg
 * @returns {import('./site/thumbnail.mjs').Mark[]}
 */
function marksOf(svg) {
  return [...svg.querySelectorAll(':scope > g')].flatMap((group) =>
    [...group.querySelectorAll('rect, line, circle, path')].flatMap((shape) => {
      const paint = (/** @type {string} */ name) => shape.closest(`[${name}]`)?.getAttribute(name) ?? 'none';
      const [fill, stroke] = [paint('fill'), paint('stroke')];
      if (![fill, stroke].some((colour) => colour.startsWith('var(')) || fill === 'var(--plot-background)') return [];
      const numbers = Object.fromEntries(
        ['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r']
          .filter((name) => shape.hasAttribute(name))
          .map((name) => [name, Number(shape.getAttribute(name))])
      );
      return [{ tag: shape.tagName, fill, stroke, numbers, path: shape.getAttribute('d') ?? '' }];
    })
  );
}

const host = await openHost();
try {
  for (const { file, chart } of wanted()) {
    const name = relative(room, file).replace(/\.md$/, '');
    const page = await host.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${host.siteUrl}/notebook#open=${encodeURIComponent(name)}&run`);
    await waitUntilAllOk(page);
    const drawn = page.locator(`${cell}[aria-label$=" ${chart}"]`);
    // A chart is drawn when it comes into view.
    await drawn.scrollIntoViewIfNeeded();
    const drawing = drawn.locator('figure svg[role="img"]');
    const text = thumbnailOf(await drawing.evaluate(marksOf));
    if (text.length > most)
      throw new Error(`${name}: the drawing of ${chart} has ${text.length} of ${most} characters`);
    writeFileSync(file.replace(/\.md$/, '.svg'), text);
    console.log(`${name}.svg: ${text.length} characters from ${chart}`);
    await page.close();
  }
} finally {
  await host.close();
}
