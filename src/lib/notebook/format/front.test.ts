import { describe, expect, test } from 'vitest';
import { readFront, withTitle } from './front';

describe('readFront', () => {
  test('what a notebook says about itself', () => {
    const { front, problems } = readFront('title: PICU\ntags: [omop, sql]\nminutes: 5\nformat: 1\nother: kept');
    expect(problems).toEqual([]);
    expect(front).toMatchObject({ title: 'PICU', tags: ['omop', 'sql'], minutes: 5, format: 1, level: undefined });
  });
  test('wrongly typed entries are left out', () => {
    expect(readFront('title: [a]\nminutes: many\ntags: one').front).toMatchObject({
      title: undefined,
      minutes: undefined,
      tags: ['one']
    });
  });
});

describe('withTitle', () => {
  test.each([
    ['', 'A', 'title: A\nformat: 1'],
    ['# note\nformat: 1 # now\ntitle:   Old # why\nb: 2', 'New', '# note\nformat: 1 # now\ntitle: New # why\nb: 2'],
    ['format: 1', 'New: part 1', 'title: "New: part 1"\nformat: 1'],
    ["title: 'It''s'\nb: 2", 'a "b"', 'title: a "b"\nb: 2'],
    ['title: >\n  long\n  words\nb: 2', 'New', 'title: New\nb: 2'],
    ['title:\nb: 2', 'New', 'title: New\nb: 2'],
    ['a: 1\ntitle: old', 'two\nlines', 'a: 1\ntitle: two lines']
  ])('%j with %j', (front, title, expected) => {
    const text = withTitle(front, title);
    expect(text).toBe(expected);
    expect(readFront(text).front.title).toBe(title.replace('\n', ' '));
  });

  test('front matter that is no YAML is left alone', () => {
    expect(() => withTitle('a: [', 'x')).toThrowError(expect.objectContaining({ code: 'front-unreadable' }));
  });
});
