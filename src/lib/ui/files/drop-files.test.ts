import { describe, expect, test } from 'vitest';
import { carriesFiles, droppedFiles } from './drop-files';

/** What a browser hands over, as far as it is read. */
interface Tree {
  [name: string]: string | Tree;
}

function entryOf(name: string, content: string | Tree, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (typeof content === 'string') {
    const file = (resolve: (file: File) => void) => resolve(new File([content], name));
    return { name, fullPath, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const children = Object.entries(content).map(([child, inner]) => entryOf(child, inner, fullPath));
  const createReader = () => {
    const rest = [...children];
    return { readEntries: (resolve: (batch: FileSystemEntry[]) => void) => resolve(rest.splice(0, 100)) };
  };
  return { name, fullPath, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function handleOf(name: string, content: string | Tree): FileSystemHandle {
  if (typeof content === 'string') {
    return { kind: 'file', name, getFile: async () => new File([content], name) } as unknown as FileSystemHandle;
  }
  async function* entries() {
    for (const [child, inner] of Object.entries(content)) yield [child, handleOf(child, inner as string | Tree)];
  }
  return { kind: 'directory', name, entries } as unknown as FileSystemHandle;
}

function transfer(tree: Tree, handles: 'handles' | 'refused' | 'none'): DataTransfer {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, content),
    getAsFile: () => new File([], name),
    ...(handles === 'none'
      ? {}
      : {
          getAsFileSystemHandle: () =>
            handles === 'handles' ? Promise.resolve(handleOf(name, content)) : Promise.reject(new Error('refused'))
        })
  }));
  return { items: [{ kind: 'string' }, ...items], types: ['Files'] } as unknown as DataTransfer;
}

const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`f${n}.csv`, `${n}`]));

describe.each(['handles', 'refused', 'none'] as const)('a drop, %s', (handles) => {
  test('gives files and the files of folders below their paths', async () => {
    const given = await droppedFiles(
      transfer({ 'z.csv': 'z', extract: { 'PERSON.csv': 'p', deep: { 'a.csv': 'a' } } }, handles)
    );
    expect(given.map((one) => one.path)).toEqual(['extract/PERSON.csv', 'extract/deep/a.csv', 'z.csv']);
    expect(await given[0]!.file.text()).toBe('p');
    expect(given.every((one) => (one.handle !== undefined) === (handles === 'handles'))).toBe(true);
  });

  test('reads a folder of more files than a browser lists at once', async () => {
    expect(await droppedFiles(transfer({ many }, handles))).toHaveLength(250);
  });

  test('of an empty folder is empty', async () => {
    expect(await droppedFiles(transfer({ empty: {} }, handles))).toEqual([]);
  });
});

test.each([
  [['Files'], true],
  [['text/plain'], false],
  [[], false]
])('a drag of %j carries files: %s', (types, carries) => {
  expect(carriesFiles({ types } as unknown as DataTransfer)).toBe(carries);
});
