import { failures, type Catalogue } from '../../shared/errors';

export const hourlyFailures = {
  'hourly-role': {
    message: (v) => `The table ${v.table} has no column that is known as ${v.role}.`,
    hint: (v) => `Name it: columns: { ${v.role}: … }. The columns are ${v.known}.`
  },
  'hourly-column': {
    message: (v) => `The table ${v.table} has no column ${v.column}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `The columns are ${v.known}.`)
  },
  'hourly-time-type': {
    message: (v) => `The column ${v.column} of the table ${v.table} holds no time stamps.`,
    hint: () => 'Choose a column with date and time, or convert it first.'
  },
  'hourly-person-types': {
    message: (v) => `Persons are numbers in one of the tables ${v.one} and ${v.other}, and text in the other.`,
    hint: () => 'Convert the column of one of them first.'
  },
  'hourly-no-variables': {
    message: (v) => `The table ${v.table} holds no variable that is known here.`,
    hint: (v) => `Give a table that maps its codes to variables. Found: ${v.found}.`
  },
  'hourly-variable-unknown': {
    message: (v) => `There is no variable called ${v.variable}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `Known are ${v.known}, and those of your own map.`)
  },
  'hourly-carry': {
    message: (v) => `The hours for which ${v.variable} is carried forward are not a number from 0 up.`,
    hint: () => 'Write for example 6, or 0 for not at all.'
  },
  'hourly-no-stays': {
    message: (v) => `No row of the table ${v.table} is a stay with a beginning and a later end.`,
    hint: () => 'Check its times of admission and discharge.'
  },
  'hourly-too-large': {
    message: (v) =>
      `These stays have ${v.hours} hours together, the longest ${v.longest}; one grid has at most ${v.most}.`,
    hint: () => 'Look for stays whose end is wrong, or take fewer of them.'
  },
  'hourly-map-column': {
    message: (v) => `The table ${v.table} that maps codes to variables has no usable column ${v.column}.`,
    hint: () => 'It needs concept_id (or name) and variable; unit and factor where they differ.'
  },
  'hourly-map-row': {
    message: (v) => `Row ${v.row} of the table ${v.table} has no usable ${v.what}.`,
    hint: () => 'A row needs a code, a name that a column can have and a grid has not, and a factor above 0 if any.'
  },
  'hourly-map-twice': {
    message: (v) => `The table ${v.table} maps the same code twice, in row ${v.row} again.`,
    hint: () => 'Keep one row a code.'
  },
  'hourly-map-unit': {
    message: (v) => `The table ${v.table} gives ${v.variable} in ${v.unit}, which cannot be made ${v.wanted}.`,
    hint: (v) => `Give a factor that makes it ${v.wanted}, or another variable name.`
  }
} satisfies Catalogue<string>;

export const fail = failures(hourlyFailures);
