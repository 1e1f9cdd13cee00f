import { formatCount } from '$workers/shared/number-format';
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
    sampleShort: 'sample',
    open: (column: string) => `Profile of ${column}`
  }
};
