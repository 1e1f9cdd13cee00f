import type { Values } from '../../../shared/errors';
import type { Remark } from '../remarks';

/** What a reader must know of the observations that a score was carried forward from. */
export interface WindowRemark {
  code: WindowRemarkCode;
  text: string;
  values: Values;
}

const sentences = {
  'windows-lost': (v: Values) => `${v.rows} values have no person or no time and were left out.`,
  'windows-unknown': (v: Values) => `${v.rows} rows to score have no person or no time: all their inputs are missing.`,
  'windows-other': (v: Values) => `${v.rows} rows are of variables that the score does not use.`,
  'windows-pressure': (v: Values) =>
    `${v.rows} times a recorded pressure was set aside: systolic and diastolic less than 1 mmHg apart, or the mean outside them.`
};

export type WindowRemarkCode = keyof typeof sentences;

/** Said only where it happened. */
export function windowRemarks(counts: Readonly<Record<WindowRemarkCode, number>>): WindowRemark[] {
  return happened(sentences, counts);
}

const onsetSentences = {
  'onset-lost': (v: Values) => `${v.rows} rows have no person or no time and tell no onset.`,
  'onset-rejected': (v: Values) =>
    `${v.rows} values of the score or of the infection are impossible and were not used.`,
  'onset-not-established': (v: Values) =>
    `In ${v.rows} stays with organ dysfunction it is not known whether an infection was suspected: that is no sepsis, and no absence of it.`,
  'onset-at-first': (v: Values) =>
    `In ${v.rows} stays the onset is at the first time that is known: it may have been earlier.`
};

export type OnsetRemarkCode = keyof typeof onsetSentences;
/** What a reader must know of the onsets. */
export type OnsetRemark = Omit<WindowRemark, 'code'> & { code: OnsetRemarkCode };

/** Said only where it happened. */
export function onsetRemarks(counts: Readonly<Record<OnsetRemarkCode, number>>): OnsetRemark[] {
  return happened(onsetSentences, counts);
}

function happened<Code extends string>(
  words: Readonly<Record<Code, (v: Values) => string>>,
  counts: Readonly<Record<Code, number>>
): { code: Code; text: string; values: Values }[] {
  return (Object.keys(words) as Code[])
    .filter((code) => counts[code] > 0)
    .map((code) => {
      const values = { rows: counts[code] };
      return { code, text: words[code](values), values };
    });
}

/** Those of the score, of its windows and of the onsets. */
export type AnyRemark = Remark | WindowRemark | OnsetRemark;
