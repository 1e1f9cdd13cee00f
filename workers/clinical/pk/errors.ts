import { failures, type Catalogue } from '../../shared/errors';

export const pkFailures = {
  'pk-stopped': { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'pk-model-unknown': {
    message: (v) => `There is no built-in model called ${v.name}.`,
    hint: (v) => `Choose one of: ${v.known}.`
  },
  'pk-model-json': {
    message: () => 'The model is not written in JSON.',
    hint: () => 'Compare it with a built-in model: names and texts in double quotes, no comma before a closing bracket.'
  },
  'pk-model-key-missing': {
    message: (v) => `The model lacks ${v.key}.`,
    hint: (v) => `Write ${v.key}: ${v.wanted}.`
  },
  'pk-model-key-unknown': {
    message: (v) => `The model has a key ${v.key} that means nothing here.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `Choose from ${v.known}.`)
  },
  'pk-model-value': {
    message: (v) => `${v.key} of the model is not ${v.wanted}.`,
    hint: (v) => `Write ${v.wanted} at ${v.key}.`
  },
  'pk-model-covariate': {
    message: (v) => `The model gives a ${v.parameter} of zero or less for this person.`,
    hint: () => 'The age or weight lies outside what the model can describe.'
  },
  'pk-parameters-impossible': {
    message: () => 'Clearances and volumes come out so large or so small that there is no curve.',
    hint: () =>
      'Check the numbers of the model and their units, the spread between persons, and the factor of a what-if.'
  },
  'pk-person-impossible': {
    message: (v) => `The ${v.quantity} is not a number from ${v.low} to ${v.high} ${v.unit}.`,
    hint: (v) => `Give the ${v.quantity} in ${v.unit}.`
  },
  'pk-column-missing': {
    message: (v) => `The table of ${v.table} has no column ${v.column}.`,
    hint: (v) => `Name a column ${v.column}; the columns read are ${v.known}.`
  },
  'pk-column-type': {
    message: (v) => `The column ${v.column} of the table of ${v.table} does not hold ${v.wanted}.`,
    hint: (v) => `Convert ${v.column} to ${v.wanted} first.`
  },
  'pk-column-unit': {
    message: (v) => `The column ${v.column} of the table of ${v.table} is not in one of ${v.known}.`,
    hint: (v) => `Convert ${v.column} and declare its unit: ${v.known}.`
  },
  'pk-columns-unequal': {
    message: (v) => `The columns of the ${v.table} differ in length.`,
    hint: () => 'Give one value a row in each column.'
  },
  'pk-value-missing': {
    message: (v) => `Row ${v.row} of the table of ${v.table} has no ${v.column}.`,
    hint: () => 'Fill it in, or leave the row out.'
  },
  'pk-time-impossible': {
    message: (v) => `The time in row ${v.row} of the ${v.table} is not a number of hours.`,
    hint: () => 'Give hours from one and the same beginning for doses and levels.'
  },
  'pk-dose-impossible': {
    message: (v) => `The amount in row ${v.row} of the doses is not a number above 0 and up to ${v.most}.`,
    hint: () => 'Give amounts in IU; leave out a dose that was missed.'
  },
  'pk-duration-impossible': {
    message: (v) => `The duration in row ${v.row} of the doses is not 0 or a number above it.`,
    hint: () => 'Give the duration of the infusion in hours, 0 for a bolus.'
  },
  'pk-doses-none': { message: () => 'There is no dose.', hint: () => 'Give at least one dose before the levels.' },
  'pk-levels-none': {
    message: () => 'There is no level to estimate from.',
    hint: () => 'Give at least one level, or look at the population curve instead.'
  },
  'pk-level-impossible': {
    message: (v) => `The level in row ${v.row} is not 0 or a number above it.`,
    hint: () => 'Give levels in IU/dL; mark a level below quantification as below.'
  },
  'pk-level-unit': {
    message: (v) => `The level in row ${v.row} is not in one of ${v.known}.`,
    hint: (v) => `Convert it to one of ${v.known}.`
  },
  'pk-level-before-dose': {
    message: (v) =>
      `The level in row ${v.row} was measured when no dose had been given yet, and there is no endogenous level.`,
    hint: () => 'Check its time, add the dose before it, or give the endogenous level.'
  },
  'pk-level-at-dose': {
    message: (v) =>
      `The level in row ${v.row} has the very time of a bolus: whether it was drawn before or after it cannot be seen.`,
    hint: () =>
      'Give it the time of the drawing: a minute before the dose for a trough, later for a peak. Or give the dose its duration.'
  },
  'pk-endogenous-impossible': {
    message: () => 'The endogenous level is not a number from 0 to 200 IU/dL.',
    hint: () => 'Write for example 0 for severe haemophilia.'
  },
  'pk-residual-impossible': {
    message: () => 'The residual error is not two numbers from 0 up, one of them above 0.',
    hint: () => 'Write for example 1 IU/dL additive and 0.15 proportional.'
  },
  'pk-option-impossible': {
    message: (v) => `${v.option} is not ${v.wanted}.`,
    hint: (v) => `Choose ${v.wanted}.`
  },
  'pk-times-differ': {
    message: () => 'Doses and levels do not count time in the same way: one has points in time, the other hours.',
    hint: () => 'Give both as points in time, or both as hours from the same beginning.'
  },
  'pk-nothing-given': {
    message: () => 'There is neither a dose that was given nor one that could be.',
    hint: () => 'Give doses, or what if: an amount, an interval and how often.'
  },
  'pk-fit-not-converged': {
    message: () => 'No most likely curve was found for these levels.',
    hint: () => 'Check the levels, their times and the doses before them: they may contradict each other.'
  },
  'pk-curve-large': {
    message: (v) => `${v.points} points and ${v.samples} samples are too many for one curve.`,
    hint: () => 'Choose a longer step, a shorter time or fewer samples.'
  },
  'bleeds-impossible': {
    message: (v) => `The bleeds in row ${v.row} are not a whole number from 0 up.`,
    hint: () => 'Give the number of bleeds in the time at risk.'
  },
  'bleeds-years-impossible': {
    message: (v) => `The years at risk in row ${v.row} are no time that anybody can be observed.`,
    hint: () => 'A rate needs time at risk: leave out who was not observed.'
  },
  'bleeds-person-repeated': {
    message: (v) => `Row ${v.row} repeats a person of an earlier row.`,
    hint: () => 'Add up bleeds and years first: one row a person.'
  },
  'bleeds-none': {
    message: () => 'There is no person to take a rate from.',
    hint: () => 'Give at least one person with years at risk.'
  },
  'adherence-none': {
    message: () => 'No dose was planned.',
    hint: () => 'Adherence is a share of planned doses: give at least one.'
  }
} satisfies Catalogue<string>;

export const fail = failures(pkFailures);
