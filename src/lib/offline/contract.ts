/** One file of the site as it was built. */
export interface SiteFile {
  /** Below the site's folder: `_app/immutable/…`, `notebook.html`. */
  path: string;
  /** SHA-256, hexadecimal. */
  hash: string;
  bytes: number;
}

/** What the build writes into the service worker: exactly one build of the site. */
export interface Site {
  /** As the pages say it themselves: a tab that says another one comes from another build. */
  version: string;
  /** SHA-256 of the list of files. */
  hash: string;
  files: readonly SiteFile[];
  /** Content types by ending, `.html` and so on. */
  types: Readonly<Record<string, string>>;
  /** Sent with every answer. */
  headers: Readonly<Record<string, string>>;
  /** What an operator may change after the build: asked of the host first, kept for when it does not answer. */
  live: readonly string[];
  /** Asked of the host and never kept. */
  passing: readonly string[];
}

export interface Kept {
  files: number;
  of: number;
  bytes: number;
  ofBytes: number;
  /** Why the last file did not come. */
  problem?: KeepProblem;
}

/** `differs`: the host sends another file under that name than the build made. */
export interface KeepProblem {
  reason: 'unreachable' | 'status' | 'differs' | 'full' | 'refused';
  path: string;
}

export interface Checked {
  missing: readonly string[];
  damaged: readonly string[];
}

/** What a page may ask its worker; each is answered over the port that comes along. */
export interface Questions {
  /** A page of a version is there: it may be taken over, and what no tab uses any more may go. */
  hello: { give: { version: string }; answer: Kept };
  /** Brings the next file that is missing. */
  next: { give: object; answer: Kept };
  /** Reads everything that is kept and compares it with the build. */
  check: { give: object; answer: Checked };
  /** Brings again what is missing or damaged. */
  repair: { give: Checked; answer: Kept };
  /** Answered once nothing has been asked of the site for a moment, or after a while anyway. */
  rest: { give: object; answer: true };
  /** Takes over from the older worker. */
  apply: { give: object; answer: true };
}

export type Question = keyof Questions;

/** The worker asks a page for its version, over a port. */
export const whichVersion = 'phems-which-version';
