import { expect, test } from 'vitest';
import { securityHeaders } from '../../../scripts/site/headers.mjs';
import { hostHeaders, readAnswer } from './host-headers';

const all = Object.entries(securityHeaders());

test('what our own server sends holds, header by header', () => {
  const { sent } = readAnswer(new Headers(all), false);
  expect(sent.map(({ name }) => name).sort()).toEqual(all.map(([name]) => name).sort());
  expect(sent.filter(({ isSent }) => !isSent)).toEqual([]);
});

test('of a host that sends none, none holds', () => {
  expect(readAnswer(new Headers(), false).sent.filter(({ isSent }) => isSent)).toEqual([]);
});

test.each(all.map(([name]) => name))('without %s exactly that one is missed', (left) => {
  const { sent } = readAnswer(new Headers(all.filter(([name]) => name !== left)), false);
  expect(sent.filter(({ isSent }) => !isSent).map(({ name }) => name)).toEqual([left]);
});

test.each([
  ['Content-Security-Policy', "default-src 'none'; connect-src 'self'"],
  ['Content-Security-Policy', "default-src 'none'; connect-src 'self' https:; frame-ancestors 'none'"],
  ['Content-Security-Policy', "default-src *; connect-src 'self'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'origin'],
  ['Cross-Origin-Opener-Policy', 'unsafe-none'],
  ['Permissions-Policy', 'camera=(self), microphone=(), geolocation=()']
])('%s: %s does not hold', (name, value) => {
  expect(hostHeaders.find((one) => one.name === name)?.holds(value)).toBe(false);
});
