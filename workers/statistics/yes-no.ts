const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 't', 'kyllä', 'k', 'ja', 'j']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', 'ei', 'e', 'nej', 'nein']);

/** Whether a word means yes or no in a language of the page; undefined of any other. */
export function truthOf(word: string): boolean | undefined {
  const plain = word.trim().toLowerCase();
  return YES.has(plain) ? true : NO.has(plain) ? false : undefined;
}

/** The one of two words that is meant as the event where none is named: yes of yes and no, else the later. */
export function eventOf(levels: readonly string[]): string | undefined {
  const [first, second] = levels;
  return first !== undefined && truthOf(first) === true && second !== undefined && truthOf(second) === false
    ? first
    : second;
}
