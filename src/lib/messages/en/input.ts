import type { Values } from '$workers/shared/errors';
import { clip } from './cells';

/** What an input cell can say about its text and its choices. */
export const inputFailures = {
  'input-order': {
    message: (v: Values) => `\`min\` is ${clip(v.min)} and \`max\` is ${clip(v.max)}: nothing lies between.`,
    hint: () => 'Give `min` the smaller of the two.'
  },
  'input-outside': {
    message: (v: Values) => `\`value\` is ${clip(v.value)}, outside of ${clip(v.min)} to ${clip(v.max)}.`,
    hint: () => 'Choose a value between `min` and `max`.'
  },
  'input-step': {
    message: (v: Values) =>
      `\`value\` is ${clip(v.value)}, which no step of ${clip(v.step)} from ${clip(v.min)} reaches.`,
    hint: (v: Values) => `Write ${clip(v.near)}, or choose another \`step\`.`
  },
  'input-date': {
    message: (v: Values) => `\`${clip(v.key)}\` is \`${clip(v.value)}\`, which is no day of the calendar.`,
    hint: () => 'Write year, month and day as 2024-02-29.'
  },
  'input-options': {
    message: () => 'This choice has no options.',
    hint: () => 'Write `options: [one, two]`, or `from:` and `column:` of a table.'
  },
  'input-options-twice': {
    message: () => '`options` and `from` both say what can be chosen.',
    hint: () => 'Keep one of the two.'
  },
  'input-option-kind': {
    message: (v: Values) => `\`${clip(v.key)}\` holds something other than texts, numbers, true or false.`,
    hint: () => 'Write each choice as a text or a number.'
  },
  'input-option-repeats': {
    message: (v: Values) => `\`options\` names \`${clip(v.value)}\` twice.`,
    hint: () => 'Take one of the two out.'
  },
  'input-not-offered': {
    message: (v: Values) => `\`value\` is \`${clip(v.value)}\`, which is not among the ${v.n} options.`,
    hint: () => 'Choose one of the options.'
  },
  'input-many-options': {
    message: (v: Values) => `\`${clip(v.column)}\` of \`${clip(v.table)}\` has more than ${v.max} different values.`,
    hint: () => 'Use a column with fewer values, or a text input.'
  },
  'input-column-empty': {
    message: (v: Values) => `\`${clip(v.column)}\` of \`${clip(v.table)}\` holds no value to choose from.`,
    hint: () => 'Name another column, or another table.'
  },
  'input-column-type': {
    message: (v: Values) =>
      `\`${clip(v.column)}\` of \`${clip(v.table)}\` is of the type ${clip(v.type)}, which cannot be chosen.`,
    hint: () => 'Name a column of texts, whole numbers, dates or true and false.'
  }
};

/** Labels and help of the form over an input cell, and words of the control. */
export const input = {
  type: 'Kind of input',
  types: {
    range: 'slider',
    number: 'number',
    text: 'text',
    select: 'one of several',
    'multi-select': 'some of several',
    date: 'date',
    toggle: 'switch'
  },
  label: 'Label',
  labelHelp: 'What stands beside the control.',
  min: 'Smallest',
  max: 'Greatest',
  step: 'Step',
  stepHelp: 'How far one press of an arrow key goes.',
  unit: 'Unit',
  value: 'Value',
  valueHelp: 'Changed by the control.',
  help: 'Help',
  helpHelp: 'One line beside the control.',
  placeholder: 'Example',
  options: 'Options',
  from: 'From table',
  fromHelp: 'Offers the values of one column instead of written options.',
  column: 'Column',
  rangeHelp: (min: string, max: string) => `${min} to ${max}`,
  arrowHelp: (step: string, page: string) => `arrow keys by ${step}, Page keys by ${page}`,
  outside: (min: string, max: string) => `It can be from ${min} to ${max}; the last day stays in use.`,
  numberWanted: 'Type a number; the last one stays in use until then.',
  dateWanted: 'Choose a day; the last one stays in use until then.',
  all: 'All',
  none: 'None',
  on: 'on',
  off: 'off'
};
