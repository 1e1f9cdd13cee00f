import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskFile } from './disk-file';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A file whose reading fails this often, in this way. */
function failing(times: number, name: string) {
  let tries = 0;
  const getFile = () => {
    tries++;
    return tries <= times ? Promise.reject(new DOMException('', name)) : Promise.resolve(new Blob(['text']));
  };
  return { file: diskFile({ name: 'n.md', getFile } as unknown as FileSystemFileHandle), tries: () => tries };
}

test.each(['NotFoundError', 'NotReadableError'])(
  'a file that is just being put in place is read again (%s)',
  async (name) => {
    const { file, tries } = failing(2, name);
    const text = file.read();
    await vi.runAllTimersAsync();
    await expect(text).resolves.toBe('text');
    expect(tries()).toBe(3);
  }
);

test('one that stays away is gone, and one that may not be read is not tried again', async () => {
  const gone = failing(9, 'NotFoundError');
  const outcome = expect(gone.file.read()).rejects.toMatchObject({ name: 'NotFoundError' });
  await vi.runAllTimersAsync();
  await outcome;
  expect(gone.tries()).toBe(3);
  const closed = failing(9, 'NotAllowedError');
  await expect(closed.file.read()).rejects.toMatchObject({ name: 'NotAllowedError' });
  expect(closed.tries()).toBe(1);
});
