import { describe, expect, test } from 'vitest';
import type { Seen } from './attempt';
import { judge, judgeSql, readSeen } from './verdict';

describe('what an attempt shows', () => {
  test.each<[string, Seen, string, string]>([
    ['the policy told', { end: 'failed', what: 'TypeError', rule: 'connect-src', hears: true }, 'blocked', 'rule'],
    // A beacon says nothing to who sends it; the policy does.
    ['the policy told, nothing failed', { end: 'done', rule: 'connect-src', hears: true }, 'blocked', 'rule'],
    ['no such thing', { end: 'absent', what: 'RTCPeerConnection', hears: true }, 'blocked', 'absent'],
    ['an error that only a wall throws', { end: 'failed', what: 'SecurityError', hears: true }, 'blocked', 'browser'],
    ['own code is told', { end: 'failed', what: 'NoNetwork', hears: true }, 'blocked', 'told'],
    ['looked afterwards', { end: 'held', what: 'location', hears: true }, 'blocked', 'looked'],
    ['it went through', { end: 'done', hears: true }, 'open', 'went'],
    // What a missing network says, too: the browser did ask.
    ['a request that came to nothing', { end: 'failed', what: 'TypeError', hears: true }, 'open', 'asked'],
    ['a load that came to nothing', { end: 'failed', what: 'NetworkError', hears: true }, 'open', 'asked'],
    ['any other error', { end: 'failed', what: 'AbortError', hears: true }, 'open', 'asked'],
    ['the same where nobody could tell', { end: 'failed', what: 'TypeError', hears: false }, 'unclear', 'mute'],
    ['no end', { end: 'late', hears: true }, 'unclear', 'late']
  ])('%s', (_, seen, verdict, how) => {
    expect(judge(seen)).toMatchObject({ verdict, how });
  });

  test('nothing that merely failed or took too long counts as blocked', () => {
    for (const end of ['failed', 'late', 'done'] as const)
      for (const what of ['', 'TypeError', 'NetworkError', 'TimeoutError', 'Error', 'undefined'])
        for (const hears of [true, false]) expect(judge({ end, what, hears }).verdict).not.toBe('blocked');
  });
});

test.each([undefined, null, 3, 'blocked', {}, { end: 'blocked' }, { end: 3 }])('%j says nothing', (given) => {
  expect(readSeen(given)).toBeUndefined();
});

test('of what comes back only what has the right type is taken, and not more of it than a line', () => {
  const seen = readSeen({ end: 'failed', rule: 7, what: 'x'.repeat(1000), hears: 'yes', verdict: 'blocked' });
  expect(seen).toEqual({ end: 'failed', what: 'x'.repeat(60), hears: false });
});

describe('what SQL shows', () => {
  test.each([
    ['an answer', undefined, 'open', 'went'],
    ['a host that was not reached', { code: 'sql-refused', text: 'IO Error: could not connect' }, 'open', 'asked'],
    ['a word that DuckDB does not know', { code: 'sql-syntax', text: 'syntax error at or near "x"' }, 'open', 'asked'],
    [
      'a table that is not there',
      { code: 'sql-no-table', text: 'Table with name "t" does not exist' },
      'open',
      'asked'
    ],
    [
      'its lock',
      {
        code: 'sql-refused',
        text: 'Cannot access file "https://x" - file system operations are disabled by configuration'
      },
      'blocked',
      'locked'
    ],
    [
      'an extension that it may not load',
      {
        code: 'sql-no-table',
        text: 'Table Function with name "read_parquet" is not in the catalog, but it exists in the parquet extension.'
      },
      'blocked',
      'absent'
    ],
    ['our word before it', { code: 'sql-not-a-select', text: '' }, 'blocked', 'guarded']
  ])('%s', (_, failure, verdict, how) => {
    expect(judgeSql(failure)).toMatchObject({ verdict, how });
  });
});
