import type { ScoreInput } from './definition';

export const FLAG_WORDS: Readonly<Record<string, number>> = {
  yes: 1,
  true: 1,
  y: 1,
  '1': 1,
  no: 0,
  false: 0,
  n: 0,
  '0': 0
};

type Worded = Pick<ScoreInput, 'kind' | 'choices' | 'words'>;

/** What each word of a text column is to an input: a position, −1 where it is impossible, −2 where it is missing. */
export function codesOf(dictionary: readonly string[], { kind, choices, words }: Worded): Int32Array {
  const known = new Map<string, number>(Object.entries(kind === 'flag' ? FLAG_WORDS : {}));
  choices?.forEach((choice, position) => known.set(choice.toLowerCase(), position));
  for (const [word, code] of Object.entries(words ?? {})) known.set(word, code);
  return Int32Array.from(dictionary, (word) => {
    const plain = word.trim().toLowerCase();
    return plain === '' ? -2 : (known.get(plain) ?? -1);
  });
}

export function mayBeText({ kind, words }: Worded): boolean {
  return kind === 'choice' || kind === 'flag' || words !== undefined;
}

/**
 * Whether the words of a column may stand for an input. False of a text that has words and not one that the input knows:
 * a column of the same name that means something else. A column whose values are not at hand passes, as does text for a
 * number, which is refused where it is read.
 */
export function understands(input: Worded, { dictionary }: { name: string; dictionary?: readonly string[] }): boolean {
  if (!dictionary || !mayBeText(input)) return true;
  const codes = codesOf(dictionary, input);
  return !codes.includes(-1) || codes.some((code) => code >= 0);
}
