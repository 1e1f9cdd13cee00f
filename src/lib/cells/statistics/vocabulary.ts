import type { Measure } from '$workers/statistics';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { ColumnField, Field, FieldTable, NumberField } from '../task';

/*
 * Fields that methods share, by their names: a method's form takes them over and says more where it has to
 * (`{ ...outcome, help: … }`).
 */

type Key = keyof typeof words.fields;

/** Label and help of a field by its key in the messages. */
export const said = (key: Key) => ({
  label: () => words.fields[key],
  ...(Object.hasOwn(words.help, key) && { help: () => (words.help as Partial<Record<Key, string>>)[key] ?? '' })
});

/** A column of the table. */
export const columnField = (key: Key): ColumnField => ({ type: 'column', of: 'from', ...said(key) });

/** A column without which the method cannot be. */
export const columnNeeded = (key: Key): ColumnField & { required: true } => ({ ...columnField(key), required: true });

/** Columns of the table. */
export const columnsField = (key: Key) =>
  ({
    type: 'list',
    item: { type: 'column', of: 'from', label: () => words.fields[key] },
    max: 200,
    ...said(key)
  }) as const;

/** Columns without which the method cannot be. */
export const columnsNeeded = (key: Key) => ({ ...columnsField(key), required: true }) as const;

export const numberField = (key: Key, limits: Omit<NumberField, 'type' | 'label' | 'help'> = {}) =>
  ({ type: 'number', ...said(key), ...limits }) as const;

export const numbersField = (key: Key) =>
  ({ type: 'list', item: { type: 'number', label: () => words.fields[key] }, max: 50, ...said(key) }) as const;

export const textField = (key: Key) => ({ type: 'text', ...said(key) }) as const;
export const yesNo = (key: Key, otherwise = false) => ({ type: 'boolean', default: otherwise, ...said(key) }) as const;

/** One of some words, each worded in `words.choices`. */
export const choiceField = <Word extends string>(key: Key, of: readonly Word[], otherwise: Word) => ({
  type: 'choice' as const,
  of,
  default: otherwise,
  get words() {
    return words.choices as Partial<Record<Word, string>>;
  },
  ...said(key)
});

/** Another table than the one that is analysed. */
export const tableField = (key: Key) => ({ type: 'ref', to: 'table', ...said(key) }) as const;

/** Folded under "More". */
export const more = <F extends Field>(field: F): F & { more: true } => ({ ...field, more: true });

export const level = more(numberField('level', { min: 0.5, max: 0.9999, default: 0.95 }));

/** The group that the others are compared with. */
export const reference = more(textField('reference'));

/** How p-values that stand beside each other are adjusted. */
export const adjust = more(
  choiceField('adjust', ['holm', 'benjamini-hochberg', 'benjamini-yekutieli', 'bonferroni', 'unadjusted'], 'holm')
);

/** What a model is made of. */
export const model = {
  predictors: columnsField('predictors'),
  formula: { ...textField('formula'), formulaOf: 'from' },
  references: more({
    type: 'map',
    formulaOf: 'from',
    value: { type: 'text', label: () => words.fields.references },
    ...said('references')
  } as const)
} satisfies FieldTable;

/** Left out, rows with a gap are left out; its own keys may be. */
export const impute = more({
  type: 'record',
  label: () => words.fields.impute,
  help: () => words.help.impute,
  fields: {
    datasets: numberField('datasets', { whole: true, min: 2, max: 1000 }),
    iterations: numberField('iterations', { whole: true, min: 1, max: 1000 }),
    seed: numberField('impute_seed', { whole: true, min: 0, max: Number.MAX_SAFE_INTEGER })
  }
} as const);

export const eventFields = {
  event: columnNeeded('event'),
  event_is: more(textField('event_is'))
} satisfies FieldTable;

/** Ratios stand on a logarithmic scale and are told by two decimals. */
export const isRatio = (measure: Measure): boolean => /ratio|observed-expected|^odds$/.test(measure);
