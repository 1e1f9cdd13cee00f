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
/** Only notebooks whose name has one of these in it: `node scripts/thumbnails.mjs funnel`. */
const only = process.argv.slice(2);
const most = 6_000;

/** @returns {{file: string, chart: string}[]} notebooks that have a picture, with the cell that it is drawn from */
function wanted() {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && (only.length === 0 || only.some((part) => name.includes(part))))
    .sort()
    .flatMap((name) => {
      const file = join(room, name);
      const front = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8'))?.[1];
      const chart = front && parse(front).thumbnail;
      return chart ? [{ file, chart: String(chart) }] : [];
    });
}

/**
 * The marks of a figure as they are drawn: what is coloured by the page's colours, without axes, words and tips. Curves
 * come in short straight pieces, and what lies outside of the drawing is left out.
 * @param {Element} svg
 * @returns {import('./site/thumbnail.mjs').Mark[]}
 */
function marksOf(svg) {
  const root = /** @type {SVGSVGElement} */ (svg);
  const box = root.getBoundingClientRect();
  const piece = 4;
  return [...root.querySelectorAll(':scope > g')].flatMap((group) =>
    [...group.querySelectorAll('rect, line, circle, path, polygon')].flatMap((one) => {
      const shape = /** @type {SVGGeometryElement} */ (one);
      const paint = (/** @type {string} */ name) => shape.closest(`[${name}]`)?.getAttribute(name) ?? 'none';
      const [fill, stroke] = [paint('fill'), paint('stroke')];
      if (![fill, stroke].some((colour) => colour.startsWith('var(')) || fill === 'var(--plot-background)') return [];
      const matrix = shape.getScreenCTM();
      if (!matrix) return [];
      const at = (/** @type {number} */ x, /** @type {number} */ y) => {
        const point = new DOMPoint(x, y).matrixTransform(matrix);
        return { x: point.x - box.x, y: point.y - box.y };
      };
      const value = (/** @type {string} */ name) => Number(shape.getAttribute(name));
      const mark = {
        tag: shape.tagName === 'polygon' ? 'path' : shape.tagName,
        fill,
        stroke,
        opacity: Number(shape.closest('[fill-opacity]')?.getAttribute('fill-opacity') ?? 1)
      };
      if (mark.tag === 'circle') {
        const { x: cx, y: cy } = at(value('cx'), value('cy'));
        return [{ ...mark, numbers: { cx, cy }, path: '' }];
      }
      if (mark.tag === 'line') {
        const [from, to] = [at(value('x1'), value('y1')), at(value('x2'), value('y2'))];
        return [{ ...mark, numbers: { x1: from.x, y1: from.y, x2: to.x, y2: to.y }, path: '' }];
      }
      if (mark.tag === 'rect') {
        const [from, to] = [at(value('x'), value('y')), at(value('x') + value('width'), value('y') + value('height'))];
        return [{ ...mark, numbers: { ...from, width: to.x - from.x, height: to.y - from.y }, path: '' }];
      }
      const corners = shape.getAttribute('points');
      const text = corners === null ? (shape.getAttribute('d') ?? '') : `M${corners.trim().split(/\s+/).join('L')}Z`;
      const isCurve = /[^MLZ\d\s,.eE-]/.test(text);
      const length = isCurve ? shape.getTotalLength() : 0;
      const points = isCurve
        ? Array.from({ length: Math.ceil(length / piece) + 1 }, (_, nth) => ({
            start: nth === 0 ? 'M' : 'L',
            point: shape.getPointAtLength(Math.min(length, nth * piece))
          })).map(({ start, point }) => ({ start, x: point.x, y: point.y }))
        : [...text.matchAll(/([ML])\s*([^,\s]+)[,\s]([^MLZ]+)/g)].map(([, start = '', x, y]) => ({
            start,
            x: Number(x),
            y: Number(y)
          }));
      let isBroken = true;
      const path = points
        .map(({ start, x, y }) => {
          const point = at(x, y);
          // An area is cut at the edge; a line ends there.
          const isOutside = point.y < 0 || point.y > box.height;
          if (isOutside && fill === 'none') {
            isBroken = true;
            return '';
          }
          const letter = isBroken ? 'M' : start;
          isBroken = false;
          return `${letter}${point.x},${Math.max(0, Math.min(box.height, point.y))}`;
        })
        .join('');
      return path === '' ? [] : [{ ...mark, numbers: {}, path: path + (/[Zz]/.test(text) ? 'Z' : '') }];
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
    const drawing = drawn.locator('figure svg[role="img"], .pathway svg[role="group"]').first();
    await drawing.waitFor();
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
