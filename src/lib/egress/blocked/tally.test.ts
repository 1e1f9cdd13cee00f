import { describe, expect, test } from 'vitest';
import { isSelfTest, originOf } from './attempt';
import { Tally } from './tally';

const at = (host: string, more = {}) => ({ address: `https://${host}/x?lactate=3.5`, rule: 'connect-src', ...more });
const entry = (host: string, times: number, more = {}) => ({
  to: `https://${host}`,
  rule: 'connect-src',
  cell: '',
  times,
  several: false,
  ...more
});

describe('one minute of attempts', () => {
  test('the first is told at once, repeats together at the end of it', () => {
    const tally = new Tally();
    expect(tally.note(at('a.example'))).toEqual(entry('a.example', 1));
    for (let time = 0; time < 999; time++) expect(tally.note(at('a.example'))).toBeUndefined();
    expect(tally.end()).toEqual([entry('a.example', 999)]);
    expect(tally.end()).toEqual([]);
  });

  test('in the next minute it is told anew', () => {
    const tally = new Tally();
    tally.note(at('a.example'));
    tally.end();
    expect(tally.note(at('a.example'))).toEqual(entry('a.example', 1));
  });

  test('of a hundred hosts two are told at once, the most frequent later and the rest as one: none is lost', () => {
    const tally = new Tally();
    const told = Array.from({ length: 100 }, (_, n) => tally.note(at(`h${n}.example`))).filter(Boolean);
    for (let time = 0; time < 4; time++) tally.note(at('h50.example'));
    tally.note(at('h51.example'));
    const later = tally.end();
    expect(told).toHaveLength(2);
    expect(later).toEqual([entry('h50.example', 5), { to: '', rule: '', cell: '', times: 98, several: true }]);
    expect([...told, ...later].reduce((sum, one) => sum + (one?.times ?? 0), 0)).toBe(105);
  });

  test('gathered within the minute, nothing is told twice, and the minute goes on', () => {
    const tally = new Tally();
    for (let time = 0; time < 40; time++) tally.note(at('a.example'));
    expect(tally.gather()).toEqual([entry('a.example', 39)]);
    expect(tally.gather()).toEqual([]);
    expect(tally.note(at('a.example'))).toBeUndefined();
    expect(tally.end()).toEqual([entry('a.example', 1)]);
  });

  test('whatever is tried, a minute has at most six entries', () => {
    const tally = new Tally();
    let told = 0;
    for (let half = 0; half < 2; half++) {
      for (let n = 0; n < 500; n++) if (tally.note(at(`h${half}-${n % 70}.example`))) told++;
      told += (half === 0 ? tally.gather() : tally.end()).length;
    }
    expect(told).toBe(6);
  });

  test('cells and rules are told apart', () => {
    const tally = new Tally();
    expect(tally.note(at('a.example', { cell: 'plot' }))).toEqual(entry('a.example', 1, { cell: 'plot' }));
    expect(tally.note(at('a.example', { cell: 'other' }))).toEqual(entry('a.example', 1, { cell: 'other' }));
    tally.note(at('a.example', { rule: 'img-src' }));
    expect(tally.end()).toEqual([entry('a.example', 1, { rule: 'img-src' })]);
  });

  test('two policies that refuse the same are one attempt each time', () => {
    const tally = new Tally();
    for (let time = 0; time < 3; time++) {
      tally.note(at('a.example', { policy: 'of the page' }));
      tally.note(at('a.example', { policy: 'of the host' }));
    }
    expect(tally.end()).toEqual([entry('a.example', 2)]);
  });
});

test.each([
  ['https://example.org/path?lactate=3.5#x', 'https://example.org'],
  ['wss://example.org:8443/a', 'wss://example.org:8443'],
  ['https://person:secret@example.org/', 'https://example.org'],
  ['data:text/plain,3.5', 'data:'],
  ['blob:https://example.org/1-2', 'blob:'],
  ['inline', 'inline'],
  ['trusted-types-sink', 'trusted-types-sink'],
  ['', ''],
  ['Aino Korhonen 3.5', ''],
  // A name of a host can carry data as well.
  ['https://Ik5ld2Jvcm4gb2YgMTIzNCBnLCBsYWN0YXRlIDMuNSI.example.org/', 'https://ik5ld2jvcm4gb2ygmtizncbn….example.org']
])('of %s the ledger keeps %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});

test('a name of many parts is cut', () => {
  expect(originOf(`https://${'lactate3.'.repeat(20)}example.org/`).length).toBeLessThan(100);
});

test('what the self-test asks for is no attempt, and nothing else is taken for it', () => {
  expect(isSelfTest('https://fetch-page.self-test.invalid/x')).toBe(true);
  expect(isSelfTest('wss://self-test.invalid')).toBe(true);
  expect(isSelfTest('https://self-test.invalid.example.org/')).toBe(false);
  expect(isSelfTest('https://notself-test.invalid/')).toBe(false);
  expect(isSelfTest('inline')).toBe(false);
});
