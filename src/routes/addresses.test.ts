import { expect, test } from 'vitest';
import { readAddress } from './addresses';

test.each([
  ['', { open: 'new' }],
  ['#new', { open: 'new' }],
  ['#id=a%2Fb', { open: 'kept', id: 'a/b' }],
  ['#open=samples%2Ffirst&run', { open: 'shipped', path: 'samples/first', run: true }],
  ['#open=samples/first', { open: 'shipped', path: 'samples/first', run: false }],
  ['#n=eJw-_A', { open: 'link', packed: 'eJw-_A' }],
  ['#runner', { open: 'runner' }]
])('%j asks for %j', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});
