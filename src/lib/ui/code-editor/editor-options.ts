import type { CodeLanguage } from './tokens';

export interface CompletionItem {
  /** What is written, and what is matched while typing. */
  label: string;
  kind: 'table' | 'column' | 'function' | 'keyword' | 'value';
  /** Faint at the right: a unit, a type. */
  detail?: string | undefined;
  /** Instead of the label: a quoted name, `count()`. */
  insert?: string | undefined;
  /** Higher comes first. */
  boost?: number | undefined;
  /** Beside the list while it is chosen: how it is called, and what it does. */
  info?: string | undefined;
}

export interface CompletionRequest {
  text: string;
  /** The caret, in characters from the start. */
  position: number;
  /** Where the word that is being typed begins. */
  from: number;
  /** Asked for by key, not by typing. */
  explicit: boolean;
}

export type CompletionProvider = (
  request: CompletionRequest
) => readonly CompletionItem[] | Promise<readonly CompletionItem[]>;

/** What a word of the text stands for. */
export interface Description {
  /** The word, in characters from the start. */
  from: number;
  to: number;
  /** In the code face. */
  title: string;
  text?: string | undefined;
}

export type DescriptionProvider = (request: {
  text: string;
  position: number;
}) => Description | undefined | Promise<Description | undefined>;

/** A wrong place. Lines and columns count from 1; without an end the word at the place is underlined. */
export interface Diagnostic {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
  message: string;
  severity?: 'error' | 'warning' | 'info';
}

/** What outlives an editor that is taken away: its undo. Held by the page, one for each text. */
export interface EditorMemory {
  state: unknown;
}

export interface EditorOptions {
  text: string;
  memory?: EditorMemory | undefined;
  language: CodeLanguage;
  /** For those who do not see it: "SQL editor, cell hourly, 3 of 12". */
  label: string;
  readOnly: boolean;
  onchange: (text: string) => void;
  /** Esc, once nothing of the editor's own is left to close. */
  onescape: () => void;
  /** Keys of the notebook come first: true where one of them was meant. */
  onkey: (event: KeyboardEvent) => boolean;
  complete: () => CompletionProvider | undefined;
  describe: () => DescriptionProvider | undefined;
}
