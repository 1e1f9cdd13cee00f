import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, MOVES } from './alignment';
import { automatonOf } from './reference-path/automaton';
import { codeAutomaton } from './reference-path/coded';
import { parseReferencePath, type ReferencePath } from './reference-path/parse';

const LETTERS = 'ABCDEFGHXYZ';
const codeOf = (letter: string) => LETTERS.indexOf(letter);

const coded = (path: ReferencePath) => codeAutomaton(automatonOf(path), codeOf);

/** The moves as text: `A` done, `(A)` skipped, `+A` extra. */
function spell(path: ReferencePath, trace: string): string[] {
  const automaton = coded(path);
  const { moves, steps } = align(automaton, Int32Array.from([...trace], codeOf));
  let event = 0;
  return Array.from(moves, (move, place) => {
    const kind = MOVES[move];
    const step = automaton.activities[steps[place]! - 1]!;
    if (kind === 'skipped') return `(${step})`;
    const letter = trace[event++]!;
    return kind === 'extra' ? `+${letter}` : letter === step ? letter : 'wrong';
  });
}

describe('by hand', () => {
  test.each([
    // path, trace, alignment
    ['A > B > C', 'ABC', 'A B C'],
    ['A > B > C', 'AC', 'A (B) C'],
    ['A > B > C', 'AXBC', 'A +X B C'],
    ['A > B > C', 'X', '(A) (B) (C) +X'],
    ['A > B > C', 'BC', '(A) B C'],
    ['A > B > C', 'AB', 'A B (C)'],
    ['A > B > C', 'ABBC', 'A +B B C'],
    ['A > [B] > C', 'AC', 'A C'],
    ['A > [B] > C', 'ABC', 'A B C'],
    ['A > [B > D] > C', 'ABC', 'A B (D) C'],
    ['A > B* > C', 'ABBBC', 'A B B B C'],
    ['A > B* > C', 'AC', 'A C'],
    ['A > B+ > C', 'AC', 'A (B) C'],
    ['A > (B > C)* > D', 'ABCBCD', 'A B C B C D'],
    ['A > (B > C)* > D', 'ABCBD', 'A B C B (C) D'],
    ['A > (B | C) > D', 'ACD', 'A C D'],
    ['[A]', 'X', '+X'],
    ['A > A > B', 'AB', 'A (A) B'],
    ['([A] > [B])*', 'BABA', 'B A B A']
  ])('%s against %s: %s', (path, trace, expected) => {
    expect(spell(parseReferencePath(path), trace).sort()).toEqual(expected.split(' ').sort());
    const costOf = (moves: string[]) => moves.filter((move) => move.length > 1).length;
    expect(costOf(spell(parseReferencePath(path), trace))).toBe(costOf(expected.split(' ')));
  });

  test('of equal costs, the one with most steps done: B, C and D skipped around it, not C extra', () => {
    expect(spell(parseReferencePath('A > (B > C > D | E)'), 'AC')).toEqual(['A', '(B)', 'C', '(D)']);
  });

  test('a case too long for the path is refused', () => {
    const path = parseReferencePath(Array.from({ length: 200 }, () => 'A').join('>'));
    expect(() => align(coded(path), new Int32Array(300_000))).toThrow(
      expect.objectContaining({ code: 'pathway-alignment-large' }) as Error
    );
  });

  test('a case of 100,000 events', () => {
    const trace = Int32Array.from({ length: 100_000 }, (_, event) => event % 2);
    expect(align(coded(parseReferencePath('(A > B)*')), trace)).toMatchObject({ skipped: 0, extra: 0 });
    expect(align(coded(parseReferencePath('A > B')), trace)).toMatchObject({ skipped: 0, extra: 99_998 });
  });
});

describe('against all words of the path', () => {
  const { path } = fc.letrec<{ path: ReferencePath }>((tie) => ({
    path: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('A', 'B').map((activity): ReferencePath => ({ kind: 'step', activity })),
      fc
        .tuple(
          fc.constantFrom('sequence' as const, 'choice' as const),
          fc.array(tie('path'), { minLength: 2, maxLength: 3 })
        )
        .map(([kind, parts]): ReferencePath => ({ kind, parts })),
      tie('path').map((body): ReferencePath => ({ kind: 'optional', body })),
      fc
        .tuple(tie('path'), fc.constantFrom(0 as const, 1 as const))
        .map(([body, least]): ReferencePath => ({ kind: 'repeat', body, least }))
    )
  }));

  /** The path as a regular expression of letters: another reading of the same language. */
  function expression(one: ReferencePath): string {
    switch (one.kind) {
      case 'step':
        return one.activity;
      case 'sequence':
        return one.parts.map((part) => `(?:${expression(part)})`).join('');
      case 'choice':
        return one.parts.map((part) => `(?:${expression(part)})`).join('|');
      case 'optional':
        return `(?:${expression(one.body)})?`;
      case 'repeat':
        return `(?:${expression(one.body)})${one.least === 1 ? '+' : '*'}`;
    }
  }

  const words = [''];
  for (let place = 0; words[place]!.length < 9; place++) words.push(`${words[place]}A`, `${words[place]}B`);

  /** Letters to take out and put in: the lengths less twice the longest common subsequence. */
  function editCost(one: string, other: string): number {
    let above = Array.from({ length: other.length + 1 }, () => 0);
    for (const letter of one) {
      const line = [0];
      for (let place = 1; place <= other.length; place++) {
        line.push(letter === other[place - 1] ? above[place - 1]! + 1 : Math.max(above[place]!, line[place - 1]!));
      }
      above = line;
    }
    return one.length + other.length - 2 * above[other.length]!;
  }

  test('no word is nearer to the trace, the alignment spells a word and the trace', () => {
    const traces = fc.string({ unit: fc.constantFrom('A', 'B', 'X'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, traces, (one, trace) => {
        const pattern = new RegExp(`^(?:${expression(one)})$`);
        const language = words.filter((word) => pattern.test(word));
        fc.pre(language.length > 0 && automatonOf(one).shortest <= 3);
        expect(automatonOf(one).shortest).toBe(Math.min(...language.map((word) => word.length)));
        const moves = spell(one, trace);
        const word = moves.filter((move) => !move.startsWith('+')).map((move) => move.replace(/[()]/g, ''));
        const events = moves.filter((move) => !move.startsWith('(')).map((move) => move.replace('+', ''));
        expect(pattern.test(word.join(''))).toBe(true);
        expect(events.join('')).toBe(trace);
        const cost = moves.filter((move) => move.length > 1).length;
        expect(cost).toBe(Math.min(...language.map((other) => editCost(trace, other))));
      }),
      { numRuns: 500 }
    );
  });
});
