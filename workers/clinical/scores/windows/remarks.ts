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
  const codes = Object.keys(sentences) as WindowRemarkCode[];
  return codes
    .filter((code) => counts[code] > 0)
    .map((code) => {
      const values = { rows: counts[code] };
      return { code, text: sentences[code](values), values };
    });
}

/** Those of the score and those of its windows. */
export type AnyRemark = Remark | WindowRemark;
