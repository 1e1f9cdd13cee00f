/** A control that code asks for; the page draws it with its own controls. */
export type ViewControl =
  | { control: 'range' | 'number'; min: number; max: number; step: number }
  | { control: 'text' | 'date'; placeholder?: string | undefined }
  | { control: 'toggle' }
  | { control: 'button'; words: string }
  /** `options` are words; a value is the index of one, of `multiple` a list of them. */
  | { control: 'select' | 'radio'; options: readonly string[] }
  | { control: 'checkbox' | 'multiple'; options: readonly string[] };

export type ViewDescription = ViewControl & {
  /** For `input(view, value)`. */
  view: number;
  label: string;
  /** Number, text, truth value, index, or a list of indexes. */
  value: string | number | boolean | null | readonly number[];
  disabled?: boolean | undefined;
};
