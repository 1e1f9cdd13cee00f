import { inflateSync, crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ConsoleLines } from './console';
import { Describer, Handles, oneLine, typeText } from './describe';
import { markupPart } from './parts';
import { png } from './png';
import { tableFrom } from './table-from';

const nowhere = () => undefined;

describe('the console', () => {
  test('a million lines become the first thousand and the last two hundred', () => {
    const lines = new ConsoleLines();
    for (let line = 1; line <= 1_000_000; line++) lines.add('log', [line], nowhere);
    const { lines: kept, left } = lines.output();
    expect(kept).toHaveLength(1_200);
    expect([kept[0]?.text, kept[999]?.text, kept[1_000]?.text, kept[1_199]?.text]).toEqual([
      '1',
      '1000',
      '999801',
      '1000000'
    ]);
    expect(left).toBe(998_800);
  });

  test('two thousand lines are all kept; one more is too many', () => {
    const lines = new ConsoleLines();
    for (let line = 0; line < 2_000; line++) lines.add('log', ['x'], nowhere);
    expect(lines.output()).toMatchObject({ left: 0, lines: { length: 2_000 } });
    lines.add('log', ['x'], nowhere);
    expect(lines.output()).toMatchObject({ left: 801, lines: { length: 1_200 } });
  });

  test('long lines are cut, and few long lines stay within 256 kB', () => {
    const lines = new ConsoleLines();
    for (let line = 0; line < 100; line++) lines.add('warn', ['y'.repeat(20_000)], nowhere);
    const { lines: kept, left } = lines.output();
    expect(kept[0]).toMatchObject({ level: 'warn', cut: 20_000 });
    expect(kept[0]?.text).toHaveLength(10_000);
    expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(256 * 1024);
    expect(kept.length + left).toBe(100);
  });

  test('values stand on one line', () => {
    expect(oneLine({ a: 1, b: [1, 'x', { c: 2 }] })).toBe('{a: 1, b: Array}');
    expect(oneLine([1, 'x', null])).toBe('[1, "x", null]');
    expect(oneLine('plain')).toBe('plain');
    expect(oneLine(new Map([['k', 1]]))).toBe('Map(1) {k: 1}');
    expect(oneLine(-0)).toBe('-0');
    expect(oneLine(10n)).toBe('10n');
  });
});

describe('the tree of a value', () => {
  const handles = new Handles();
  const node = (value: unknown) => new Describer(handles, 'cell').node(value);

  test('two deep and a hundred wide, the rest by its handle', () => {
    const large = Array.from({ length: 1_000_000 }, (_, at) => at);
    const tree = node(large);
    expect(tree).toMatchObject({ sort: 'array', text: 'Array', size: 1_000_000, children: { length: 100 } });
    const next = handles.children(tree.handle ?? 0, 999_950);
    expect(next.map(({ key }) => key)).toEqual(Array.from({ length: 50 }, (_, at) => String(999_950 + at)));
    const deep = node({ a: { b: { c: 1 } } });
    const inner = deep.children?.[0]?.node.children?.[0]?.node;
    expect(inner).toMatchObject({ sort: 'object', size: 1 });
    expect(inner?.children).toBeUndefined();
    expect(handles.children(inner?.handle ?? 0, 0)).toMatchObject([{ key: 'c', node: { sort: 'number', text: '1' } }]);
  });

  test('what a cell showed is forgotten with it', () => {
    const own = new Handles();
    const tree = new Describer(own, 'gone').node(Array.from({ length: 200 }));
    own.release('gone');
    expect(own.children(tree.handle ?? 0, 0)).toEqual([]);
  });

  test('every sort of value has its own', () => {
    const sorts = [undefined, null, true, 1, 1n, 'x', Symbol('s'), () => 1, new Date(0), /x/, new Error('e')]
      .concat([[], new Float64Array(2), new Map(), new Set(), {}] as never)
      .map((value) => node(value).sort);
    expect(sorts).toEqual(
      'undefined null boolean number bigint string symbol function date regexp error array typed-array map set object'.split(
        ' '
      )
    );
    expect(node(tableFrom([{ a: 1 }])).sort).toBe('table');
  });

  test('a ring, a getter that throws and a text of a megabyte do no harm', () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    Object.defineProperty(ring, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('read me');
      }
    });
    expect(node(ring).children?.map(({ node: { sort } }) => sort)).toEqual(['object', 'error']);
    const long = node('z'.repeat(1_000_000));
    expect(long.size).toBe(1_000_000);
    expect(long.text).toHaveLength(10_000);
  });

  test('a word for its type', () => {
    expect([1, 'x', [1, 2], new Float64Array(3), {}, new Map(), null].map(typeText)).toEqual([
      'number',
      'string',
      'Array(2)',
      'Float64Array(3)',
      'object',
      'Map(0)',
      'null'
    ]);
  });
});

describe('markup', () => {
  const element = (outerHTML: string, nodeName: string) => ({ outerHTML, nodeName });

  test('too many elements or bytes are refused with the limit; drawings may have more', () => {
    expect(markupPart(element(`<div>${'<b></b>'.repeat(5_000)}</div>`, 'DIV'))).toMatchObject({
      type: 'too-large',
      what: 'html',
      size: 5_001,
      limit: 5_000
    });
    expect(markupPart(element(`<svg>${'<circle/>'.repeat(10_000)}</svg>`, 'svg'))).toMatchObject({ type: 'markup' });
    expect(markupPart(element(`<svg>${'<circle/>'.repeat(20_000)}</svg>`, 'svg'))).toMatchObject({ what: 'svg' });
    const figure = `<figure><h2>T</h2><svg>${'<circle/>'.repeat(10_000)}</svg></figure>`;
    expect(markupPart(element(figure, 'FIGURE'))).toMatchObject({ type: 'markup', language: 'html' });
    expect(markupPart(element(`<p>${'x'.repeat(3_000_000)}</p>`, 'P'))).toMatchObject({ unit: 'bytes' });
  });
});

test('the picture of a canvas is a PNG that others read', () => {
  const pixels = Uint8ClampedArray.from({ length: 300 * 80 * 4 }, (_, at) => (at * 7) % 256);
  const bytes = Buffer.from(png(pixels, 300, 80));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    if (body.subarray(0, 4).toString() === 'IDAT') data.push(body.subarray(4));
    at += length + 12;
  }
  const lines = inflateSync(Buffer.concat(data));
  expect(lines.length).toBe((300 * 4 + 1) * 80);
  expect(lines.subarray(1, 9)).toEqual(Buffer.from(pixels.subarray(0, 8)));
});
