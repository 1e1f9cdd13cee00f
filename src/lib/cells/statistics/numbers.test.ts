import { expect, test } from 'vitest';
import { writtenAs } from './numbers';

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

test.each([
  [
    [-0.03, -0.089, 0.03],
    ['−3.0 %', '−8.9 %', '3.0 %']
  ],
  [
    [-0.065, -0.17, 0.039],
    ['−6.5 %', '−17.0 %', '3.9 %']
  ],
  [
    [-0.0004, -0.11, 0.112],
    ['0.0 %', '−11.0 %', '11.2 %']
  ],
  [
    [0.35, 0.2, 0.5],
    ['35 %', '20 %', '50 %']
  ],
  [
    [0, -0.2, 0.2],
    ['0 %', '−20 %', '20 %']
  ]
])('shares %j of one interval have the same decimals', (values, wanted) => {
  expect(plain(writtenAs('risk-difference', values))).toEqual(wanted);
});

test('a share of nearly none or all is neither', () => {
  expect(plain(writtenAs('survival', [0.9996, 0.5, 0.00001]))).toEqual(['> 99.9 %', '50.0 %', '< 0.1 %']);
});

test('a limit of a ratio that is not 1 does not read as 1', () => {
  expect(writtenAs('rate-ratio', [0.863, 0.748, 0.9961])).toEqual(['0.863', '0.748', '0.996']);
  expect(writtenAs('rate-ratio', [0.863, 0.748, 1])).toEqual(['0.86', '0.75', '1.00']);
  expect(writtenAs('odds-ratio', [1.003, 0.824, 1.22])).toEqual(['1.00', '0.82', '1.22']);
});
