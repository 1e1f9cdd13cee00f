/** Where an attempt is made from. */
export type Place = 'page' | 'worker' | 'cell' | 'sql';

export const places: readonly Place[] = ['page', 'worker', 'cell', 'sql'];

/** What an attempt tells of itself. Told by code that ran where foreign code runs: checked before it is used. */
export interface Seen {
  /** `done`: it went as far as it could. `failed`: it ended with an error. `late`: it did not end. */
  end: 'done' | 'failed' | 'absent' | 'held' | 'late';
  /** The directive of the policy that refused it, as the browser told. */
  rule?: string;
  /** Class of the error, what is absent, or what was looked at afterwards. */
  what?: string;
  /** Whether this place can be told of refusals at all. */
  hears?: boolean;
}

export type Verdict = 'blocked' | 'open' | 'unclear';

/** By what a verdict was reached: words of `security.how`. */
export type How =
  | 'rule'
  | 'absent'
  | 'told'
  | 'browser'
  | 'before'
  | 'looked'
  | 'locked'
  | 'guarded'
  | 'went'
  | 'asked'
  | 'mute'
  | 'late'
  | 'broken'
  | 'silent'
  | 'leads';

export interface Judged {
  verdict: Verdict;
  how: How;
  /** A name in it: a directive, a class of errors, something that is not there. */
  what: string;
}
