import type { Judged, Seen } from './attempt';

/** Errors that nothing but a wall throws. A request that came to nothing throws others (`TypeError`, `NetworkError`). */
const ofBrowser = new Set(['SecurityError', 'EvalError', 'NotAllowedError']);
/** Thrown to own code in place of what it has not. */
const toCode = 'NoNetwork';
/** Whoever sees one of these need not wait for the browser's own word. */
export const ofWalls: readonly string[] = [...ofBrowser, toCode];

/**
 * What an attempt shows. Blocked is only what was seen to be refused; an error that a missing network would make, too, says
 * that the browser went and asked. What cannot be told apart is unclear.
 */
export function judge({ end, rule = '', what = '', hears = false }: Seen): Judged {
  if (rule !== '') return { verdict: 'blocked', how: 'rule', what: rule };
  switch (end) {
    case 'absent':
      return { verdict: 'blocked', how: 'absent', what };
    case 'held':
      return { verdict: 'blocked', how: 'looked', what };
    case 'done':
      return { verdict: 'open', how: 'went', what: '' };
    case 'late':
      return { verdict: 'unclear', how: 'late', what: '' };
    case 'failed':
      if (what === toCode) return { verdict: 'blocked', how: 'told', what };
      if (ofBrowser.has(what)) return { verdict: 'blocked', how: 'browser', what };
      return hears ? { verdict: 'open', how: 'asked', what } : { verdict: 'unclear', how: 'mute', what };
  }
}

const ends: readonly Seen['end'][] = ['done', 'failed', 'absent', 'held', 'late'];

/** Whatever came back, as far as it says something; undefined where it says nothing. */
export function readSeen(given: unknown): Seen | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { end, rule, what, hears } = given as Record<string, unknown>;
  const known = ends.find((one) => one === end);
  if (!known) return undefined;
  return {
    end: known,
    ...(typeof rule === 'string' && { rule: rule.slice(0, 60) }),
    ...(typeof what === 'string' && { what: what.slice(0, 60) }),
    hears: hears === true
  };
}

/** DuckDB's own words for what its lock refuses. */
const locked = /Permission Error|disabled by configuration|has been locked/i;
/** Its words for what is in an extension that it may not load. */
const lacking = /with name "(\w+)" is not in the catalog, but it exists in the/;
/** Ours, said before the engine is asked: a cell of SQL is one SELECT that names no address. */
const guarded = new Set(['sql-not-a-select', 'sql-several', 'sql-file']);

/** @param failure what the engine said; undefined where it answered */
export function judgeSql(failure: { code: string; text: string } | undefined): Judged {
  if (!failure) return { verdict: 'open', how: 'went', what: '' };
  const { code, text } = failure;
  if (code === 'sql-forbidden' || locked.test(text)) return { verdict: 'blocked', how: 'locked', what: code };
  if (guarded.has(code)) return { verdict: 'blocked', how: 'guarded', what: code };
  const [, name] = lacking.exec(text) ?? [];
  if (name !== undefined) return { verdict: 'blocked', how: 'absent', what: name };
  return { verdict: 'open', how: 'asked', what: code };
}
