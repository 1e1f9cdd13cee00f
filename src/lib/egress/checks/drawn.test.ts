import { describe, expect, test } from 'vitest';
import { check } from './check';

const drawn = { name: 'rates', marks: 240, individual: true };
const found = async (rows: 'ask' | 'never', more: Partial<typeof drawn> = {}) =>
  (await check({ kind: 'chart', tables: [], drawn: { ...drawn, ...more } }, { minCell: 5, rows })).findings;

describe('a picture', () => {
  test('made of rows of single persons asks for a reason, and does not leave where none may', async () => {
    expect(await found('ask')).toEqual([
      { code: 'drawn-rows', severity: 'mend', table: 'rates', count: 240, mends: [] }
    ]);
    expect((await found('never')).map(({ severity }) => severity)).toEqual(['stop']);
  });

  test('made of nobody passes; words in it are looked through as any text', async () => {
    expect(await found('never', { individual: false })).toEqual([]);
    const texts = [{ name: 'rates.svg', text: 'Heart rate\nmatti.meikalainen@example.org' }];
    const { findings } = await check(
      { kind: 'chart', tables: [], texts, drawn: { ...drawn, individual: false } },
      { minCell: 5, rows: 'ask' }
    );
    expect(findings).toMatchObject([{ code: 'identifier-text', identifier: 'email' }]);
  });
});
