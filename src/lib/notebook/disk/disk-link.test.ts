import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryStore } from '../store/memory-store';
import type { DiskFile } from './disk-file';
import { DiskLink } from './disk-link.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk with one file, and a notebook that is a text. */
function linked({ held = '', store = new MemoryStore() } = {}) {
  const disk = { text: held as string | undefined, allowed: true, written: 0 };
  const file: DiskFile = {
    name: 'n.md',
    read: () =>
      disk.text === undefined ? Promise.reject(new DOMException('', 'NotFoundError')) : Promise.resolve(disk.text),
    write: (text) => {
      disk.text = text;
      disk.written++;
      return Promise.resolve();
    },
    isAllowed: ({ ask }) => Promise.resolve(disk.allowed || (ask && (disk.allowed = true)))
  };
  const notebook = { text: 'mine' };
  const mayWrite = (text: string) => Promise.resolve(!text.includes('311280-888Y'));
  const open = () => new DiskLink({ store, id: 'n', text: () => notebook.text, fileOf: () => file, mayWrite });
  const handle = { name: 'n.md' } as FileSystemFileHandle;
  return { disk, notebook, open, handle, link: open(), store };
}

test('a new file gets the notebook, and follows it a second after the last change', async () => {
  const { disk, notebook, link, handle } = linked();
  await link.link(handle);
  expect([link.state, disk.text]).toEqual(['same', 'mine']);
  notebook.text = 'mine 2';
  link.changed();
  await vi.advanceTimersByTimeAsync(900);
  notebook.text = 'mine 3';
  link.changed();
  await vi.advanceTimersByTimeAsync(999);
  expect([link.state, disk.text]).toEqual(['behind', 'mine']);
  await vi.advanceTimersByTimeAsync(1);
  expect([link.state, disk.text, disk.written]).toEqual(['same', 'mine 3', 2]);
});

test('what may not leave is not written, and the file follows again once it is out of the text', async () => {
  const { disk, notebook, link, handle } = linked();
  await link.link(handle);
  notebook.text = 'mine 311280-888Y';
  link.changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect([link.state, disk.text]).toEqual(['held', 'mine']);
  notebook.text = 'mine again';
  link.changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect([link.state, disk.text]).toEqual(['same', 'mine again']);
});

test('a file that holds another text is compared first, not written over', async () => {
  const { disk, link, handle } = linked({ held: 'theirs' });
  await link.link(handle);
  expect([link.state, link.theirs, disk.text]).toEqual(['changed', 'theirs', 'theirs']);
});

test('what somebody else writes stops the writing until the person decides', async () => {
  const { disk, notebook, link, handle } = linked();
  await link.link(handle);
  disk.text = 'theirs';
  notebook.text = 'mine 2';
  link.changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect([link.state, link.theirs, link.base]).toEqual(['changed', 'theirs', 'mine']);
  notebook.text = 'mine 3';
  link.changed();
  await vi.advanceTimersByTimeAsync(5000);
  expect([link.state, disk.text]).toEqual(['changed', 'theirs']);

  notebook.text = 'both';
  await link.settle();
  expect([link.state, disk.text, link.theirs]).toEqual(['same', 'both', undefined]);
});

test('changed once more while the person decides: it is asked again', async () => {
  const { disk, link, handle } = linked({ held: 'theirs' });
  await link.link(handle);
  disk.text = 'theirs 2';
  await link.settle();
  expect([link.state, link.theirs, disk.text]).toEqual(['changed', 'theirs 2', 'theirs 2']);
});

test('after a reload it goes on where it was, with a permission that may have to be given again', async () => {
  const { disk, notebook, link, handle, open } = linked();
  await link.link(handle);
  link.end();
  disk.allowed = false;
  notebook.text = 'mine 2';
  const again = open();
  await again.restore();
  expect([again.state, again.name, disk.text]).toEqual(['asks', 'n.md', 'mine']);
  await again.again();
  expect([again.state, disk.text]).toEqual(['same', 'mine 2']);
});

test('a change outside between two visits is seen on opening', async () => {
  const { disk, link, handle, open } = linked();
  await link.link(handle);
  link.end();
  disk.text = 'theirs';
  const again = open();
  await again.restore();
  expect([again.state, again.theirs]).toEqual(['changed', 'theirs']);
});

test('a file that is gone is said, and unlinking forgets it', async () => {
  const { disk, notebook, link, handle, store } = linked();
  await link.link(handle);
  disk.text = undefined;
  notebook.text = 'mine 2';
  link.changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect(link.state).toBe('gone');
  await link.unlink();
  expect([link.state, await store.link('n')]).toEqual(['none', undefined]);
});
