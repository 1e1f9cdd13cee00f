import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { openNodeDuck } from '../../duck-node';
import { createDataEngine } from '../../engine';
import { createImports } from '../imports';
import { fileOf } from '../testing';

const groups = 6;
const rowsOfGroup = 2000;

/** Big enough that the footer, which is read first, is a small part of it. */
function sixGroups(): ArrayBuffer {
  const rows = groups * rowsOfGroup;
  const data = (make: (row: number) => unknown) => Array.from({ length: rows }, (_, row) => make(row));
  return parquetWriteBuffer({
    rowGroupSize: rowsOfGroup,
    columnData: [
      { name: 'id', type: 'INT64', data: data((row) => BigInt(row)) },
      { name: 'note', type: 'STRING', data: data((row) => `note ${row} ${(row * 7919) % 10_007}`) }
    ]
  });
}

/** What happened, in order: bytes read from the file, rows put into the engine. */
type Happening = { read: number; end: number } | { put: true };

test('a row group is read only when the one before it is in the engine', async () => {
  const happened: Happening[] = [];
  const content = sixGroups();
  const source = fileOf('groups.parquet', content);
  const slice = source.file.slice.bind(source.file);
  source.file.slice = (from = 0, to = source.file.size, type) => {
    happened.push({ read: from, end: to });
    return slice(from, to, type);
  };
  const duck = await openNodeDuck();
  const { relations, engine } = await createDataEngine(duck);
  const insertArrow = duck.insertArrow.bind(duck);
  duck.insertArrow = async (...given) => {
    await insertArrow(...given);
    happened.push({ put: true });
  };
  const imports = createImports(duck, relations);
  const { plan } = await imports.propose({ file: 'groups.parquet' }, [source]);
  happened.length = 0;
  await imports.read(plan, [source]);

  const puts = happened.flatMap((one, at) => ('put' in one ? [at] : []));
  expect(puts).toHaveLength(groups);
  // Before the first, the fingerprint and the footer are read as well. Between two, just one group's bytes, then its end.
  const groupBytes = content.byteLength / groups;
  for (const [index, at] of puts.entries()) {
    if (index === 0) continue;
    const between = happened.slice(puts[index - 1]! + 1, at).flatMap((one) => ('read' in one ? [one] : []));
    const bytes = between.reduce((sum, one) => sum + one.end - one.read, 0);
    expect(bytes).toBeGreaterThan(groupBytes / 2);
    expect(bytes).toBeLessThan(groupBytes * 1.5);
  }
  expect(happened.slice(puts.at(-1)! + 1)).toEqual([]);
  expect(await engine.count('groups')).toBe(groups * rowsOfGroup);
});
