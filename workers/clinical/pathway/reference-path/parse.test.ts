import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors';
import { automatonOf } from './automaton';
import { parseReferencePath, writeReferencePath } from './parse';
import { writeStep } from './write';

const step = (activity: string) => ({ kind: 'step', activity }) as const;

describe('what a path means', () => {
  test.each([
    ['Referral', step('Referral')],
    ['  MDT meeting  ', step('MDT meeting')],
    ['A>B', { kind: 'sequence', parts: [step('A'), step('B')] }],
    ['A -> B → C', { kind: 'sequence', parts: [step('A'), step('B'), step('C')] }],
    ['Pre-op echo', step('Pre-op echo')],
    ['[A]', { kind: 'optional', body: step('A') }],
    ['(A)*', { kind: 'repeat', body: step('A'), least: 0 }],
    ['A+', { kind: 'repeat', body: step('A'), least: 1 }],
    ['((A))', step('A')],
    ['A > B | C', { kind: 'choice', parts: [{ kind: 'sequence', parts: [step('A'), step('B')] }, step('C')] }],
    ['A > (B | C)', { kind: 'sequence', parts: [step('A'), { kind: 'choice', parts: [step('B'), step('C')] }] }],
    ['"CRP > 5 ""high"""', step('CRP > 5 "high"')],
    ['A\n> B', { kind: 'sequence', parts: [step('A'), step('B')] }]
  ])('%s', (text, meaning) => {
    expect(parseReferencePath(text)).toEqual(meaning);
  });

  test('the example of the manual', () => {
    const { activities, required, shortest } = automatonOf(
      parseReferencePath('Referral > MDT meeting > [Pre-op echo] > Admission > (Re-operation)*')
    );
    expect(activities).toEqual(['Referral', 'MDT meeting', 'Pre-op echo', 'Admission', 'Re-operation']);
    expect(required).toEqual([true, true, false, true, false]);
    expect(shortest).toBe(3);
  });
});

describe('what is no path says where', () => {
  test.each([
    // text, code, line, column
    ['', 'path-empty', 1, 1],
    ['  \n ', 'path-empty', 1, 1],
    ['A > > B', 'path-step-missing', 1, 5],
    ['> A', 'path-step-missing', 1, 1],
    ['A >', 'path-step-missing', 1, 4],
    ['A | ', 'path-step-missing', 1, 5],
    ['A > []', 'path-step-missing', 1, 6],
    ['A > *', 'path-step-missing', 1, 5],
    ['A > [B', 'path-bracket-open', 1, 5],
    ['A > (B]', 'path-bracket-open', 1, 5],
    ['A > B)', 'path-bracket-extra', 1, 6],
    ['A] > B', 'path-bracket-extra', 1, 2],
    ['A [B]', 'path-arrow-missing', 1, 3],
    ['A > (B [C])', 'path-arrow-missing', 1, 8],
    ['A+B', 'path-arrow-missing', 1, 3],
    ['"A" B', 'path-arrow-missing', 1, 5],
    ['A > "B', 'path-quote-open', 1, 5],
    ['A >\nB >\n  > C', 'path-step-missing', 3, 3],
    [`${'('.repeat(51)}A${')'.repeat(51)}`, 'path-deep', 1, 51]
  ])('%j: %s', (text, code, line, column) => {
    expect(() => parseReferencePath(text)).toThrow(expect.objectContaining({ code, place: { line, column } }) as Error);
  });

  test('more steps than a person reads', () => {
    const steps = (count: number) => Array.from({ length: count }, (_, step) => `S${step}`).join('>');
    expect(automatonOf(parseReferencePath(steps(200))).shortest).toBe(200);
    expect(() => parseReferencePath(steps(201))).toThrow(expect.objectContaining({ code: 'path-steps-many' }) as Error);
  });

  test('any text is a path or a failure with a place', () => {
    const signs = fc.constantFrom('A', 'B b', '>', '->', '|', '[', ']', '(', ')', '*', '+', '"', ' ', '\n', '-', '→');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        try {
          const path = parseReferencePath(parts.join(''));
          expect(writeReferencePath(parseReferencePath(writeReferencePath(path)))).toBe(writeReferencePath(path));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).place?.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 }
    );
  });
});

test('every name of an activity can be written as a step', () => {
  const names = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', '-', '>', '"', '[', '→', ' ', '\n', '+') })
  );
  fc.assert(
    fc.property(names, (name) => {
      expect(parseReferencePath(writeStep(name))).toEqual(step(name));
    }),
    { numRuns: 2000 }
  );
});
