import { formatCount } from '$workers/shared/number-format';
import type { Values } from '$workers/shared/errors';
import { clip } from './cells';
import { counted } from './pages';

const rows = (n: number) => counted(n, 'row', 'rows');

/** What strips, cards and the profile of a table say. */
export const profileWords = {
  strip: {
    /** Spoken in place of the picture. */
    summary: (column: string, n: number) => `${column}: ${rows(n)}`,
    noneMissing: 'none missing',
    someMissing: (share: string) => `${share} missing`,
    ends: (least: string, greatest: string) => `from ${least} to ${greatest}`,
    idNothing: 'id, nothing shown',
    idValues: (n: number) => counted(n, 'value', 'values'),
    text: 'text, nothing shown',
    nothing: 'no values',
    other: 'no picture of this type',
    missing: (share: string, n: number) => `${share} missing (${rows(n)})`,
    bin: (first: string, last: string) => (first === last ? `${first}` : `${first} to ${last}`),
    others: (n: number) => counted(n, 'other value', 'other values'),
    bar: (of: string, n: number) => `${of}: ${rows(n)}`,
    barKept: (of: string, kept: number, n: number) => `${of}: ${formatCount(kept)} of ${rows(n)}`,
    small: 'few rows, not shown while presenting',
    sample: (n: number, of: number) => `sample: ${formatCount(n)} of ${rows(of)}`,
    more: 'figures …',
    sampleShort: 'sample',
    open: (column: string) => `Profile of ${column}`
  },
  kinds: {
    number: 'number',
    whole: 'whole number',
    time: 'date or time',
    category: 'category',
    bool: 'true or false',
    text: 'free text',
    id: 'identifier',
    other: 'list or object'
  },
  card: {
    label: (column: string) => `Profile of ${column}`,
    loading: 'Counting …',
    failed: 'It could not be counted.',
    again: 'Count again',
    histogram: (column: string) => `Histogram of ${column}`,
    median: (value: string) => `median ${value}`,
    filterBy: (bar: string) => `Filter: ${bar}`,
    logScale: 'Log heights',
    n: 'n',
    missing: 'missing',
    share: (count: string, share: string) => `${count} (${share})`,
    distinct: 'distinct',
    mean: 'mean',
    sd: 'sd',
    sdNone: 'needs two rows',
    p1: 'p1',
    p25: 'p25',
    p50: 'median',
    p75: 'p75',
    p99: 'p99',
    least: 'least',
    greatest: 'greatest',
    zeros: 'zeros',
    negative: 'negative',
    notFinite: 'not finite',
    unit: 'unit',
    unitNone: 'not given',
    shortest: 'shortest',
    longest: 'longest',
    meanLength: 'mean length',
    letters: (n: string) => `${n} letters`,
    blank: 'blank',
    variants: 'variants',
    span: 'span',
    gap: 'longest gap',
    days: (n: string) => `${n} d`,
    midnight: 'at midnight',
    january: 'on 1 January',
    future: 'in the future',
    pattern: 'pattern',
    patterns: 'patterns',
    duplicates: 'repeated',
    yes: 'true',
    no: 'false',
    value: 'value',
    others: (n: number) => counted(n, 'other value', 'other values')
  },
  flags: {
    implausibleShort: 'Impossible',
    constant: 'one value only',
    'mostly-missing': 'over 50 % missing',
    id: 'id?',
    'number-in-text': 'numbers written as text',
    'date-in-text': 'dates written as text',
    'leading-zeros': 'leading zeros',
    duplicate: (column: string) => `same as ${column}`,
    outliers: (n: number) => `${rows(n)} far out`,
    implausible: (n: number, range: string) => `${rows(n)} outside ${range}`,
    'mixed-units': (n: number, unit: string, other: string) => `${rows(n)} in ${other}, not ${unit}?`,
    'small-groups': (n: number, below: number) => `${counted(n, 'group', 'groups')} below ${formatCount(below)}`,
    'future-dates': (n: number) => `${rows(n)} in the future`,
    'default-dates': (n: number) => `${rows(n)} on 1 January`,
    'not-finite': (n: number) => `${rows(n)} not finite`
  },
  cell: {
    summary: (n: number, columns: number) => `${rows(n)}, ${counted(columns, 'column', 'columns')}`,
    from: 'Table',
    fromHelp: 'The table to look at.',
    group: 'Compare by',
    groupHelp: 'A column of at most six values: sex, hospital, died.',
    age: 'Age',
    ageHelp: 'A column of ages: vital signs are looked at by age.',
    ageUnit: 'Unit of age',
    ageUnitHelp: 'Where the column does not say it.',
    ageUnits: { years: 'years', months: 'months', weeks: 'weeks', days: 'days' },
    resultTitle: 'Title',
    caption: 'Caption',
    heading: (table: string, n: number, columns: number) =>
      `\`${table}\`: ${rows(n)}, ${counted(columns, 'column', 'columns')}`,
    empty: (table: string) => `\`${table}\` has no rows. There is nothing to look at.`,
    sampled: (n: number, of: number) =>
      `Figures of columns are those of ${formatCount(n)} rows drawn at random of ${formatCount(of)} (≈).`,
    columnsLeft: (n: number, most: number) =>
      `${counted(n, 'column is', 'columns are')} left out: a page holds ${formatCount(most)}.`,
    overview: (complete: string, flagged: number) =>
      `${complete} of all values are there. Worth a look: ${counted(flagged, 'column', 'columns')}.`,
    kinds: 'Kinds',
    missingTitle: 'What is missing, and together with what',
    missingNone: 'No value is missing.',
    missingSentence: (column: string, share: string, complete: string) =>
      `\`${column}\` lacks most: ${share} of the rows. ${complete} of the rows are complete in these columns.`,
    missingAll: (n: number, shown: number) =>
      n > shown
        ? `${counted(n, 'pattern', 'patterns')} in all; the ${formatCount(shown)} most frequent are shown.`
        : `${counted(n, 'pattern', 'patterns')} in all.`,
    missingLegend: 'missing',
    presentLegend: 'there',
    patternRows: 'Rows',
    patternSpoken: (columns: string) => (columns === '' ? 'nothing missing' : `missing: ${columns}`),
    smallHidden: (n: number) => `${counted(n, 'group', 'groups')} of few rows not shown while presenting.`,
    groupsTitle: (by: string) => `Groups of \`${by}\` compared`,
    groupsSentence: (column: string, smd: string, over: number, of: number) =>
      `\`${column}\` differs most (${smd}). ${formatCount(over)} of ${counted(of, 'column differs', 'columns differ')} by more than 0.1.`,
    groupsNone: 'There is no column to compare.',
    groupsOne: (by: string) => `All rows have the same \`${by}\`: there is nothing to compare.`,
    ungrouped: (n: number, by: string) => `${rows(n)} without \`${by}\` left out.`,
    groupHead: (name: string, n: number) => `${name}, n ${formatCount(n)}`,
    difference: 'Difference',
    differenceNote:
      'Standardised mean difference: (m₁ − m₀) / √((s₁² + s₀²) / 2); of levels √(dᵀS⁻¹d) (Austin 2009; Yang and Dalton 2012). Of several groups the largest of the pairs. Above 0.1 is usually called different.',
    numbers: 'mean (sd); median [quartiles]',
    levels: 'n (%)',
    otherLevels: 'other',
    notKnown: 'not known',
    noOverlap: 'nothing in common',
    agesTitle: 'Plausible for the age?',
    agesNone: 'No column of a known vital sign or laboratory value is there.',
    agesSentence: (impossible: number, n: number) =>
      impossible === 0
        ? `Of ${counted(n, 'value', 'values')} none is impossible.`
        : `${counted(impossible, 'value is', 'values are')} impossible, of ${formatCount(n)}.`,
    ageHead: 'Age',
    band: {
      month: 'below 1 month',
      months: (from: number, to: number) => `${from} to ${to} months`,
      years: (from: number, to: number) => `${from} to ${to} years`
    },
    medianHead: 'Median',
    impossibleHead: (range: string) => `Outside ${range}`,
    lowHead: 'Low for the age',
    highHead: 'High for the age',
    agesSource: (sources: string) =>
      `Possible at any age: the plausibility table of the clinical engine. By age: ${sources}. Unusual is not wrong.`,
    agesNoLimits: 'no limits by age are known',
    columnsTitle: 'Columns',
    columnHead: 'Column',
    sentence: {
      missing: (share: string) => `${share} missing`,
      complete: 'complete',
      nothing: 'no value at all',
      numbers: (median: string, p25: string, p75: string) => `median ${median}, half between ${p25} and ${p75}`,
      values: (n: number) => counted(n, 'value', 'values'),
      most: (text: string, share: string) => `most often ${text} (${share})`,
      times: (least: string, greatest: string) => `${least} to ${greatest}`,
      id: (n: number) => `identifier, ${counted(n, 'value', 'values')}, none shown`,
      text: (n: number) => `free text of ${n} letters in the mean, none shown`,
      bool: (share: string) => `${share} true`,
      other: 'lists or objects, not looked into'
    }
  }
};

/** What a profile cell can say about its text and its table. */
export const profileFailures = {
  'profile-groups': {
    message: (v: Values) => `\`${clip(v.column)}\` has more than ${v.n} values: that is no comparison.`,
    hint: () => 'Name a column of few values, or make groups of it by SQL.'
  },
  'profile-age-type': {
    message: (v: Values) => `\`${clip(v.column)}\` is ${v.type} and holds no ages.`,
    hint: () => 'Name a column of numbers: the age in years, months, weeks or days.'
  },
  'profile-age-unit': {
    message: (v: Values) => `\`${clip(v.column)}\` does not say in which unit ages are.`,
    hint: () => 'Add `age_unit: years`, `months`, `weeks` or `days`.'
  }
};
