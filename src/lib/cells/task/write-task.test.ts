import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { moveItem, setField } from './write-task';

const text = `# what is drawn
from: hourly   # the cell above
mark: dot

# the axes
scales:
  x: {type: log, label: "Age"}   # logarithmic
  # not yet
  y:
    zero: true
unknown: [1,   2]  # of a later version
value: 60 # months
note: |
  two
  lines
facet:
`;

describe('setField', () => {
  test.each([
    ['a scalar, and nothing else', ['value'], 72, ['value: 60 # months', 'value: 72 # months']],
    ['a text that needs quotes', ['mark'], 'a: b', ['mark: dot', 'mark: "a: b"']],
    ['a text of several lines in one', ['mark'], 'a\nb', ['mark: dot', 'mark: "a\\nb"']],
    ['a text that looks like a number', ['mark'], '007', ['mark: dot', 'mark: "007"']],
    ['a value inside braces', ['scales', 'x', 'type'], 'linear', ['{type: log,', '{type: linear,']],
    ['a quoted text with its quotes', ['scales', 'x', 'label'], 'Age, years', ['"Age"', '"Age, years"']],
    ['a value two levels down', ['scales', 'y', 'zero'], false, ['zero: true', 'zero: false']],
    ['an empty key', ['facet', 'x'], 'sex', ['facet:\n', 'facet:\n  x: sex\n']],
    ['a new key at the end', ['title'], 'Who', ['facet:\n', 'facet:\ntitle: Who\n']],
    ['a new list in one line', ['tables'], ['a', 'b'], ['facet:\n', 'facet:\ntables: [a, b]\n']],
    ['a key taken out', ['mark'], undefined, ['mark: dot\n', '']],
    ['a key with several lines taken out', ['note'], undefined, ['note: |\n  two\n  lines\n', '']],
    ['a text of several lines replaced', ['note'], 'one', ['note: |\n  two\n  lines\n', 'note: one\n']]
  ] as const)('writes %s', (_, path, value, [before, after]) => {
    expect(setField(text, path, value)).toBe(text.replace(before, after));
  });

  test('a new key under an old one keeps the comments there', () => {
    const written = setField(text, ['scales', 'color', 'type'], 'category');
    expect(parse(written)).toMatchObject({
      scales: { x: { type: 'log' }, y: { zero: true }, color: { type: 'category' } }
    });
    for (const comment of ['# logarithmic', '# not yet', '# the axes', '# of a later version']) {
      expect(written.split(comment)).toHaveLength(2);
    }
  });

  test('the last key taken out of a record takes the record with it', () => {
    expect(parse(setField('a: 1\nfacet:\n  x: b\n', ['facet', 'x'], undefined))).toEqual({ a: 1 });
  });

  test.each([
    ['', 'a: 1\n'],
    ['b: 2', 'b: 2\na: 1'],
    ['# only words\n', '# only words\na: 1\n'],
    ['{b: 2}', '{b: 2, a: 1}\n']
  ])('%j takes a first key', (before, after) => {
    expect(setField(before, ['a'], 1)).toBe(after);
  });

  test('broken text is not touched', () => {
    expect(() => setField('a: "x', ['a'], 1)).toThrowError(expect.objectContaining({ code: 'task-yaml' }));
  });

  const key = fc.constantFrom('a', 'b', 'c d', 'é', '1');
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true })
  );
  const leaf = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
  const tree = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { noNullPrototype: true })), {
    noNullPrototype: true
  });

  test('what is set is read back, and every other key stays as it was', () => {
    fc.assert(
      fc.property(tree, fc.array(key, { minLength: 1, maxLength: 2 }), leaf, (start, path, value) => {
        let text = '# head\n';
        for (const [name, one] of Object.entries(start)) text = setField(text, [name], one);
        expect(parse(text) ?? {}).toEqual(start);
        const written = setField(text, path, value);
        const [top, sub] = path as [string, string?];
        const before = start[top];
        const inner = typeof before === 'object' && !Array.isArray(before) ? before : {};
        if (sub !== undefined && Array.isArray(before)) return;
        expect(parse(written)).toEqual({ ...start, [top]: sub === undefined ? value : { ...inner, [sub]: value } });
        expect(written.startsWith('# head\n')).toBe(true);
        const removed = parse(setField(written, [top], undefined)) ?? {};
        expect(removed).toEqual(Object.fromEntries(Object.entries(start).filter(([name]) => name !== top)));
      }),
      { seed: 7, numRuns: 500 }
    );
  });
});

describe('moving an entry of a list', () => {
  const text =
    'from: t # keep\nsteps:\n  # all\n  - age: {max: 17} # the first\n    name: Young\n  - sql: x > 1\n  - sql: x > 2\ntitle: T\n';

  test('takes along what is written in it and beside it', () => {
    expect(moveItem(text, ['steps'], 0, 1)).toBe(
      'from: t # keep\nsteps:\n  # all\n  - sql: x > 1\n  - age: {max: 17} # the first\n    name: Young\n  - sql: x > 2\ntitle: T\n'
    );
    expect(moveItem(moveItem(text, ['steps'], 1, 2), ['steps'], 2, 1)).toBe(text);
  });

  test.each([
    [0, 0],
    [0, 3],
    [5, 0]
  ])('from %i to %i changes nothing', (from, to) => expect(moveItem(text, ['steps'], from, to)).toBe(text));
});
