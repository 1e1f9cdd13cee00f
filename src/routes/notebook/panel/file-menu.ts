import { page as pageWords } from '$lib/messages/page';
import { panel as words } from '$lib/messages/panel';
import type { ShelfFile } from '$lib/notebook/files/shelf.svelte';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { PageState } from '../page-state.svelte';

export interface FileType {
  name: string;
  glyph: 'table' | 'book' | 'archive' | 'other';
}

const types: readonly (readonly [RegExp, FileType['glyph']])[] = [
  [/\.(csv|tsv|txt|data|parquet|arrow|feather|ipc)$/i, 'table'],
  [/\.(xlsx|xlsm)$/i, 'book'],
  [/\.(zip|gz)$/i, 'archive']
];

/** What a file is by its name: what it holds is known when it is read. */
export function fileType(path: string): FileType {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1] ?? '';
  const name = /^xls[xm]$/i.test(ending) ? 'Excel' : /^parquet$/i.test(ending) ? 'Parquet' : ending.toUpperCase();
  return { name, glyph: types.find(([pattern]) => pattern.test(path))?.[1] ?? 'other' };
}

/** What can be done with a file beside taking it away. */
export function fileMenu(page: PageState, { path, state }: ShelfFile): MenuItem[] {
  if (page.session.readOnly) return [];
  if (state === 'missing' || state === 'vanished') {
    return [{ label: words.giveAgain, run: () => void page.data.giveAgain(path) }];
  }
  if (state === 'waiting') return [{ label: pageWords.allow, run: () => void page.files.allow() }];
  const reading = page.data.readersOf(path);
  const [only] = reading.filter(({ kind }) => kind === 'import');
  const again =
    state === 'changed'
      ? [
          { label: words.reimport, run: () => void page.data.reimport(path) },
          { label: words.keepOld, run: () => void page.files.accept(path) }
        ]
      : [];
  return [
    ...again,
    { label: words.readAgain, run: () => void page.data.readFile(path) },
    ...(reading.length === 1 && only
      ? [{ label: words.readAnotherWay, run: () => void page.data.change(only.key) }]
      : [])
  ];
}
