import { beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from './document';
import { createTags } from './markup';
import { createPlot } from './plot';
import { markupPart } from './parts';

let document: Document;
let Plot: ReturnType<typeof createPlot>['Plot'];
let redrawn: ReturnType<typeof createPlot>['redrawn'];
let room = 500;
let tags: ReturnType<typeof createTags>;

beforeAll(() => {
  document = createDocument();
  ({ Plot, redrawn } = createPlot(document, () => room));
  tags = createTags(document);
});

const text = (element: unknown) => (element as Element).outerHTML;
/** An expression, as it is written in a cell. */
const html = (strings: TemplateStringsArray, ...values: unknown[]) => text(tags.html(strings, ...values));

describe('drawings without a screen', () => {
  const points = Array.from({ length: 300 }, (_, at) => ({ x: at % 17, y: (at * 7) % 11, g: at % 2 ? 'a' : 'b' }));

  test('a mark draws every point, in the width of the cell and in the house style', () => {
    const drawn = text(Plot.plot({ marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'g' })] }));
    expect(drawn.match(/<circle/g)).toHaveLength(300);
    expect(drawn).toMatch(/^<svg[^>]* width="500"/);
    expect(drawn).toMatch(/style="[^"]*color: var\(--ink-soft\)/);
    const alone = Plot.dot(points, { x: 'x', y: 'y' }) as unknown as { plot(): unknown };
    expect(text(alone.plot()).match(/<circle/g)).toHaveLength(300);
  });

  test('groups take the colours of the house, unless others are asked for', () => {
    const colours = (options: object) =>
      new Set(
        [
          ...text(Plot.plot({ marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'g' })], ...options })).matchAll(
            /<circle[^>]* fill="([^"]+)"/g
          )
        ].map(([, fill]) => fill)
      );
    expect(colours({})).toEqual(new Set(['var(--c1)', 'var(--c2)']));
    expect(colours({ color: { domain: ['b', 'a'] } })).toEqual(new Set(['var(--c1)', 'var(--c2)']));
    expect(colours({ color: { range: ['red', 'blue'] } })).toEqual(new Set(['red', 'blue']));
    expect(colours({ color: { scheme: 'accent' } }).has('var(--c1)')).toBe(false);
    const amounts = text(
      Plot.plot({ color: { legend: true }, marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'x' })] })
    );
    expect(new Set(amounts.match(/var\(--seq-\d\)/g)).size).toBe(9);
    expect(amounts).not.toMatch(/<image|var\(--c1\)/);
    const blues = Plot.plot({
      color: { scheme: 'blues' },
      marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'x' })]
    });
    expect(text(blues)).not.toContain('--seq');
  });

  test('other room: what took its width from the room is drawn again, whatever holds it; all else stays as it is', () => {
    const marks = [Plot.dot(points, { x: 'x', y: 'y' })];
    const own = Plot.plot({ width: 300, marks });
    const free = Plot.plot({ marks });
    const figure = Plot.plot({ title: 'Lactate', marks });
    const holder = document.createElement('div');
    holder.append(Plot.plot({ marks }), Plot.plot({ width: 300, marks }));
    room = 900;
    try {
      expect(redrawn(own)).toBeUndefined();
      expect(redrawn(points)).toBeUndefined();
      expect(text(redrawn(free))).toMatch(/^<svg[^>]* width="900"/);
      expect(text(redrawn(redrawn(free)))).toMatch(/width="900"/);
      expect(text(redrawn(figure))).toMatch(/<figure.*Lactate.*<svg[^>]* width="900"/s);
      expect(redrawn(holder)).toBe(holder);
      expect([...holder.children].map((one) => one.getAttribute('width'))).toEqual(['900', '300']);
    } finally {
      room = 500;
    }
  });

  test('a title makes a figure, and its drawing is found in it', () => {
    const figure = Plot.plot({
      title: 'Lactate',
      color: { legend: true },
      marks: [Plot.dot(points, { x: 'x', y: 'y', fill: 'g' })]
    });
    expect(markupPart(figure as unknown as { outerHTML: string; nodeName: string })).toMatchObject({
      type: 'markup',
      language: 'html'
    });
    expect(text(figure)).toContain('Lactate');
  });
});

describe('html, svg and md', () => {
  test('values become text, elements stay elements', () => {
    expect(html`<p>${'<img src=x onerror=1>'} ${tags.html`<b>${1}</b>`} ${null}${false}${[1, 2]}</p>`).toBe(
      '<p>&lt;img src=x onerror=1&gt; <b>1</b> 12</p>'
    );
  });

  test('an element that goes into markup stays the same element, in one place', () => {
    const inner = tags.html`<b>1</b>` as Element;
    const outer = tags.html`<p>${inner} and ${[inner, tags.svg`<svg><circle r="1"/></svg>`]}</p>` as Element;
    expect(outer.querySelector('b')).toBe(inner);
    inner.textContent = '2';
    expect(outer.outerHTML).toBe('<p><b>2</b> and <b>1</b><svg><circle r="1" /></svg></p>');
    expect(html`<p title=${inner}></p>`).not.toContain('phems-slot');
    const row = tags.html`<table><tbody>${tags.html`<tr><td>1</td></tr>`}</tbody></table>`;
    expect(text(row)).toBe('<table><tbody><tr><td>1</td></tr></tbody></table>');
  });

  test('a value cannot leave its attribute', () => {
    const value = 'a" onclick="x';
    expect((tags.html`<p title="${value}"></p>` as Element).getAttribute('title')).toBe(value);
    const bare = tags.html`<p class=${'a b'} title=x></p>` as Element;
    expect([bare.getAttribute('class'), bare.getAttribute('title')]).toEqual(['a b', 'x']);
    expect(html`<p onclick=${() => 1}></p>`).not.toContain('=>');
    expect(html`<p style=${{ fontWeight: 'bold' }}>x</p>`).toContain('font-weight: bold');
  });

  test('several elements stand in one', () => {
    expect(html`<i>1</i><i>2</i>`).toBe('<div><i>1</i><i>2</i></div>');
    expect(text(tags.svg`<circle r=${3} />`)).toMatch(/^<svg><circle r="3"/);
  });

  test('Markdown loses the indentation of the code around it', () => {
    const { text: written } = tags.md`
      # Title ${1 + 1}

      * one
    ` as { text: string };
    expect(written).toBe('# Title 2\n\n* one');
  });
});
