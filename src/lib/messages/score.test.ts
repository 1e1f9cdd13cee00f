import { describe, expect, test } from 'vitest';
import { SCORES } from '$workers/clinical/contract';
import { scoreRemarks, scoreWords } from './en/score';
import { scoreRemarks as finnishRemarks, scoreWords as finnish } from './fi/score';
import { scoreLabels } from './fi/score-labels';

const said = new Set(
  SCORES.flatMap(({ title, population, notes, inputs, components, outputs }) => [
    ...[title, population, ...notes],
    ...inputs.flatMap(({ label, unit }) => [label, unit ?? '']),
    ...[...components, ...outputs].flatMap(({ label, values }) => [label, ...(values ?? [])])
  ])
);

describe('what scores are called', () => {
  test('has Finnish words, and none for what no score says', () => {
    // Units that are the same in every language.
    const same = [...said].filter((text) => text === '' || /^(mm?Hg|m?mol|µ|mg|m?U|IU|10|%|°C|\/min|mL)/.test(text));
    expect([...said].filter((text) => !(text in scoreLabels) && !same.includes(text))).toEqual([]);
    expect(Object.keys(scoreLabels).filter((text) => !said.has(text))).toEqual([]);
  });

  test('what has no word stays as it is', () => {
    expect(finnish.named('mmol/L')).toBe('mmol/L');
    expect(finnish.named('Heart rate')).toBe('Syke');
    expect(scoreWords.named('Heart rate')).toBe('Heart rate');
  });
});

describe('remarks', () => {
  test('each input has its unit beside it', () => {
    const values = { inputs: 'lactate, inr', units: 'mmol/L, ratio' };
    expect(scoreRemarks['unit-assumed'](values)).toContain('lactate: mmol/L; inr: ratio.');
    expect(finnishRemarks['unit-assumed'](values)).toContain('lactate: mmol/L; inr: ratio.');
  });

  test('one row is one row', () => {
    expect(scoreRemarks['age-above']({ rows: 1, months: 216 })).toMatch(/^1 row is of/);
    expect(scoreRemarks['age-above']({ rows: 1200, months: 216 })).toMatch(/^1,200 rows are of/);
  });
});
