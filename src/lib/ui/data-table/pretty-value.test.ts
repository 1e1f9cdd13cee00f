import { expect, test } from 'vitest';
import { prettyValue } from './pretty-value';

test('a list stands one item a line, digits untouched', () => {
  expect(prettyValue('[9007199254740993,{"a":"x, [y]","b":null}]', '[ ]')).toBe(
    '[\n  9007199254740993,\n  {\n    "a": "x, [y]",\n    "b": null\n  }\n]'
  );
  expect(prettyValue('[]', '[ ]')).toBe('[]');
});

test('a text stays as it is', () => expect(prettyValue('[1, 2', 'abc')).toBe('[1, 2'));
