import { describe, expect, test } from 'vitest';
import { parseNotebook } from '../format/parse';
import { slidesOf } from './slides';
import { splitNotes } from './speaker-notes';

const kinds = ['markdown', 'sql', 'chart', 'input'];
const slides = (text: string) =>
  slidesOf(parseNotebook(text, kinds).notebook.cells).map(({ title, pieces, notes }) => ({
    title,
    pieces: pieces.map((piece) => (piece.type === 'cell' ? '[cell]' : piece.text)),
    notes
  }));

describe('slidesOf', () => {
  test('begins one at each first- or second-level heading, and after a rule of hyphens', () => {
    const text = '# A *title*\n\nWords.\n\n## Two\n\n### Not three\n\n---\n\nThree\n\nSetext\n======\n\nfour';
    expect(slides(text)).toEqual([
      { title: 'A title', pieces: ['# A *title*', 'Words.'], notes: '' },
      { title: 'Two', pieces: ['## Two', '### Not three'], notes: '' },
      { title: '', pieces: ['Three'], notes: '' },
      { title: 'Setext', pieces: ['Setext\n======', 'four'], notes: '' }
    ]);
  });

  test('cells belong to the heading above them; those that are off or hidden to none', () => {
    const text =
      '# One\n\n```sql id=a\nselect 1\n```\n\n```sql id=b off=true\nselect 2\n```\n\n```sql id=c show=false\nselect 3\n```\n\nAfter.\n\n## Two\n\n```chart\nfrom: a\n```\n';
    expect(slides(text).map(({ pieces }) => pieces)).toEqual([
      ['# One', '[cell]', 'After.'],
      ['## Two', '[cell]']
    ]);
  });

  test.each([
    ['```text\n# no heading\n---\n```', 1],
    ['- a\n\n  ---\n\n- b', 1],
    ['> # quoted', 1],
    ['a\n***\nb\n\n___\n\nc', 1],
    ['---\n---\n\n---\n\n---', 0],
    ['', 0],
    ['# a\n# b\n# c', 3]
  ])('%j makes %i', (text, count) => expect(slides(`\n${text}\n`)).toHaveLength(count));

  test('notes go to the speaker alone', () => {
    expect(slides('# One\n\nSaid.\n\n```note\nRemember *this*.\n```\n\n~~~ note\nAnd that.\n~~~\n')).toEqual([
      { title: 'One', pieces: ['# One', 'Said.'], notes: 'Remember *this*.\n\nAnd that.' }
    ]);
  });
});

test.each([
  ['```text\n```note\n```\nx', '```text\n```note\n```\nx', ''],
  ['````note\na\n```\nb\n````\nc', 'c', 'a\n```\nb'],
  ['```note\nnever closed', '', 'never closed'],
  ['```notes\nx\n```', '```notes\nx\n```', '']
])('splitNotes %j', (text, shown, notes) => expect(splitNotes(text)).toEqual({ shown, notes }));
