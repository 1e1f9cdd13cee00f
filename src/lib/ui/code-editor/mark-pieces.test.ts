import { expect, test } from 'vitest';
import { markPieces, type Piece } from './mark-pieces';

const text = 'select heart_rat from t\nwhere x';
const pieces: Piece[] = [
  { text: 'select', kind: 'keyword' },
  { text: ' heart_rat from t', kind: undefined },
  { text: '\n', kind: undefined },
  { text: 'where x', kind: undefined }
];

test('without diagnostics nothing is cut', () => {
  expect(markPieces(pieces, text, [])).toBe(pieces);
});

test('the word at a place is marked, and the text stays the same', () => {
  const marked = markPieces(pieces, text, [{ line: 1, column: 8, message: '' }]);
  expect(marked.map((piece) => piece.text).join('')).toBe(text);
  expect(marked.filter((piece) => piece.mark)).toEqual([{ text: 'heart_rat', kind: undefined, mark: 'error' }]);
});

test('a span over several pieces keeps their kinds', () => {
  const marked = markPieces(pieces, text, [
    { line: 1, column: 4, endLine: 1, endColumn: 10, message: '', severity: 'warning' }
  ]);
  expect(marked.map((piece) => piece.text).join('')).toBe(text);
  expect(marked.filter((piece) => piece.mark)).toEqual([
    { text: 'ect', kind: 'keyword', mark: 'warning' },
    { text: ' he', kind: undefined, mark: 'warning' }
  ]);
});

test('a second line is counted with its line end', () => {
  const marked = markPieces(pieces, text, [{ line: 2, column: 7, message: '' }]);
  expect(marked.filter((piece) => piece.mark)).toEqual([{ text: 'x', kind: undefined, mark: 'error' }]);
});
