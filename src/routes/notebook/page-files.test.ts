import { beforeAll, describe, expect, test } from 'vitest';
import { registry } from '$lib/cells';
import { importKind } from '$lib/cells/import';
import { newCell } from '$lib/notebook/edits';
import type { Cell } from '$lib/notebook/model';
import { createDataRoom, type DataRoom } from '$workers/data';
import { openNodeDuck } from '$workers/data/duck-node';
import { PageFiles } from './page-files.svelte';
import type { PageState } from './page-state.svelte';

let room: DataRoom;
beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
  await registry.ready?.(['import']);
});

/** A notebook with one import cell, whose file is other by now; `meanwhile` happens while it is looked at. */
function changed(meanwhile: (cells: Map<string, Cell>, key: string) => void) {
  const cell = newCell('import', 'file: labs.csv\ncolumns:\n  id: { type: bigint }\n', 'labs');
  const cells = new Map<string, Cell>([[cell.key, cell]]);
  const ran: string[] = [];
  const accepted: string[] = [];
  let once = false;
  const page = {
    session: {
      readOnly: false,
      get notebook() {
        return { cells: [...cells.values()] };
      },
      cell: (key: string) => cells.get(key),
      apply: ({ key, text }: { key: string; text: string }) => {
        const old = cells.get(key);
        if (!old) throw new Error(`no cell ${key}`);
        cells.set(key, { ...old, text });
      }
    },
    registry,
    files: {
      find: () => Promise.resolve({ path: 'labs.csv', file: new File(['id,note\n1,a\n2,b\n3,c\n'], 'labs.csv') }),
      accept: (path: string) => Promise.resolve(void accepted.push(path))
    },
    engines: {
      data: {
        inspect: room.inspect.bind(room),
        propose: async (...given: Parameters<DataRoom['propose']>) => {
          const proposal = await room.propose(...given);
          if (!once) meanwhile(cells, cell.key);
          once = true;
          return proposal;
        }
      }
    },
    cells: { taken: () => ['labs'] },
    run: (key: string) => void ran.push(key)
  };
  return { files: new PageFiles(page as unknown as PageState), cells, key: cell.key, ran, accepted };
}

describe('a changed file is read again', () => {
  test('under its new fingerprint', async () => {
    const { files, cells, key, ran, accepted } = changed(() => {});
    await files.reimport('labs.csv');
    expect(cells.get(key)?.text).toContain('fingerprint');
    expect([ran, accepted]).toEqual([[key], ['labs.csv']]);
  });

  test('as its cell was written while it was looked at', async () => {
    const other = 'file: labs.csv\ncolumns:\n  id: { type: text }\n';
    const { files, cells, key, ran } = changed((all, own) => all.set(own, { ...(all.get(own) as Cell), text: other }));
    await files.reimport('labs.csv');
    const spec = importKind.parse(cells.get(key)?.text ?? '', cells.get(key) as Cell);
    expect(spec).toMatchObject({ wanted: { columns: [{ name: 'id', type: 'text' }, { name: 'note' }] } });
    expect(ran).toEqual([key]);
  });

  test('not at all where its cell was deleted meanwhile', async () => {
    const { files, ran, accepted } = changed((all, own) => all.delete(own));
    await files.reimport('labs.csv');
    expect([ran, accepted]).toEqual([[], ['labs.csv']]);
  });
});
