import { goto } from '$app/navigation';
import { keeping } from '$lib/messages/keeping';
import { commandTitles } from '$lib/messages/notebook';
import { page as words } from '$lib/messages/page';
import { pages } from '$lib/messages/pages';
import { pickFiles } from '$lib/ui/files/pick-files';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import { settingsPage } from '../addresses';
import { iconOf } from './menu-icons.svelte';
import type { PageState } from './page-state.svelte';

/** What is done with the notebook as a document: what the chevron beside its title opens. */
export function documentMenu(page: PageState): MenuItem[] {
  const { origin } = page.keeping;
  const disabled = page.session.readOnly;
  const sample: MenuItem[] = origin
    ? [
        { label: keeping.showOriginal, ...iconOf('file-diff'), run: () => page.keeping.compare('original') },
        { label: keeping.resetToOriginal, ...iconOf('rotate-ccw'), disabled, run: () => void page.keeping.reset() }
      ]
    : [];
  return [
    {
      label: keeping.versionsAndBin,
      ...iconOf('history'),
      ...keyed(page, 'go.versions'),
      run: () => page.keeping.toggle('versions')
    },
    {
      label: keeping.saveVersion,
      ...iconOf('save'),
      ...keyed(page, 'notebook.save'),
      disabled,
      run: () => void page.save()
    },
    ...sample,
    { label: keeping.replaceByFile, ...iconOf('file-input'), disabled, run: () => void replaceByFile(page) },
    'separator',
    ...diskItems(page),
    ...page.exchange.menu(),
    'separator',
    { label: keeping.moveToTrash, ...iconOf('trash-2'), disabled, run: () => void page.keeping.toTrash() }
  ];
}

/** Everything that can be done to the whole notebook. */
export function notebookMenu(page: PageState): MenuItem[] {
  const { session } = page;
  const disabled = session.readOnly;
  return [
    {
      label: words.undo,
      ...iconOf('undo-2'),
      ...keyed(page, 'notebook.undo'),
      disabled: disabled || !session.canUndo,
      run: () => page.undo()
    },
    {
      label: words.redo,
      ...iconOf('redo-2'),
      ...keyed(page, 'notebook.redo'),
      disabled: disabled || !session.canRedo,
      run: () => page.redo()
    },
    'separator',
    { label: words.runAll, ...iconOf('list-restart'), run: () => session.run('all', { byHand: true }) },
    { label: words.restart, ...iconOf('memory-stick'), run: () => page.engines.data.restart() },
    'separator',
    ...documentMenu(page),
    'separator',
    {
      label: commandTitles.find(),
      ...iconOf('text-search'),
      ...keyed(page, 'page.find'),
      run: () => page.commands.runNamed('page.find')
    },
    {
      label: commandTitles.help(),
      ...iconOf('circle-question-mark'),
      ...keyed(page, 'page.help'),
      run: () => page.commands.runNamed('page.help')
    },
    { label: pages.settings, ...iconOf('settings'), run: () => void goto(settingsPage()) }
  ];
}

function keyed(page: PageState, command: string): { keys?: string } {
  const keys = page.commands.key(command);
  return keys === undefined ? {} : { keys };
}

/** Only where the browser lets a page write a file again and again. */
function diskItems(page: PageState): MenuItem[] {
  const { disk, opened } = page.keeping;
  const disabled = page.session.readOnly;
  if (disk.link && disk.link.state !== 'none')
    return [
      { label: keeping.diskUnlink(disk.link.name), ...iconOf('hard-drive'), disabled, run: () => void disk.unlink() }
    ];
  if (!('showSaveFilePicker' in window) || !opened.autosave) return [];
  return [{ label: keeping.diskLink, ...iconOf('hard-drive'), disabled, run: () => void disk.choose() }];
}

async function replaceByFile(page: PageState): Promise<void> {
  const [given] = await pickFiles({ multiple: false, accept: '.md' });
  if (given) await page.keeping.bringIn(given.file);
}
