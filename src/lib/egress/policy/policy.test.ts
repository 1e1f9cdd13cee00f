import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readConfig } from './config';
import { defaultPolicy, readOwn, stricter } from './policy';

const config = (policy: unknown) => JSON.stringify({ format: 'phems-config/1', policy });

describe('config.json', () => {
  test('that comes with the site is whole, and says what holds anyway', () => {
    const ours = readFileSync(new URL('../../../../static/config.json', import.meta.url), 'utf8');
    expect(readConfig(ours)).toEqual(defaultPolicy);
  });

  test('makes the policy stricter', () => {
    const policy = { minCell: 10, allowExport: { rows: 'never' }, clipboardRows: 0 };
    expect(readConfig(config(policy))).toEqual({ minCell: 10, rows: 'never', clipboardRows: 0 });
  });

  test('may have the keys of later parts', () => {
    const text = JSON.stringify({ format: 'phems-config/1', name: 'Ward', federation: {}, policy: { kMin: 10 } });
    expect(readConfig(text)).toEqual(defaultPolicy);
  });

  test.each([
    ['{', 'config-damaged', {}],
    ['[]', 'config-value', {}],
    ['{}', 'config-value', { key: 'format' }],
    ['{"format":"phems-config/2"}', 'config-value', { key: 'format' }],
    [config({ mincell: 10 }), 'config-key', { key: 'policy.mincell', near: 'minCell' }],
    [JSON.stringify({ format: 'phems-config/1', polcy: {} }), 'config-key', { key: 'polcy', near: 'policy' }],
    [config({ allowExport: { row: 'never' } }), 'config-key', { near: 'rows' }],
    [config({ allowExport: { rows: 'always' } }), 'config-value', { key: 'policy.allowExport.rows' }],
    [config({ minCell: '10' }), 'config-value', { key: 'policy.minCell' }],
    [`{"format":"phems-config/1","notice":"${'x'.repeat(70_000)}"}`, 'config-large', {}]
  ])('%s: %s', (text, code, values) => {
    expect(() => readConfig(text)).toThrowError(
      expect.objectContaining({ code, values: expect.objectContaining(values) as unknown })
    );
  });
});

describe('a configuration narrows and never widens', () => {
  test.each([
    { minCell: 0 },
    { minCell: 1 },
    { minCell: 4 },
    { minCell: -5 },
    { clipboardRows: 21 },
    { clipboardRows: 1e9 },
    { clipboardRows: -1 },
    { allowExport: { rows: 'yes' } },
    { allowExport: true },
    { allowExport: { rows: true } }
  ])('%o is refused', (policy) => {
    expect(() => readConfig(config(policy))).toThrowError(expect.objectContaining({ code: 'config-value' }));
  });

  test.each([
    [{ minCell: 5 }, { minCell: 20 }, 20],
    [{ minCell: 10 }, { minCell: 5 }, 10],
    [{ minCell: 10 }, {}, 10]
  ])('a person may only be stricter: %o with %o', (given, own, minCell) => {
    expect(stricter(readConfig(config(given)), own).minCell).toBe(minCell);
  });

  test('a person cannot allow what the deployment forbids', () => {
    const policy = readConfig(config({ allowExport: { rows: 'never' }, clipboardRows: 3 }));
    expect(stricter(policy, { rows: 'ask', clipboardRows: 20 })).toMatchObject({ rows: 'never', clipboardRows: 3 });
  });

  test.each(['{"minCell":1}', '{"minCell":"10"}', 'nonsense', '{"rows":"ask"}', null])(
    'a kept wish of %j is no wish',
    (text) => {
      expect(readOwn(text)).toEqual({});
    }
  );
});
