import { expect, test } from 'vitest';
import { isInsecure, lacking } from './lacking';

const current = { WebAssembly: { Tag: class {} }, Worker: class {}, Blob, BigInt64Array, DecompressionStream };

test('a current browser lacks nothing', () => {
  expect(lacking(current as unknown as typeof globalThis)).toBeUndefined();
});

test.each([
  ['WebAssembly', 'WebAssembly with exceptions'],
  ['Worker', 'module workers'],
  ['DecompressionStream', 'DecompressionStream']
])('without %s it says so', (missing, name) => {
  expect(lacking({ ...current, [missing]: undefined } as unknown as typeof globalThis)).toBe(name);
});

test('plain http from another machine is told apart', () => {
  expect(isInsecure({ isSecureContext: false })).toBe(true);
  expect(isInsecure({ isSecureContext: true })).toBe(false);
});
