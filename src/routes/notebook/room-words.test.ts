import { expect, test } from 'vitest';
import { fullWords } from './room-words';

test.each([
  [2.0e9, 2.1e9, 'This browser allows 2.1 GB and 2 GB are used.'],
  [86_500, 10.7e9, 'This browser gives this site no more room; 86.5 kB are used.']
])('%d of %d', (used, most, said) => expect(fullWords({ used, most }).replaceAll('\u00a0', ' ')).toBe(said));
