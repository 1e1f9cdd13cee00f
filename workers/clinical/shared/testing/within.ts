import { expect } from 'vitest';

expect.extend({
  toBeWithin(value: number, low: number, high: number) {
    return {
      pass: value >= low && value <= high,
      message: () => `${value} lies outside ${low} to ${high}`
    };
  }
});

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Assertion<T = any> {
    toBeWithin(low: number, high: number): T;
  }
}
