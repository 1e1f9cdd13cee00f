import { failures, type Catalogue } from '../shared/errors';

export const clinicalFailures = {
  stopped: { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'simulate-use-unknown': {
    message: (v) => `There is no simulation called ${v.use}.`,
    hint: (v) => `Choose one of: ${v.known}.`
  },
  'simulate-persons-range': {
    message: (v) => `The number of persons is a whole number from 1 to ${v.most}.`,
    hint: () => 'Write for example 600.'
  },
  'simulate-part-large': {
    message: (v) => `${v.persons} persons do not fit into one table; ${v.most} do.`,
    hint: () => 'Simulate fewer persons, or one hospital at a time.'
  },
  'simulate-part-outside': {
    message: (v) => `Persons ${v.first} to ${v.end} are no part of ${v.persons} persons.`,
    hint: () => 'Give the first person and the one after the last, counted from 0.'
  },
  'simulate-seed-range': {
    message: () => 'The seed is a whole number from 0 to 9,007,199,254,740,991.',
    hint: () => 'Write for example 1.'
  },
  'simulate-hospital-unknown': {
    message: (v) => `There is no simulated hospital ${v.hospital}.`,
    hint: () => 'Choose from 1, 2, 3 and 4.'
  },
  'simulate-hospitals-none': {
    message: () => 'No hospital is chosen.',
    hint: () => 'Choose at least one of 1, 2, 3 and 4.'
  },
  'simulate-table-unknown': {
    message: (v) => `The simulation makes no table called ${v.table}.`,
    hint: (v) => `Choose from ${v.known}.`
  },
  'simulate-tables-none': {
    message: () => 'No table is chosen.',
    hint: () => 'Choose at least one table, for example hours.'
  },
  'files-hackathon-use': {
    message: (v) => `The layout of the hackathon is one of intensive care; ${v.use} has none.`,
    hint: () => 'Choose the use case picu-sepsis, or plain tables.'
  },
  'files-part-none': {
    message: (v) => `There is no part ${v.part}: this data set has ${v.parts}.`,
    hint: () => 'Count parts from 0 to one less than there are.'
  },
  'clinical-call': {
    message: (v) => `\`clinical.${v.method}\` was called with something else than it takes.`,
    hint: () => 'Look at its help: write its name and wait.'
  },
  'clinical-no-column': {
    message: (v) => `The table has no column ${v.column}.`,
    hint: (v) => `It has: ${v.known}.`
  },
  'clinical-time-unit': {
    message: (v) => `The times in ${v.column} are numbers, and nothing says of what.`,
    hint: () => 'Say `timeUnit`: s, min, h or d.'
  }
} satisfies Catalogue<string>;

export const fail = failures(clinicalFailures);
