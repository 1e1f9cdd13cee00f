import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import FileInput from '@lucide/svelte/icons/file-input';
import FileDiff from '@lucide/svelte/icons/file-diff';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import History from '@lucide/svelte/icons/history';
import ListRestart from '@lucide/svelte/icons/list-restart';
import MemoryStick from '@lucide/svelte/icons/memory-stick';
import Redo from '@lucide/svelte/icons/redo-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Save from '@lucide/svelte/icons/save';
import Settings from '@lucide/svelte/icons/settings';
import TextSearch from '@lucide/svelte/icons/text-search';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import { goto } from '$app/navigation';
import { keeping } from '$lib/messages/keeping';
import { commandTitles } from '$lib/messages/notebook';
import { page as words } from '$lib/messages/page';
import { pages } from '$lib/messages/pages';
import { pickFiles } from '$lib/ui/files/pick-files';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import { settingsPage } from '../addresses';
import { exchangeMenu } from './exchange/exchange-menu';
import type { PageState } from './page-state.svelte';

/** What is done with the notebook as a document: what the chevron beside its title opens. */
export function documentMenu(page: PageState): MenuItem[] {
  const { origin } = page.keeping;
  const disabled = page.session.readOnly;
  const sample: MenuItem[] = origin
    ? [
        { label: keeping.showOriginal, icon: FileDiff, run: () => page.keeping.compare('original') },
        { label: keeping.resetToOriginal, icon: RotateCcw, disabled, run: () => void page.keeping.reset() }
      ]
    : [];
  return [
    {
      label: keeping.versionsAndBin,
      icon: History,
      ...keyed(page, 'go.versions'),
      run: () => page.keeping.toggle('versions')
    },
    { label: keeping.saveVersion, icon: Save, ...keyed(page, 'notebook.save'), disabled, run: () => void page.save() },
    ...sample,
    { label: keeping.replaceByFile, icon: FileInput, disabled, run: () => void replaceByFile(page) },
    'separator',
    ...diskItems(page),
    ...exchangeMenu(page),
    'separator',
    { label: keeping.moveToTrash, icon: Trash, disabled, run: () => void page.keeping.toTrash() }
  ];
}

/** Everything that can be done to the whole notebook. */
export function notebookMenu(page: PageState): MenuItem[] {
  const { session } = page;
  const disabled = session.readOnly;
  return [
    {
      label: words.undo,
      icon: Undo,
      ...keyed(page, 'notebook.undo'),
      disabled: disabled || !session.canUndo,
      run: () => page.undo()
    },
    {
      label: words.redo,
      icon: Redo,
      ...keyed(page, 'notebook.redo'),
      disabled: disabled || !session.canRedo,
      run: () => page.redo()
    },
    'separator',
    { label: words.runAll, icon: ListRestart, run: () => session.run('all', { byHand: true }) },
    { label: words.restart, icon: MemoryStick, run: () => page.engines.data.restart() },
    'separator',
    ...documentMenu(page),
    'separator',
    {
      label: commandTitles.find(),
      icon: TextSearch,
      ...keyed(page, 'page.find'),
      run: () => page.commands.runNamed('page.find')
    },
    {
      label: commandTitles.help(),
      icon: CircleHelp,
      ...keyed(page, 'page.help'),
      run: () => page.commands.runNamed('page.help')
    },
    { label: pages.settings, icon: Settings, run: () => void goto(settingsPage()) }
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
    return [{ label: keeping.diskUnlink(disk.link.name), icon: HardDrive, disabled, run: () => void disk.unlink() }];
  if (!('showSaveFilePicker' in window) || !opened.autosave) return [];
  return [{ label: keeping.diskLink, icon: HardDrive, disabled, run: () => void disk.choose() }];
}

async function replaceByFile(page: PageState): Promise<void> {
  const [given] = await pickFiles({ multiple: false, accept: '.md' });
  if (given) await page.keeping.bringIn(given.file);
}
