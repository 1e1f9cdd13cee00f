import { describe, expect, test } from 'vitest';
import { harmless } from '../../../../scripts/acceptance/walls/gate-harmless.mjs';
import { hostile, type Case } from '../../../../scripts/acceptance/walls/gate-hostile.mjs';
import { check, lookedColumn, mended, publishedOf, type CheckContext, type Payload, type PayloadKind } from '.';
import { countsOf } from './layout';
import type { LookedTable } from './payload';

type Tables = NonNullable<Case['tables']>;

const looked = (tables: Tables | undefined, individual: boolean | undefined): LookedTable[] =>
  Object.entries(tables ?? {}).map(([name, columns]) => ({
    name,
    columns: Object.entries(columns).map(([column, values]) => lookedColumn(column, values)),
    rows: Math.max(...Object.values(columns).map((values) => values.length)),
    ...(individual === undefined ? {} : { individual })
  }));

function given({ kind = 'table', tables, texts, individual, before }: Case): [Payload, CheckContext] {
  const published = looked(before, undefined).flatMap((table) => {
    const counts = countsOf(table);
    return counts ? [publishedOf(table, counts)] : [];
  });
  return [
    {
      kind: kind as PayloadKind,
      tables: looked(tables, individual),
      texts: Object.entries(texts ?? {}).map(([name, text]) => ({ name, text }))
    },
    { minCell: 5, rows: 'ask', before: published }
  ];
}

/** Mends as long as there is a mend, as a person would who takes what is proposed. */
async function mendAll(payload: Payload, context: CheckContext): Promise<Payload> {
  let now = payload;
  for (let turn = 0; turn < 12; turn++) {
    const { findings } = await check(now, context);
    const [mend] = findings.flatMap(({ severity, mends }) => (severity === 'tell' ? [] : mends.slice(0, 1)));
    if (!mend) break;
    now = mended(now, mend);
  }
  return now;
}

const holding = async (payload: Payload, context: CheckContext) =>
  (await check(payload, context)).findings.filter(({ severity }) => severity !== 'tell');

describe('hostile exports', () => {
  test('are thirty', () => expect(hostile).toHaveLength(30));

  test.each(hostile)('held: $name', async (one) => {
    const found = await holding(...given(one));
    expect(found.map(({ code }) => code)).toContain(one.finds);
  });

  test.each(hostile)('mended or still held: $name', async (one) => {
    const [payload, context] = given(one);
    const mendable = (await holding(payload, context)).some(({ mends }) => mends.length > 0);
    const now = await mendAll(payload, context);
    const left = await holding(now, context);
    // What no mend helps is still held; what was mended is found clean by the very same checks.
    if (mendable) expect(left.every(({ mends }) => mends.length === 0)).toBe(true);
    else expect(left.length).toBeGreaterThan(0);
  });
});

describe('harmless exports', () => {
  test('are thirty', () => expect(harmless).toHaveLength(30));

  test.each(harmless)('pass: $name', async (one) => {
    expect(await holding(...given(one))).toEqual([]);
  });
});
