import { input as words } from '$lib/messages/input';
import { defineFields } from '../task';

export const inputTypes = ['range', 'number', 'text', 'select', 'multi-select', 'date', 'toggle'] as const;
export type InputType = (typeof inputTypes)[number];

const type = { type: 'choice', of: inputTypes, required: true, label: () => words.type, words: words.types } as const;
const label = { type: 'text', label: () => words.label, help: () => words.labelHelp } as const;
const help = { type: 'text', label: () => words.help, help: () => words.helpHelp, more: true } as const;
const unit = { type: 'text', label: () => words.unit } as const;
const choices = {
  options: { type: 'any', several: true, label: () => words.options },
  from: { type: 'ref', to: 'table', label: () => words.from, help: () => words.fromHelp },
  column: { type: 'column', of: 'from', label: () => words.column, accepts: ['text', 'int32', 'int64', 'bool', 'date'] }
} as const;

/** One table of fields a type: what a slider may say, a date may not. */
export const inputFields = {
  range: defineFields({
    type,
    label,
    min: { type: 'number', required: true, label: () => words.min },
    max: { type: 'number', required: true, label: () => words.max },
    step: { type: 'number', label: () => words.step, help: () => words.stepHelp },
    value: { type: 'number', required: true, label: () => words.value, help: () => words.valueHelp },
    unit,
    help
  }),
  number: defineFields({
    type,
    label,
    min: { type: 'number', label: () => words.min },
    max: { type: 'number', label: () => words.max },
    step: { type: 'number', label: () => words.step, help: () => words.stepHelp },
    value: { type: 'number', required: true, label: () => words.value, help: () => words.valueHelp },
    unit,
    help
  }),
  text: defineFields({
    type,
    label,
    value: { type: 'text', default: '', label: () => words.value, help: () => words.valueHelp },
    placeholder: { type: 'text', label: () => words.placeholder, more: true },
    unit,
    help
  }),
  select: defineFields({ type, label, ...choices, value: { type: 'any', label: () => words.value }, unit, help }),
  'multi-select': defineFields({
    type,
    label,
    ...choices,
    value: { type: 'any', several: true, label: () => words.value },
    unit,
    help
  }),
  date: defineFields({
    type,
    label,
    min: { type: 'text', label: () => words.min },
    max: { type: 'text', label: () => words.max },
    value: { type: 'text', required: true, label: () => words.value, help: () => words.valueHelp },
    help
  }),
  toggle: defineFields({
    type,
    label,
    value: { type: 'boolean', default: false, label: () => words.value, help: () => words.valueHelp },
    help
  })
} as const;

/** Only the key that says which of the tables above holds; the others are let through. */
export const typeField = type;
