import { expect, test } from 'vitest';
import { chosenWords, found, switched } from './multi-select';

const choices = ['picu', 'nicu', 'ward', 'theatre'].map((value) => ({ value, label: value.toUpperCase() }));

test.each([
  [[], 'None chosen'],
  [['nicu'], 'NICU'],
  [['ward', 'picu'], 'PICU, WARD'],
  [['ward', 'picu', 'nicu'], '3 of 4 chosen'],
  [['ward', 'picu', 'nicu', 'theatre'], 'All 4 chosen']
])('%j reads "%s"', (chosen, words) => expect(chosenWords(choices, chosen)).toBe(words));

test('issue 5: where nothing chosen means all, it says so', () => {
  expect(chosenWords(choices, [], 'All')).toBe('All');
  expect(chosenWords(choices, ['nicu'], 'All')).toBe('NICU');
});

test('switching keeps the order of the choices', () => {
  expect(switched(choices, ['ward'], 'picu')).toEqual(['picu', 'ward']);
  expect(switched(choices, ['picu', 'ward'], 'picu')).toEqual(['ward']);
});

test.each([
  ['cu', 2],
  [' WARD ', 1],
  ['', 4],
  ['x', 0]
])('%j finds %i', (typed, hits) => expect(found(choices, typed)).toHaveLength(hits));
