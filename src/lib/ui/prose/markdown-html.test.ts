import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingAnchor, markdownHtml } from './markdown-html';

describe('markdownHtml', () => {
  test.each([
    ['a *b* **c** `d`', '<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n'],
    ['~~a~~', '<p><s>a</s></p>\n'],
    ['<b onclick=x>a</b>', '<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n'],
    ['[a](javascript:alert)', '<p>[a](javascript:alert)</p>\n'],
    ['[a](data:text/html,x)', '<p>[a](data:text/html,x)</p>\n'],
    ['![a](https://example.org/x.png)', '<p><em>a (a picture from elsewhere is not loaded)</em></p>\n'],
    ['![a](//example.org/x.png)', '<p><em>a (a picture from elsewhere is not loaded)</em></p>\n'],
    ['![a](x.png?patient=7)', '<p><em>a (a picture from elsewhere is not loaded)</em></p>\n'],
    ['![a](x.png)', '<p><img src="x.png" alt="a"></p>\n'],
    ['[a](../reference)', '<p><a href="../reference">a</a></p>\n'],
    ['[a](#Lactate%20and%20age)', '<p><a href="#heading-lactate-and-age">a</a></p>\n'],
    ['[a](#%E0%A4)', '<p><a href="#heading-e0-a4">a</a></p>\n']
  ])('%s', (text, html) => expect(markdownHtml(text).html).toBe(html));

  test('a link to another host says where it goes and opens apart', () => {
    const { html } = markdownHtml('[a](https://example.org/x)');
    expect(html).toContain('target="_blank" rel="noopener noreferrer" title="Opens example.org in a new tab"');
  });

  test('headings get anchors, one a page', () => {
    const taken = new Set<string>();
    const first = markdownHtml('# Lactate & age\n## `Lactate` & *age*', taken);
    expect(first.headings).toEqual([
      { level: 1, text: 'Lactate & age', anchor: 'heading-lactate-age' },
      { level: 2, text: 'Lactate & age', anchor: 'heading-lactate-age-2' }
    ]);
    expect(markdownHtml('# Lactate & age', taken).headings[0]?.anchor).toBe('heading-lactate-age-3');
    expect(first.html).toContain('<h1 id="heading-lactate-age">');
  });

  test('a task list shows what is done', () => {
    const { html } = markdownHtml('- [x] read\n- [ ] write\n- [link](x)');
    expect(html.match(/data-done="(true|false)"/g)).toEqual(['data-done="true"', 'data-done="false"']);
    expect(html).toContain('</span> read');
  });

  test('a table aligns by attribute, not by style', () => {
    const { html } = markdownHtml('a | b\n--|--:\n1 | 2');
    expect(html).toContain('<td data-align="right">2</td>');
    expect(html).not.toContain('style');
  });

  test('no text makes an element, a handler or a script link of its own', () => {
    const known =
      /^<\/?(p|em|strong|s|code|pre|h[1-6]|ul|ol|li|blockquote|a|img|hr|br|div|table|thead|tbody|tr|th|td|span)\b/;
    const pieces = fc.constantFrom(
      '<script>',
      '<img src=x onerror=y>',
      '[a](',
      'javascript:x',
      ')',
      '\n',
      '`',
      '*',
      '"',
      "'",
      '# ',
      '- [ ] ',
      '|',
      '--|--\n',
      '![',
      '<',
      '>',
      '&quot;',
      'onclick=',
      ' '
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { html } = markdownHtml(parts.join(''));
        for (const [tag] of html.matchAll(/<[^>]*>/g)) {
          if (!known.test(tag)) return false;
          const outsideValues = tag.replace(/"[^"]*"/g, '""');
          if (/\son\w+\s*=/i.test(outsideValues) || /href="\s*javascript/i.test(tag)) return false;
        }
        return true;
      }),
      { seed: 4, numRuns: 2000 }
    );
  });
});

test.each([
  ['Über 5 µmol', 'heading-u-ber-5-μmol'],
  ['…', 'heading-section'],
  ['__proto__', 'heading-__proto__']
])('%s is anchored as %s', (text, anchor) => expect(headingAnchor(text)).toBe(anchor));
