import type { Values } from '../../shared/errors';

/** What a reader of a result must know. The code and values say it in another language. */
export interface Remark {
  code: RemarkCode;
  text: string;
  values: Values;
}

const sentences = {
  'research-only': () => 'For research and education only; no basis for treating a patient.',
  unverified: () => 'Written down from general knowledge and not checked at the source: unverified.',
  note: (v: Values) => String(v.note),
  'unit-assumed': (v: Values) => `No unit is declared for ${v.inputs}: taken as ${v.units}.`,
  'percent-assumed': (v: Values) => `${v.values} values of ${v.input} above 1 were read as percent.`,
  'fraction-assumed': (v: Values) => `${v.values} values of ${v.input} up to 1 were read as fractions.`,
  'age-above': (v: Values) => `${v.rows} rows are of an age above ${v.months} months, for which the score is not made.`,
  'age-from': (v: Values) => `${v.rows} rows are of ${v.months} months or older, for which the score has no limits.`,
  'infection-not-established': (v: Values) =>
    `In ${v.rows} rows it is not known whether an infection is suspected. From 2 points on they are labelled ` +
    '"organ dysfunction, infection not established": without a suspected infection this is not sepsis. Give it ' +
    'as a column suspected_infection (over time also as infection_test and antimicrobial_doses): it is not guessed from the ' +
    'cultures and drugs of OMOP tables.',
  'saturation-not-seen': (v: Values) =>
    `In ${v.rows} rows the ready-made SpO2/FiO2 ratio came without SpO2: that SpO2 was at most 97 % could not be checked.`,
  'ratio-unknown': (v: Values) =>
    `In ${v.rows} rows FiO2 or PaO2 is unknown and 100·FiO2/PaO2 was set to ${v.ratio} (a registry's convention, unverified).`,
  'creatinine-none': (v: Values) => `${v.rows} rows have no creatinine and no stage: that is not stage 0.`,
  'baseline-none': (v: Values) =>
    `${v.rows} rows have a creatinine but no baseline, and no stage: that is not stage 0.`,
  'age-outside': (v: Values) =>
    `${v.rows} rows lie outside the ages ${v.from} to ${v.to} months of the reference table and have no z-score.`
};

export type RemarkCode = keyof typeof sentences;

export function remark(code: RemarkCode, values: Values = {}): Remark {
  return { code, text: sentences[code](values), values };
}
