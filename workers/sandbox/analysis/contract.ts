import type { CodePlace, CompiledCode } from '../contract';

export type CodeLanguage = 'js' | 'ts';

/** What the text of a cell of own code says. */
export interface CodeReading {
  code: CompiledCode;
  /** A place in `code.javascript` as one of the person's own text: columns differ where types were taken out. */
  own(place: CodePlace): CodePlace;
}

export interface ReadOptions {
  language: CodeLanguage;
  /** What stacks call the code: `cell-<label>.js`. */
  label: string;
}
