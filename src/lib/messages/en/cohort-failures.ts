import type { Values } from '$workers/shared/errors';
import { clip } from './cells';

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const roleWords: Record<string, string> = {
  person: 'the person',
  date: 'the date',
  concept: 'what was recorded',
  value: 'the number',
  birth: 'an age or a date of birth',
  start: 'the start of the observation',
  end: 'the end of the observation',
  until: 'the day on which it ended'
};
const needWords: Record<string, [needs: string, example: string]> = {
  limit: ['`min` or `max`', 'max: 17'],
  column: ['a column', 'column: …'],
  values: ['`in` or `not_in`', 'in: [ … ]'],
  length: ['the least length of time', 'min: 30'],
  value: ['a column of numbers', 'value: …'],
  parts: ['conditions in `of`', 'of: [ … ]']
};
const holdWords: Record<string, string> = {
  number: 'numbers',
  text: 'texts',
  time: 'dates',
  bool: 'true or false',
  calendar: 'dates',
  clock: 'plain numbers'
};
const role = (v: Values) => roleWords[String(v.role)] ?? String(v.role);
const holds = (v: Values, key: string) => holdWords[String(v[key])] ?? String(v[key]);
const need = (v: Values) => needWords[String(v.needs)] ?? ['more', '…'];
const listed = (text: string | number | undefined) =>
  String(text ?? '')
    .split(', ')
    .map((one) => `\`${clip(one)}\``)
    .join(', ');

/** What a cohort cell can say about its text and its tables. */
export const cohortFailures = {
  'cohort-step-empty': {
    message: (v: Values) => `Step ${v.step} says nothing to keep persons by.`,
    hint: () => 'Add `age`, `category`, `event`, `value`, `history`, `follow_up`, `group`, `occurrence` or `sql` to it.'
  },
  'cohort-step-several': {
    message: (v: Values) => `Step ${v.step} has several conditions: ${listed(v.keys)}.`,
    hint: () => 'Make a step of each: then each is counted.'
  },
  'cohort-needs-key': {
    message: (v: Values) => `Step ${v.step}: ${name(v, 'kind')} needs ${need(v)[0]}.`,
    hint: (v: Values) => `Add \`${need(v)[1]}\` below ${name(v, 'kind')}.`
  },
  'cohort-needs-table': {
    message: (v: Values) => `Step ${v.step} asks for ${role(v)}, and no table tells it.`,
    hint: (v: Values) => `Add \`${v.key}:\` and the name of that table at the top of the cell.`
  },
  'cohort-no-table': {
    message: (v: Values) => `${name(v, 'table')} is named here and is no table.`,
    hint: () => 'Name a table, or a cell that makes one.'
  },
  'cohort-table-as-value': {
    message: (v: Values) => `${name(v, 'table')} is a table and cannot stand in \`\${…}\`.`,
    hint: () => 'Name an input there.'
  },
  'cohort-range': {
    message: (v: Values) =>
      `Step ${v.step}: \`${v.low}\` is ${v.min ?? 0} and \`${v.high}\` is ${v.max}, so nobody is between.`,
    hint: () => 'Exchange the two numbers.'
  },
  'cohort-in-and-not-in': {
    message: (v: Values) => `Step ${v.step} has both \`in\` and \`not_in\`.`,
    hint: () => 'Keep one of the two.'
  },
  'cohort-no-role': {
    message: (v: Values) => `${name(v, 'table')} has no column that tells ${role(v)} by its name.`,
    hint: (v: Values) => `Name it: \`${v.key}:\` and one of ${clip(v.known, 90)}.`
  },
  'cohort-not-a-time': {
    message: (v: Values) => `${name(v, 'column')} of ${name(v, 'table')} holds no dates, times or numbers.`,
    hint: () => 'Name another column as `date`, or read it as a date in its import.'
  },
  'cohort-clocks': {
    message: (v: Values) =>
      `The times of ${name(v, 'one')} are ${holds(v, 'first')} and those of ${name(v, 'other')} ${holds(v, 'second')}.`,
    hint: () => 'Name columns of one sort as `date`, or cast one of them in SQL.'
  },
  'cohort-hours-of-days': {
    message: (v: Values) =>
      `Step ${v.step} counts hours, but ${name(v, 'column')} of ${name(v, 'table')} holds days only.`,
    hint: () => 'Use `unit: days`, or name a column with times as `date`.'
  },
  'cohort-not-number': {
    message: (v: Values) => `${name(v, 'column')} of ${name(v, 'table')} holds no numbers.`,
    hint: () => 'Name a column of numbers, or cast it in SQL.'
  },
  'cohort-value-type': {
    message: (v: Values) => `${name(v, 'value')} cannot be in ${name(v, 'column')}, which holds ${holds(v, 'holds')}.`,
    hint: (v: Values) => `Write values of ${name(v, 'column')} as they stand in it.`
  },
  'cohort-person-types': {
    message: (v: Values) =>
      `Persons are ${holds(v, 'first')} in ${name(v, 'one')} and ${holds(v, 'second')} in ${name(v, 'other')}.`,
    hint: () => 'Read both columns as the same type, in the import or in SQL.'
  },
  'cohort-person-twice': {
    message: (v: Values) => `${name(v, 'table')} has several rows for ${v.n} of its persons.`,
    hint: () => 'Keep one row a person in a SQL cell, and name that cell as `person`.'
  },
  'cohort-age-unit': {
    message: (v: Values) => `The unit of ${name(v, 'column')} is ${name(v, 'unit')}, which is no unit of age.`,
    hint: () => 'Use a column in years, months, weeks or days.'
  },
  'cohort-unit': {
    message: (v: Values) =>
      `${name(v, 'column')} is in ${name(v, 'has')}, and step ${v.step} wants ${name(v, 'unit')}.`,
    hint: (v: Values) => `Write the limits in ${name(v, 'has')}, or convert the column in SQL.`
  },
  'cohort-unit-unknown': {
    message: (v: Values) => `Step ${v.step} wants the unit ${name(v, 'unit')}; ${name(v, 'table')} has no such unit.`,
    hint: (v: Values) => `Use ${listed(v.known)}, or leave \`unit\` out.`
  },
  'cohort-sql': {
    message: (v: Values) => `The condition of step ${v.step} gives ${v.type}, not true or false.`,
    hint: () => 'Compare with something, for example `column > 3`.'
  },
  'cohort-group-short': {
    message: (v: Values) => `Step ${v.step} wants ${v.least ?? 0} conditions to hold and has ${v.parts ?? 0}.`,
    hint: () => 'Add conditions to `of`, or lower `at_least`.'
  },
  'cohort-age-by-year': {
    message: () => 'An age by calendar year is in years, from the date or year of birth.',
    hint: () => 'Take out `by`, or `unit` and `column`, and name the table of persons.'
  },
  'cohort-filter-empty': {
    message: (v: Values) => `The condition on ${name(v, 'column')} says nothing.`,
    hint: () => 'Add `in`, `not_in`, `min`, `max`, `above`, `below`, `from` or `to` to it.'
  },
  'cohort-filter-range': {
    message: (v: Values) =>
      `The condition on ${name(v, 'column')} wants from ${v.low ?? 0} to ${v.high ?? 0}, so nothing is between.`,
    hint: () => 'Exchange the two limits.'
  },
  'cohort-not-a-day': {
    message: (v: Values) => `${name(v, 'day')} is no day of the calendar.`,
    hint: () => 'Write year, month and day: `2024-01-31`.'
  },
  'cohort-needs-calendar': {
    message: (v: Values) => `${name(v)} needs dates, and ${name(v, 'table')} tells its times by plain numbers.`,
    hint: (v: Values) => `Name a column of dates as \`date\`, or take out ${name(v)}.`
  },
  'cohort-exit-observation': {
    message: () => 'Persons leave at the end of their observation, and no table tells it.',
    hint: () => 'Add `period:` and the name of that table at the top of the cell, or choose another `at`.'
  },
  'cohort-exit-exposure': {
    message: () => 'An exit at the end of an exposure needs `at: exposure` and `exposure:` with a `table`.',
    hint: () => 'Write both, or neither.'
  },
  'circe-not-json': {
    message: () => 'This is no JSON.',
    hint: () => 'In ATLAS, open the cohort definition, choose Export and JSON, and copy the whole text.'
  },
  'circe-not-cohort': {
    message: () => 'This JSON is no cohort definition of ATLAS: it has no `PrimaryCriteria`.',
    hint: () => 'In ATLAS, open the cohort definition, choose Export and JSON, and copy the whole text.'
  },
  'circe-no-entry': {
    message: () => 'No entry event of this cohort definition can be read here.',
    hint: (v: Values) => `It uses ${listed(v.kinds)}.`
  },
  'cohort-sql-bracket': {
    message: (v: Values) => `The condition of step ${v.step} closes or opens one bracket too many, or holds a \`;\`.`,
    hint: () => 'Write one condition, as it would stand after WHERE.'
  },
  'cohort-sql-alone': {
    message: (v: Values) => `Step ${v.step} is a whole query.`,
    hint: () => 'Write only what would stand after WHERE; use a SQL cell for a query.'
  }
};
