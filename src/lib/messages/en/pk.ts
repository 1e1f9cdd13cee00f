import type { Values } from '$workers/shared/errors';
import { smallGroup } from '$workers/shared/profile';

import { clip } from './cells';
import { counted } from './pages';

/** What the pk cell says. Names of models and their notes are the papers' own and stay in English. */
export const pkWords = {
  show: 'Show',
  shows: {
    curve: 'Curve of one person',
    bleeding: 'Bleeding rates',
    inhibitor: 'Bleeding with and without inhibitor',
    adherence: 'Adherence to planned doses'
  },
  model: 'Population model',
  modelHelp: 'Where a person is placed before any level is known.',
  ownModel: 'A model of your own',
  own: 'Own model',
  ownHelp: 'JSON: compartments, theta, omega, residual, citation.',
  patients: 'Patients',
  patientsHelp: 'One row a person: person_id, weight, age_years, endogenous; for rates years.',
  who: 'Person',
  whoHelp: 'The person_id, exactly.',
  person: 'Of the person',
  weight: 'Weight',
  age: 'Age',
  plasmaDerived: 'Plasma-derived concentrate',
  endogenous: 'Endogenous level',
  doses: 'Doses',
  dosesHelp: 'A table: time, iu (or amount), minutes; for adherence person_id, planned and time.',
  given: 'Doses given',
  givenHelp: 'Instead of a table.',
  dose: 'Dose',
  hour: 'Hour',
  amount: 'Amount',
  minutes: 'Infusion',
  levels: 'Levels',
  levelsHelp: 'A table: time, level, below.',
  measured: 'Levels measured',
  level: 'Level',
  below: 'Below quantification',
  whatIf: 'What if',
  every: 'Every',
  times: 'Times',
  start: 'Beginning at',
  missed: 'Missed doses',
  missedHelp: 'Their numbers, from 1.',
  clearance: 'Clearance times',
  clearanceHelp: 'An inhibitor clears several times as fast.',
  target: 'Dose for a trough',
  trough: 'Trough',
  threshold: 'Threshold',
  thresholds: 'Thresholds',
  thresholdsHelp: 'IU/dL. Left out: 1, 2, 3, 5, 10.',
  scale: 'Scale of levels',
  scales: { linear: 'Linear', log: 'Logarithmic' },
  from: 'From',
  to: 'To',
  windowHelp: 'Hours after the first dose. Left out: all, or two weeks about the last level.',
  residual: 'Error of a level',
  additive: 'Additive',
  proportional: 'Proportional',
  quantificationLimit: 'Quantification limit',
  seed: 'Seed',
  bleeds: 'Bleeds',
  bleedsHelp: 'One row a bleed: person_id.',
  by: 'Groups',
  byHelp: 'A column of the patients.',
  tolerance: 'Tolerance',
  toleranceHelp: 'How far from its planned time a dose counts.',

  research: 'For research and teaching, not for dosing.',
  researchLong: 'For research and teaching only. No basis for dosing or treating anybody.',
  perioperative: 'Perioperative model: prophylaxis differs.',
  unverifiedModel: 'A model of your own: unverified.',
  unverified: (note: string) => `Unverified: ${note}`,
  summary: (show: 'curve' | 'bleeding' | 'inhibitor' | 'adherence', rows: number) =>
    show === 'curve' ? 'One person' : counted(rows, 'row', 'rows'),
  curveTitle: (factor: string, levels: number) =>
    levels === 0
      ? `Curve of ${factor} of the typical person: no level known`
      : `Most likely curve of ${factor} from ${counted(levels, 'level', 'levels')}`,
  personLine: (weight: string, age: string, endogenous: string) =>
    `${weight} kg, ${age} years, endogenous level ${endogenous} IU/dL`,
  described: (from: string, to: string, levels: number, doses: number) =>
    `Line, factor level in IU/dL over time from hour ${from} to ${to}, with a 95 % band; ${counted(doses, 'dose', 'doses')}, ${counted(levels, 'level', 'levels')} measured.`,
  axisTime: 'Hours',
  axisDate: 'Time',
  axisLevel: 'Factor level (IU/dL)',
  key: {
    curve: 'most likely curve',
    typical: 'typical person',
    band: '95 % band',
    population: 'typical person',
    level: 'level measured',
    below: 'below quantification',
    whatIf: 'what if',
    inhibitor: 'inhibitor',
    threshold: 'threshold'
  },
  bandNote: 'The band holds what the levels leave open, not the error of a next measurement.',
  spreadNote: 'No level: the band is the spread between persons.',
  belowCounted: (n: number) => `${counted(n, 'level', 'levels')} counted as below quantification.`,
  leftOut: (n: number) => `${counted(n, 'row', 'rows')} of this person without a time or a value left out.`,
  outside: (n: number) => `${counted(n, 'level', 'levels')} outside the time that is drawn, but used.`,
  inhibitorNote:
    'An inhibitor was there for part of the time drawn: the model knows of none, and takes it for clearance.',
  hidden: 'The curve of one person is not shown to an audience until rows are.',
  figuresTable: 'What is read off the curve, with the middle 95 %',
  head: { figure: 'Figure', value: 'This person', limits: '95 %', population: 'Typical person' },
  figures: {
    clearance: () => 'Clearance',
    'central-volume': () => 'Central volume',
    'half-life': () => 'Terminal half-life',
    recovery: () => 'Recovery',
    'hours-until': (threshold: string) => `After the last dose until ${threshold} IU/dL`,
    'hours-above': (threshold: string) => `Time above ${threshold} IU/dL, in what is drawn`,
    'dose-for-trough': (threshold: string) => `Dose for a trough of ${threshold} IU/dL`,
    'what-if-half-life': () => 'Terminal half-life, what if',
    'what-if-trough': () => 'Trough in the steady state, what if',
    'what-if-hours-above': (threshold: string) => `Time above ${threshold} IU/dL, what if`
  },
  everyHours: (hours: string) => `given every ${hours} h`,
  never: 'never',
  tables: (curve: string, figures: string, levels: string) =>
    `Tables: the curve \`${curve}\`, the figures \`${figures}\`, the levels \`${levels}\`.`,

  bleedingTitle: (groups: number) =>
    groups === 1 ? 'Bleeds a year' : `Bleeds a year, ${counted(groups, 'group', 'groups')}`,
  inhibitorTitle: 'Bleeds a year with and without an inhibitor',
  bleedingDescribed: (groups: string) => `Points with 95 % limits, bleeds a year: ${groups}.`,
  groupFact: (name: string, rate: string, lower: string, upper: string) => `${name} ${rate} (${lower} to ${upper})`,
  all: 'all',
  noGroup: 'no group',
  parts: {
    never: 'never an inhibitor',
    'before or after': 'before or after one',
    during: 'while it was there'
  } as Record<string, string>,
  axisRate: 'Bleeds a year',
  groupHead: {
    group: 'Group',
    persons: 'Persons',
    bleeds: 'Bleeds',
    years: 'Years',
    rate: 'A year',
    limits: '95 %',
    free: 'No bleed',
    dispersion: 'Dispersion'
  },
  few: `fewer than ${smallGroup}`,
  dispersed:
    'Exact Poisson limits. Dispersion well above 1: persons differ by more than chance, and the limits of the group are too narrow.',
  exact:
    'Exact Poisson limits: they take all persons of a group to have one rate. A dispersion of about 1 agrees with that.',
  noYears: (n: number) => `${counted(n, 'person', 'persons')} without years at risk left out.`,
  strangers: (n: number) => `${counted(n, 'bleed', 'bleeds')} of nobody among the patients left out.`,
  personsTable: (persons: string, groups: string) => `Tables: persons \`${persons}\`, groups \`${groups}\`.`,

  adherenceTitle: (persons: number) => `Planned doses that were given, ${counted(persons, 'person', 'persons')}`,
  adherenceDescribed: (persons: number, median: string) =>
    `Bars, share of planned doses that were given, ${counted(persons, 'person', 'persons')}, median ${median}.`,
  axisShare: 'Share of planned doses given (%)',
  axisPersons: 'Persons',
  fewBars: `Bars of fewer than ${smallGroup} persons are not shown.`,
  adherenceHead: {
    median: 'Median',
    quarter: 'A quarter is below',
    all: 'All doses together',
    least: 'At least 80 %',
    gap: 'Longest gap, median'
  },
  ofPersons: (n: string, of: number) => `${n} of ${counted(of, 'person', 'persons')}`,
  toleranceNote: (hours: string) =>
    `A dose counts within ${hours} h of its planned time. Doses on demand were not planned and are not looked at.`,
  adherenceTable: (name: string) => `Table: \`${name}\`, a row a person.`
};

/** What a pk cell can say about its text and its tables. */
export const pkCellFailures = {
  'pk-cell-name': {
    message: () => 'This cell has no name, so its tables have none either.',
    hint: () => 'Give the cell a name.'
  },
  'pk-cell-unused': {
    message: (v: Values) => `\`${clip(v.key)}\` means nothing where the cell shows ${v.show}.`,
    hint: (v: Values) => `Leave \`${clip(v.key)}\` out, or choose another \`show\`.`
  },
  'pk-cell-needs': {
    message: (v: Values) => `To show ${v.show} the cell needs \`${v.key}\`.`,
    hint: (v: Values) => `Add \`${v.key}\`.`
  },
  'pk-cell-both': {
    message: (v: Values) => `\`${v.one}\` and \`${v.other}\` both stand here.`,
    hint: (v: Values) => `Keep the table (\`${v.one}\`) or the values (\`${v.other}\`).`
  },
  'pk-cell-own': {
    message: () => '`model: own` and a model under `own` belong together; one of them is missing.',
    hint: () => 'Write both, or choose a built-in model.'
  },
  'pk-cell-person': {
    message: (v: Values) => `The person has no \`${v.key}\`, and there is no table of patients.`,
    hint: (v: Values) => `Write \`${v.key}\` under \`person\`, or give \`patients\` and \`who\`.`
  },
  'pk-cell-level': {
    message: () => 'This level has neither a number nor `below: true`.',
    hint: () => 'Write `level` in IU/dL, or `below: true`.'
  },
  'pk-cell-what-if': {
    message: (v: Values) => `\`what_if\` lacks \`${v.key}\`.`,
    hint: () => 'Write for example `what_if: { iu: 750, every_h: 48, times: 5 }`, or only `clearance`.'
  },
  'pk-cell-target': {
    message: (v: Values) => `\`target\` lacks \`${v.key}\`.`,
    hint: () => 'Write for example `target: { level: 1, every_h: 48 }`.'
  },
  'pk-cell-no-column': {
    message: (v: Values) => `\`${clip(v.table)}\` has no column called ${v.column}.`,
    hint: (v: Values) => `Give a column that name in a SQL cell first. Its columns are ${clip(v.known, 200)}.`
  },
  'pk-cell-nobody': {
    message: (v: Values) => `\`${clip(v.table)}\` has no person \`${clip(v.who)}\`.`,
    hint: () => 'Write the person_id exactly as the table has it.'
  },
  'pk-cell-twice': {
    message: (v: Values) => `\`${clip(v.table)}\` has several rows of person \`${clip(v.who)}\`.`,
    hint: () => 'Choose one row a person in a SQL cell first.'
  },
  'pk-cell-many': {
    message: (v: Values) => `\`${clip(v.table)}\` holds several persons.`,
    hint: () => 'Say whose curve it is: `who`.'
  },
  'pk-cell-no-doses': {
    message: (v: Values) => `\`${clip(v.table)}\` has no dose of person \`${clip(v.who)}\` that was given.`,
    hint: () => 'Choose another person, or ask what if: `what_if`.'
  },
  'pk-cell-value': {
    message: (v: Values) => `The table of patients does not say the ${v.column} of person \`${clip(v.who)}\`.`,
    hint: () => 'Write it under `person`.'
  },
  'pk-cell-type': {
    message: (v: Values) => `Person \`${clip(v.who)}\` has haemophilia ${v.type}; ${v.model} is of the other factor.`,
    hint: () => 'Choose the other model, or another person.'
  }
};
