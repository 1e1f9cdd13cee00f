import { describe, expect, test } from 'vitest';
import { forgetEverything, type Kept } from './forget';

/** A browser of the test's own; what is in it is said by name. */
function browser(stuck: readonly string[] = []) {
  const left = new Set(['notebooks', 'ledger', 'file.parquet', 'pages-1', 'local', 'session', 'worker']);
  const gone = (name: string) => {
    if (stuck.includes(name)) throw new Error(name);
    return left.delete(name);
  };
  const kept: Kept = {
    databases: async () => ['notebooks', 'ledger'].filter((name) => left.has(name)),
    deleteDatabase: async (name) => !stuck.includes(name) && gone(name),
    files: async () =>
      ({
        async *keys() {
          if (left.has('file.parquet')) yield 'file.parquet';
        },
        removeEntry: async (name: string) => void gone(name)
      }) as unknown as FileSystemDirectoryHandle,
    caches: { keys: async () => ['pages-1'], delete: async (name) => gone(name) },
    storages: [{ clear: () => void gone('local') }, { clear: () => void gone('session') }],
    workers: async () => [{ unregister: async () => gone('worker') }]
  };
  return { kept, left };
}

describe('forgetting everything', () => {
  test('leaves nothing', async () => {
    const { kept, left } = browser();
    expect(await forgetEverything(kept)).toEqual([]);
    expect([...left]).toEqual([]);
  });

  test.each([
    ['notebooks', 'notebooks'],
    ['file.parquet', 'OPFS'],
    ['pages-1', 'Cache'],
    ['local', 'localStorage']
  ])('goes on when %s stays, and says so', async (stuck, said) => {
    const { kept, left } = browser([stuck]);
    expect(await forgetEverything(kept)).toEqual([said]);
    expect([...left]).toEqual([stuck]);
  });
});
