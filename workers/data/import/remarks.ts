import type { Place, Values } from '../../shared/errors';
import type { ImportType, Remark } from './contract';
import { typeWord } from './types/words';

const type = (v: Values) => typeWord(v.type as ImportType);

/** What an import notes beside its result, and why a column has its type. Values are names, types and counts. */
export const importRemarks = {
  'column-spoiled': {
    message: (v: Values) =>
      `${v.column}: read as text, because ${v.count === '1' ? '1 value is' : `${v.count} values are`} no ${type(v)}.`,
    hint: (v: Values) => `Choose ${type(v)} to see where, and to set those rows aside.`
  },
  'missing-read': { message: (v: Values) => `${v.column}: ${v.tokens} read as missing.` },
  'zone-to-utc': { message: (v: Values) => `${v.column}: times with an offset are kept as UTC.` },
  'names-changed': {
    message: (v: Values) => `${v.count} column names were empty, repeated or padded; see the columns.`
  },
  'encoding-proposed': {
    message: (v: Values) => `Read as ${v.encoding}: check that letters like ä, é and ñ are right.`
  },
  'last-line-open': {
    message: (v: Values) => `Line ${v.line}, the last, has no line break: the file may have been cut there.`,
    hint: () => 'Compare the end of the file with its source.'
  },
  'omop-column-missing': {
    message: (v: Values) => `${v.table} lacks what OMOP CDM ${v.version} requires: ${v.columns}.`
  },
  'excel-digits': {
    message: (v: Values) => `${v.count} numbers are beyond 9,007,199,254,740,991: Excel keeps only 15 digits of them.`,
    hint: () => 'Store such identifiers as text cells.'
  },
  'excel-seconds': { message: (v: Values) => `${v.count} times were rounded to the second.` },
  'type-none': { message: () => 'no value in any row' },
  'type-texts': { message: (v: Values) => `${v.present} texts` },
  'type-all': { message: (v: Values) => `${v.present} of ${v.present} read as ${type(v)}` },
  'type-only': { message: (v: Values) => `only ${v.fits} of ${v.present} read as ${type(v)}` },
  'type-chosen': { message: (v: Values) => `chosen; ${v.fits} of ${v.present} read as ${type(v)}` },
  'type-leading-zero': { message: () => 'codes: some begin with 0' },
  'type-identifier': { message: () => 'named like an identifier, not all whole numbers' },
  'type-day-or-month': { message: () => 'day or month may stand first' },
  'type-two-digits': { message: () => 'years of two digits' },
  'type-omop': { message: (v: Values) => `OMOP CDM ${v.version}: ${type(v)}` },
  'type-file': { message: (v: Values) => `the file says ${type(v)}` },
  'type-file-chosen': { message: (v: Values) => `chosen; the file says ${type(v)}` }
} satisfies Record<string, { message: (v: Values) => string; hint?: (v: Values) => string }>;

export type RemarkCode = keyof typeof importRemarks;

/** A remark in words, with what fills them: the page says it in the language of its reader. */
export function remark(code: RemarkCode, values: Values = {}, place?: Place): Remark {
  const words: { message: (v: Values) => string; hint?: (v: Values) => string } = importRemarks[code];
  const hint = words.hint?.(values);
  return {
    code,
    message: words.message(values),
    ...(hint !== undefined && { hint }),
    ...(place && { place }),
    values
  };
}
