import { describe, expect, test } from 'vitest';
import { recognise, SCORES, type ScoreDefinition } from '.';

const of = (name: string) => SCORES.find((one) => one.name === name) as ScoreDefinition;
const taken = (score: string, columns: { name: string; dictionary?: string[] }[]) =>
  [...recognise(of(score), { columns })].map(([input, column]) => [input, column.name]);

describe('recognising columns', () => {
  test.each([
    ['words of the input', ['Bypass', 'none'], true],
    ['one of them among others', ['Bypass', 'Norwood operation'], true],
    ['nothing but empty text', ['', ' '], true],
    ['no text at all', [], true],
    ['words of something else', ['Norwood operation', ''], false]
  ])('issue 5: a text of %s', (_, dictionary, isTaken) => {
    expect(taken('pim3', [{ name: 'procedure', dictionary }])).toEqual(isTaken ? [['procedure', 'procedure']] : []);
  });

  test('a column whose words are of something else leaves the place to one of another name', () => {
    const columns = [
      { name: 'other_respiratory_support', dictionary: ['Model 3'] },
      { name: 'support', dictionary: ['yes'] }
    ];
    expect(taken('phoenix', columns)).toEqual([['other_respiratory_support', 'support']]);
  });

  test('issue 5: PELOD-2 takes the ratio of an FiO2 shortly before, where a grid has it; Phoenix its own', () => {
    const columns = [{ name: 'pf_ratio' }, { name: 'pf_ratio_1h' }];
    expect(taken('pelod-2', columns)).toEqual([['pf_ratio', 'pf_ratio_1h']]);
    expect(taken('phoenix', columns)).toEqual([['pf_ratio', 'pf_ratio']]);
    expect(taken('pelod-2', columns.slice(0, 1))).toEqual([['pf_ratio', 'pf_ratio']]);
  });

  test('where the words are not at hand the name decides, as it does for numbers', () => {
    expect(taken('pim3', [{ name: 'Procedure' }])).toEqual([['procedure', 'Procedure']]);
    expect(taken('phoenix', [{ name: 'gcs', dictionary: ['nine'] }])).toEqual([['gcs', 'gcs']]);
  });
});
