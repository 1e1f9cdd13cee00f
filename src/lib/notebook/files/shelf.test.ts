import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../store/memory-store';
import { Shelf, type GivenFile } from './shelf.svelte';

const file = (path: string, text = 'a,b\n1,2\n', modified = 1000): GivenFile => ({
  path,
  file: new File([text], path.slice(path.lastIndexOf('/') + 1), { lastModified: modified })
});

/** A handle as Chromium gives it, with a file that can change, go, or need a click. */
function handle(name: string) {
  const fake = {
    text: 'a\n1\n',
    modified: 1000,
    gone: false,
    permission: 'granted',
    queryPermission: () => Promise.resolve(fake.permission),
    requestPermission: () => Promise.resolve((fake.permission = 'granted')),
    getFile: () =>
      fake.gone
        ? Promise.reject(new DOMException('gone', 'NotFoundError'))
        : Promise.resolve(new File([fake.text], name, { lastModified: fake.modified }))
  };
  return { fake, handle: fake as unknown as FileSystemFileHandle };
}

describe('Shelf', () => {
  test('finds by path, by bare name where it is unique, and without case where nothing else fits', async () => {
    const shelf = new Shelf();
    await shelf.add([file('extract/PERSON.csv'), file('old/visit.csv'), file('new/visit.csv'), file('/top.csv')]);
    expect((await shelf.find('extract/PERSON.csv'))?.path).toBe('extract/PERSON.csv');
    expect((await shelf.find('person.csv'))?.path).toBe('extract/PERSON.csv');
    expect((await shelf.find('Extract/person.csv'))?.path).toBe('extract/PERSON.csv');
    expect((await shelf.find('top.csv'))?.path).toBe('top.csv');
    expect(await shelf.find('nothing.csv')).toBeUndefined();
    await expect(shelf.find('visit.csv')).rejects.toMatchObject({ code: 'file-unclear', values: { count: 2 } });
  });

  test('below a folder are its files; an archive stands for itself', async () => {
    const shelf = new Shelf();
    await shelf.add([file('omop/a.csv'), file('omop/deep/b.csv'), file('omop2/c.csv'), file('omop.zip')]);
    expect((await shelf.below('omop/')).map((one) => one.path)).toEqual(['omop/a.csv', 'omop/deep/b.csv']);
    expect((await shelf.below('omop.zip')).map((one) => one.path)).toEqual(['omop.zip']);
  });

  test('a file of a handle is read as it is now; changed and vanished ones are known', async () => {
    const shelf = new Shelf();
    const { fake, handle: given } = handle('x.csv');
    await shelf.add([{ path: 'x.csv', file: await given.getFile(), handle: given }]);
    fake.text = 'a\n1\n2\n';
    expect((await shelf.find('x.csv'))?.file.size).toBe(6);
    expect(shelf.list[0]?.state).toBe('changed');
    expect(shelf.list[0]?.nowBytes).toBe(6);
    await shelf.accept('x.csv');
    expect([shelf.list[0]?.state, shelf.list[0]?.sizeBytes]).toEqual(['ready', 6]);
    fake.gone = true;
    await expect(shelf.find('x.csv')).rejects.toMatchObject({ code: 'file-vanished' });
    fake.gone = false;
    await shelf.add([{ path: 'x.csv', file: await given.getFile(), handle: given }]);
    await shelf.refresh();
    expect(shelf.list[0]?.state).toBe('ready');
  });

  test('who gives a file again while it is still looked for on the disk has it', async () => {
    const shelf = new Shelf();
    const { fake, handle: old } = handle('x.csv');
    await shelf.add([{ path: 'x.csv', file: await old.getFile(), handle: old }]);
    fake.gone = true;
    await shelf.refresh();
    expect(shelf.list[0]?.state).toBe('vanished');
    // A window that asked for a file has the focus again when the file is there: both come at once.
    const looking = shelf.refresh();
    await shelf.add([file('x.csv', 'a\n1\n2\n3\n')]);
    await looking;
    expect(shelf.list[0]).toMatchObject({ state: 'ready', sizeBytes: 8 });
    expect((await shelf.find('x.csv'))?.file.size).toBe(8);
  });

  test('a changed file that was accepted while it was looked at stays so', async () => {
    const shelf = new Shelf();
    const { fake, handle: given } = handle('x.csv');
    await shelf.add([{ path: 'x.csv', file: await given.getFile(), handle: given }]);
    fake.text = 'a\n1\n2\n';
    await shelf.refresh();
    const looking = shelf.refresh();
    await shelf.accept('x.csv');
    await looking;
    expect(shelf.list[0]).toMatchObject({ state: 'ready', sizeBytes: 6 });
  });

  test('after a reload handles wait for a click, files without one are to be given again', async () => {
    const store = new MemoryStore();
    const { fake, handle: given } = handle('x.csv');
    const first = new Shelf({ store, id: 'n' });
    await first.add([{ path: 'x.csv', file: await given.getFile(), handle: given }, file('y.csv')]);
    fake.permission = 'prompt';
    const second = new Shelf({ store, id: 'n' });
    await second.restore();
    expect(second.waiting()).toEqual(['x.csv', 'y.csv']);
    expect(await second.find('x.csv')).toBeUndefined();
    await second.allow();
    expect(second.waiting()).toEqual(['y.csv']);
    expect((await second.find('x.csv'))?.file.size).toBe(4);
    await second.add([file('y.csv')]);
    expect(second.waiting()).toEqual([]);
    await second.remove(['x.csv']);
    expect((await store.files('n')).map((one) => one.path)).toEqual(['y.csv']);
  });
});
